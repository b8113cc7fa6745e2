#include "svr/claims/dual.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "svm/centre.h"
#include "svr/claims/polish.h"
#include "svr/claims/recomputed.h"
#include "svr/claims/wrong.h"

namespace proofground::svr {

namespace {

// What the solver's steps leave in P and in D, relative to the largest sums that they add up: ten times a unit of rounding.
constexpr double kStepRounding = 2e-15;

// n slacks times C, each off by what rounding leaves in sum |delta| k: on the way the largest k counts, whatever is left of it at the end.
double lost_in_steps(const Problem& problem, double sum_delta) {
  double largest = 0;
  for (const double y : problem.y) largest = std::max(largest, std::abs(y));
  return kStepRounding * problem.C * problem.n() *
         (sum_delta * kernel_bound(problem.kernel, problem.points()) + largest);
}

}  // namespace

double best_primal(const Problem& problem, const Solution& at) {
  std::vector<double> r(at.residual);
  double half_norm = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    r[i] += at.b;
    half_norm += (at.alpha[i] - at.alpha_star[i]) * (problem.y[i] - r[i]) / 2;
  }
  const OffsetFunction g(problem.C, problem.epsilon, r);
  const double b = g.lo() / 2 + g.hi() / 2;
  double slack = 0;
  for (const double value : r) slack += slack_of(value - b, problem.epsilon, at.rounding);
  return half_norm + problem.C * slack;
}

Checked<DualPicture> check_dual(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                const Mistake& mistake) {
  const Recomputed given = recompute(problem, solution, options.tolerance);
  Checked<DualPicture> result{{"1b", {}, vacuous_reason(problem, solution, given)}, {}};
  Solution tried = solution;
  if (mistake.is("plain")) {
    tried.alpha[static_cast<std::size_t>(options.point)] += problem.C / 2;
  } else if (mistake.made() && result.claim.reason.empty()) {
    tried = wrong_certificate(problem, solution, given, options, mistake).value_or(solution);
  }
  const Problem judged = judged_problem(problem, mistake);
  const Recomputed recomputed = mistake.made() ? recompute(judged, tried, options.tolerance) : given;
  DualPicture& picture = result.picture;
  double sum_delta = 0, negative = 0, product = 0;
  for (std::size_t i = 0; i < tried.alpha.size(); ++i) {
    const double alpha = tried.alpha[i], alpha_star = tried.alpha_star[i];
    picture.sum += recomputed.delta[i];
    picture.beta.push_back(problem.C - alpha - alpha_star);
    sum_delta += std::abs(recomputed.delta[i]);
    for (const double value : {alpha, alpha_star, picture.beta.back()}) negative = worst(negative, -value);
    product = worst(product, std::min(alpha, alpha_star));
  }
  picture.alpha = tried.alpha;
  picture.alpha_star = tried.alpha_star;
  picture.C = problem.C;
  picture.point = options.point;
  if (mistake.made()) {
    picture.intact_alpha = solution.alpha;
    picture.intact_alpha_star = solution.alpha_star;
  }
  picture.certificate_primal = recomputed.primal;
  picture.certificate_dual = recomputed.dual;
  if (result.claim.reason == "overflow") return result;
  const double tolerance = std::max(std::min(fine_options(problem).tolerance, given.violation / 2), kLeastTolerance);
  const PathBounds bounds = walk<Fit>(picture, problem, solution, tolerance);
  if (!result.claim.reason.empty()) return result;
  if (mistake.made() && !mistake.is("plain") && !differs(problem, tried, recomputed, mistake)) {
    result.claim.reason = kNoDifference;
    return result;
  }

  const double scale = std::abs(recomputed.primal);
  const double allowance = recomputed.qp_bound - kQpTolerance * scale;
  const double lost = lost_in_steps(problem, sum_delta);
  const double reported = worst(std::abs(tried.primal - recomputed.primal), std::abs(tried.dual - recomputed.dual));
  // P adds n slacks times C, each off by what rounding in the solver's many steps has left, relative to magnitude.
  const double sums = problem.C * recomputed.n * recomputed.magnitude;
  result.claim.checks = {
      check_within("gap", std::abs(recomputed.primal - recomputed.dual), kQpTolerance, scale, allowance),
      check_within("sum", std::abs(picture.sum), kIdentityTolerance, recomputed.size + sum_delta),
      check_within("multipliers", negative, kIdentityTolerance, recomputed.size),
      check_within("product", product, kIdentityTolerance, recomputed.size),
      check_within("weak-duality", std::max(0.0, bounds.largest_dual - bounds.smallest_primal), kQpTolerance, scale,
                   allowance + lost),
      check_violation(recomputed, recomputed.off(tried.b)),
      check_within("reported", reported, kIdentityTolerance, scale, 1e-13 * sums + lost),
  };
  if (mistake.made()) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svr
