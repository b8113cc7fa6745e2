#include "svdd/claims/duality.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/require.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

// Rounding of P and D, relative to the kernel values and to what they are multiplied by.
constexpr double kRounding = 1e-12;
constexpr int kEdgeSamples = 65;

// The point's constraint d^2 <= R^2 + xi as a set, in both variables, and its chord from (0, d^2) to (d, 0) in R.
void draw_edges(DualityPicture& picture, double d2) {
  for (int k = 0; k < kEdgeSamples; ++k) {
    const double share = 1.5 * k / (kEdgeSamples - 1), radius = share * std::sqrt(d2);
    picture.radius.push_back(radius);
    picture.boundary.push_back(std::max(d2 - radius * radius, 0.0));
    picture.rho.push_back(share * d2);
    picture.edge.push_back(std::max(d2 - share * d2, 0.0));
  }
  const double middle = std::sqrt(d2) / 2;
  picture.chord_shortfall = d2 - (middle * middle + d2 / 2);
}

// At mu = 0: the origin that kernel values are taken about. Returns the largest constraint, in units of `unit`.
double slater(DualityPicture& picture, const Recomputed& e, double unit) {
  picture.slater_rho = unit;
  double largest = -unit;  // -rho
  for (const double k : e.self) {
    const double xi = std::max(k, 0.0) + unit;
    picture.slater_xi.push_back(xi);
    largest = worst(largest, worst(-xi, k - unit - xi));
  }
  return largest / unit;
}

}  // namespace

double best_primal(const Problem& problem, const Solution& at) {
  std::vector<double> box(problem.weights);
  for (double& value : box) value /= problem.nu;
  return least_cost(at.distance2, box);
}

Checked<DualityPicture> check_duality(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                      const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed original = recompute(problem, solution, options);
  Checked<DualityPicture> result{{"2.2", {}, vacuous_reason(problem, solution, original)}, {}};
  DualityPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  Solution tried = judged(solution, original, broken);
  const Recomputed other = broken ? recompute(problem, tried, options) : Recomputed{};
  const Recomputed& e = broken ? other : original;
  picture.certificate_primal = e.primal;
  picture.certificate_dual = e.dual;
  draw_edges(picture, e.d2[options.point]);
  const double unit = std::max(original.unit, original.magnitude);
  const double largest = slater(picture, original, unit);
  const PathBounds bounds =
      walk<Fit>(picture, problem, solution, std::max(solution.report.kkt_gap / 2, kSmallestParameter));
  if (!result.claim.reason.empty()) return result;

  const double scale = std::abs(original.primal), rounding = kRounding * original.magnitude * original.weight;
  const double reported = broken ? 0 : worst(std::abs(solution.primal - e.primal), std::abs(solution.dual - e.dual));
  result.claim.checks = {
      check_within("gap", std::abs(e.primal - e.dual), kQpTolerance, scale, original.allowance),
      check_within("slater", worst(0, 1 + largest), kIdentityTolerance, 1),
      check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1),
      check_within("weak-duality", worst(0, bounds.largest_dual - bounds.smallest_primal), kQpTolerance, scale,
                   original.allowance),
      check_within("reported", reported, kIdentityTolerance, scale, rounding),
  };
  if (broken) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svdd
