// Distances of samples against brute force and closed forms.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include "core/require.h"
#include "core/rng.h"
#include "diffusion/quality.h"
#include "tolerances.h"

namespace proofground::diffusion {
namespace {

std::vector<double> normals(int count, double mean, double deviation, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<double> x(count);
  for (double& value : x) value = mean + deviation * rng.normal();
  return x;
}

/// Integral of f(F(x), G(x)) over the line, F and G the samples' steps.
double over_the_line(const std::vector<double>& x, const std::vector<double>& y,
                     const std::function<double(double, double)>& f) {
  std::vector<double> jumps(x);
  jumps.insert(jumps.end(), y.begin(), y.end());
  std::sort(jumps.begin(), jumps.end());
  const auto share = [](const std::vector<double>& sample, double at) {
    return static_cast<double>(std::count_if(sample.begin(), sample.end(), [at](double v) { return v <= at; })) /
           static_cast<double>(sample.size());
  };
  double sum = 0;
  for (std::size_t i = 0; i + 1 < jumps.size(); ++i)
    sum += (jumps[i + 1] - jumps[i]) * f(share(x, jumps[i]), share(y, jumps[i]));
  return sum;
}

TEST(DiffusionQuality, WassersteinByHand) {
  std::vector<double> x{1, 0}, y{0.5};
  EXPECT_EQ(wasserstein(x, y), 0.5);
  std::vector<double> a{0, 0, 0}, b{3, 0};
  EXPECT_EQ(wasserstein(a, b), 1.5);
}

// In one dimension W1 is the area between the distribution functions as well.
TEST(DiffusionQuality, WassersteinIsTheAreaBetween) {
  for (const auto& [n, m] : {std::pair{40, 40}, {37, 12}, {5, 81}, {1, 9}}) {
    const std::vector<double> x = normals(n, 0, 1, 1), y = normals(m, 0.5, 2, 2);
    const double area = over_the_line(x, y, [](double f, double g) { return std::abs(f - g); });
    EXPECT_NEAR(sliced_wasserstein(x, y, 1, 7, 3), area, tolerance::closed_form()) << n << " " << m;
    EXPECT_NEAR(sliced_wasserstein(y, x, 1, 7, 3), area, tolerance::closed_form());
  }
}

// The energy distance of two distributions on the line is twice the integral of (F - G)^2; pairs of equal points count
// there.
TEST(DiffusionQuality, EnergyIsTheSquareBetween) {
  for (const auto& [n, m] : {std::pair{40, 40}, {37, 12}, {2, 81}}) {
    const std::vector<double> x = normals(n, 0, 1, 4), y = normals(m, 0.5, 2, 5);
    const auto within = [](const std::vector<double>& z) {  // E|z - z'| over all pairs
      double sum = 0;
      for (const double a : z)
        for (const double b : z) sum += std::abs(a - b);
      return sum / static_cast<double>(z.size() * z.size());
    };
    const double square = 2 * over_the_line(x, y, [](double f, double g) { return (f - g) * (f - g); });
    const double unbiased = square - within(x) / (n - 1) - within(y) / (m - 1);
    EXPECT_NEAR(energy_distance(x, y, 1).unbiased, unbiased, tolerance::closed_form()) << n << " " << m;
    EXPECT_NEAR(energy_distance(x, y, 1).of_all, square, tolerance::closed_form());
  }
}

// N(0, 1) against N(m, 1): 2 E|x - y| - 2 E|x - x'| with E|N(m, 2)| in closed form; W1 = m.
TEST(DiffusionQuality, OfShiftedGaussians) {
  const double shift = 1.2;
  const std::vector<double> x = normals(3000, 0, 1, 6), y = normals(2500, shift, 1, 7);
  const double apart = 2 / std::sqrt(std::numbers::pi) * std::exp(-shift * shift / 4) + shift * std::erf(shift / 2);
  const double exact = 2 * apart - 4 / std::sqrt(std::numbers::pi);
  EXPECT_NEAR(energy_distance(x, y, 1).unbiased, exact, tolerance::standard_errors() * 0.03);
  EXPECT_NEAR(sliced_wasserstein(x, y, 1, 1, 1), shift, tolerance::standard_errors() * 0.03);
}

TEST(DiffusionQuality, EnergyOfEqualDistributionsIsZeroInTheMean) {
  double sum = 0, square = 0;
  constexpr int kRounds = 60;
  for (int k = 0; k < kRounds; ++k) {
    const double value = energy_distance(normals(80, 1, 2, 100 + k), normals(60, 1, 2, 900 + k), 2).unbiased;
    sum += value / kRounds;
    square += value * value / kRounds;
  }
  EXPECT_NEAR(sum, 0, tolerance::standard_errors() * std::sqrt(square / kRounds));
}

// A shift by v: every projection's distance is |v . u|, in the mean over directions 2 / pi |v|.
TEST(DiffusionQuality, SlicedOfAShift) {
  const std::vector<double> x = normals(200, 0, 1, 8);
  std::vector<double> y(x);
  for (std::size_t i = 0; i < y.size(); i += 2) {
    y[i] += 3;
    y[i + 1] += 4;
  }
  const double distance = sliced_wasserstein(x, y, 2, 4000, 1);
  EXPECT_NEAR(distance, 5 * 2 / std::numbers::pi, tolerance::standard_errors() * 5 * 0.31 / std::sqrt(4000));
  EXPECT_EQ(distance, sliced_wasserstein(x, y, 2, 4000, 1));
  EXPECT_NE(distance, sliced_wasserstein(x, y, 2, 4000, 2));
  EXPECT_EQ(sliced_wasserstein(x, x, 2, 20, 1), 0);
}

// By plain loops over points of three coordinates.
TEST(DiffusionQuality, EnergyInThreeDimensions) {
  const std::vector<double> x = normals(15 * 3, 0, 1, 9), y = normals(11 * 3, 1, 1, 10);
  const auto mean = [](const std::vector<double>& a, const std::vector<double>& b, bool same) {
    double sum = 0;
    const std::size_t n = a.size() / 3, m = b.size() / 3;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < m; ++j)
        sum += std::hypot(a[i * 3] - b[j * 3], a[i * 3 + 1] - b[j * 3 + 1], a[i * 3 + 2] - b[j * 3 + 2]);
    return sum / static_cast<double>(same ? n * (n - 1) : n * m);
  };
  const double plain = 2 * mean(x, y, false) - mean(x, x, true) - mean(y, y, true);
  EXPECT_NEAR(energy_distance(x, y, 3).unbiased, plain, tolerance::closed_form());
}

TEST(DiffusionQuality, RefusesByName) {
  const auto field = [](const std::function<void()>& body) {
    try {
      body();
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  const std::vector<double> two{1, 2, 3, 4}, odd{1, 2, 3};
  EXPECT_EQ(field([&] { (void)sliced_wasserstein(odd, two, 2, 1, 1); }), "x");
  EXPECT_EQ(field([&] { (void)sliced_wasserstein(two, odd, 2, 1, 1); }), "y");
  EXPECT_EQ(field([&] { (void)sliced_wasserstein(two, {}, 2, 1, 1); }), "y");
  EXPECT_EQ(field([&] { (void)sliced_wasserstein(two, two, 0, 1, 1); }), "d");
  EXPECT_EQ(field([&] { (void)sliced_wasserstein(two, two, 2, 0, 1); }), "projections");
  EXPECT_EQ(field([&] { (void)energy_distance(two, {1, 2}, 2); }), "y");
  EXPECT_EQ(field([&] { (void)energy_distance({1, std::numeric_limits<double>::infinity()}, two, 1); }), "x[1]");
}

}  // namespace
}  // namespace proofground::diffusion
