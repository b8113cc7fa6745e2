// The step of the active-set method, from the definition of its problem in long double.
#include "svm/active_set.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "qp_problems.h"
#include "tolerances.h"

namespace proofground {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

/// What minimise() computed, beside the problem it was given.
struct Solved {
  FreePoints points;
  FreeStep step;

  explicit Solved(FreePoints given) : points(std::move(given)), step(minimise(points)) {}
  [[nodiscard]] int m() const { return static_cast<int>(points.slope.size()); }
  [[nodiscard]] double at(int k, int l) const { return points.K[static_cast<std::size_t>(k) * m() + l]; }
  [[nodiscard]] double largest() const {
    double value = 0;
    for (int k = 0; k < m(); ++k) value = std::max(value, std::abs(at(k, k)));
    return value;
  }
  /// r of svm/active_set.h
  [[nodiscard]] double proximal() const { return 4 * kEpsilon * m() * largest(); }
  /// 1/2 c'Kc - slope'c
  [[nodiscard]] long double value(const std::vector<double>& c) const {
    long double sum = 0;
    for (int k = 0; k < m(); ++k) {
      long double row = 0;
      for (int l = 0; l < m(); ++l) row += static_cast<long double>(at(k, l)) * c[l];
      sum += c[k] * (row / 2 - points.slope[k]);
    }
    return sum;
  }
  /// The sizes of what is summed there.
  [[nodiscard]] double size(const std::vector<double>& c) const {
    double sum = 0;
    for (int k = 0; k < m(); ++k) {
      for (int l = 0; l < m(); ++l) sum += std::abs(c[k] * at(k, l) * c[l]);
      sum += std::abs(points.slope[k] * c[k]);
    }
    return sum;
  }
  /// slope - Kc
  [[nodiscard]] std::vector<double> slopes() const {
    std::vector<double> left;
    for (int k = 0; k < m(); ++k) {
      long double sum = points.slope[k];
      for (int l = 0; l < m(); ++l) sum -= static_cast<long double>(at(k, l)) * step.c[l];
      left.push_back(static_cast<double>(sum));
    }
    return left;
  }
  [[nodiscard]] std::vector<int> free() const {
    std::vector<int> left;
    for (int k = 0; k < m(); ++k)
      if (!step.held[k]) left.push_back(k);
    return left;
  }
  [[nodiscard]] double reach() const {
    double most = 0;
    for (int k = 0; k < m(); ++k) most = std::max(most, std::max(points.up[k], points.down[k]));
    return most;
  }
};

FreePoints rooms(std::vector<double> K, int m, double room, Rng& rng) {
  FreePoints points{std::move(K), {}, {}, {}};
  for (int k = 0; k < m; ++k) {
    points.slope.push_back(rng.normal());
    points.up.push_back(room * rng.uniform(0.01, 1));
    points.down.push_back(room * rng.uniform(0.01, 1));
  }
  return points;
}

/// Feasible, the fall as it says, and held where it says; of any matrix.
void expect_sound(const Solved& one) {
  const FreeStep& step = one.step;
  ASSERT_EQ(static_cast<int>(step.c.size()), one.m());
  ASSERT_EQ(static_cast<int>(step.held.size()), one.m());
  long double sum = 0;
  bool moved = false;
  for (int k = 0; k < one.m(); ++k) {
    sum += step.c[k];
    moved = moved || step.c[k] != 0;
    EXPECT_LE(step.c[k], one.points.up[k]);
    EXPECT_GE(step.c[k], -one.points.down[k]);
    const bool at_bound = step.c[k] == one.points.up[k] || step.c[k] == -one.points.down[k];
    EXPECT_EQ(step.held[k], at_bound) << k;
  }
  EXPECT_NEAR(static_cast<double>(sum), 0, 1e-13 * one.m() * one.reach());
  EXPECT_GE(step.fall, 0);
  EXPECT_EQ(step.solves > 0, moved);
  if (step.solves == 0) EXPECT_EQ(step.fall, 0);
  EXPECT_LE(step.solves, one.m());
  EXPECT_NEAR(step.fall, static_cast<double>(-one.value(step.c)),
              tolerance::identity() * one.size(step.c) + one.proximal() * one.reach() * one.reach());
}

/// At the end no point that is not held falls faster than another: slope - Kc is the same for all, up to r times the last
/// move and rounding.
void expect_level(const Solved& one) {
  if (one.step.solves == 0) return;
  const std::vector<double> slopes = one.slopes();
  const std::vector<int> free = one.free();
  double mean = 0, size = 0;
  for (const int k : free) mean += slopes[k] / static_cast<double>(free.size());
  for (int k = 0; k < one.m(); ++k) size = std::max(size, std::abs(one.points.slope[k]));
  const double rounding = 8 * kEpsilon * one.m() * (size + one.largest() * one.reach() * one.m());
  for (const int k : free) EXPECT_NEAR(slopes[k], mean, rounding) << k << " of " << one.m();
}

/// No feasible point near or far, with those that are held where they are, is lower.
void expect_lowest(const Solved& one, Rng& rng) {
  const std::vector<int> free = one.free();
  if (one.step.solves == 0 || free.size() < 2) return;
  const int count = static_cast<int>(free.size());
  const double best = static_cast<double>(one.value(one.step.c));
  for (int trial = 0; trial < 30; ++trial) {
    std::vector<double> c = one.step.c;
    const int k = free[rng.below(count)], l = free[rng.below(count)];
    const double most = std::min(one.points.up[k] - c[k], one.points.down[l] + c[l]);
    const double t = most * std::pow(10, rng.uniform(-6, 0));
    c[k] += t;
    c[l] -= t;
    const double allowed = 8 * kEpsilon * one.m() * t * (1 + one.largest() * one.reach() * one.m());
    EXPECT_GE(static_cast<double>(one.value(c)), best - allowed - tolerance::identity() * std::abs(best) * 1e-3);
  }
}

/// The same walk by elimination anew for each system, in long double.
struct Walk {
  std::vector<double> c;
  std::vector<bool> held;
};

std::vector<long double> eliminate(std::vector<std::vector<long double>> A) {
  const std::size_t size = A.size();
  for (std::size_t k = 0; k < size; ++k) {
    std::size_t best = k;
    for (std::size_t i = k; i < size; ++i)
      if (std::abs(A[i][k]) > std::abs(A[best][k])) best = i;
    std::swap(A[k], A[best]);
    for (std::size_t i = 0; i < size; ++i) {
      if (i == k) continue;
      const long double factor = A[i][k] / A[k][k];
      for (std::size_t j = k; j <= size; ++j) A[i][j] -= factor * A[k][j];
    }
  }
  std::vector<long double> x;
  for (std::size_t k = 0; k < size; ++k) x.push_back(A[k][size] / A[k][k]);
  return x;
}

Walk walk(const Solved& one) {
  const int m = one.m();
  std::vector<long double> c(m, 0), slope(one.points.slope.begin(), one.points.slope.end());
  Walk end{std::vector<double>(m), std::vector<bool>(m, false)};
  std::vector<int> free;
  for (int k = 0; k < m; ++k) free.push_back(k);
  while (free.size() >= 2) {
    const std::size_t size = free.size();
    std::vector<std::vector<long double>> A(size + 1, std::vector<long double>(size + 2, 1));
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b < size; ++b) A[a][b] = one.at(free[a], free[b]);
      A[a][a] += one.proximal();
      A[a][size + 1] = slope[free[a]];
    }
    A[size][size] = A[size][size + 1] = 0;
    const std::vector<long double> d = eliminate(std::move(A));
    long double t = 1;
    int first = -1;
    for (std::size_t a = 0; a < size; ++a) {
      const int k = free[a];
      const long double room = d[a] > 0 ? one.points.up[k] - c[k] : one.points.down[k] + c[k];
      if (std::abs(d[a]) * t <= room) continue;
      t = room / std::abs(d[a]);
      first = static_cast<int>(a);
    }
    for (std::size_t a = 0; a < size; ++a) {
      c[free[a]] += t * d[a];
      for (int k = 0; k < m; ++k) slope[k] -= t * d[a] * one.at(k, free[a]);
    }
    if (first < 0) break;
    end.held[free[first]] = true;
    free.erase(free.begin() + first);
  }
  std::copy(c.begin(), c.end(), end.c.begin());
  return end;
}

