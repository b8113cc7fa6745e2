#include "svdd/claims/recomputed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "svdd/claims/polish.h"
#include "svdd/claims/radius.h"
#include "svdd/kkt_case.h"
#include "svm/centre.h"
#include "svm/spectrum.h"

namespace proofground::svdd {
namespace {

// Work of recomputing u: about half a second in a browser. Above it only every k-th row is recomputed.
constexpr double kWork = 2e8;
// Work of a kernel value beside its d products, in units of one product.
constexpr int kCall = 8;
// Squared distances below this share of the kernel values have too few digits left: the points count as one.
constexpr double kCoincident = 1e-10;
// A violation of this share of the largest squared distance is no optimum, whatever was asked for.
constexpr double kCoarse = 0.1;
// How far beyond the farthest point "break it" moves rho: a radius 1.22 times as large, which the main plot still shows.
constexpr double kBeyond = 1.5;

// mu about the first point, and each distance from it as a sum of squares.
void recompute_linear(Recomputed& e, const Problem& problem, const std::vector<double>& alpha, double s) {
  const int d = problem.d;
  const Points points = e.points(d);
  std::vector<double> mu = sum_about(points, std::vector<double>(d, 0), alpha);
  for (double& value : mu) value /= s;
  e.norm2 = std::inner_product(mu.begin(), mu.end(), mu.begin(), 0.0);
  for (int i = 0; i < e.n; ++i) {
    e.u[i] = std::inner_product(mu.begin(), mu.end(), points.row(i), 0.0);
    for (int k = 0; k < d; ++k) e.d2[i] += (points.row(i)[k] - mu[k]) * (points.row(i)[k] - mu[k]);
  }
}

void recompute_kernel(Recomputed& e, const Problem& problem, const Solution& solution, double s) {
  std::vector<int> support;
  for (int i = 0; i < e.n; ++i)
    if (solution.alpha[i] != 0) support.push_back(i);
  const Points points = e.points(problem.d);
  const double work = static_cast<double>(e.n) * static_cast<double>(support.size()) * (problem.d + kCall);
  const int stride = std::max(1, static_cast<int>(std::ceil(work / kWork)));
  for (int i = 0; i < e.n; ++i) {
    if (i % stride != 0) {
      e.u[i] = (e.self[i] + solution.center_norm2 - solution.distance2[i]) / 2;
    } else {
      for (const int j : support)
        e.u[i] += solution.alpha[j] / s * evaluate(problem.kernel, points.row(j), points.row(i), problem.d);
    }
    e.norm2 += solution.alpha[i] / s * e.u[i];
  }
  for (int i = 0; i < e.n; ++i) e.d2[i] = std::max((e.self[i] - 2 * e.u[i]) + e.norm2, 0.0);
}

// Multipliers this near to 0 or to their bound, relative to the bound, are there.
constexpr double kAtBound = 1e-10;

double violation_of(const Recomputed& e, const std::vector<double>& alpha) {
  double largest = 0, smallest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < e.n; ++i) {
    const double room = std::min(e.box[i], 1.0);
    if (alpha[i] < e.box[i] - kAtBound * room) largest = worst(largest, e.d2[i]);
    if (alpha[i] > kAtBound * room) smallest = std::min(smallest, e.d2[i]);
  }
  return worst(0, largest - smallest);
}

// What rounding of the squared distances makes of P: boxes may be so large that it is much.
double cost_of_rounding(const Recomputed& e, double rho, double rounding) {
  double cost = 0;
  for (int i = 0; i < e.n; ++i) cost += e.box[i] * std::clamp(e.d2[i] - rho, 0.0, rounding);
  return cost;
}

}  // namespace

bool Recomputed::finite() const {
  return std::isfinite(s) && std::isfinite(magnitude) && std::isfinite(primal) && std::isfinite(dual);
}

Recomputed recompute(const Problem& problem, const Solution& solution, const ClaimOptions& options) {
  Recomputed e;
  const int n = e.n = problem.n(), d = problem.d;
  const bool linear = problem.kernel.type == KernelType::linear;
  e.x = linear ? shifted(problem.points(), {problem.x.begin(), problem.x.begin() + d}) : problem.x;
  e.s = std::accumulate(solution.alpha.begin(), solution.alpha.end(), 0.0);
  e.box.resize(n);
  e.self.resize(n);
  e.u.assign(n, 0);
  e.d2.assign(n, 0);
  for (int i = 0; i < n; ++i) {
    const double* row = e.points(d).row(i);
    e.box[i] = problem.weights[i] / problem.nu;
    e.self[i] = evaluate(problem.kernel, row, row, d);
    e.magnitude = worst(e.magnitude, std::abs(e.self[i]));
  }
  const double s = e.s == 0 ? 1 : e.s;  // without any multiplier mu is arbitrary: the origin
  if (linear) {
    recompute_linear(e, problem, solution.alpha, s);
  } else {
    recompute_kernel(e, problem, solution, s);
  }
  double trace = 0;
  e.primal = solution.rho;
  for (int i = 0; i < n; ++i) {
    e.farthest = worst(e.farthest, e.d2[i]);
    trace += solution.alpha[i] * e.self[i];
    e.primal += e.box[i] * std::max(e.d2[i] - solution.rho, 0.0);
  }
  e.dual = trace - e.s * e.norm2;
  e.scale = std::min(std::abs(e.primal), std::abs(e.dual));
  e.magnitude = worst(e.magnitude, e.farthest);
  e.coincident = e.farthest <= kCoincident * e.magnitude;
  e.unit = !e.coincident ? e.farthest : e.magnitude > 0 ? e.magnitude : 1;
  const double rounding = kDistanceRounding * e.magnitude;
  e.violation = violation_of(e, solution.alpha);
  e.tolerance = options.tolerance.value_or(fine_tolerance(problem, e.d2)) + rounding;
  e.tau = std::min(e.violation + rounding, e.tolerance);
  e.allowance = 2 * e.tau;
  e.excuse = cost_of_rounding(e, solution.rho, rounding);
  e.band = boundary_band(e.farthest, 0, e.tau);
  return e;
}

