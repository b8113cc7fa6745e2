#include "svdd/svdd.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "core/argsort.h"
#include "core/require.h"
#include "svm/centre.h"
#include "svm/dual_run.h"
#include "svm/start.h"

namespace proofground::svdd {

namespace {

/// With Q = K and p_i = -k_ii / 2 the solver's problem is the dual, negated and halved: its gradient is half a squared
/// distance.
constexpr double kUnit = 2;

/// A point is at the centre if its squared distance is at most kCoincident of the largest one, or at most kRounding of
/// the largest kernel value: if all points coincide, the distances are nothing but rounding of kernel values.
constexpr double kCoincident = 1e-12, kRounding = 1e-14;

/// From this many points on a nearer start is worth the rows that it costs. Fewer points are solved at once from any
/// start, and the path from the first points shows more.
constexpr int kManyPoints = 500;

/// Most numbers in x: their count and four times the number of points are integers.
constexpr std::size_t kLargestSize = std::numeric_limits<int>::max() / 4;

/// Largest k (sum C / nu) that keeps every product finite (its squares stay below 1e308).
constexpr double kLargestProduct = 1e150;

double weight_sum(const Problem& problem) {
  return std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0);
}

Qp dual_of(const Problem& problem, const KernelMatrix& matrix) {
  const int n = problem.n();
  Qp qp;
  qp.point.resize(n);
  std::iota(qp.point.begin(), qp.point.end(), 0);
  qp.y.assign(n, 1);
  qp.p.resize(n);
  qp.C.resize(n);
  for (int i = 0; i < n; ++i) {
    qp.p[i] = -matrix.diagonal(i) / kUnit;
    // sum a = 1 bounds every a by 1 as well. A small nu would else make boxes so wide that all of [0, 1] is within
    // the rounding that is allowed for at their lower end.
    qp.C[i] = std::min(problem.weights[i] / problem.nu, 1.0);
  }
  // nu may be so near to sum C that the rounded bounds sum to slightly less than 1.
  const double delta = std::min(1.0, std::accumulate(qp.C.begin(), qp.C.end(), 0.0));
  qp.a = n < kManyPoints ? fill_to_sum(qp.C, delta)
                         : fill_farthest_first(distances_from_mean(matrix, problem.weights), qp.C, delta);
  return qp;
}

double squared_norm(const std::vector<double>& v) { return std::inner_product(v.begin(), v.end(), v.begin(), 0.0); }

/// The least |alpha|_1 of (10). Less than 1 is optimal only with rho = 0, where a point on the centre costs nothing:
/// then only the multipliers C_i / nu of the points away from it are needed.
double least_alpha_sum(const Problem& problem, const Solution& s, double largest_kernel) {
  const double farthest = *std::max_element(s.distance2.begin(), s.distance2.end());
  const double coincident = std::max(kCoincident * farthest, kRounding * largest_kernel);
  if (s.rho_lo > coincident) return 1;
  double away = 0;
  for (int i = 0; i < problem.n(); ++i)
    if (s.distance2[i] > coincident) away += problem.weights[i] / problem.nu;
  return std::min(away, 1.0);
}

/// h(rho) = rho + sum_i C_i / nu max(d_i^2 - rho, 0) has its minimum for these d^2 where the weight beyond rho reaches
/// nu: the minimiser nearest to `rho`, which a solver that stops within its tolerance places only nearly. Where C_i / nu
/// is large, h is steep, and the objective would hold nothing but that difference. O(n log n)
double nearest_minimiser(const Problem& problem, const std::vector<double>& d2, double rho) {
  constexpr double kTie = 1e-10;  // sums this near to nu, relative, reach it: 1/3 + 1/3 against 2/3
  const std::vector<int> order = argsort(d2);
  double beyond = 0, lo = 0, hi = 0;
  for (std::size_t k = order.size(); k-- > 0 && lo == 0;) {
    beyond += problem.weights[order[k]] / problem.nu;
    if (hi == 0 && beyond >= 1 - kTie) hi = d2[order[k]];
    if (beyond > 1 + kTie) lo = d2[order[k]];
  }
  return std::clamp(rho, lo, hi);
}

}  // namespace

