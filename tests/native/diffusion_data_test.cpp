// What a user may give to problem 4: a schedule drawn by hand, and data in any units.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/rng.h"
#include "diffusion/schedule.h"
#include "diffusion/standardise.h"
#include "refused.h"

namespace proofground::diffusion {
namespace {

using proofground::test::refused_field;

TEST(DrawnSchedule, MeetsItsKnotsAndIsStraightBetween) {
  const std::vector<double> knots{-4, -1, -3};
  const Schedule schedule = drawn_schedule(9, knots);
  ASSERT_EQ(schedule.T(), 9);
  const std::vector<double> exponents{-4, -3.25, -2.5, -1.75, -1, -1.5, -2, -2.5, -3};
  for (int t = 1; t <= 9; ++t) EXPECT_NEAR(std::log10(schedule.at(t).beta), exponents[t - 1], 1e-14);
}

TEST(DrawnSchedule, IsTheScheduleOfItsBetas) {
  const Schedule drawn = drawn_schedule(40, {-3, -2, -0.5});
  std::vector<double> beta;
  beta.reserve(drawn.steps.size());
  for (const Step& step : drawn.steps) beta.push_back(step.beta);
  const Schedule same = schedule_of(beta);
  EXPECT_EQ(drawn.at(40).alpha_bar, same.at(40).alpha_bar);
  EXPECT_EQ(drawn.at(17).weight, same.at(17).weight);
}

TEST(DrawnSchedule, OneStepTakesTheFirstKnotAndOneKnotIsConstant) {
  EXPECT_DOUBLE_EQ(drawn_schedule(1, {-2, -1, -3}).at(1).beta, 0.01);
  const Schedule constant = drawn_schedule(5, {-2}), same = constant_schedule(5, 0.01);
  for (int t = 1; t <= 5; ++t) EXPECT_DOUBLE_EQ(constant.at(t).alpha_bar, same.at(t).alpha_bar);
}

TEST(DrawnSchedule, HoldsMoreKnotsThanSteps) {
  const Schedule schedule = drawn_schedule(2, {-3, -1, -1, -1, -2});
  EXPECT_DOUBLE_EQ(schedule.at(1).beta, 1e-3);
  EXPECT_DOUBLE_EQ(schedule.at(2).beta, 1e-2);
}

RC_GTEST_PROP(DrawnSchedule, StaysBetweenItsKnots, ()) {
  const int T = *rc::gen::inRange(1, 60);
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-10000, -1)));
  std::vector<double> knots;
  knots.reserve(whole.size());
  for (const int value : whole) knots.push_back(value / 100.0);
  const auto [least, most] = std::minmax_element(knots.begin(), knots.end());
  for (const Step& step : drawn_schedule(T, knots).steps) {
    RC_ASSERT(step.beta >= std::pow(10, *least) * (1 - 1e-12) && step.beta <= std::pow(10, *most) * (1 + 1e-12));
  }
}

TEST(DrawnSchedule, RefusesByField) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(refused_field([] { drawn_schedule(0, {-2}); }), "T");
  EXPECT_EQ(refused_field([] { drawn_schedule(10, {}); }), "knots");
  EXPECT_EQ(refused_field([] { drawn_schedule(10, {-2, 0}); }), "knots");
  EXPECT_EQ(refused_field([] { drawn_schedule(10, {-2, -1e-18}); }), "knots");
  EXPECT_EQ(refused_field([] { drawn_schedule(10, {-100.5, -2}); }), "knots");
  EXPECT_EQ(refused_field([&] { drawn_schedule(10, {nan}); }), "knots");
  EXPECT_EQ(refused_field([] { drawn_schedule(10, {-100, -2}); }), "");
}

RC_GTEST_PROP(Standardised, HasMeanZeroAndVarianceOneInAnyUnits, ()) {
  const int d = *rc::gen::inRange(1, 4), n = *rc::gen::inRange(2, 40);
  const double unit = std::pow(10, *rc::gen::inRange(-90, 90)), place = *rc::gen::inRange(-5, 5);
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  std::vector<double> points(static_cast<std::size_t>(n) * d);
  for (double& value : points) value = unit * (place + rng.normal());
  const std::vector<double> x = standardised(points, d);
  double square = 0;
  for (int j = 0; j < d; ++j) {
    double sum = 0;
    for (int i = 0; i < n; ++i) sum += x[i * d + j];
    RC_ASSERT(std::abs(sum) <= 1e-12 * n);
  }
  for (const double value : x) square += value * value;
  RC_ASSERT(std::abs(square / static_cast<double>(x.size()) - 1) <= 1e-12);
  // Shapes keep their shape: differences are all scaled alike.
  const double scale = (points[0] - points[d]) / unit, scaled = x[0] - x[d];
  for (int i = 1; i < n; ++i) {
    const double before = (points[0] - points[i * d]) / unit, after = x[0] - x[i * d];
    RC_ASSERT(std::abs(before * scaled - after * scale) <= 1e-11 * (1 + std::abs(scale)) * (1 + std::abs(after)));
  }
}

TEST(Standardised, TakesALineAndRefusesWhatHasNoWidth) {
  const std::vector<double> line = standardised({3, 1, 3, 5}, 2);
  EXPECT_DOUBLE_EQ(line[0], 0);
  EXPECT_DOUBLE_EQ(line[1], -std::sqrt(2.0));
  EXPECT_EQ(refused_field([] { standardised({0.1, 0.2, 0.1, 0.2, 0.1, 0.2}, 2); }), "points");
  EXPECT_EQ(refused_field([] { standardised({1, 2}, 2); }), "points");
  EXPECT_EQ(refused_field([] { standardised({}, 2); }), "points");
  EXPECT_EQ(refused_field([] { standardised({1, 2, 3}, 2); }), "points");
  EXPECT_EQ(refused_field([] { standardised({1, 2, 1e200, 3}, 2); }), "points[2]");
}

}  // namespace
}  // namespace proofground::diffusion
