#include "svr/claims/recomputed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "core/argsort.h"
#include "svm/spectrum.h"

namespace proofground::svr {
namespace {

// Work of recomputing u: about half a second in a browser. Above it only every k-th row is recomputed.
constexpr double kWork = 2e8;
// Work of a kernel value beside its d products, in units of one product.
constexpr int kCall = 8;
// Rounding of a sum, relative to the sum of its absolute terms: 50 times what pairs of rounding errors leave.
constexpr double kRounding = 1e-14;
constexpr double kTie = 1e-9;
// Sums of delta below this, relative to sum |delta|, are rounding.
constexpr double kZeroSum = 1e-12;
// Of the unit: with a larger allowance for residuals even no multipliers at all would count as an optimum.
constexpr double kCoarsest = 0.5;
// Two sets of multipliers that meet differ by at most twice their length: 1/2 (2 |delta|)^2.
constexpr double kMeetings = 2;

// x.z over points far from the origin loses its digits. For the linear kernel, with c the points' mean,
//   sum_j delta_j x_j.x_i = sum_j delta_j (x_j - c).(x_i - c) + w.c + (sum delta) c.x_i,   w = sum_j delta_j (x_j - c),
// where the last term is left out when sum delta is rounding: it would put the digits lost back in.
struct Centre {
  std::vector<double> x;  // (n x d) x - c; empty for other kernels
  std::vector<double> c;  // (d)
  double shift = 0;       // w.c
  double sum = 0;         // sum delta

  Centre(const Problem& problem, const std::vector<double>& delta);
  // What the formula adds to the centred sum at point i.
  [[nodiscard]] double at(const Points& points, int i) const {
    double dot = 0;
    if (sum != 0) {
      for (std::size_t k = 0; k < c.size(); ++k) dot += c[k] * points.row(i)[k];
    }
    return shift + sum * dot;
  }
};

Centre::Centre(const Problem& problem, const std::vector<double>& delta) {
  if (problem.kernel.type != KernelType::linear) return;
  const std::size_t n = delta.size(), d = static_cast<std::size_t>(problem.d);
  c.assign(d, 0.0);
  for (std::size_t i = 0; i < n * d; ++i) c[i % d] += problem.x[i] / static_cast<double>(n);
  x = problem.x;
  double size = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum += delta[i];
    size += std::abs(delta[i]);
    for (std::size_t k = 0; k < d; ++k) {
      x[i * d + k] -= c[k];
      shift += delta[i] * x[i * d + k] * c[k];
    }
  }
  if (std::abs(sum) <= kZeroSum * size) sum = 0;
}

}  // namespace

bool Recomputed::finite() const { return std::isfinite(magnitude) && std::isfinite(primal) && std::isfinite(dual); }

Recomputed recompute(const Problem& problem, const Solution& solution, double tolerance) {
  Recomputed recomputed;
  const int n = recomputed.n = problem.n();
  const auto size = static_cast<std::size_t>(n);
  std::vector<int> support;
  recomputed.delta.resize(size);
  for (int i = 0; i < n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    recomputed.delta[at] = solution.alpha[at] - solution.alpha_star[at];
    if (recomputed.delta[at] != 0) support.push_back(i);
    recomputed.size = std::max(recomputed.size, std::abs(recomputed.delta[at]));
  }
  // A large C stands for "no slack at all", and says nothing of how large multipliers are.
  recomputed.size = recomputed.size > 0 ? std::min(recomputed.size, problem.C) : problem.C;

  const Centre centre(problem, recomputed.delta);
  const Points given = problem.points();
  const Points points{centre.x.empty() ? problem.x.data() : centre.x.data(), n, problem.d};

  recomputed.u.resize(size);
  recomputed.e.resize(size);
  const double work = static_cast<double>(n) * static_cast<double>(support.size()) * (problem.d + kCall);
  const int stride = std::max(1, static_cast<int>(std::ceil(work / kWork)));
  const auto [least, most] = std::minmax_element(problem.y.begin(), problem.y.end());
  recomputed.spread = *most / 2 - *least / 2;
  recomputed.unit = std::max(recomputed.spread, problem.epsilon);
  for (int i = 0; i < n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (i % stride == 0) {
      double sum = 0, absolute = 0;
      for (const int j : support) {
        const double bar = recomputed.delta[static_cast<std::size_t>(j)] *
                           evaluate(problem.kernel, points.row(j), points.row(i), problem.d);
        sum += bar;
        absolute += std::abs(bar);
      }
      const double outside = centre.at(given, i);
      recomputed.rows.push_back(i);
      recomputed.u[at] = sum + outside;
      const double magnitude = absolute + std::abs(outside) + std::abs(solution.b) + std::abs(problem.y[at]);
      // NaN must not hide behind max().
      if (!(magnitude <= recomputed.magnitude)) recomputed.magnitude = magnitude;
    } else {
      recomputed.u[at] = problem.y[at] - solution.residual[at] - solution.b;
    }
    recomputed.e[at] = problem.y[at] - recomputed.u[at] - solution.b;
    const double delta = recomputed.delta[at];
    recomputed.half_norm += delta * recomputed.u[at] / 2;
    recomputed.dual += problem.y[at] * delta - problem.epsilon * (solution.alpha[at] + solution.alpha_star[at]);
  }
  recomputed.rounding = kRounding * recomputed.magnitude;
  for (const double e : recomputed.e) recomputed.slack += slack_of(e, problem.epsilon, recomputed.rounding);
  recomputed.slack *= problem.C;
  recomputed.primal = recomputed.half_norm + recomputed.slack;
  recomputed.dual -= recomputed.half_norm;
  std::vector<double> r(problem.y);
  for (std::size_t i = 0; i < size; ++i) r[i] -= recomputed.u[i];
  std::tie(recomputed.b_lo, recomputed.b_hi) =
      rows_of(recomputed.delta, r, problem.C, problem.epsilon, recomputed.size);
  recomputed.violation = worst(0, recomputed.b_lo - recomputed.b_hi);
  recomputed.tau = std::min(recomputed.violation, tolerance) + recomputed.rounding;
  recomputed.qp_bound = kQpTolerance * std::abs(recomputed.primal) + problem.C * n * recomputed.tau;
  recomputed.band = kTie * recomputed.unit + recomputed.tau;
  return recomputed;
}

