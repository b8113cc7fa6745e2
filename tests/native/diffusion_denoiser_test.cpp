// The denoiser against its formula in double, its saved bytes, and what is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <functional>
#include <limits>
#include <numbers>

#include "core/require.h"
#include "diffusion/denoiser.h"
#include "nn_reference.h"
#include "tolerances.h"

namespace proofground::diffusion {
namespace {

/// A network whose weights are all drawn, the last layer's too.
Denoiser drawn(const DenoiserShape& shape, std::uint64_t seed) {
  Rng rng(seed);
  Denoiser network(shape, rng);
  const nn::test::Reference<double> reference(network.mlp(), network.weights());
  for (const std::size_t place : reference.places())
    network.weights()[place] = static_cast<float>(rng.normal() / std::sqrt(shape.width));
  return network;
}

std::vector<double> predicted(const Denoiser& network, const std::vector<double>& x, double u) {
  nn::Scratch scratch = network.mlp().scratch();
  std::vector<double> eps(x.size());
  network.predict(x.data(), static_cast<int>(x.size()) / network.shape().d, u, scratch, eps.data());
  return eps;
}

TEST(DiffusionDenoiser, IsTheMlpOfPlaceAndEmbedding) {
  for (const Embedding embedding : {Embedding::sinusoidal, Embedding::fourier}) {
    const DenoiserShape shape{3, embedding, 10, 13, 2};
    const Denoiser network = drawn(shape, 5);
    const nn::test::Reference<double> reference(network.mlp(), network.weights());
    std::vector<double> x;
    Rng rng(6);
    for (int i = 0; i < 150 * 3; ++i) x.push_back(static_cast<float>(rng.normal()));
    for (const double u : {0.01, 0.5, 1.0}) {
      const std::vector<double> eps = predicted(network, x, u);
      for (int i = 0; i < 150; ++i) {
        std::vector<double> input(x.begin() + i * 3, x.begin() + i * 3 + 3);
        for (const float a : network.frequencies()) {
          input.push_back(std::sin(a * u));
          input.push_back(std::cos(a * u));
        }
        const std::vector<double> y = reference(input);
        for (int c = 0; c < 3; ++c)
          ASSERT_NEAR(eps[i * 3 + c], y[c], tolerance::network_float() * (1 + std::abs(y[c])));
      }
    }
  }
}

TEST(DiffusionDenoiser, Frequencies) {
  Rng rng(1);
  const Denoiser network({2, Embedding::sinusoidal, 32, 4, 1}, rng);
  const std::vector<float>& a = network.frequencies();
  ASSERT_EQ(a.size(), 16u);
  EXPECT_EQ(a.front(), 1000);
  EXPECT_NEAR(a.back(), 0.1, 1e-8);
  for (std::size_t i = 1; i < a.size(); ++i) EXPECT_NEAR(a[i] / a[i - 1], std::pow(1e4, -1.0 / 15), 1e-6);

  const Denoiser other({2, Embedding::fourier, 256, 4, 1}, rng);
  double square = 0;
  for (const float f : other.frequencies()) square += std::pow(f / (2 * std::numbers::pi), 2) / 128;
  EXPECT_NEAR(square, 1, tolerance::standard_errors() * std::sqrt(2.0 / 128));
}

TEST(DiffusionDenoiser, PredictsZeroBeforeItHasLearnt) {
  Rng rng(1);
  const Denoiser network({}, rng);
  for (const double eps : predicted(network, {1, 2, -3, 4}, 0.3)) EXPECT_EQ(eps, 0);
}

TEST(DiffusionDenoiser, SaveAndLoad) {
  for (const DenoiserShape& shape : {DenoiserShape{2, Embedding::fourier, 6, 9, 2}, DenoiserShape{16, {}, 2, 1, 8}}) {
    const Denoiser network = drawn(shape, 8);
    const Denoiser loaded = Denoiser::load(network.save(), "network");
    EXPECT_EQ(loaded.shape(), shape);
    EXPECT_EQ(loaded.weights(), network.weights());
    EXPECT_EQ(loaded.frequencies(), network.frequencies());
    const std::vector<double> x(static_cast<std::size_t>(shape.d) * 3, 0.7);
    EXPECT_EQ(predicted(loaded, x, 0.2), predicted(network, x, 0.2));
  }
}

/// The bytes after a change, with the right checksum.
std::vector<std::uint8_t> forged(std::vector<std::uint8_t> bytes, const std::function<void(std::uint8_t*)>& change) {
  change(bytes.data());
  Fingerprint sum;
  sum.take(bytes.data(), bytes.size() - 8);
  const std::uint64_t value = sum.get();
  std::memcpy(bytes.data() + bytes.size() - 8, &value, 8);
  return bytes;
}

std::string refused_field(const std::vector<std::uint8_t>& bytes) {
  try {
    (void)Denoiser::load(bytes, "network");
  } catch (const InvalidArgument& error) {
    return error.field();
  }
  return "";
}

TEST(DiffusionDenoiser, RefusesHostileBytes) {
  const std::vector<std::uint8_t> bytes = drawn({2, Embedding::sinusoidal, 4, 5, 1}, 3).save();
  ASSERT_EQ(refused_field(bytes), "");
  const auto with = [&](int offset, auto value) {
    return forged(bytes, [&](std::uint8_t* data) { std::memcpy(data + offset, &value, sizeof value); });
  };
  EXPECT_EQ(refused_field(with(0, 'X')), "network");
  EXPECT_EQ(refused_field(with(4, 99)), "network");
  EXPECT_EQ(refused_field(with(8, 0)), "network.d");
  EXPECT_EQ(refused_field(with(8, 17)), "network.d");
  EXPECT_EQ(refused_field(with(12, 2)), "network");
  EXPECT_EQ(refused_field(with(16, 3)), "network.features");
  EXPECT_EQ(refused_field(with(20, 1 << 30)), "network.width");
  EXPECT_EQ(refused_field(with(24, -1)), "network.depth");
  EXPECT_EQ(refused_field(with(20, 512)), "network");  // fewer weights than the shape says
  EXPECT_EQ(refused_field(with(20, 1)), "network");    // more
  EXPECT_EQ(refused_field(with(28, 1e9F)), "network");
  EXPECT_EQ(refused_field(with(40, std::numeric_limits<float>::infinity())), "network");
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_EQ(refused_field({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}), "network");
}

TEST(DiffusionDenoiser, RefusesShapesOutOfRange) {
  const auto field = [](const DenoiserShape& shape) {
    Rng rng(1);
    try {
      const Denoiser network(shape, rng);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  EXPECT_EQ(field({0}), "d");
  EXPECT_EQ(field({17}), "d");
  EXPECT_EQ(field({2, {}, 0}), "features");
  EXPECT_EQ(field({2, {}, 7}), "features");
  EXPECT_EQ(field({2, {}, 258}), "features");
  EXPECT_EQ(field({2, {}, 8, 0}), "width");
  EXPECT_EQ(field({2, {}, 8, 513}), "width");
  EXPECT_EQ(field({2, {}, 8, 8, 0}), "depth");
  EXPECT_EQ(field({2, {}, 8, 8, 9}), "depth");
}

}  // namespace
}  // namespace proofground::diffusion
