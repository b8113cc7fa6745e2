// Fits that SMO alone does not end in any time.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "bench/workload.h"
#include "core/rng.h"
#include "svm/smo.h"
#include "svm_recomputed.h"
#include "tolerances.h"

namespace proofground {
namespace {

using testing_svm::Ended, testing_svm::expect_solved, testing_svm::kInfinity, testing_svm::Problem;
using testing_svm::recompute, testing_svm::regression, testing_svm::solve;

TEST(LongFits, AMultiplierFarBelowItsBoxCounts) {
  // u of 1e-9 in a box of 1e6: a cubic kernel with values of 1e12 that goes through all of the points.
  Rng rng(4);
  constexpr int kPoints = 24, kColumns = 5;
  std::vector<double> x, y;
  for (int i = 0; i < kPoints * kColumns; ++i) x.push_back(rng.normal());
  for (int k = 0; k < kPoints; ++k) y.push_back(rng.normal());
  const Kernel kernel{.type = KernelType::poly, .gamma = 2000, .coef0 = 1, .degree = 3};
  const Problem problem(kernel, {x.data(), kPoints, kColumns}, regression(y, 1e-3, [](int) { return 1e6; }), 1);
  for (const long patience : {0L, kSmoAlone}) {
    const SmoOptions options{.tolerance = 1e-4, .max_iterations = 100'000, .patience = patience};
    const Ended end = solve(problem, options);
    expect_solved(problem, end, options);
    EXPECT_LT(*std::max_element(end.u.begin(), end.u.end()), 1e-7);
  }
}

TEST(LongFits, EndPointsOnALineAtTheLargestCost) {
  const bench::Workload line = bench::make_workload(200, 1);
  for (const double gamma : {0.1, 1.0, 10.0}) {
    const Problem problem({.gamma = gamma}, {line.x.data(), line.n, 1},
                          regression(line.y, 0.1, [](int) { return 1e6; }), 1);
    const SmoOptions options{.tolerance = 1e-3, .max_iterations = 50'000};
    expect_solved(problem, solve(problem, options), options);
  }
}

TEST(LongFits, EndACubicKernelInEightDimensions) {
  const bench::Workload cloud = bench::make_workload(300, 8);
  const Kernel kernel{.type = KernelType::poly, .gamma = 1.0 / 8, .coef0 = 1, .degree = 3};
  const Problem problem(kernel, {cloud.x.data(), cloud.n, 8}, regression(cloud.y, 0.1, [](int) { return 1e6; }), 1);
  const SmoOptions options{.tolerance = 1e-3, .max_iterations = 200'000};
  expect_solved(problem, solve(problem, options), options);
}

TEST(LongFits, EndWhereAConstantMakesTheMatrixIndefinite) {
  // x'z - 1: on multipliers of sum 0 as good as x'z.
  const bench::Workload cloud = bench::make_workload(60, 6);
  const Kernel kernel{.type = KernelType::poly, .gamma = 0.5, .coef0 = -1, .degree = 1};
  const Problem problem(kernel, {cloud.x.data(), cloud.n, 6}, regression(cloud.y, 1e-3, [](int) { return 1e4; }), 1);
  const SmoOptions options{.tolerance = 1e-4, .max_iterations = 50'000};
  expect_solved(problem, solve(problem, options), options);
}

/// min_(w, b)  1/2 |w|^2 + C sum_i max(0, |y_i - w'x_i - b| - epsilon), at the w of u and the best b.
long double primal(const bench::Workload& table, const std::vector<double>& u, double C, double epsilon) {
  std::vector<long double> w(table.d, 0), rest;
  for (int i = 0; i < table.n; ++i)
    for (int k = 0; k < table.d; ++k)
      w[k] += static_cast<long double>(u[i]) * table.x[static_cast<std::size_t>(i) * table.d + k];
  long double size = 0;
  for (const long double value : w) size += value * value / 2;
  for (int i = 0; i < table.n; ++i) {
    long double f = 0;
    for (int k = 0; k < table.d; ++k) f += w[k] * table.x[static_cast<std::size_t>(i) * table.d + k];
    rest.push_back(table.y[i] - f);
  }
  // The loss is piecewise linear in b, with its kinks where a point enters or leaves the tube.
  const auto loss = [&](long double b) {
    long double sum = 0;
    for (const long double r : rest) sum += std::max(0.0L, std::abs(r - b) - epsilon);
    return sum;
  };
  long double least = kInfinity;
  for (const long double r : rest)
    for (const long double b : {r - epsilon, r + epsilon}) least = std::min(least, loss(b));
  return size + C * least;
}

TEST(LongFits, EndATableInItsOwnUnits) {
  // 22 columns of magnitudes 1 to 1e5, a linear kernel: by weak duality nothing is better than primal - gap.
  const bench::Workload table = bench::make_unscaled(547, 22);
  for (const double C : {1.0, 10.0}) {
    const Problem problem({.type = KernelType::linear}, {table.x.data(), table.n, table.d},
                          regression(table.y, 0.1, [&](int) { return C; }), 1);
    const SmoOptions options{.tolerance = 1e-3, .max_iterations = 300'000};
    const Ended end = solve(problem, options);
    expect_solved(problem, end, options);
    const double dual = static_cast<double>(-recompute(problem, end.u).objective);
    const double best = static_cast<double>(primal(table, end.u, C, 0.1));
    EXPECT_GE(best, dual - tolerance::identity() * std::abs(dual));
    EXPECT_LE(best - dual, options.tolerance * C * table.n);
    EXPECT_LE(best - dual, 1e-3 * dual);
  }
}

}  // namespace
}  // namespace proofground