std::pair<double, double> rows_of(const std::vector<double>& delta, const std::vector<double>& r, double C,
                                  double epsilon, double size) {
  const double band = kIdentityTolerance * size;
  double lo = -std::numeric_limits<double>::infinity(), hi = -lo;
  for (std::size_t i = 0; i < r.size(); ++i) {
    // b >= r - epsilon unless delta is at C, and so on. NaN must not hide behind max().
    if (delta[i] < C - band) lo = worst(lo, r[i] + (delta[i] < -band ? epsilon : -epsilon));
    if (delta[i] > band - C) hi = -worst(-hi, -r[i] - (delta[i] > band ? -epsilon : epsilon));
  }
  return {lo, hi};
}

double Recomputed::off(double b) const { return worst(worst(0, b_lo - b), b - b_hi); }

double Recomputed::allowed_off() const { return kQpTolerance * unit + (tau + rounding); }

Check check_violation(const Recomputed& recomputed, double off) {
  return check_within("violation", worst(recomputed.violation, off), kQpTolerance, recomputed.unit,
                      recomputed.tau + recomputed.rounding);
}

namespace {

// An eigenvalue that counts as 0 beside the largest does not count as 0 beside multipliers of 1e6.
bool is_indefinite(const Problem& problem, const Recomputed& recomputed) {
  const auto [kind, negative] = definiteness(problem.kernel, problem.points());
  if (kind == Mercer::indefinite) return true;
  double square = 0;
  for (const double delta : recomputed.delta) square += delta * delta;
  const double allowed = kQpTolerance * std::abs(recomputed.primal) + problem.C * recomputed.n * recomputed.rounding;
  return kMeetings * negative * square > allowed;
}

}  // namespace

std::string vacuous_reason(const Problem& problem, const Solution& solution, const Recomputed& recomputed) {
  if (!recomputed.finite()) return "overflow";
  if (!solution.report.converged) return "not-converged";
  if (recomputed.tau > kCoarsest * recomputed.unit) return "coarse";
  return is_indefinite(problem, recomputed) ? "kernel-not-psd" : "";
}

namespace {

std::vector<double> offsets_of_points(const Problem& problem, const Recomputed& recomputed) {
  std::vector<double> r(problem.y);
  for (std::size_t i = 0; i < r.size(); ++i) r[i] -= recomputed.u[i];
  return r;
}

}  // namespace

OffsetFunction::OffsetFunction(const Problem& problem, const Recomputed& recomputed)
    : OffsetFunction(problem.C, problem.epsilon, offsets_of_points(problem, recomputed)) {}

OffsetFunction::OffsetFunction(double C, double epsilon, const std::vector<double>& r)
    : r_(r), C_(C), epsilon_(epsilon) {
  breakpoints.reserve(2 * r.size());
  for (const double value : r) {
    breakpoints.push_back(value - epsilon);
    breakpoints.push_back(value + epsilon);
  }
  breakpoints = sorted(breakpoints);
}

double OffsetFunction::operator()(double b) const {
  double sum = 0;
  for (const double r : r_) sum += std::max(std::abs(r - b) - epsilon_, 0.0);
  return C_ * sum;
}

double OffsetFunction::slope_left(double b, double band) const {
  const auto passed = std::lower_bound(breakpoints.begin(), breakpoints.end(), b - band) - breakpoints.begin();
  return C_ * static_cast<double>(passed - static_cast<std::ptrdiff_t>(r_.size()));
}

double OffsetFunction::slope_right(double b, double band) const {
  const auto passed = std::upper_bound(breakpoints.begin(), breakpoints.end(), b + band) - breakpoints.begin();
  return C_ * static_cast<double>(passed - static_cast<std::ptrdiff_t>(r_.size()));
}

}  // namespace proofground::svr
