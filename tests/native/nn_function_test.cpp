// exp, the activations and their slopes, sine and cosine against the standard library.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/bytes.h"
#include "core/rng.h"
#include "nn/activation.h"
#include "nn/lanes.h"
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
  activation_backward(back.data(), slope.data(), back.size());
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

/// A grid from -100 to 100, finer and finer towards 0, both signs, 0 in it; a multiple of four.
std::vector<float> grid() {
  std::vector<float> z{0, -0.0F, 1e-30F, -1e-30F};
  for (double size = 100; size > 1e-8; size *= 0.997)
    for (const double sign : {-1, 1}) z.push_back(static_cast<float>(sign * size));
  z.resize(z.size() / kLanes * kLanes);
  return z;
}

/// Beyond this exp(-z) is held at its value here: above the smallest normal float, below every other number at hand.
constexpr double kHeld = 80;

TEST(NnTanh, ValueAndSlope) {
  const std::vector<float> z = grid();
  std::vector<float> value = z, other = z, slope(z.size()), back(z.size(), 3);
  tanh(value.data(), value.size());
  tanh(other.data(), slope.data(), other.size());
  EXPECT_EQ(value, other);
  activation_backward(back.data(), slope.data(), back.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double exact = std::tanh(static_cast<double>(z[i]));
    EXPECT_NEAR(value[i], exact, tolerance::tanh_float() * std::abs(exact)) << z[i];
    const double derivative = std::pow(std::cosh(std::min(std::abs(static_cast<double>(z[i])), kHeld / 2)), -2);
    EXPECT_NEAR(slope[i], derivative, tolerance::slope_float() * derivative) << z[i];
    EXPECT_LE(std::abs(value[i]), 1);
    EXPECT_EQ(std::signbit(value[i]), std::signbit(z[i])) << z[i];
    EXPECT_LE(slope[i], 1);
    EXPECT_TRUE(std::isnormal(slope[i]));
    EXPECT_EQ(back[i], 3 * slope[i]);
  }
}

TEST(NnSigmoid, ValueComplementAndSlope) {
  const std::vector<float> z = grid();
  std::vector<float> value = z, other = z, both = z, complement(z.size()), slope(z.size());
  sigmoid(value.data(), value.size());
  sigmoid(other.data(), slope.data(), other.size());
  sigmoid_and_complement(both.data(), complement.data(), both.size());
  EXPECT_EQ(value, other);
  EXPECT_EQ(value, both);
  std::vector<float> negative = z;
  for (float& v : negative) v = -v;
  sigmoid(negative.data(), negative.size());
  EXPECT_EQ(complement, negative);  // 1 - sigmoid(z) is sigmoid(-z), bit for bit
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double x = std::clamp(static_cast<double>(z[i]), -kHeld, kHeld);
    const double s = 1 / (1 + std::exp(-x)), c = 1 / (1 + std::exp(x));
    EXPECT_NEAR(value[i], s, tolerance::sigmoid_float() * s) << z[i];
    EXPECT_NEAR(complement[i], c, tolerance::sigmoid_float() * c) << z[i];
    EXPECT_NEAR(slope[i], s * c, tolerance::slope_float() * s * c) << z[i];
    EXPECT_LE(value[i], 1);
    EXPECT_TRUE(std::isnormal(value[i]));
    EXPECT_NEAR(static_cast<double>(value[i]) + complement[i], 1, tolerance::sigmoid_float());
  }
}

TEST(NnActivations, ZeroAndWhatIsNoNumber) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinity = std::numeric_limits<float>::infinity();
  const std::vector<float> odd{0, kNan, kInfinity, -kInfinity};
  std::vector<float> t = odd, s = odd, slope(4), complement(4);
  tanh(t.data(), slope.data(), 4);
  EXPECT_EQ(t[0], 0);  // padding stays padding
  EXPECT_EQ(slope[0], 1);
  EXPECT_TRUE(std::isnan(t[1]));  // what has gone wrong is not hidden
  EXPECT_TRUE(std::isnan(slope[1]));
  EXPECT_EQ(t[2], 1);
  EXPECT_EQ(t[3], -1);
  EXPECT_NEAR(slope[3], 0, 1e-30);
  sigmoid_and_complement(s.data(), complement.data(), 4);
  EXPECT_EQ(s[0], 0.5F);
  EXPECT_EQ(complement[0], 0.5F);
  EXPECT_TRUE(std::isnan(s[1]));
  EXPECT_TRUE(std::isnan(complement[1]));
  EXPECT_EQ(s[2], 1);
  EXPECT_EQ(complement[3], 1);
  EXPECT_NEAR(s[3], 0, 1e-30);
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(NnActivations, AreTheSameBitsEverywhere) {
  const std::vector<float> z = grid();
  Fingerprint fingerprint;
  const auto take = [&](const std::vector<float>& values) {
    fingerprint.take(values.data(), values.size() * sizeof(float));
  };
  std::vector<float> value = z, slope(z.size());
  silu(value.data(), slope.data(), value.size());
  take(value);
  take(slope);
  value = z;
  tanh(value.data(), slope.data(), value.size());
  take(value);
  take(slope);
  value = z;
  sigmoid(value.data(), slope.data(), value.size());
  take(value);
  take(slope);
  EXPECT_EQ(fingerprint.get(), 2843339873418754445u);
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

}  // namespace
}  // namespace proofground::nn
