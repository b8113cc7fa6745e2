#include "svr/claims/dual.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "svr/claims/evidence.h"
#include "svr/claims/sharpen.h"
#include "svr/claims/spectrum.h"

namespace proofground::svr {
namespace {

constexpr long kKept = 512;           // points of the path that a picture can show
constexpr double kPictureCost = 2e7;  // operations spent on the kept points
constexpr double kPathCost = 3e8;  // operations spent on getting there: n (d + 8) in an iteration with a new kernel row

struct Bounds {
  double largest_dual = -std::numeric_limits<double>::infinity();
  double smallest_primal = std::numeric_limits<double>::infinity();
};

void keep(DualPicture& picture, Bounds& bounds, const Problem& problem, const Solution& at) {
  picture.iteration.push_back(static_cast<double>(at.report.iterations));
  picture.dual.push_back(at.dual);
  picture.primal.push_back(best_primal(problem, at));
  picture.kkt_gap.push_back(at.report.kkt_gap);
  bounds.largest_dual = std::max(bounds.largest_dual, at.dual);
  bounds.smallest_primal = std::min(bounds.smallest_primal, picture.primal.back());
}

// The start, evenly spaced iterations, and the certificate itself.
Bounds walk(DualPicture& picture, const Problem& problem, const Solution& certificate) {
  Bounds bounds;
  const long last = certificate.report.iterations;
  const double log_n = std::log2(problem.n() + 2.0);
  const long kept = std::clamp(static_cast<long>(kPictureCost / (problem.n() * log_n)), 32L, kKept);
  const long stride = std::max(1L, (last + kept - 2) / (kept - 1));
  Options options = fine_options(problem);
  options.tolerance = std::min(options.tolerance, std::max(certificate.report.kkt_gap / 2, kLeastTolerance));
  options.max_iterations = std::min(last, static_cast<long>(kPathCost / (problem.n() * (problem.d + 8.0))));
  options.shrinking = false;  // then the residuals of all points are at hand in every iteration
  Fit fit(problem, options);
  keep(picture, bounds, problem, fit.solution());
  while (!fit.advance(stride) && fit.report().iterations < last) keep(picture, bounds, problem, fit.solution());
  keep(picture, bounds, problem, certificate);
  return bounds;
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
  return half_norm + g(g.lo() / 2 + g.hi() / 2);
}

Checked<DualPicture> check_dual(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                bool broken) {
  Solution tried = solution;
  if (broken) tried.alpha[static_cast<std::size_t>(options.point)] += problem.C / 2;
  const Evidence evidence = examine(problem, tried);
  Checked<DualPicture> result{{"1b", {}, obstacle(solution, evidence)}, {}};
  DualPicture& picture = result.picture;
  double size = problem.C, negative = 0, product = 0;
  for (std::size_t i = 0; i < tried.alpha.size(); ++i) {
    const double alpha = tried.alpha[i], alpha_star = tried.alpha_star[i];
    picture.sum += evidence.delta[i];
    picture.beta.push_back(problem.C - alpha - alpha_star);
    size += std::abs(evidence.delta[i]);
    for (const double value : {alpha, alpha_star, picture.beta.back()}) negative = worst(negative, -value);
    product = worst(product, std::min(alpha, alpha_star));
  }
  if (result.claim.reason == "overflow") return result;
  const Bounds bounds = walk(picture, problem, solution);
  if (!result.claim.reason.empty()) return result;
  if (mercer(problem) == Mercer::indefinite) {
    result.claim.reason = "kernel-not-psd";
    return result;
  }

  const double scale = std::abs(evidence.primal);
  const double allowance = evidence.qp_bound - kQpTolerance * scale;
  const double reported = worst(std::abs(tried.primal - evidence.primal), std::abs(tried.dual - evidence.dual));
  // P adds n slacks times C, each off by what rounding in the solver's many steps has left, relative to magnitude.
  const double sums = problem.C * evidence.n * evidence.magnitude;
  result.claim.checks = {
      measure("gap", std::abs(evidence.primal - evidence.dual), kQpTolerance, scale, allowance),
      measure("sum", std::abs(picture.sum), kIdentityTolerance, size),
      measure("multipliers", negative, kIdentityTolerance, problem.C),
      measure("product", product, kIdentityTolerance, problem.C),
      measure("weak-duality", std::max(0.0, bounds.largest_dual - bounds.smallest_primal), kQpTolerance, scale,
              allowance),
      measure("reported", reported, kIdentityTolerance, scale, 1e-13 * sums),
  };
  return result;
}

}  // namespace proofground::svr