TEST(ActiveSet, OfTwoPointsIsTheClosedForm) {
  Rng rng(1);
  for (int trial = 0; trial < 50; ++trial) {
    const Solved one(rooms(testing_qp::random_gram(2, 3, rng), 2, 2, rng));
    const double best = (one.points.slope[0] - one.points.slope[1]) / (one.at(0, 0) + one.at(1, 1) - 2 * one.at(0, 1));
    const double c = std::clamp(best, -std::min(one.points.down[0], one.points.up[1]),
                                std::min(one.points.up[0], one.points.down[1]));
    EXPECT_NEAR(one.step.c[0], c, tolerance::identity() * (1 + std::abs(c)));
    EXPECT_NEAR(one.step.c[1], -c, tolerance::identity() * (1 + std::abs(c)));
    expect_sound(one);
  }
}

TEST(ActiveSet, HasNothingToDoForFewerThanTwo) {
  for (const Solved& one : {Solved({}), Solved({{2}, {1}, {3}, {4}})}) {
    EXPECT_EQ(one.step.solves, 0);
    expect_sound(one);
  }
  // Slopes that are equal already.
  const Solved level({{2, 0, 0, 1}, {5, 5}, {1, 1}, {1, 1}});
  EXPECT_EQ(level.step.solves, 0);
  expect_sound(level);
}

