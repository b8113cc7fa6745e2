// Components of one width: the fast formula agrees with the general one, and its exponential with the library's.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/exp.h"
#include "diffusion/mixture.h"
#include "diffusion/process.h"
#include "diffusion_drawn.h"
#include "tolerances.h"

namespace proofground::diffusion::test {
namespace {

TEST(Exponential, KeepsFifteenDigitsBelowZero) {
  double farthest = 0;
  for (int i = 0; i <= 200'000; ++i) {
    const double x = -i * 0.0035 - 1e-9 * i;
    if (x < kLeastExponent) break;
    const double expected = std::exp(x);
    farthest = std::max(farthest, std::abs(exp_below_zero(x) - expected) / expected);
  }
  EXPECT_LE(farthest, 1e-15);
  EXPECT_EQ(exp_below_zero(0), 1);
  EXPECT_EQ(exp_below_zero(-0.0), 1);
  EXPECT_EQ(exp_below_zero(-1e-300), 1);
  EXPECT_GT(exp_below_zero(kLeastExponent), 0);
  for (const double x : {-708.0001, -1e10, -1e300, -HUGE_VAL}) EXPECT_EQ(exp_below_zero(x), 0) << x;
}

Mixture drawn_cloud(std::uint64_t seed, int d, int count, double variance) {
  Rng rng(seed);
  Mixture data{{}, {}, {}, d, std::sqrt(variance)};
  for (int k = 0; k < count; ++k) {
    data.weights.push_back(rng.uniform(0.1, 3));
    for (int c = 0; c < d; ++c) data.means.push_back(rng.normal());
  }
  return data;
}

// With all matrices written out.
Mixture in_full(Mixture data) {
  std::vector<double> all;
  for (int k = 0; k < data.size(); ++k) {
    const std::vector<double> one = data.covariance(k);
    all.insert(all.end(), one.begin(), one.end());
  }
  data.covariances = std::move(all);
  data.spread = 0;
  return data;
}

// The same with one more component of another shape and of nearly no weight, so that the general formula is used.
Mixture in_general(const Mixture& cloud) {
  Mixture data = in_full(cloud);
  data.weights.push_back(1e-95);
  for (int c = 0; c < data.d; ++c) data.means.push_back(0);
  for (int i = 0; i < data.d * data.d; ++i) data.covariances.push_back(i == 0 ? 2 : i % (data.d + 1) == 0 ? 1 : 0);
  return data;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b, double scale) {
  double most = a.size() == b.size() ? 0 : HUGE_VAL;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]) / (scale + std::abs(b[i])));
  return most;
}

RC_GTEST_PROP(DiffusionIsotropic, BothWaysAgree, ()) {
  const int d = *rc::gen::inRange(1, 6), count = *rc::gen::inRange(1, 40);
  const double variance = *rc::gen::element(0.0, 1e-6, 0.01, 1.0);
  const double noise = *rc::gen::element(1e-12, 1e-4, 0.3, 0.999, 1.0), alpha_bar = 1 - noise;
  const std::uint64_t seed = *rc::gen::arbitrary<std::uint64_t>();
  const Mixture cloud = drawn_cloud(seed, d, count, variance);
  const Oracle fast(cloud), slow(in_general(cloud));
  RC_ASSERT(fast.variance().has_value());
  RC_ASSERT(!slow.variance().has_value());
  Rng rng(seed + 1);
  std::vector<double> x = fast.draw(11, rng);
  for (double& value : x) value = std::sqrt(alpha_bar) * value + std::sqrt(noise) * rng.normal();
  const Denoised a = fast.denoise(alpha_bar, noise, x), b = slow.denoise(alpha_bar, noise, x);
  const double spread = std::sqrt(alpha_bar * variance + noise), agreed = 1e-12 * tolerance::scale();
  // If noise is small, the differences x - m lose digits, in both formulas alike.
  RC_ASSERT(farthest(a.x0, b.x0, 1) <= agreed);
  RC_ASSERT(farthest(a.eps, b.eps, 1) <= agreed / std::min(1.0, spread));
  RC_ASSERT(farthest(a.score, b.score, 1 / spread) <= agreed / std::min(1.0, spread));
  RC_ASSERT(farthest(a.log_density, b.log_density, 1) <= agreed / std::min(1.0, spread));
  RC_ASSERT(farthest(a.x0_variance, b.x0_variance, 1) <= agreed / std::min(1.0, spread));
}

RC_GTEST_PROP(DiffusionIsotropic, MatricesWrittenOutAreTheSame, ()) {
  const int d = *rc::gen::inRange(1, 4);
  const Mixture cloud = drawn_cloud(*rc::gen::arbitrary<std::uint64_t>(), d, 7, 0.04);
  const Oracle a(cloud), b(in_full(cloud));
  RC_ASSERT(b.variance().has_value());
  Rng one(3), other(3);
  const std::vector<double> x = a.draw(20, one);
  RC_ASSERT(b.draw(20, other) == x);
  RC_ASSERT(a.denoise(0.5, 0.5, x).x0 == b.denoise(0.5, 0.5, x).x0);
  RC_ASSERT(a.mean_square() == b.mean_square());
  // Moments: the general formula uses eigenvectors, the fast one has none.
  const Moments exact = a.moments(0.5, 0.5), general = Oracle(in_general(cloud)).moments(0.5, 0.5);
  RC_ASSERT(farthest(exact.mean, general.mean, 1) <= 1e-14);
  RC_ASSERT(farthest(exact.covariance, general.covariance, 1) <= 1e-13);
}

TEST(DiffusionIsotropic, APlaceDoesNotDependOnThoseBesideIt) {
  for (const int d : {1, 2, 3}) {
    const Oracle oracle(drawn_cloud(5, d, 30, 0.01));
    Rng rng(6);
    const std::vector<double> x = oracle.draw(19, rng);
    const Denoised all = oracle.denoise(0.7, 0.3, x);
    for (int i = 0; i < 19; ++i) {
      const Denoised one =
          oracle.denoise(0.7, 0.3, {&x[static_cast<std::size_t>(i) * d], &x[static_cast<std::size_t>(i) * d] + d});
      EXPECT_EQ(one.log_density[0], all.log_density[i]);
      EXPECT_EQ(one.x0_variance[0], all.x0_variance[i]);
      for (int c = 0; c < d; ++c) EXPECT_EQ(one.eps[c], all.eps[static_cast<std::size_t>(i) * d + c]);
    }
  }
  EXPECT_TRUE(Oracle(drawn_cloud(5, 2, 30, 0.01)).denoise(0.7, 0.3, {}).x0.empty());
}

TEST(DiffusionIsotropic, DrawsEveryPointAsOftenAsItsWeightSays) {
  const Oracle oracle({{1, 2, 5}, {0, 1, 2}, {}, 1});
  Rng rng(8);
  const int n = 20000;
  int times[3] = {};
  for (const double x : oracle.draw(n, rng)) ++times[static_cast<int>(x)];
  const double shares[3] = {0.125, 0.25, 0.625};
  for (int k = 0; k < 3; ++k) EXPECT_NEAR(times[k], n * shares[k], 5 * std::sqrt(n * shares[k] * (1 - shares[k]))) << k;
}

}  // namespace
}  // namespace proofground::diffusion::test