void require_data_of(const Problem& problem) {
  require(problem.d >= 1, "d", "an integer of at least 1", problem.d);
  const std::size_t size = problem.x.size(), d = static_cast<std::size_t>(problem.d), n = problem.weights.size();
  require(size >= 1, "x", "at least one point", 0);
  require(size <= kLargestSize, "x", "fewer numbers", static_cast<double>(size));
  require_rows(size, d, "x");
  require_one_each(problem.weights, size / d, "weights");
  require_data(problem.x.data(), static_cast<int>(problem.x.size()), "x");
  require_data(problem.weights.data(), static_cast<int>(n), "weights");
  for (const double weight : problem.weights) require(weight > 0, "weights", "numbers above 0", weight);
  const double sum = weight_sum(problem);
  require(sum > kSmallestParameter, "weights", "a sum above 1e-100, the least nu", sum);
  require_positive(problem.nu, "nu");
  require(problem.nu < sum, "nu", "a number below the sum of the weights", problem.nu);
  require_valid(problem.kernel);
}

void require_valid(const Problem& problem) {
  require_data_of(problem);
  const double product = kernel_bound(problem.kernel, problem.points()) * (weight_sum(problem) / problem.nu);
  require(product <= kLargestProduct, "kernel", "values on these x with k(x, x) sum C / nu of at most 1e150", product);
}

struct Fit::State {
  State(const Problem& given, const Options& options)
      : problem((require_valid(given), given)),
        run(
            given.kernel, given.points(), [&](const KernelMatrix& matrix) { return dual_of(given, matrix); }, options,
            kUnit) {}

  Problem problem;
  DualRun run;
};

Fit::Fit(const Problem& problem, const Options& options) : state_(std::make_unique<State>(problem, options)) {}
Fit::~Fit() = default;

bool Fit::advance(long iterations) { return state_->run.advance(iterations); }
bool Fit::advance(long iterations, std::vector<Step>& steps) { return state_->run.advance(iterations, steps); }
Report Fit::report() const { return state_->run.report(); }

Solution Fit::solution() const {
  const Problem& problem = state_->problem;
  const KernelMatrix& matrix = state_->run.matrix();
  const int n = problem.n();
  const auto [u, F, m, M, report] = state_->run.iterate();

  Solution s;
  s.alpha = u;
  double trace = 0, norm2 = 0, largest_kernel = 0;
  for (int i = 0; i < n; ++i) {
    trace += u[i] * matrix.diagonal(i);
    norm2 += u[i] * F[i];
    largest_kernel = std::max(largest_kernel, std::abs(matrix.diagonal(i)));
  }
  s.dual = trace - norm2;
  s.distance2.resize(n);
  for (int i = 0; i < n; ++i) s.distance2[i] = std::max((matrix.diagonal(i) - 2 * F[i]) + norm2, 0.0);

  s.center_norm2 = norm2;
  if (problem.kernel.type == KernelType::linear) {
    const std::vector<double>& centre = state_->run.centre();
    s.center = sum_about(problem.points(), centre, u);
    for (int k = 0; k < problem.d; ++k) s.center[k] += centre[k];
    s.center_norm2 = squared_norm(s.center);
  }

  // rho - |mu|^2 is twice the multiplier of sum a = 1, any value between m and M. At an iterate that is not optimal
  // (m > M) the middle.
  const double lo = std::max(kUnit * m + norm2, 0.0), hi = std::max(kUnit * M + norm2, 0.0);
  s.rho = nearest_minimiser(problem, s.distance2, lo + (hi - lo) / 2);
  s.rho_lo = lo <= hi ? lo : s.rho;
  s.rho_hi = lo <= hi ? hi : s.rho;

  s.xi.resize(n);
  s.primal = s.rho;
  for (int i = 0; i < n; ++i) {
    s.xi[i] = std::max(s.distance2[i] - s.rho, 0.0);
    s.primal += problem.weights[i] / problem.nu * s.xi[i];
  }
  s.alpha_sum_lo = least_alpha_sum(problem, s, largest_kernel);
  s.report = report;
  return s;
}

Solution fit(const Problem& problem, const Options& options) {
  Fit fit(problem, options);
  run_to_end(fit);
  return fit.solution();
}

}  // namespace proofground::svdd
