#include "svdd/claims/slack.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

constexpr double kTooLong = 0.1;     // of the largest squared distance
constexpr double kRounding = 1e-13;  // of distances, relative to the kernel values

// What is judged of one point.
struct Place {
  double d2, alpha, box, xi;
  double own;  // the solver's xi
};

std::vector<Place> judged_places(const Recomputed& e, const Solution& solution, const ClaimOptions& options,
                                 const Mistake& mistake) {
  std::vector<Place> places;
  const double radius = std::sqrt(std::max(solution.rho, 0.0));
  for (int i = 0; i < e.n; ++i) {
    double xi = solution.xi[i];
    if (mistake.is("distance")) xi = std::max(std::sqrt(e.d2[i]) - radius, 0.0);
    if (mistake.is("radius")) xi = std::max(e.d2[i] - radius, 0.0);
    if (mistake.is("signed")) xi = e.d2[i] - solution.rho;
    places.push_back({e.d2[i], solution.alpha[i], e.box[i], xi, solution.xi[i]});
  }
  // Weight 0: nothing pulls and nothing is paid, so the ball is optimal with the copy as well.
  if (mistake.is("weight-0"))
    places.push_back({e.d2[options.point], 0, 0, solution.xi[options.point], solution.xi[options.point]});
  if (mistake.is("weight-0")) places.back().xi += kTooLong * e.unit;
  if (mistake.is("plain")) places[options.point].xi += kTooLong * e.unit;
  return places;
}

double needed(const Place& place, double rho) { return std::max(place.d2 - rho, 0.0); }

}  // namespace

Checked<SlackPicture> check_slack(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                  const Mistake& mistake) {
  const Recomputed e = recompute(problem, solution, options);
  Checked<SlackPicture> result{{"2.5d", {}, vacuous_reason(problem, solution, e)}, {}};
  SlackPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  double slack = 0, covered = worst(0, -solution.rho), total = solution.rho, complementary = 0, changed = 0;
  for (const Place& place : judged_places(e, solution, options, mistake)) {
    changed = worst(changed, std::abs(place.xi - place.own));
    const double outside = place.d2 - solution.rho - place.xi;
    picture.distance2.push_back(place.d2);
    picture.xi.push_back(place.xi);
    picture.xi_at_lo.push_back(needed(place, solution.rho_lo));
    picture.xi_at_hi.push_back(needed(place, solution.rho_hi));
    slack = worst(slack, std::abs(place.xi - needed(place, solution.rho)));
    covered = worst(covered, worst(-place.xi, outside));
    total += place.box * place.xi;
    complementary += std::abs((place.box - place.alpha) * place.xi) + std::abs(place.alpha * outside);
  }
  // Twice the bound of the slacks, as the solver's own may use all of it.
  const double same = 2 * (kIdentityTolerance * e.farthest + kRounding * e.magnitude);
  if (result.claim.reason.empty() && mistake.made() && changed <= same) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double rounding = kRounding * e.magnitude;
  result.claim.checks = {
      check_within("slack", slack, kIdentityTolerance, e.farthest, rounding),
      check_within("covered", covered, kIdentityTolerance, e.farthest, rounding),
      check_within("total", std::abs(total - e.dual), kQpTolerance, std::abs(e.dual), e.allowance),
      check_within("complementary", complementary, kQpTolerance, std::abs(e.dual), e.allowance),
      check_within("multipliers", outside_boxes(solution.alpha, e), kIdentityTolerance, 1),
      check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1),
      check_within("reported", std::abs(total - solution.primal), kIdentityTolerance, std::abs(solution.primal),
                   rounding),
  };
  return result;
}

}  // namespace proofground::svdd
