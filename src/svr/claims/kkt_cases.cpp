#include "svr/claims/kkt_cases.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "svr/claims/recomputed.h"
#include "svr/kkt_case.h"

namespace proofground::svr {
namespace {

// Along e: how far the residual must move for delta to be one of its subgradients.
double distance_along_e(double e, double delta, double C, double epsilon) {
  // By symmetry delta >= 0; from here on the stairs rise at epsilon.
  if (delta < 0 || (delta == 0 && e < 0)) {
    e = -e;
    delta = -delta;
  }
  if (delta > C) return std::numeric_limits<double>::infinity();
  if (delta == 0) return std::max(e - epsilon, 0.0);
  if (delta == C) return std::max(epsilon - e, 0.0);
  return std::abs(e - epsilon);
}

// Along delta: how far the multiplier is from what this residual allows.
double distance_along_delta(double e, double delta, double C, double epsilon) {
  if (e < 0) {
    e = -e;
    delta = -delta;
  }
  if (e < epsilon) return std::abs(delta);
  if (e > epsilon) return std::abs(C - delta);
  return std::max({-delta, delta - C, 0.0});
}

// The multiplier that the row of this case says is 0.
double forbidden(KktCase where, double alpha, double alpha_star, bool both_edges) {
  // The tube is thinner than the band: only "not both" can be said.
  if (both_edges) return std::min(alpha, alpha_star);
  switch (where) {
    case kBelow:
    case kLowerEdge:
      return alpha;
    case kInside:
      return std::max(alpha, alpha_star);
    case kUpperEdge:
    case kAbove:
      return alpha_star;
  }
  return 0;
}

// The right multiplier up by C/4, and the wrong one to 5C/4 above it.
void raise_both(Solution& solution, const Recomputed& recomputed, const ClaimOptions& options, double C) {
  const auto k = static_cast<std::size_t>(options.point);
  const bool upper = recomputed.e[k] >= 0;
  double& right = (upper ? solution.alpha : solution.alpha_star)[k];
  double& wrong = (upper ? solution.alpha_star : solution.alpha)[k];
  right += C / 4;
  wrong = right + 5 * C / 4;
}

}  // namespace

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed recomputed = recompute(problem, solution, options.tolerance);
  Checked<StaircasePicture> result{{"1c2", {}, vacuous_reason(problem, solution, recomputed)}, {}};
  if (result.claim.reason == "overflow") return result;
  // The fit stays as it is: the rows are about multipliers that do not belong to their residuals.
  Solution tried = solution;
  if (broken) raise_both(tried, recomputed, options, problem.C);

  StaircasePicture& picture = result.picture;
  const double C = problem.C, epsilon = problem.epsilon;
  const double unit = std::max(recomputed.spread, epsilon);
  picture.band = recomputed.band;
  picture.C = C;
  picture.point = options.point;
  picture.intact = recomputed.delta[static_cast<std::size_t>(options.point)];
  picture.epsilon = epsilon;
  picture.residual = recomputed.e;
  double farthest = 0, slack = 0, other = 0, negative = 0, residual = 0, sum = 0, absolute = 0;
  for (std::size_t i = 0; i < recomputed.e.size(); ++i) {
    const double e = recomputed.e[i], alpha = tried.alpha[i], alpha_star = tried.alpha_star[i];
    const double delta = alpha - alpha_star;
    const KktCase where = classify(e, epsilon, recomputed.band);
    const double distance =
        std::min(distance_along_e(e, delta, C, epsilon) / unit, distance_along_delta(e, delta, C, epsilon) / recomputed.size);
    picture.coefficient.push_back(delta);
    sum += delta;
    absolute += std::abs(delta);
    picture.kkt_case.push_back(where);
    picture.distance.push_back(distance);
    farthest = worst(farthest, distance);
    slack = worst(slack, std::abs(tried.xi[i] - std::max(std::abs(e) - epsilon, 0.0)));
    other = worst(other, forbidden(where, alpha, alpha_star, std::abs(e) + epsilon <= recomputed.band));
    for (const double value : {alpha, alpha_star, C - alpha - alpha_star}) negative = worst(negative, -value);
    residual = worst(residual, std::abs(tried.residual[i] - e));
  }
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("staircase", farthest, kQpTolerance, 1, recomputed.tau / unit),
      check_within("slack", slack, kIdentityTolerance, recomputed.magnitude),
      check_within("other-multiplier", other, kQpTolerance, recomputed.size),
      check_within("sum", std::abs(sum), kIdentityTolerance, recomputed.size + absolute),
      check_within("multipliers", negative, kIdentityTolerance, recomputed.size),
      check_violation(problem, recomputed, options.tolerance),
      check_within("residual", residual, kIdentityTolerance, recomputed.magnitude),
  };
  if (broken) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svr