RC_GTEST_PROP(ActiveSet, IsTheWalkByEliminationAnew, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const int m = 2 + rng.below(14);
  const Solved one(rooms(testing_qp::random_gram(m, m + 4, rng), m, std::pow(10, rng.uniform(-2, 1)), rng));
  expect_sound(one);
  expect_level(one);
  expect_lowest(one, rng);
  const Walk expected = walk(one);
  EXPECT_EQ(one.step.held, expected.held);
  for (int k = 0; k < m; ++k) EXPECT_NEAR(one.step.c[k], expected.c[k], tolerance::objective() * one.reach());
  RC_ASSERT(!::testing::Test::HasFailure());
}

RC_GTEST_PROP(ActiveSet, IsSoundOnSingularMatrices, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const int m = 2 + rng.below(20), rank = 1 + rng.below(3);
  std::vector<double> K = testing_qp::random_gram(m, rank, rng);
  if (rng.below(2) == 0) {  // the last point once more, and again
    for (int k = 0; k < m; ++k) K[k * m] = K[k * m + m - 1];
    for (int k = 0; k < m; ++k) K[k] = K[(m - 1) * m + k];
  }
  const Solved one(rooms(std::move(K), m, std::pow(10, rng.uniform(-2, 6)), rng));
  // A room of 1e6 and slopes of 1: nothing but bounds ends a move along which K is flat.
  if (m > rank + 1) EXPECT_GT(one.step.solves, 0);
  expect_sound(one);
  expect_level(one);
  RC_ASSERT(!::testing::Test::HasFailure());
}

RC_GTEST_PROP(ActiveSet, IsSoundOnBadlyScaledMatrices, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const int m = 2 + rng.below(12);
  std::vector<double> K = testing_qp::random_gram(m, 2 + rng.below(m), rng), scale;
  for (int k = 0; k < m; ++k) scale.push_back(std::pow(10, rng.uniform(-4, 5)));
  for (int k = 0; k < m; ++k)
    for (int l = 0; l < m; ++l) K[k * m + l] *= scale[k] * scale[l];
  const Solved one(rooms(std::move(K), m, std::pow(10, rng.uniform(-6, 6)), rng));
  EXPECT_GT(one.step.solves, 0);
  expect_sound(one);
  expect_level(one);
  RC_ASSERT(!::testing::Test::HasFailure());
}

RC_GTEST_PROP(ActiveSet, RefusesOrFallsOnMatricesThatAreNotPositiveSemiDefinite, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const int m = 2 + rng.below(6);
  std::vector<double> K = testing_qp::random_indefinite(m, rng);
  const double lift = rng.uniform(0, 3);  // sometimes as far as positive definite
  for (int k = 0; k < m; ++k) K[k * m + k] += lift;
  expect_sound(Solved(rooms(std::move(K), m, 1, rng)));
  RC_ASSERT(!::testing::Test::HasFailure());
}

TEST(ActiveSet, OfTheZeroMatrixIsSound) {
  Rng rng(3);
  expect_sound(Solved(rooms(std::vector<double>(25, 0.0), 5, 1, rng)));
}

