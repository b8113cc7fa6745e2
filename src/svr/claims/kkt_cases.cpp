#include "svr/claims/kkt_cases.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "svr/claims/recomputed.h"
#include "svr/claims/wrong.h"
#include "svr/kkt_case.h"

namespace proofground::svr {
namespace {

// Multiples of a check's bound from which a change counts as one.
constexpr double kVisible = 10;

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

// The certificate with the mistake in it. The fit stays as it is for those about the rows: multipliers, or slacks, that do
// not belong to their residuals.
Solution broken_by(const Mistake& mistake, const Problem& problem, const Solution& solution, const Recomputed& given,
                   const ClaimOptions& options) {
  Solution tried = solution;
  if (mistake.is("plain")) {
    raise_both(tried, given, options, problem.C);
  } else if (mistake.is("turned")) {
    std::swap(tried.alpha, tried.alpha_star);
  } else if (mistake.is("tube-forgotten")) {
    for (std::size_t i = 0; i < given.e.size(); ++i) tried.xi[i] = std::abs(given.e[i]);
  } else if (mistake.made()) {
    return wrong_certificate(problem, solution, given, options, mistake).value_or(solution);
  }
  return tried;
}

// Whether it is another one by more than the checks allow for.
bool changes(const Mistake& mistake, const Problem& problem, const Solution& tried, const Recomputed& given,
             const Recomputed& wrong) {
  if (mistake.is("plain")) return true;
  if (!mistake.is("turned") && !mistake.is("tube-forgotten")) return differs(problem, tried, wrong, mistake);
  double inside = 0, turned = 0;
  for (std::size_t i = 0; i < given.e.size(); ++i) {
    const double e = std::abs(given.e[i]);
    inside = std::max(inside, std::min(e, problem.epsilon));
    // Where the tube is thinner than the band, its edges are one.
    if (e + problem.epsilon > given.band) turned = std::max(turned, std::abs(given.delta[i]));
  }
  const bool by_multipliers = mistake.is("turned");
  if (by_multipliers) return turned > kVisible * kQpTolerance * given.size;
  return inside > kVisible * kIdentityTolerance * given.magnitude;
}

double distance_to_staircase(const Problem& problem, const Recomputed& recomputed, double e, double delta) {
  const double unit = std::max(recomputed.spread, problem.epsilon);
  return std::min(distance_along_e(e, delta, problem.C, problem.epsilon) / unit,
                  distance_along_delta(e, delta, problem.C, problem.epsilon) / recomputed.size);
}

}  // namespace

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const Recomputed given = recompute(problem, solution, options.tolerance);
  Checked<StaircasePicture> result{{"1c2", {}, vacuous_reason(problem, solution, given)}, {}};
  if (result.claim.reason == "overflow") return result;
  const bool breaks = mistake.made() && (mistake.is("plain") || result.claim.reason.empty());
  const Solution tried = breaks ? broken_by(mistake, problem, solution, given, options) : solution;
  const bool same_fit = mistake.is("plain") || mistake.is("turned") || mistake.is("tube-forgotten");
  const Recomputed recomputed = breaks && !same_fit ? recompute(problem, tried, options.tolerance) : given;

  StaircasePicture& picture = result.picture;
  const double C = problem.C, epsilon = problem.epsilon;
  picture.band = recomputed.band;
  picture.C = C;
  picture.point = options.point;
  picture.epsilon = epsilon;
  picture.residual = recomputed.e;
  picture.xi = tried.xi;
  if (breaks) {
    picture.intact_residual = given.e;
    picture.intact_coefficient = given.delta;
  }
  double farthest = 0, slack = 0, other = 0, negative = 0, residual = 0, sum = 0, absolute = 0;
  for (std::size_t i = 0; i < recomputed.e.size(); ++i) {
    const double e = recomputed.e[i], alpha = tried.alpha[i], alpha_star = tried.alpha_star[i];
    const double delta = alpha - alpha_star;
    const KktCase where = classify(e, epsilon, recomputed.band);
    picture.coefficient.push_back(delta);
    picture.kkt_case.push_back(where);
    picture.distance.push_back(distance_to_staircase(problem, recomputed, e, delta));
    farthest = worst(farthest, picture.distance.back());
    sum += delta;
    absolute += std::abs(delta);
    slack = worst(slack, std::abs(tried.xi[i] - std::max(std::abs(e) - epsilon, 0.0)));
    other = worst(other, forbidden(where, alpha, alpha_star, std::abs(e) + epsilon <= recomputed.band));
    for (const double value : {alpha, alpha_star, C - alpha - alpha_star}) negative = worst(negative, -value);
    residual = worst(residual, std::abs(tried.residual[i] - e));
  }
  if (!result.claim.reason.empty()) return result;
  if (breaks && !changes(mistake, problem, tried, given, recomputed)) {
    result.claim.reason = kNoDifference;
    return result;
  }

  const double unit = std::max(recomputed.spread, epsilon);
  result.claim.checks = {
      check_within("staircase", farthest, kQpTolerance, 1, recomputed.tau / unit),
      check_within("slack", slack, kIdentityTolerance, recomputed.magnitude),
      check_within("other-multiplier", other, kQpTolerance, recomputed.size),
      check_within("sum", std::abs(sum), kIdentityTolerance, recomputed.size + absolute),
      check_within("multipliers", negative, kIdentityTolerance, recomputed.size),
      check_violation(recomputed, recomputed.off(tried.b)),
      check_within("residual", residual, kIdentityTolerance, recomputed.magnitude),
  };
  if (breaks) result.broken_certificate = tried;
  return result;
}

}  // namespace proofground::svr
