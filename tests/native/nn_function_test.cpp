// exp, sigmoid, SiLU, sine and cosine against the standard library; Adam and the running mean against their formulas.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "core/rng.h"
#include "nn/adam.h"
#include "nn/lanes.h"
#include "nn/silu.h"
#include "nn/sine.h"
#include "tolerances.h"

namespace proofground::nn {
namespace {

TEST(NnLanes, ExponentialAndSigmoid) {
  double worst = 0;
  for (int i = -80'000; i <= 80'000; i += 7) {
    const float x = static_cast<float>(i) / 1000;
    const double exact = std::exp(static_cast<double>(x));
    worst = std::max(worst, std::abs(exp(splat(x))[0] - exact) / exact);
    const double s = 1 / (1 + std::exp(-static_cast<double>(x)));
    ASSERT_NEAR(sigmoid(splat(x))[2], s, 2 * tolerance::exp_float() * s) << x;
  }
  EXPECT_LE(worst, tolerance::exp_float());
  EXPECT_EQ(exp(splat(0))[0], 1);
}

TEST(NnLanes, EveryLaneIsTheSameAndTheEndsAreFinite) {
  const f32x4 e = exp(f32x4{-1000, 0.3F, 1000, -0.3F});
  EXPECT_EQ(e[0], exp(splat(-80))[0]);
  EXPECT_EQ(e[1], exp(splat(0.3F))[3]);
  EXPECT_EQ(e[2], exp(splat(80))[1]);
  EXPECT_EQ(e[3], exp(splat(-0.3F))[0]);
  EXPECT_TRUE(std::isnormal(e[0]));
  EXPECT_TRUE(std::isfinite(e[2]));
}

TEST(NnSilu, ValueAndSlope) {
  std::vector<float> z;
  for (int i = -4000; i < 4000; i += 5) z.push_back(static_cast<float>(i) / 100);
  std::vector<float> value = z, other = z, slope(z.size()), back(z.size(), 3);
  silu(value.data(), value.size());
  silu(other.data(), slope.data(), other.size());
  EXPECT_EQ(value, other);
  silu_backward(back.data(), slope.data(), back.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double x = z[i], s = 1 / (1 + std::exp(-x)), derivative = s * (1 + x * (1 - s));
    EXPECT_NEAR(value[i], x * s, 4 * tolerance::exp_float() * std::abs(x * s)) << x;
    EXPECT_NEAR(slope[i], derivative, 4 * tolerance::exp_float() * (1 + std::abs(x)) * s) << x;
    EXPECT_EQ(back[i], 3 * slope[i]);
  }
  std::vector<float> odd{0, -0.0F, std::numeric_limits<float>::quiet_NaN(), 1e30F};
  silu(odd.data(), odd.size());
  EXPECT_EQ(odd[0], 0);
  EXPECT_EQ(odd[1], 0);
  EXPECT_TRUE(std::isnan(odd[2]));  // what has gone wrong is not hidden
  EXPECT_EQ(odd[3], 1e30F);
}

TEST(NnSine, AgainstTheStandardLibrary) {
  Rng rng(3);
  for (int i = 0; i < 20'000; ++i) {
    const double x = rng.uniform(-1, 1) * (i % 2 == 0 ? 1e4 : 7);
    const SineCosine both = sine_cosine(x);
    ASSERT_NEAR(both.sine, std::sin(x), tolerance::sine()) << x;
    ASSERT_NEAR(both.cosine, std::cos(x), tolerance::sine()) << x;
  }
  EXPECT_EQ(sine_cosine(0).sine, 0);
  EXPECT_EQ(sine_cosine(0).cosine, 1);
}

// Worked by hand: a constant gradient g makes m / (1 - b1^k) = g and v / (1 - b2^k) = g^2, so that each step is rate.
TEST(NnAdam, ConstantGradients) {
  Adam adam(4);
  std::vector<float> w(4, 1);
  const std::vector<float> g{2, -2, 1e-3F, 0};
  for (int k = 1; k <= 20; ++k) {
    adam.step(0.01, g.data(), w.data());
    EXPECT_NEAR(w[0], 1 - 0.01 * k, 1e-5);
    EXPECT_NEAR(w[1], 1 + 0.01 * k, 1e-5);
    EXPECT_NEAR(w[2], 1 - 0.01 * k, 1e-5);
    EXPECT_EQ(w[3], 1);
  }
}

TEST(NnAdam, AgainstTheFormulaInDouble) {
  Adam adam(8);
  Rng rng(9);
  std::vector<float> w(8), g(8);
  std::vector<double> reference(8), m(8, 0), v(8, 0);
  for (int i = 0; i < 8; ++i) reference[i] = w[i] = static_cast<float>(rng.normal());
  for (int k = 1; k <= 50; ++k) {
    for (float& value : g) value = static_cast<float>(rng.normal());
    adam.step(3e-3, g.data(), w.data());
    for (int i = 0; i < 8; ++i) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      reference[i] -= 3e-3 * (m[i] / (1 - std::pow(0.9, k))) / (std::sqrt(v[i] / (1 - std::pow(0.999, k))) + 1e-8);
      ASSERT_NEAR(w[i], reference[i], tolerance::adam_float() * (1 + std::abs(reference[i]))) << k;
    }
  }
}

TEST(NnRunningMean, IsTheWeightedMeanFromTheFirstStep) {
  for (const double decay : {0.0, 0.9, 0.999}) {
    RunningMean running{decay};
    Rng rng(2);
    std::vector<float> w(4), mean(4, 7);  // what was there before has no part in it
    std::vector<double> sum(4, 0);
    double total = 0;
    for (int k = 1; k <= 30; ++k) {
      total = decay * total + 1;
      for (int i = 0; i < 4; ++i) {
        w[i] = static_cast<float>(rng.normal());
        sum[i] = decay * sum[i] + w[i];
      }
      running.take(w.data(), mean.data(), w.size());
      for (int i = 0; i < 4; ++i) ASSERT_NEAR(mean[i], sum[i] / total, 1e-6) << decay << " " << k;
    }
  }
}

}  // namespace
}  // namespace proofground::nn
