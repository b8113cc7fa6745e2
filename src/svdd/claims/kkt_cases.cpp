#include "svdd/claims/kkt_cases.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "svdd/claims/recomputed.h"
#include "svdd/kkt_case.h"

namespace proofground::svdd {
namespace {

constexpr double kTooLarge = 1.5;  // times C / nu

// Along d^2: how far the point must move until its alpha is allowed.
double along_excess(double excess, double alpha, double box) {
  if (alpha < 0 || alpha > box) return std::numeric_limits<double>::infinity();
  if (alpha == 0 && excess < 0) return 0;
  if (alpha == box && excess > 0) return 0;
  return std::abs(excess);
}

// Along alpha: how far alpha is from an allowed value.
double along_alpha(double excess, double alpha, double box) {
  if (excess < 0) return std::abs(alpha);
  if (excess > 0) return std::abs(box - alpha);
  return std::max({-alpha, alpha - box, 0.0});
}

}  // namespace

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<StaircasePicture> result{{"2.5e", {}, vacuous_reason(problem, solution, e)}, {}};
  StaircasePicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  picture.alpha = solution.alpha;
  if (broken) picture.alpha[options.point] = kTooLarge * e.box[options.point];
  picture.box = e.box;
  picture.band = e.band;
  double farthest = 0, outside_box = 0, sum = 0, gap = 0;
  for (int i = 0; i < e.n; ++i) {
    const double alpha = picture.alpha[i], room = std::min(e.box[i], 1.0);
    double distance = 0;
    for (const double rho : {solution.rho, solution.rho_lo, solution.rho_hi}) {
      const double excess = e.d2[i] - rho;
      distance = worst(distance, std::min(along_excess(excess, alpha, e.box[i]) / e.unit,
                                          along_alpha(excess, alpha, e.box[i]) / room));
    }
    picture.excess.push_back(e.d2[i] - solution.rho);
    picture.kkt_case.push_back(classify(picture.excess.back(), e.band));
    picture.distance.push_back(distance);
    farthest = worst(farthest, distance);
    outside_box = worst(outside_box, worst(-alpha, alpha - e.box[i]) / room);
    sum += alpha;
    gap += e.box[i] * std::max(picture.excess.back(), 0.0) - alpha * picture.excess.back();
  }
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("staircase", farthest, kQpTolerance, 1, e.tau / e.unit),
      check_within("gap", std::abs(gap), kQpTolerance, std::abs(e.primal), e.allowance),
      check_violation(e),
      check_within("multipliers", outside_box, kIdentityTolerance, 1),
      check_within("sum", std::abs(sum - 1), kIdentityTolerance, 1),
  };
  return result;
}

}  // namespace proofground::svdd