TEST(ActiveSet, GoesSlopeOverRWhereTheMatrixIsFlat) {
  // All points equal, slopes of the size of r: the moves are slope / r, and lower the objective by slope^2 / r, of which
  // the proximal term's half is no loss.
  const double r = 4 * kEpsilon * 3;
  const Solved one({std::vector<double>(9, 1.0), {3 * r, -r, -2 * r}, {9, 9, 9}, {9, 9, 9}});
  EXPECT_EQ(one.step.solves, 1);
  const std::vector<double> whole{3, -1, -2};
  for (int k = 0; k < 3; ++k) EXPECT_NEAR(one.step.c[k], whole[k], 0.3);
  const double fall = static_cast<double>(-one.value(one.step.c));
  EXPECT_NEAR(one.step.fall, fall, 0.1 * fall);
  // The first held half way: the slopes of the others are what they were, and 1/2 r apart from their mean.
  const Solved half({std::vector<double>(9, 1.0), {3 * r, -r, -2 * r}, {9, 9, 9}, {1.5, 9, 9}});
  EXPECT_EQ(half.step.solves, 2);
  EXPECT_EQ(half.step.c[0], 1.5);
  EXPECT_NEAR(half.step.c[1], -0.5 + 0.5, 0.1);
  EXPECT_NEAR(half.step.c[2], -1 - 0.5, 0.1);
}

TEST(ActiveSet, DeletesTheRowThatIsHeld) {
  // Each point in turn is held at once; what is left is as if it had never been there, but for its own move.
  Rng rng(8);
  constexpr int kPoints = 7;
  for (int first = 0; first < kPoints; ++first) {
    FreePoints all = rooms(testing_qp::random_gram(kPoints, 12, rng), kPoints, 1e3, rng);
    for (double& room : all.up) room = 1e3;
    for (double& room : all.down) room = 1e3;
    all.up[first] = all.down[first] = 1e-3;
    all.slope[first] += 9;
    const Solved one(all);
    ASSERT_TRUE(one.step.held[first]);
    ASSERT_EQ(one.free().size(), kPoints - 1U);
    FreePoints rest;
    for (const int k : one.free()) {
      for (const int l : one.free()) rest.K.push_back(one.at(k, l));
      // c_first is given up by the others in equal parts, and the minimum is found from there.
      double slope = one.points.slope[k] - one.at(k, first) * one.step.c[first];
      for (const int l : one.free()) slope += one.at(k, l) * one.step.c[first] / (kPoints - 1);
      rest.slope.push_back(slope);
      rest.up.push_back(1e3);
      rest.down.push_back(1e3);
    }
    const FreeStep fresh = minimise(rest);
    for (int a = 0; a < kPoints - 1; ++a)
      EXPECT_NEAR(one.step.c[one.free()[a]], fresh.c[a] - one.step.c[first] / (kPoints - 1),
                  tolerance::identity() * 100);
  }
}

TEST(ActiveSet, SeesTheMatrixOnlyOnChangesOfSumZero) {
  // K + a 1' + 1 a' is as good as K, even where it is indefinite.
  Rng rng(6);
  for (int trial = 0; trial < 20; ++trial) {
    const int m = 3 + rng.below(10);
    FreePoints points = rooms(testing_qp::random_gram(m, m + 4, rng), m, 1, rng);
    const FreeStep step = minimise(points);
    ASSERT_GT(step.solves, 0);
    std::vector<double> a;
    for (int k = 0; k < m; ++k) a.push_back(-20 * rng.uniform());
    for (int k = 0; k < m; ++k)
      for (int l = 0; l < m; ++l) points.K[k * m + l] += a[k] + a[l];
    const FreeStep other = minimise(points);
    EXPECT_EQ(other.held, step.held);
    for (int k = 0; k < m; ++k) EXPECT_NEAR(other.c[k], step.c[k], tolerance::identity());
    expect_sound(Solved(points));
  }
}

TEST(ActiveSet, HoldsWhatEndsWithinTheBand) {
  // The minimum is 1e-9 short of the bounds of both.
  FreePoints points{{1, 0, 0, 1}, {1 - 1e-9, -(1 - 1e-9)}, {5, 1}, {1, 5}};
  EXPECT_EQ(minimise(points).held, (std::vector<bool>{false, false}));
  points.band = 1e-8;
  const FreeStep step = minimise(points);
  EXPECT_EQ(step.held, (std::vector<bool>{true, true}));
  EXPECT_EQ(step.c, (std::vector<double>{1, -1}));
}

}  // namespace
}  // namespace proofground