Check check_violation(const Recomputed& recomputed) {
  Check check = check_within("violation", recomputed.violation, 0, 1, recomputed.tolerance);
  return check;
}

double outside_boxes(const std::vector<double>& alpha, const Recomputed& recomputed) {
  double most = 0;
  for (int i = 0; i < recomputed.n; ++i) {
    const double box = recomputed.box[i];
    most = worst(most, worst(-alpha[i], alpha[i] - box) / std::min(box, 1.0));
  }
  return most;
}

double below_zero(double rho, const Recomputed& recomputed) { return worst(0, -rho / recomputed.unit); }

double least_cost(const std::vector<double>& d2, const std::vector<double>& box) {
  const RadiusFunction h(d2, box);
  return h(h.lo() / 2 + h.hi() / 2);
}

std::string vacuous_reason(const Problem& problem, const Solution& solution, const Recomputed& recomputed) {
  if (!recomputed.finite()) return "overflow";
  if (!solution.report.converged) return "not-converged";
  if (recomputed.violation <= recomputed.tolerance && recomputed.violation > kCoarse * recomputed.unit) return "coarse";
  const auto [kind, negative] = definiteness(problem.kernel, problem.points());
  // An eigenvalue that counts as 0 beside the largest kernel value need not do so beside the distances.
  const double counts = kIdentityTolerance * recomputed.farthest + kDistanceRounding * recomputed.magnitude;
  return kind == Mercer::indefinite || negative > counts ? "kernel-not-psd" : "";
}

Pool make_pool(const Problem& problem, const Recomputed& recomputed, int limit, Rng& rng) {
  const Points points = recomputed.points(problem.d);
  const auto k = [&](int i, int j) { return evaluate(problem.kernel, points.row(i), points.row(j), problem.d); };
  Pool pool;
  const auto first = std::max_element(recomputed.d2.begin(), recomputed.d2.end()) - recomputed.d2.begin();
  pool.point.push_back(static_cast<int>(first));
  int second = 0;
  double most = -1;
  for (int i = 0; i < recomputed.n; ++i) {
    const double apart = recomputed.self[i] + recomputed.self[pool.point[0]] - 2 * k(i, pool.point[0]);
    if (apart > most) {
      most = apart;
      second = i;
    }
  }
  if (second != pool.point[0]) pool.point.push_back(second);
  while (pool.size() < std::min(limit, recomputed.n)) {
    int i = rng.below(recomputed.n);
    while (std::find(pool.point.begin(), pool.point.end(), i) != pool.point.end()) i = (i + 1) % recomputed.n;
    pool.point.push_back(i);
  }
  for (const int p : pool.point) {
    pool.product.emplace_back(recomputed.n);
    for (int i = 0; i < recomputed.n; ++i)
      pool.product.back()[i] = (k(i, p) - recomputed.u[i]) - (recomputed.u[p] - recomputed.norm2);
    for (const int q : pool.point) pool.gram.push_back(k(p, q));
  }
  return pool;
}

std::vector<double> moved_distances(const Recomputed& recomputed, const Pool& pool, const std::vector<double>& eta) {
  std::vector<double> d2 = recomputed.d2;
  double square = 0;
  for (int p = 0; p < pool.size(); ++p)
    for (int q = 0; q < pool.size(); ++q) square += eta[p] * eta[q] * pool.product[p][pool.point[q]];
  for (int i = 0; i < recomputed.n; ++i) {
    d2[i] += square;
    for (int p = 0; p < pool.size(); ++p) d2[i] -= 2 * eta[p] * pool.product[p][i];
  }
  return d2;
}

double any_scale(Rng& rng) { return std::pow(10.0, -3 * rng.uniform()); }

Solution judged(const Solution& solution, const Recomputed& recomputed, bool broken) {
  Solution out = solution;
  if (!broken) return out;
  out.rho = kBeyond * recomputed.farthest + (recomputed.coincident ? recomputed.unit : 0) + 4 * recomputed.allowance;
  out.xi.assign(out.xi.size(), 0);
  return out;
}

}  // namespace proofground::svdd
