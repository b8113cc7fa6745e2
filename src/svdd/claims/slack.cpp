#include "svdd/claims/slack.h"

#include <algorithm>
#include <cmath>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

constexpr double kTooLong = 0.1;     // of the largest squared distance
constexpr double kRounding = 1e-13;  // of distances, relative to the kernel values

}  // namespace

Checked<SlackPicture> check_slack(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                  const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<SlackPicture> result{{"2.5d", {}, vacuous_reason(problem, solution, e)}, {}};
  SlackPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  picture.distance2 = e.d2;
  picture.xi = solution.xi;
  if (broken) picture.xi[options.point] += kTooLong * e.unit;
  double slack = 0, covered = 0, total = solution.rho, weight = 0, complementary = 0;
  for (int i = 0; i < e.n; ++i) {
    picture.xi_at_lo.push_back(std::max(e.d2[i] - solution.rho_lo, 0.0));
    picture.xi_at_hi.push_back(std::max(e.d2[i] - solution.rho_hi, 0.0));
    slack = worst(slack, std::abs(picture.xi[i] - std::max(e.d2[i] - solution.rho, 0.0)));
    covered = worst(covered, worst(-picture.xi[i], e.d2[i] - solution.rho - picture.xi[i]));
    total += e.box[i] * picture.xi[i];
    complementary += std::abs((e.box[i] - solution.alpha[i]) * picture.xi[i]) +
                     std::abs(solution.alpha[i] * (e.d2[i] - solution.rho - picture.xi[i]));
    if (picture.xi[i] > 0) weight += e.box[i];
  }
  if (!result.claim.reason.empty()) return result;

  const double rounding = kRounding * e.magnitude;
  result.claim.checks = {
      check_within("slack", slack, kIdentityTolerance, e.farthest, rounding),
      check_within("covered", covered, kIdentityTolerance, e.farthest, rounding),
      check_within("total", std::abs(total - e.dual), kQpTolerance, std::abs(e.dual), e.allowance),
      check_within("complementary", complementary, kQpTolerance, std::abs(e.dual), e.allowance),
      check_within("reported", std::abs(total - solution.primal), kIdentityTolerance, std::abs(solution.primal),
                   rounding * (1 + weight)),
  };
  return result;
}

}  // namespace proofground::svdd
