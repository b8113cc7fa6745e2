#include "svr/standardise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/require.h"
#include "svr_claims_problems.h"

namespace proofground::svr::test {
namespace {

struct Moments {
  double mean = 0, deviation = 0;
};
Moments moments_of(const std::vector<double>& values, std::size_t column, std::size_t d) {
  const double count = static_cast<double>(values.size() / d);
  Moments m;
  for (std::size_t i = column; i < values.size(); i += d) m.mean += values[i] / count;
  for (std::size_t i = column; i < values.size(); i += d) m.deviation += std::pow(values[i] - m.mean, 2) / count;
  m.deviation = std::sqrt(m.deviation);
  return m;
}

TEST(Standardise, KnownValues) {
  const Standardised result = standardise(literal({1, 10, 2, 10, 3, 10}, 2, {0, 0, 3}, kLinear, 4, 0.5));
  EXPECT_DOUBLE_EQ(result.scaling.x_mean[0], 2);
  EXPECT_DOUBLE_EQ(result.scaling.x_scale[0], std::sqrt(2.0 / 3));
  // A constant column: shifted to 0, not scaled.
  EXPECT_EQ(result.scaling.x_mean[1], 10);
  EXPECT_EQ(result.scaling.x_scale[1], 1);
  EXPECT_EQ(result.problem.x[1], 0);
  EXPECT_DOUBLE_EQ(result.scaling.y_mean, 1);
  EXPECT_DOUBLE_EQ(result.scaling.y_scale, std::sqrt(2.0));
  EXPECT_EQ(result.problem.C, 4);
  EXPECT_EQ(result.problem.epsilon, 0.5);
}

TEST(Standardise, MeanZeroAndDeviationOneAtAnyScaleAndPlace) {
  for (const double shift : {0.0, 1e8, -1e12}) {
    for (const double scale : {1e-3, 1.0, 1e6}) {
      Problem problem = wave(200, 3, rbf(1), 1, 0.1);
      for (double& x : problem.x) x = x * scale + shift;
      for (double& y : problem.y) y = y * scale - shift;
      const Standardised result = standardise(problem);
      for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(moments_of(result.problem.x, k, 3).mean, 0, 1e-12 + 1e-16 * std::abs(shift) / scale);
        EXPECT_NEAR(moments_of(result.problem.x, k, 3).deviation, 1, 1e-12);
      }
      EXPECT_NEAR(moments_of(result.problem.y, 0, 1).mean, 0, 1e-12 + 1e-16 * std::abs(shift) / scale);
      EXPECT_NEAR(moments_of(result.problem.y, 0, 1).deviation, 1, 1e-12);
    }
  }
}

// The smallest numbers that data may hold differ by denormal ones, which a solver refuses.
TEST(Standardise, NumbersNextToTheSmallestAreSolved) {
  for (const double step : {1e-309, 1e-320, 3e-300}) {
    const Problem problem = literal({2.3e-308, 2.3e-308 + step}, 1, {1e8, 3e-300}, rbf(1), 1, 0.1);
    const Standardised result = standardise(problem);
    EXPECT_NO_THROW(require_valid(result.problem)) << step;
    EXPECT_NEAR(result.problem.x[0], step > 1e-300 ? -1 : 0, 1e-9) << step;
    const Standardised turned = standardise(literal({0, 1}, 1, problem.x, rbf(1), 1, 0.1));
    EXPECT_NO_THROW(require_valid(turned.problem)) << step;
  }
  // A mean that is denormal, where no value is.
  const Standardised around = standardise(literal({2.3e-308, -2.4e-308}, 1, {0, 1}, rbf(1), 1, 0.1));
  EXPECT_EQ(around.scaling.x_mean[0], 0);
}

TEST(Standardise, ExtremeSizes) {
  for (const double size : {1e100, 1e-100, 1e-200}) {
    const Standardised result = standardise(literal({-size, size}, 1, {size, -size}, rbf(1), 1, 0.1));
    EXPECT_DOUBLE_EQ(result.problem.x[0], -1);
    EXPECT_DOUBLE_EQ(result.problem.y[0], 1);
  }
  // Kernel values that are too large in the user's units are not in standardised ones.
  const Problem large = literal({-1e100, 0, 1e100}, 1, {1, 2, 3}, kLinear, 1, 0.1);
  EXPECT_THROW(Fit(large, {}), InvalidArgument);
  Fit fit(standardise(large).problem, {});
  EXPECT_TRUE(fit.advance(1000));
  EXPECT_TRUE(fit.report().converged);
  // Equal numbers far out, whose mean a plain sum would round.
  const Standardised flat = standardise(literal({0.1, 0.1, 0.1}, 1, {1e99, 1e99, 1e99}, rbf(1), 1, 0.1));
  EXPECT_EQ(flat.problem.x, std::vector<double>(3, 0.0));
  EXPECT_EQ(flat.problem.y, std::vector<double>(3, 0.0));
  EXPECT_EQ(flat.scaling.y_scale, 1);
}

TEST(Standardise, MapsThereAndBack) {
  const Problem problem = wave(50, 2, rbf(1), 1, 0.1, 100, 3);
  const Standardised result = standardise(problem);
  EXPECT_EQ(result.scaling.x_to_solved(problem.x), result.problem.x);
  const std::vector<double> back = result.scaling.y_to_user(result.problem.y);
  for (std::size_t i = 0; i < back.size(); ++i) EXPECT_NEAR(back[i], problem.y[i], 1e-12 * 100);
  EXPECT_DOUBLE_EQ(result.scaling.length_to_user(2), 2 * result.scaling.y_scale);
  EXPECT_DOUBLE_EQ(result.scaling.y_to_solved(problem.y[0]), result.problem.y[0]);
  EXPECT_THROW((void)result.scaling.x_to_solved({1, 2, 3}), InvalidArgument);
}

TEST(Standardise, IdentityChangesNothing) {
  const Problem problem = wave(10, 2, rbf(1), 1, 0.1, 5, 3);
  const Scaling identity(2);
  EXPECT_EQ(identity.x_to_solved(problem.x), problem.x);
  EXPECT_EQ(identity.y_to_user(problem.y), problem.y);
  EXPECT_EQ(identity.length_to_user(0.1), 0.1);
}

TEST(Standardise, RefusesWhatAFitRefuses) {
  Problem problem = wave(5, 1, rbf(1), 1, 0.1);
  problem.y[2] = std::numeric_limits<double>::infinity();
  EXPECT_THROW(standardise(problem), InvalidArgument);
  problem = wave(5, 1, rbf(1), 1, 0.1);
  problem.x.pop_back();
  EXPECT_THROW(standardise(problem), InvalidArgument);
  EXPECT_THROW(standardise(literal({}, 1, {}, rbf(1), 1, 0.1)), InvalidArgument);
}

// Other units and another origin give the same problem in solved units, hence the same curve.
TEST(Standardise, PredictionIsEquivariant) {
  const Problem problem = wave(60, 1, rbf(1), 10, 0.1);
  Problem moved = problem;
  for (double& x : moved.x) x = 7 * x + 1e3;
  for (double& y : moved.y) y = 0.01 * y - 50;
  Options options;
  options.tolerance = 1e-9;
  const auto fitted = [&](const Problem& user) {
    const Standardised s = standardise(user);
    return s.scaling.y_to_user(predict(s.problem, fit(s.problem, options), s.problem.x));
  };
  const std::vector<double> here = fitted(problem), there = fitted(moved);
  for (std::size_t i = 0; i < here.size(); ++i) EXPECT_NEAR(0.01 * here[i] - 50, there[i], 1e-8);
}

}  // namespace
}  // namespace proofground::svr::test
