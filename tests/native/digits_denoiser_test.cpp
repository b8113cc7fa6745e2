// The denoiser of images against its formula in double, its two forms of bytes, and what is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "digits/packed.h"
#include "digits_drawn.h"
#include "nn_reference.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::digits {
namespace {

using proofground::test::refused_field;
using test::drawn, test::v_of;

TEST(DigitsDenoiser, IsTheMlpOfImageClassAndEmbedding) {
  const DenoiserShape shape{5, 3, 10, 13, 2};
  const Denoiser network = drawn(shape, 5);
  const nn::test::Reference<double> reference(network.mlp(), network.weights());
  Rng rng(6);
  const int m = 150;
  std::vector<double> x;
  std::vector<int> labels;
  for (int i = 0; i < m * shape.d; ++i) x.push_back(static_cast<float>(rng.normal()));
  for (int i = 0; i < m; ++i) labels.push_back(rng.below(4) - 1);
  for (const double u : {0.005, 0.5, 1.0}) {
    std::vector<float> embedding(shape.features);
    network.embed(u, embedding.data());
    const std::vector<double> v = v_of(network, x, labels, u);
    for (int i = 0; i < m; ++i) {
      std::vector<double> input(x.begin() + i * shape.d, x.begin() + (i + 1) * shape.d);
      for (int c = 0; c < shape.classes; ++c) input.push_back(c == labels[i] ? 1 : 0);
      input.insert(input.end(), embedding.begin(), embedding.end());
      const std::vector<double> y = reference(input);
      for (int c = 0; c < shape.d; ++c)
        ASSERT_NEAR(v[i * shape.d + c], y[c], tolerance::network_float() * (1 + std::abs(y[c])));
    }
  }
}

TEST(DigitsDenoiser, PredictsZeroBeforeItHasLearnt) {
  Rng rng(1);
  const Denoiser network({3, 2, 8, 16, 2}, rng);
  for (const double v : v_of(network, {1, 2, -3, 4, 5, 6}, {0, kNoClass}, 0.3)) EXPECT_EQ(v, 0);
  // Inputs, class and embedding to 16, to 16, to 3, and a bias each.
  EXPECT_EQ(network.parameters(), (3 + 2 + 8 + 1) * 16 + 17 * 16 + 17 * 3);
}

TEST(DigitsDenoiser, SaveAndLoad) {
  for (const DenoiserShape& shape : {DenoiserShape{6, 2, 6, 9, 2}, DenoiserShape{64, 10, 2, 1, 8}}) {
    const Denoiser network = drawn(shape, 8);
    const Denoiser loaded = read_network(network.save(), "network");
    EXPECT_EQ(loaded.shape(), shape);
    EXPECT_EQ(loaded.weights(), network.weights());
  }
}

// Every weight is within half a unit of the rounding, the largest of each unit and all biases are exact, and what was packed once
// stays as it is.
TEST(DigitsPacked, IsTheNetworkToHalfAUnitOfRounding) {
  const DenoiserShape shape{6, 2, 8, 21, 2};
  const Denoiser network = drawn(shape, 9);
  const std::vector<std::uint8_t> bytes = packed(network);
  const Denoiser back = read_network(bytes, "network");
  EXPECT_EQ(back.shape(), shape);
  EXPECT_TRUE(back.mlp().is_padded_with_zeros(back.weights()));
  int exact = 0;
  for (const nn::Dense& layer : network.mlp().layers()) {
    for (int o = 0; o < layer.out(); ++o) {
      EXPECT_EQ(back.weights()[layer.bias_at(o)], network.weights()[layer.bias_at(o)]);
      float largest = 0;
      for (int i = 0; i < layer.in(); ++i)
        largest = std::max(largest, std::abs(network.weights()[layer.weight_at(i, o)]));
      for (int i = 0; i < layer.in(); ++i) {
        const float was = network.weights()[layer.weight_at(i, o)], is = back.weights()[layer.weight_at(i, o)];
        ASSERT_LE(std::abs(is - was), largest / 254 * (1 + 1e-5));
        if (is != 0 && std::abs(was) == largest) exact += std::abs(is - was) < 1e-6F * largest ? 1 : 0;
      }
    }
  }
  EXPECT_EQ(exact, 21 + 21 + 6);  // one for each unit
  EXPECT_EQ(packed(back), bytes);
  EXPECT_LT(bytes.size(), network.save().size() / 2);
}

TEST(DigitsPacked, AUnitWithoutWeightsStaysOne) {
  const Denoiser zero({4, 2, 4, 5, 1});
  EXPECT_EQ(read_network(packed(zero), "network").weights(), zero.weights());
}

/// The bytes after a change, with the right checksum.
template <class T>
std::vector<std::uint8_t> forged(std::vector<std::uint8_t> bytes, std::size_t offset, T value) {
  std::memcpy(bytes.data() + offset, &value, sizeof value);
  Fingerprint sum;
  sum.take(bytes.data(), bytes.size() - 8);
  const std::uint64_t check = sum.get();
  std::memcpy(bytes.data() + bytes.size() - 8, &check, 8);
  return bytes;
}

TEST(DigitsDenoiser, RefusesHostileBytes) {
  const auto refused = [](const std::vector<std::uint8_t>& bytes) {
    return refused_field([&] { (void)read_network(bytes, "network"); });
  };
  const Denoiser network = drawn({3, 2, 4, 5, 1}, 3);
  for (const std::vector<std::uint8_t>& bytes : {network.save(), packed(network)}) {
    ASSERT_EQ(refused(bytes), "");
    EXPECT_EQ(refused(forged(bytes, 0, 'X')), "network");
    EXPECT_EQ(refused(forged(bytes, 4, 99)), "network");
    EXPECT_EQ(refused(forged(bytes, 8, 257)), "network.d");
    EXPECT_EQ(refused(forged(bytes, 12, 0)), "network.classes");
    EXPECT_EQ(refused(forged(bytes, 16, 3)), "network.features");
    EXPECT_EQ(refused(forged(bytes, 20, 1 << 30)), "network.width");
    EXPECT_EQ(refused(forged(bytes, 24, -1)), "network.depth");
    EXPECT_EQ(refused(forged(bytes, 20, 512)), "network");  // fewer weights than the shape says
    EXPECT_EQ(refused(forged(bytes, 20, 1)), "network");    // more
    EXPECT_EQ(refused(forged(bytes, 28, std::numeric_limits<float>::infinity())), "network");
    std::vector<std::uint8_t> damaged = bytes;
    damaged[40] ^= 1;
    EXPECT_EQ(refused(damaged), "network");
    for (std::size_t size = 0; size < bytes.size(); size += 7)
      EXPECT_EQ(refused({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}), "network");
  }
  EXPECT_EQ(refused(forged(packed(network), 28, -1.0F)), "network");
  Denoiser endless = network;
  endless.weights()[endless.mlp().layers()[0].weight_at(0, 0)] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(refused_field([&] { (void)packed(endless); }), "network");
}

TEST(DigitsDenoiser, RefusesShapesOutOfRange) {
  const auto field = [](const DenoiserShape& shape) { return refused_field([&] { const Denoiser network(shape); }); };
  EXPECT_EQ(field({0}), "d");
  EXPECT_EQ(field({257}), "d");
  EXPECT_EQ(field({4, 0}), "classes");
  EXPECT_EQ(field({4, 33}), "classes");
  EXPECT_EQ(field({4, 2, 7}), "features");
  EXPECT_EQ(field({4, 2, 8, 0}), "width");
  EXPECT_EQ(field({4, 2, 8, 513}), "width");
  EXPECT_EQ(field({4, 2, 8, 8, 0}), "depth");
  EXPECT_EQ(field({4, 2, 8, 8, 9}), "depth");
}

}  // namespace
}  // namespace proofground::digits
