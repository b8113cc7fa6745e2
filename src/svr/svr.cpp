#include "svr/svr.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

#include "core/exact_sum.h"
#include "core/require.h"
#include "svm/centre.h"
#include "svm/dual_run.h"
#include "svm/kernel_sum.h"

namespace proofground::svr {

namespace {

/// Largest C n |k| that keeps every product of the solver finite (its squares stay below 1e308).
constexpr double kLargestProduct = 1e150;

/// Half a unit in the last place of 1, and what a few such errors come to, relative to the terms of a sum.
constexpr double kUnitRoundoff = std::numeric_limits<double>::epsilon() / 2;
constexpr double kRounding = 8 * kUnitRoundoff;

/// The dual as the solver takes it: for each point alpha (y = +1, p = epsilon - y_i) and alpha_star (-1, epsilon +
/// y_i).
Qp dual_of(const Problem& problem) {
  const int n = problem.n();
  Qp qp;
  qp.point.resize(2 * n);
  qp.y.resize(2 * n);
  qp.p.resize(2 * n);
  qp.C.assign(2 * n, problem.C);
  qp.a.assign(2 * n, 0);
  for (int i = 0; i < n; ++i) {
    qp.point[i] = qp.point[n + i] = i;
    qp.y[i] = 1;
    qp.y[n + i] = -1;
    qp.p[i] = problem.epsilon - problem.y[i];
    qp.p[n + i] = problem.epsilon + problem.y[i];
  }
  return qp;
}

}  // namespace

void require_data_of(const Problem& problem) {
  const std::size_t n = problem.y.size(), size = problem.x.size();
  require(problem.d >= 1, "d", "an integer of at least 1", problem.d);
  const auto d = static_cast<std::size_t>(problem.d);
  require(n >= 1 && n <= static_cast<std::size_t>(std::numeric_limits<int>::max() / 4), "y", "at least one point",
          static_cast<double>(n));
  require(size <= static_cast<std::size_t>(std::numeric_limits<int>::max()), "x", "fewer numbers",
          static_cast<double>(size));
  require_rows(size, d, "x");
  require_one_each(problem.y, size / d, "y");
  require_data(problem.x.data(), static_cast<int>(problem.x.size()), "x");
  require_data(problem.y.data(), static_cast<int>(n), "y");
  require_valid(problem.kernel);
  require_positive(problem.C, "C");
  require_positive(problem.epsilon, "epsilon");
}

void require_valid(const Problem& problem) {
  require_data_of(problem);
  const double bound = kernel_bound(problem.kernel, problem.points());
  const double product = problem.C * problem.n() * bound;
  require(product <= kLargestProduct, "kernel", "values on these x with C n k(x, x) of at most 1e150", product);
}

struct Fit::State {
  State(const Problem& given, const Options& options)
      : problem((require_valid(given), given)),
        tolerance(options.tolerance),
        run(given.kernel, given.points(), [&](const KernelMatrix&) { return dual_of(given); }, options, 1) {}

  Problem problem;
  double tolerance;
  DualRun run;
};

Fit::Fit(const Problem& problem, const Options& options) : state_(std::make_unique<State>(problem, options)) {}
Fit::~Fit() = default;

bool Fit::advance(long iterations) { return state_->run.advance(iterations); }
bool Fit::advance(long iterations, std::vector<Step>& steps) { return state_->run.advance(iterations, steps); }
Report Fit::report() const { return state_->run.report(); }

Solution Fit::solution() const {
  const Problem& problem = state_->problem;
  const int n = problem.n(), d = problem.d;
  const auto [u, F, m, M, report] = state_->run.iterate();

  Solution s;
  s.alpha.resize(n);
  s.alpha_star.resize(n);
  for (int i = 0; i < n; ++i) {
    s.alpha[i] = std::max(0.0, u[i]);  // in this order a zero comes out as +0
    s.alpha_star[i] = std::max(0.0, -u[i]);
  }

  // b is the multiplier of sum u = 0: any value between m and M. At an iterate that is not optimal (m > M) the middle.
  double shift = 0;
  if (problem.kernel.type == KernelType::linear) {
    const std::vector<double>& centre = state_->run.centre();
    s.w = sum_about(problem.points(), centre, u);
    for (int k = 0; k < d; ++k) shift += s.w[k] * centre[k];
  }
  const double middle = m + (M - m) / 2;
  s.b_lo = (m <= M ? m : middle) - shift;
  s.b_hi = (m <= M ? M : middle) - shift;
  s.b = middle - shift;

  // A residual is a sum of u_j k(x_j, x_i), y_i and b, each rounded.
  const double largest_k = kernel_bound(problem.kernel, problem.points());
  double squares = 0, sum_u = 0, largest_y = 0;
  for (int i = 0; i < n; ++i) {
    squares += u[i] * u[i];
    sum_u += std::abs(u[i]);
    largest_y = std::max(largest_y, std::abs(problem.y[i]));
  }
  s.rounding = kRounding * (sum_u * largest_k + largest_y + std::abs(middle));

  s.residual.resize(n);
  s.xi.resize(n);
  double quadratic = 0, linear = 0, slack = 0;
  for (int i = 0; i < n; ++i) {
    s.residual[i] = (problem.y[i] - F[i]) - middle;
    s.xi[i] = slack_of(s.residual[i], problem.epsilon, s.rounding);
    quadratic += u[i] * F[i];
    linear += problem.y[i] * u[i] - problem.epsilon * std::abs(u[i]);
    slack += s.xi[i];
  }
  s.primal = quadratic / 2 + problem.C * slack;
  s.dual = linear - quadratic / 2;
  s.report = report;
  // Of n roundings of any sign the root of their squares' sum is left.
  const double lost = std::max(kUnitRoundoff * std::sqrt(squares), std::abs(exact_sum(u)));
  s.report.converged = report.converged && lost * largest_k <= state_->tolerance;
  return s;
}

Solution fit(const Problem& problem, const Options& options) {
  Fit fit(problem, options);
  run_to_end(fit);
  return fit.solution();
}

std::vector<double> predict(const Problem& problem, const Solution& solution, const std::vector<double>& x_new) {
  require_valid(problem);
  const std::size_t n = problem.y.size(), d = static_cast<std::size_t>(problem.d);
  require_one_each(solution.alpha, n, "solution.alpha");
  require_one_each(solution.alpha_star, n, "solution.alphaStar");
  require_rows(x_new.size(), d, "xNew");
  require_data(x_new.data(), static_cast<int>(x_new.size()), "xNew");
  require_finite(solution.b, "solution.b");

  std::vector<double> u(n);
  for (std::size_t i = 0; i < n; ++i) u[i] = solution.alpha[i] - solution.alpha_star[i];
  const KernelSum sum(problem.kernel, problem.points(), u);
  std::vector<double> f = sum.at({x_new.data(), static_cast<int>(x_new.size() / d), problem.d});
  for (double& value : f) value += solution.b;
  return f;
}

}  // namespace proofground::svr
