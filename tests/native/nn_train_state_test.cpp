// Adam and the running mean against their formulas; the state of a training, saved and restored, damaged and refused.
#include "nn/train_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "core/require.h"
#include "tolerances.h"

namespace proofground::nn {
namespace {

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

constexpr std::array<char, 4> kTag{'T', 'E', 'S', 'T'};

/// A training without a network: gradients drawn from the state's own generator.
struct Training {
  explicit Training(std::uint64_t seed) : state(layer.end(), 0.9, Rng(seed)), weights(layer.end()) {
    layer.initialise(state.rng, weights.data());
    averaged = weights;
  }
  void advance(int steps) {
    std::vector<float> gradient(weights.size());
    for (int k = 0; k < steps; ++k) {
      for (int i = 0; i < layer.in(); ++i)
        for (int o = 0; o < layer.out(); ++o) gradient[layer.weight_at(i, o)] = static_cast<float>(state.rng.normal());
      state.step(0.01, gradient.data(), weights, averaged);
    }
  }
  [[nodiscard]] std::vector<std::uint8_t> save() const {
    ByteWriter out(kTag, 1);
    state.write_counters(out);
    out.floats(weights);
    state.write_arrays(out, averaged);
    return out.finish();
  }
  void load(const std::vector<std::uint8_t>& bytes) {
    ByteReader in(bytes, kTag, 1, "saved");
    state.read_counters(in, "saved");
    in.floats(weights);
    state.read_arrays(in, averaged, {layer}, "saved");
    in.finish();
  }

  Dense layer{3, 5, 0};
  TrainState state;
  std::vector<float> weights, averaged;
};

TEST(NnTrainState, GoesOnFromSavedBytesBitForBit) {
  Training training(4);
  training.advance(7);  // an odd number of pairs of draws: the generator keeps one
  const std::vector<std::uint8_t> saved = training.save();
  Training resumed(5);  // another seed, which what is read replaces
  resumed.advance(2);
  resumed.load(saved);
  EXPECT_EQ(resumed.state.steps, 7);
  EXPECT_EQ(resumed.save(), saved);
  resumed.advance(6);
  training.advance(6);
  EXPECT_EQ(resumed.save(), training.save());
  EXPECT_EQ(resumed.weights, training.weights);
  EXPECT_NE(resumed.averaged, resumed.weights);
}

// What a step does is Adam's step, then the mean's.
TEST(NnTrainState, AStepIsAdamsAndTheMeans) {
  Training training(6);
  std::vector<float> w = training.weights, mean = training.averaged, gradient(w.size(), 0);
  gradient[training.layer.weight_at(1, 2)] = 0.5F;
  Adam adam(w.size());
  RunningMean running{0.9};
  for (int k = 1; k <= 3; ++k) {
    training.state.step(0.02, gradient.data(), training.weights, training.averaged);
    adam.step(0.02, gradient.data(), w.data());
    running.take(w.data(), mean.data(), w.size());
    EXPECT_EQ(training.weights, w);
    EXPECT_EQ(training.averaged, mean);
    EXPECT_EQ(training.state.steps, k);
  }
}

std::string refusal(const std::function<void()>& body) {
  try {
    body();
  } catch (const InvalidArgument& error) {
    return error.field() + ": " + error.expected();
  }
  return "";
}

/// The bytes with `value` at `offset`, and the checksum that fits.
template <class T>
std::vector<std::uint8_t> forged(std::vector<std::uint8_t> bytes, std::size_t offset, T value) {
  std::memcpy(bytes.data() + offset, &value, sizeof value);
  Fingerprint sum;
  sum.take(bytes.data(), bytes.size() - 8);
  const std::uint64_t checksum = sum.get();
  std::memcpy(bytes.data() + bytes.size() - 8, &checksum, 8);
  return bytes;
}

TEST(NnTrainState, RefusesDamagedBytes) {
  Training training(1);
  training.advance(3);
  const std::vector<std::uint8_t> saved = training.save();
  const auto with = [&](std::size_t offset, auto value) {
    return refusal([&] { Training(2).load(forged(saved, offset, value)); });
  };
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  // After the head of 8 bytes: steps 8, powers 16 24 32, generator's words 40..71, its spare 72 and flag 80, arrays 84.
  const std::size_t array = training.weights.size() * sizeof(float);
  const std::size_t averaged = 84 + array, m = averaged + array, v = m + array;
  EXPECT_EQ(with(8, std::int64_t{3}), "");
  EXPECT_EQ(with(8, std::int64_t{-1}), "saved: steps from 0 to 2^53");
  EXPECT_EQ(with(8, (std::int64_t{1} << 53) + 1), "saved: steps from 0 to 2^53");
  for (const std::size_t power : {16, 24, 32})
    for (const double bad : {-0.1, 1.1, kNan}) EXPECT_EQ(with(power, bad), "saved: powers from 0 to 1") << power;
  EXPECT_EQ(with(72, kNan).substr(0, 7), "saved: ");
  EXPECT_EQ(with(40, std::array<std::uint64_t, 4>{}).substr(0, 7), "saved: ");  // from 0 nothing but 0 comes
  for (const std::size_t place : {averaged, m, v}) {
    EXPECT_EQ(with(place, std::numeric_limits<float>::infinity()), "saved: finite numbers");
    EXPECT_EQ(with(place + training.layer.weight_at(3, 0) * sizeof(float), 1.0F), "saved: zeros as padding");
    EXPECT_EQ(with(place + training.layer.bias_at(5) * sizeof(float), 1.0F), "saved: zeros as padding");
    EXPECT_EQ(with(place, 1.0F), "");
  }
  EXPECT_EQ(with(v, -1.0F), "saved: squares of at least 0");
  EXPECT_EQ(with(m, -1.0F), "");
  for (std::size_t i = 0; i < saved.size(); i += 3) {
    std::vector<std::uint8_t> damaged = saved;
    damaged[i] ^= 4;
    EXPECT_NE(refusal([&] { Training(2).load(damaged); }), "") << i;
    damaged.resize(i);
    EXPECT_NE(refusal([&] { Training(2).load(damaged); }), "") << i;
  }
}

struct Settings {
  std::uint64_t data = 9;
  std::int32_t batch = 3;
  double decay = 0.5;
  template <class Each>
  void each(const Each& setting) const {
    setting("data", data);
    setting("batch", batch);
    setting("decay", decay);
  }
};

TEST(NnTrainState, OnlyGoesOnInTheSameProblem) {
  ByteWriter out(kTag, 1);
  Settings().each(WriteSame{out});
  const std::vector<std::uint8_t> bytes = out.finish();
  EXPECT_EQ(bytes.size(), 8u + 8 + 4 + 8 + 8);
  const auto with = [&](const Settings& settings) {
    return refusal([&] {
      ByteReader in(bytes, kTag, 1, "saved");
      settings.each(RequireSame{in, "saved"});
      in.finish();
    });
  };
  EXPECT_EQ(with({}), "");
  EXPECT_EQ(with({8}), "saved: a state of the same data");
  EXPECT_EQ(with({9, 4}), "saved: a state of the same batch");
  EXPECT_EQ(with({9, 3, 0.25}), "saved: a state of the same decay");
}

}  // namespace
}  // namespace proofground::nn
