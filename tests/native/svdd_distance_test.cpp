// Squared distances anywhere: points against the plain formula, maps against points.
#include "svdd/distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/require.h"
#include "svdd/kkt_case.h"
#include "svdd_problems.h"
#include "tolerances.h"

namespace proofground::svdd::test {
namespace {

const std::vector<Kernel> kKernels{kLinear, rbf(0.5), rbf(40), poly(0.5, 1, 3), poly(0.2, 0, 16), sigmoid(0.3, -0.2)};

std::vector<double> spaced(double from, double to, int samples) {
  std::vector<double> values;
  for (int i = 0; i < samples; ++i) values.push_back(from + (to - from) * i / (samples - 1));
  return values;
}

/// The cells of a grid as points.
std::vector<double> cells(const Grid& grid) {
  std::vector<double> points;
  for (const double y : grid.y)
    for (const double x : grid.x) {
      std::vector<double> z = grid.at;
      z[grid.column_x] = x;
      z[grid.column_y] = y;
      points.insert(points.end(), z.begin(), z.end());
    }
  return points;
}

/// The sizes of what is added up in |phi(z) - mu|^2: rounding is relative to these, not to their difference.
double size_at(const Problem& problem, const Solution& s, const double* z) {
  double size = std::abs(evaluate(problem.kernel, z, z, problem.d)) + std::abs(s.center_norm2);
  for (int j = 0; j < problem.n(); ++j)
    size += 2 * std::abs(s.alpha[j] * evaluate(problem.kernel, problem.points().row(j), z, problem.d));
  return size;
}

void expect_same_as_points(const Problem& problem, const Solution& s, const Grid& grid) {
  const std::vector<double> map = distance2_map(problem, s, grid), points = cells(grid);
  const std::vector<double> expected = distance2(problem, s, points);
  ASSERT_EQ(map.size(), grid.x.size() * grid.y.size());
  ASSERT_EQ(map.size(), expected.size());
  for (std::size_t i = 0; i < map.size(); ++i) {
    const double size = size_at(problem, s, points.data() + i * static_cast<std::size_t>(problem.d));
    ASSERT_NEAR(map[i], expected[i], tolerance::map() * std::max(size, 1.0)) << i;
  }
}

TEST(Distance2, IsThePlainFormula) {
  for (const Kernel& kernel : kKernels) {
    const Problem problem = cloud(37, 3, 0.3, kernel);
    const Solution s = fit(problem);
    const std::vector<double> x = cloud(1031, 3, 0.5).x;  // more than are worked on together, and not a multiple
    const std::vector<double> d2 = distance2(problem, s, x);
    ASSERT_EQ(d2.size(), 1031u);
    for (int i = 0; i < 1031; ++i) {
      const double* z = x.data() + static_cast<std::ptrdiff_t>(i) * 3;
      double expected = evaluate(kernel, z, z, 3);
      for (int j = 0; j < 37; ++j) {
        expected -= 2 * s.alpha[j] * evaluate(kernel, problem.points().row(j), z, 3);
        for (int k = 0; k < 37; ++k)
          expected += s.alpha[j] * s.alpha[k] * evaluate(kernel, problem.points().row(j), problem.points().row(k), 3);
      }
      ASSERT_NEAR(d2[i], std::max(expected, 0.0), tolerance::map() * std::max(size_at(problem, s, z), 1.0)) << i;
    }
  }
}

TEST(Distance2, NoPointsNoDistances) { EXPECT_TRUE(distance2(cloud(5, 2, 0.5), fit(cloud(5, 2, 0.5)), {}).empty()); }

TEST(Distance2Map, IsTheSameAsPointByPoint) {
  for (const Kernel& kernel : kKernels) {
    for (const int d : {2, 3, 5}) {
      const Problem problem = cloud(40, d, 0.2, kernel, true);
      const Solution s = fit(problem);
      // Sizes that leave every remainder of a tile, and axes in either order.
      for (const auto& [width, height] : {std::pair{2, 2}, {5, 7}, {16, 3}, {31, 17}}) {
        Grid grid{.column_x = 0, .column_y = d - 1, .x = spaced(-4, 5, width), .y = spaced(-3, 6, height), .at = {}};
        for (int k = 0; k < d; ++k) grid.at.push_back(0.3 * k - 0.4);
        expect_same_as_points(problem, s, grid);
        std::swap(grid.column_x, grid.column_y);
        expect_same_as_points(problem, s, grid);
      }
    }
  }
}

TEST(Distance2Map, FarFromTheOriginAndFarFromTheData) {
  const Problem far = cloud(30, 2, 0.2, kLinear, false, 1e6);
  const Grid here{
      .column_x = 0, .column_y = 1, .x = spaced(1e6 - 3, 1e6 + 3, 9), .y = spaced(1e6 - 3, 1e6 + 3, 9), .at = {0, 0}};
  const Solution s = fit(far);
  const std::vector<double> map = distance2_map(far, s, here), expected = distance2(far, s, cells(here));
  for (std::size_t i = 0; i < map.size(); ++i) EXPECT_NEAR(map[i], expected[i], tolerance::map() * expected[i] + 1e-12);

  // So far away that every exponential is 0: k(z, z) + |mu|^2, and no NaN.
  const Problem narrow = cloud(30, 2, 0.2, rbf(1e4));
  const Solution t = fit(narrow);
  const Grid away{.column_x = 0, .column_y = 1, .x = {-1e90, 0, 1e90}, .y = {-1e3, 1e90}, .at = {0, 0}};
  for (const double d2 : distance2_map(narrow, t, away)) EXPECT_NEAR(d2, 1 + t.center_norm2, 1e-9);
}

TEST(Distance2Map, IsDeepestAtTheCentreOfABall) {
  const Problem problem = cloud(60, 2, 0.2);
  const Solution s = fit(problem);
  const Grid grid{.column_x = 0, .column_y = 1, .x = {s.center[0], 9}, .y = {s.center[1], 9}, .at = {0, 0}};
  const std::vector<double> map = distance2_map(problem, s, grid);
  EXPECT_NEAR(map[0], 0, 1e-20);
  EXPECT_NEAR(map[1], std::pow(9 - s.center[0], 2), 1e-12 * map[1]);
  EXPECT_NEAR(map[2], std::pow(9 - s.center[1], 2), 1e-12 * map[2]);
}

TEST(Distance2Map, RefusesByName) {
  const Problem problem = cloud(5, 3, 0.5);
  const Solution s = fit(problem);
  const Grid good{.column_x = 0, .column_y = 1, .x = {0, 1}, .y = {0, 1}, .at = {0, 0, 0}};
  const auto field = [&](auto change) {
    Grid grid = good;
    change(grid);
    try {
      (void)distance2_map(problem, s, grid);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string("accepted");
  };
  EXPECT_EQ(field([](Grid&) {}), "accepted");
  EXPECT_EQ(field([](Grid& g) { g.column_x = 3; }), "columnX");
  EXPECT_EQ(field([](Grid& g) { g.column_y = -1; }), "columnY");
  EXPECT_EQ(field([](Grid& g) { g.column_y = 0; }), "columnY");
  EXPECT_EQ(field([](Grid& g) { g.at.pop_back(); }), "at");
  EXPECT_EQ(field([](Grid& g) { g.x[1] = std::numeric_limits<double>::quiet_NaN(); }), "x[1]");
  EXPECT_EQ(field([](Grid& g) { g.y[0] = 1e101; }), "y[0]");
}

TEST(KktCases, ATieIsOnTheBoundaryAndABoundaryIsThin) {
  const auto cases = [](const Problem& problem, double tolerance) {
    return classify_all(problem, fit(problem, {.tolerance = tolerance}), tolerance);
  };
  using Cases = std::vector<std::uint8_t>;
  EXPECT_EQ(cases(three(0.5), 1e-9), (Cases{kBoundary, kInside, kBoundary}));
  EXPECT_EQ(cases(three(2.0 / 3), 1e-9), (Cases{kOutside, kInside, kOutside}));  // rho = 1/2, the middle of [0, 1]
  EXPECT_EQ(cases(three(0.8), 1e-9), (Cases{kOutside, kBoundary, kOutside}));    // rho = 0
  // A tolerance as large as the data does not make everything boundary: stopped at the start, mu = -1/2 and rho = 1/4.
  EXPECT_EQ(cases(three(2.0 / 3), 1e9), (Cases{kBoundary, kBoundary, kOutside}));
  // All points coincide: their distances are rounding errors, and so is rho.
  EXPECT_EQ(cases(literal({2, 5, 2, 5, 2, 5}, 2, {1, 2, 3}, 2, rbf(0.3)), 1e-3), Cases(3, kBoundary));
}

}  // namespace
}  // namespace proofground::svdd::test
