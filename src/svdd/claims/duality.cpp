#include "svdd/claims/duality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/require.h"
#include "svdd/claims/ball_of.h"
#include "svdd/claims/recomputed.h"
#include "svdd/claims/sweep.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

// Rounding of P and D, relative to the kernel values and to what they are multiplied by.
constexpr double kRounding = 1e-12;
constexpr int kEdgeSamples = 65;
// Fits for the least cost of relaxed constraints, and as many where a fit takes long.
constexpr int kRelaxed = 15, kRelaxedLarge = 5;
// The smallest of their nu, relative: nearly the smallest ball that holds every point. How far the picture goes to the left.
constexpr double kAlmostHard = 0.02, kLeft = 0.5;
constexpr int kVertical = 65;

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

// p(u) = min rho + sum b_i xi_i where d_i^2 <= rho + xi_i + u. With r = rho + u the constraint is d_i^2 <= r + xi_i, r >= u:
//
//   p(u) = min over mu and r >= u of h_mu(r) - u
//
// For another nu' < nu the best ball has a rho' that minimises nu' r + sum C_i max(d_i^2 - r, 0) over all mu and r, so its
// mu' minimises sum C_i max(d_i^2 - rho', 0): p(rho') = 1/nu sum C_i xi'_i exactly. Its multipliers times nu' / nu are
// feasible here and bound every p(u) from below by theta' nu' / nu - u nu' / nu.
struct Relaxed {
  double u, cost, theta, sum;
};

// The certificate's own ball serves for every u up to its rho: p(u) = P - u. Of the others each serves for one u.
std::vector<Relaxed> relax(const Problem& problem, const Solution& solution, const Recomputed& e) {
  const int count = e.n > kPolishPoints ? kRelaxedLarge : kRelaxed;
  std::vector<double> nus{problem.nu * kAlmostHard};
  for (int k = 1; k < count; ++k) nus.push_back(problem.nu * k / count);
  std::vector<Relaxed> found;
  for (const SweptFit& fit : sweep(problem, e, nus)) {
    const double share = fit.nu / problem.nu;
    const double slack = fit.at.primal - fit.solution.rho;
    found.push_back({fit.solution.rho, slack * share, fit.at.dual * share, fit.at.s * share});
  }
  for (const double u : {-kLeft * e.unit, 0.0, solution.rho}) found.push_back({u, e.primal - u, e.dual, e.s});
  std::sort(found.begin(), found.end(), [](const Relaxed& a, const Relaxed& b) { return a.u < b.u; });
  return found;
}

// How far the hyperplane through (0, D) of slope -s is above the cheapest known point of A with the same u.
double support(DualityPicture& picture, const std::vector<Relaxed>& relaxed, const Recomputed& judged) {
  picture.slope = -judged.s;
  double above = 0;
  for (const Relaxed& at : relaxed) {
    above = worst(above, judged.dual - judged.s * at.u - at.cost);
    double bound = -std::numeric_limits<double>::infinity();
    for (const Relaxed& other : relaxed) bound = std::max(bound, other.theta - other.sum * at.u);
    picture.relaxed.push_back(at.u);
    picture.relaxed_cost.push_back(at.cost);
    picture.relaxed_bound.push_back(bound);
  }
  return above;
}

// min rho where rho^2 <= u. Strictly feasible is no u <= 0, so at u = 0 there is no Slater point.
void draw_vertical(DualityPicture& picture) {
  for (int k = 0; k < kVertical; ++k) {
    const double share = static_cast<double>(k) / (kVertical - 1);
    picture.vertical_u.push_back(share * share);  // close together where the curve is steep
    picture.vertical_cost.push_back(-std::sqrt(picture.vertical_u.back()));
  }
}

// P with the mistake, which is of the formula of the cost: R for rho, or no 1 / nu.
double primal_of(const Recomputed& e, const Problem& problem, double rho, const Mistake& mistake) {
  if (mistake.is("radius")) return (e.primal - rho) + std::sqrt(std::max(rho, 0.0));
  if (mistake.is("no-nu")) return rho + problem.nu * (e.primal - rho);
  return e.primal;
}

// By how much alpha leaves [0, C_i / nu], as a share of its range, or rho is below 0.
double infeasible(const Solution& solution, const Recomputed& e) {
  return worst(outside_boxes(solution.alpha, e), below_zero(solution.rho, e));
}

}  // namespace

double best_primal(const Problem& problem, const Solution& at) {
  std::vector<double> box(problem.weights);
  for (double& value : box) value /= problem.nu;
  return least_cost(at.distance2, box);
}

Checked<DualityPicture> check_duality(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                      const Mistake& mistake) {
  const Recomputed original = recompute(problem, solution, options);
  Checked<DualityPicture> result{{"2.2", {}, vacuous_reason(problem, solution, original)}, {}};
  DualityPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  const bool moved = mistake.is("plain") || mistake.is("mean");
  Solution tried = mistake.is("mean") ? ball_of(problem, mean_multipliers(problem), solution)
                                      : judged(solution, original, mistake.is("plain"));
  const Recomputed other = moved ? recompute(problem, tried, options) : Recomputed{};
  const Recomputed& e = moved ? other : original;
  const double primal = picture.certificate_primal = primal_of(e, problem, tried.rho, mistake);
  picture.certificate_dual = e.dual;
  draw_edges(picture, e.d2[options.point]);
  const double unit = std::max(original.unit, original.magnitude);
  const double largest = slater(picture, original, unit);
  draw_vertical(picture);
  picture.slope_least = -solution.alpha_sum_lo;
  const double above = support(picture, relax(problem, solution, original), e);
  const PathBounds bounds =
      walk<Fit>(picture, problem, solution, std::max(solution.report.kkt_gap / 2, kSmallestParameter));
  const double scale = original.scale, rounding = kRounding * original.magnitude + original.excuse;
  const Check gap =
      check_within("gap", std::abs(primal - e.dual), kQpTolerance, scale, original.allowance + original.excuse);
  // What is judged is worth the same as what was given, or nearly.
  const double changed = worst(std::abs(primal - original.primal), std::abs(e.dual - original.dual));
  if (result.claim.reason.empty() && mistake.made() && changed <= 2 * gap.bound) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double reported =
      mistake.made() ? 0 : worst(std::abs(solution.primal - e.primal), std::abs(solution.dual - e.dual));
  result.claim.checks = {
      gap,
      check_within("slater", worst(0, 1 + largest), kIdentityTolerance, 1),
      check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1),
      check_within("feasible", infeasible(tried, e), kIdentityTolerance, 1),
      check_within("support", worst(0, above), kQpTolerance, scale, original.allowance),
      check_within("weak-duality", worst(0, bounds.largest_dual - bounds.smallest_primal), kQpTolerance, scale,
                   original.allowance),
      check_within("reported", reported, kIdentityTolerance, scale, rounding),
  };
  if (moved) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svdd
