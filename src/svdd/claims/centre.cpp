#include "svdd/claims/centre.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "svdd/claims/descent.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

constexpr double kShare = 0.1;  // of the way to the farthest point
// Rounding of coordinates and of distances, relative to their sizes.
constexpr double kRounding = 1e-13;

int farthest_point(const Recomputed& e) {
  return static_cast<int>(std::max_element(e.d2.begin(), e.d2.end()) - e.d2.begin());
}

// d_i^2 from mu + t (phi(x_p) - mu), by the law of cosines from the distances to mu and between the points.
void move_centre(Solution& out, const Problem& problem, const Recomputed& e) {
  const Points points = e.points(problem.d);
  const int p = farthest_point(e);
  for (int i = 0; i < e.n; ++i) {
    const double apart = e.self[i] + e.self[p] - 2 * evaluate(problem.kernel, points.row(i), points.row(p), problem.d);
    out.distance2[i] = (1 - kShare) * e.d2[i] + kShare * apart - kShare * (1 - kShare) * e.d2[p];
  }
  for (std::size_t k = 0; k < out.center.size(); ++k)
    out.center[k] += kShare * (problem.points().row(p)[k] - out.center[k]);
}

// That no centre is cheaper than the weighted mean of alpha: tried, and proved by the dual.
void add_optimality(std::vector<Check>& checks, const Recomputed& e, const std::vector<double>& alpha,
                    const Descent& descent) {
  double outside_box = 0;
  for (int i = 0; i < e.n; ++i)
    outside_box = worst(outside_box, worst(-alpha[i], alpha[i] - e.box[i]) / std::min(e.box[i], 1.0));
  const double rounding = kRounding * e.magnitude * e.weight;
  for (const auto& [id, value] :
       {std::pair{"elsewhere", descent.here - descent.least}, std::pair{"bound", worst(0, descent.here - e.dual)}})
    checks.push_back(check_within(id, value, kQpTolerance, descent.here, e.allowance + rounding));
  checks.push_back(check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1));
  checks.push_back(check_within("multipliers", outside_box, kIdentityTolerance, 1));
}

}  // namespace

Checked<CentrePicture> check_centre(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<CentrePicture> result{{"2.5a", {}, vacuous_reason(problem, solution, e)}, {}};
  CentrePicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  Solution at = solution;
  if (broken) move_centre(at, problem, e);
  double trace = 0, pulled = 0, distances = 0;
  for (int i = 0; i < e.n; ++i) {
    trace += at.alpha[i] * e.self[i];
    pulled += at.alpha[i] * at.distance2[i];
    distances = worst(distances, std::abs(at.distance2[i] - e.d2[i]));
    picture.pull.push_back(at.alpha[i] * std::sqrt(std::max(at.distance2[i], 0.0)));
  }
  picture.residual2 = std::abs(e.s * pulled - e.s * (trace - e.s * e.norm2));
  double force = 0, size = 0, norm2 = 0;
  std::vector<double> sum(at.center.size(), 0);
  for (std::size_t i = 0; !sum.empty() && i < at.alpha.size(); ++i) {
    for (std::size_t k = 0; k < sum.size(); ++k) {
      const double x = problem.points().row(static_cast<int>(i))[k];
      picture.force.push_back(at.alpha[i] * (x - at.center[k]));
      sum[k] += picture.force.back();
      size = std::max(size, std::abs(x));
    }
  }
  for (std::size_t k = 0; k < sum.size(); ++k) {
    force = worst(force, std::abs(sum[k]));
    norm2 += at.center[k] * at.center[k];
  }
  if (result.claim.reason.empty() && e.coincident) result.claim.reason = "coincident";
  if (!result.claim.reason.empty()) return result;

  const double rounding = kRounding * e.magnitude;
  result.claim.checks = {
      check_within("balance", picture.residual2, kIdentityTolerance, e.farthest, rounding),
      check_within("distances", distances, kIdentityTolerance, e.farthest, rounding),
  };
  if (sum.empty()) {
    result.claim.checks.push_back(
        check_within("norm", std::abs(at.center_norm2 - e.norm2), kIdentityTolerance, e.farthest, rounding));
  } else {
    result.claim.checks.push_back(
        check_within("force", force, kIdentityTolerance, std::sqrt(e.farthest), kRounding * size));
    result.claim.checks.push_back(check_within("norm", std::abs(at.center_norm2 - norm2), kIdentityTolerance, norm2));
  }
  Rng rng(options.seed);
  add_optimality(result.claim.checks, e, solution.alpha, descend(problem, e, rng));
  if (broken) {
    // The weights of the moved centre.
    for (double& value : at.alpha) value *= (1 - kShare) / e.s;
    at.alpha[farthest_point(e)] += kShare;
    result.broken_certificate = std::move(at);
  }
  return result;
}

}  // namespace proofground::svdd
