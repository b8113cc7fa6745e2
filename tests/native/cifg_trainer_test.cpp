// Training recurrent networks: the steps are Adam's on the clipped gradient, one seed gives the same bits everywhere, a saved state
// goes on, what is evaluated is what it says, and it learns.
#include "cifg/trainer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>

#include "cifg/baselines.h"
#include "cifg/network_file.h"
#include "cifg_network_reference.h"
#include "core/bytes.h"
#include "core/require.h"
#include "hashed.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

using proofground::test::hash_of, proofground::test::refused_field, test::Answer, test::flat, test::Reference;

TrainSettings small(CellKind cell = CellKind::cifg) {
  TrainSettings settings;
  settings.cell = cell;
  settings.dh = 7;  // of no whole panel
  settings.batch = 5;
  settings.seed = 3;
  return settings;
}

/// A noisy wave without a trend.
Series wave() {
  Rng rng(1);
  Series series;
  for (int j = 0; j < 80; ++j) series.values.push_back(50 + 10 * std::sin(0.5 * j) + rng.normal());
  series.window = 9;
  series.horizon = 2;
  return series;
}

Trainer made(const TaskSpec& spec, const TrainSettings& settings) { return {make_task(spec, settings.seed), settings}; }
Trainer resumed_from(const std::vector<std::uint8_t>& saved, const TaskSpec& spec, const TrainSettings& settings) {
  return {make_task(spec, settings.seed), settings, saved};
}

double norm(const std::vector<double>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

/// Algorithm 1 of Kingma and Ba, in double.
struct PlainAdam {
  std::vector<double> m, v;
  int k = 0;
  void step(double rate, const std::vector<double>& g, std::vector<double>& theta) {
    m.resize(g.size());
    v.resize(g.size());
    ++k;
    for (std::size_t i = 0; i < g.size(); ++i) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      theta[i] -= rate * (m[i] / (1 - std::pow(0.9, k))) / (std::sqrt(v[i] / (1 - std::pow(0.999, k))) + 1e-8);
    }
  }
};

struct Options {
  CellKind cell;
  double clip;
  int truncate;
};

/// A few steps beside a plain double network, Adam, clipping and truncation on the same batches.
void expect_steps_of_the_formulas(const TaskSpec& spec, const Options& options) {
  TrainSettings settings = small(options.cell);
  settings.clip = options.clip;
  settings.truncate = options.truncate;
  Trainer trainer = made(spec, settings);
  Reference reference{{options.cell, trainer.task().dx(), settings.dh}, flat(trainer.weights())};
  PlainAdam adam;
  Rng rng = batches_stream(settings.seed);
  Sequences batch = trainer.task().batch(settings.batch);
  for (int k = 0; k < 5; ++k) {
    trainer.task().draw(rng, batch);
    const Answer exact = reference(batch, options.truncate);
    std::vector<double> gradient = exact.gradient;
    const double before = norm(gradient);
    const double factor = options.clip > 0 ? std::min(1.0, options.clip / before) : 1;
    for (double& entry : gradient) entry *= factor;
    adam.step(settings.learning_rate, gradient, reference.theta);
    EXPECT_NEAR(trainer.step(), exact.loss, tolerance::training_float() * exact.loss);
    const GradientNorms norms = trainer.gradient_norms();
    ASSERT_EQ(norms.before.size(), 1u);
    EXPECT_NEAR(norms.before[0], before, tolerance::training_float() * before);
    EXPECT_NEAR(norms.after[0], factor * before, tolerance::training_float() * before);
    const std::vector<double> theta = flat(trainer.weights());
    for (std::size_t i = 0; i < theta.size(); ++i) {
      // Adam's first steps are rate times the sign of the gradient: of a gradient that is all rounding the sign is not known.
      const double slack = std::abs(gradient[i]) < 1e-5 * factor * before ? 2 * settings.learning_rate : 0;
      ASSERT_NEAR(theta[i], reference.theta[i], tolerance::training_float() + slack) << k << " " << i;
    }
    reference.theta = theta;  // each step by itself: no drift from step to step
  }
}

TEST(CifgTrainer, StepsAreAdamsOnTheClippedGradient) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    for (const double clip : {0.0, 0.05, 1e6}) {
      for (const int truncate : {0, 3, 50}) {
        expect_steps_of_the_formulas(Copy{12, 4}, {cell, clip, truncate});
        expect_steps_of_the_formulas(Adding{11}, {cell, clip, truncate});
        expect_steps_of_the_formulas(wave(), {cell, clip, truncate});
      }
    }
  }
}

TEST(CifgTrainer, ClippingLeavesSmallGradientsAndCutsLargeOnes) {
  TrainSettings settings = small();
  const auto norms_of = [&](double clip) {
    settings.clip = clip;
    Trainer trainer = made(Copy{12, 4}, settings);
    (void)trainer.advance(20);
    return trainer.gradient_norms();
  };
  const GradientNorms free = norms_of(0);
  ASSERT_EQ(free.before.size(), 20u);
  EXPECT_EQ(free.before, free.after);
  const double clip = free.before[0] / 2;
  const GradientNorms cut = norms_of(clip);
  EXPECT_EQ(cut.before[0], free.before[0]);
  int clipped = 0;
  for (int k = 0; k < 20; ++k) {
    EXPECT_NEAR(cut.after[k], std::min(cut.before[k], clip), 1e-6 * clip);
    clipped += cut.before[k] > clip ? 1 : 0;
  }
  EXPECT_GT(clipped, 0);
}

TEST(CifgTrainer, NormsAreOfTheNewestStepsSinceTheLastCall) {
  TrainSettings settings = small();
  settings.dh = settings.batch = 1;
  Trainer trainer = made(Adding{2}, settings), other = made(Adding{2}, settings);
  EXPECT_TRUE(trainer.gradient_norms().before.empty());
  (void)trainer.advance(7);
  EXPECT_EQ(trainer.gradient_norms().before.size(), 7u);
  EXPECT_TRUE(trainer.gradient_norms().before.empty());
  (void)trainer.advance(Trainer::kMostNorms + 10);
  const GradientNorms newest = trainer.gradient_norms();
  ASSERT_EQ(newest.before.size(), static_cast<std::size_t>(Trainer::kMostNorms));
  (void)other.advance(17);
  (void)other.gradient_norms();
  (void)other.advance(Trainer::kMostNorms);
  EXPECT_EQ(other.gradient_norms().before, newest.before);
}

// The variance of the sum is 1/6.
TEST(CifgTrainer, LearnsTheAddingProblemAndTheCopy) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    TrainSettings settings;
    settings.cell = cell;
    settings.dh = 10;
    settings.batch = 20;
    Trainer adding = made(Adding{10}, settings), copy = made(Copy{8, 3}, settings);
    EXPECT_GT(adding.evaluate().error, 1.0 / 6);
    (void)adding.advance(400);
    EXPECT_LT(adding.evaluate().error, 0.05 / 6);
    (void)copy.advance(400);
    EXPECT_LT(copy.evaluate().error, 0.05 / 3);
  }
}

TEST(CifgTrainer, LearnsAWaveBetterThanTheLastValue) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    const TaskSpec spec = wave();
    TrainSettings settings;
    settings.cell = cell;
    Trainer trainer = made(spec, settings);
    (void)trainer.advance(150);
    const std::vector<Baseline> naive = baselines(spec, trainer.task());
    EXPECT_EQ(naive[0].name, "last");
    EXPECT_LT(trainer.evaluate().error, 0.2 * naive[0].error);
  }
}

TEST(CifgTrainer, EvaluatesEveryHeldOutTargetInItsUnits) {
  TrainSettings settings = small();
  for (const TaskSpec& spec : {TaskSpec{wave()}, TaskSpec{Copy{6, 2}}, TaskSpec{Adding{5}}}) {
    Trainer trainer = made(spec, settings);
    (void)trainer.advance(10);
    const HeldOut& held = trainer.task().held_out();
    const Evaluation evaluation = trainer.evaluate();
    ASSERT_EQ(evaluation.prediction.size(), held.truth.size());
    double sum = 0;
    for (std::size_t k = 0; k < held.truth.size(); ++k)
      sum += (evaluation.prediction[k] - held.truth[k]) * (evaluation.prediction[k] - held.truth[k]);
    EXPECT_NEAR(evaluation.error, sum / static_cast<double>(held.truth.size()), 1e-12 * sum);
    // The same numbers sequence by sequence.
    const int count = trainer.sequences();
    std::vector<SequenceStates> states;
    for (int i = 0; i < count; ++i) states.push_back(trainer.gates(i));
    for (std::size_t k = 0; k < held.rows.size(); ++k) {
      const int t = held.rows[k] / count, i = held.rows[k] % count;
      EXPECT_EQ(states[i].prediction[t], evaluation.prediction[k]);
      EXPECT_NEAR(states[i].target[t], held.truth[k], 1e-5 * (1 + std::abs(held.truth[k])));
    }
  }
}

TEST(CifgTrainer, GatesAreThoseOfTheCellInDouble) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    Trainer trainer = made(Adding{6}, small(cell));
    (void)trainer.advance(5);
    const HeldOut& held = trainer.task().held_out();
    const Reference reference{{cell, 2, 7}, flat(trainer.weights())};
    const Answer exact = reference(held.sequences);
    const int count = trainer.sequences();
    for (const int i : {0, 31, 32, count - 1}) {
      const SequenceStates states = trainer.gates(i);
      ASSERT_EQ(states.f.size(), 6u * 7);
      ASSERT_EQ(states.x.size(), 6u * 2);
      for (int t = 0; t < 6; ++t) {
        const std::size_t row = static_cast<std::size_t>(t) * count + i;
        EXPECT_EQ(std::isnan(states.target[t]), t < 5);
        EXPECT_NEAR(states.prediction[t], exact.y[row], 1e-5);
        for (int j = 0; j < 2; ++j) EXPECT_EQ(states.x[2 * t + j], held.sequences.x[2 * row + j]);
        for (int j = 0; j < 7; ++j) {
          const std::size_t at = row * 7 + j;
          EXPECT_NEAR(states.f[7 * t + j], exact.f[at], 1e-6);
          EXPECT_NEAR(states.i[7 * t + j], exact.i[at], 1e-6);
          EXPECT_NEAR(states.o[7 * t + j], exact.o[at], 1e-6);
          EXPECT_NEAR(states.c[7 * t + j], exact.c[at], 1e-6);
          EXPECT_NEAR(states.h[7 * t + j], exact.h[at], 1e-6);
        }
      }
    }
  }
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test, and tests/wasm/cifg-train.test.ts has the
// same problems and hashes for the library.
TEST(CifgTrainer, OneSeedIsOneNetworkEverywhere) {
  Series series;  // of whole numbers: std::sin differs in its last digit between platforms
  for (int j = 0; j < 80; ++j) series.values.push_back(j * j % 17 + j % 3);
  series.window = 9;
  series.horizon = 2;
  TrainSettings settings;
  settings.dh = 13;
  settings.batch = 11;
  settings.seed = 20;
  Trainer cifg = made(series, settings);
  (void)cifg.advance(120);
  EXPECT_EQ(hash_of(save_network(cifg.weights())), 661357218791380208u);
  // Saved states of version 1 stay readable: not one byte of them moves.
  EXPECT_EQ(hash_of(cifg.save()), 12726745131572924183u);
  settings.cell = CellKind::lstm;
  settings.truncate = 5;
  settings.clip = 0.1;
  Trainer lstm = made(Adding{17}, settings);
  (void)lstm.advance(60);
  EXPECT_EQ(hash_of(save_network(lstm.weights())), 2148707532091445520u);
}

TEST(CifgTrainer, StepsMayBeSplitAndAskedBetween) {
  Trainer whole = made(wave(), small()), split = made(wave(), small());
  const std::vector<double> losses = whole.advance(20);
  std::vector<double> parts = split.advance(7);
  EXPECT_EQ(split.evaluate().prediction, split.evaluate().prediction);
  (void)split.gates(3);
  (void)split.gradient_norms();
  (void)split.save();
  for (const double loss : split.advance(13)) parts.push_back(loss);
  EXPECT_EQ(parts, losses);
  EXPECT_EQ(split.weights(), whole.weights());
  EXPECT_EQ(split.steps(), 20);
}

// Whatever the cell, its width and how it is trained, one seed draws the same batches.
TEST(CifgTrainer, ARaceIsRunOnTheSameDraws) {
  constexpr std::size_t kSettings = 8 + 8 + 4 * 4 + 8 + 8, kCounters = 8 + 3 * 8 + 4 * 8 + 8 + 4;
  const auto counters = [&](const TrainSettings& settings) {
    Trainer trainer = made(Adding{9}, settings);
    (void)trainer.advance(12);
    const std::vector<std::uint8_t> saved = trainer.save();
    return std::vector<std::uint8_t>(saved.begin() + kSettings, saved.begin() + kSettings + kCounters);
  };
  TrainSettings other = small(CellKind::lstm);
  other.dh = 12;
  other.learning_rate = 0.5;
  other.clip = 0;
  EXPECT_EQ(counters(small()), counters(other));
  other.seed = 4;
  EXPECT_NE(counters(small()), counters(other));
  // Both are judged on the same sequences.
  other.seed = small().seed;
  EXPECT_EQ(made(Adding{9}, small()).task().held_out().truth, made(Adding{9}, other).task().held_out().truth);
}

TEST(CifgTrainer, GoesOnFromASavedStateBitForBit) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    for (const TaskSpec& spec : {TaskSpec{wave()}, TaskSpec{Adding{8}}, TaskSpec{Copy{8, 3}}}) {
      TrainSettings settings = small(cell);
      settings.truncate = 6;
      Trainer trainer = made(spec, settings);
      (void)trainer.advance(25);
      const std::vector<std::uint8_t> saved = trainer.save();
      Trainer resumed = resumed_from(saved, spec, settings);
      EXPECT_EQ(resumed.steps(), 25);
      EXPECT_EQ(resumed.save(), saved);
      EXPECT_EQ(resumed.advance(25), trainer.advance(25));
      EXPECT_EQ(resumed.save(), trainer.save());
      // What may change does change what comes.
      settings.learning_rate *= 3;
      settings.clip = 0.01;
      Trainer faster = resumed_from(saved, spec, settings);
      (void)faster.advance(25);
      EXPECT_FALSE(faster.weights() == trainer.weights());
    }
  }
}

TEST(CifgTrainer, RefusesASavedStateOfSomethingElse) {
  Trainer trainer = made(wave(), small());
  (void)trainer.advance(3);
  const std::vector<std::uint8_t> saved = trainer.save();
  const auto expected = [&](const TaskSpec& spec, const std::function<void(TrainSettings&)>& change) -> std::string {
    TrainSettings settings = small();
    change(settings);
    try {
      (void)resumed_from(saved, spec, settings);
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.field(), "saved");
      return error.expected();
    }
    return "";
  };
  const auto nothing = [](TrainSettings&) {};
  Series other = wave();
  other.values[70] += 1;
  EXPECT_EQ(expected(wave(), nothing), "");
  EXPECT_EQ(expected(other, nothing), "a state of the same task");
  other = wave();
  other.horizon = 3;
  EXPECT_EQ(expected(other, nothing), "a state of the same task");
  EXPECT_EQ(expected(Adding{9}, nothing), "a state of the same task");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.cell = CellKind::lstm; }), "a state of the same cell");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.dh = 8; }), "a state of the same dh");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.batch = 6; }), "a state of the same batch");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.truncate = 2; }), "a state of the same truncate");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.forget_bias = 0; }), "a state of the same forgetBias");
  EXPECT_EQ(expected(wave(), [](TrainSettings& s) { s.seed = 1; }), "a state of the same seed");
  for (std::size_t size = 0; size < saved.size(); size += 97) {
    const std::vector<std::uint8_t> cut(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_EQ(refused_field([&] { (void)resumed_from(cut, wave(), small()); }), "saved");
  }
}

TEST(CifgTrainer, RefusesByName) {
  const auto with = [&](const std::function<void(TrainSettings&)>& change) {
    TrainSettings settings = small();
    change(settings);
    return refused_field([&] { (void)made(Adding{9}, settings); });
  };
  EXPECT_EQ(with([](TrainSettings&) {}), "");
  EXPECT_EQ(with([](TrainSettings& s) { s.dh = 0; }), "dh");
  EXPECT_EQ(with([](TrainSettings& s) { s.dh = 513; }), "dh");
  EXPECT_EQ(with([](TrainSettings& s) { s.batch = 0; }), "batch");
  EXPECT_EQ(with([](TrainSettings& s) { s.batch = 4097; }), "batch");
  EXPECT_EQ(with([](TrainSettings& s) { s.batch = 4096, s.dh = 512; }), "batch");
  EXPECT_EQ(with([](TrainSettings& s) { s.learning_rate = 0; }), "learningRate");
  EXPECT_EQ(with([](TrainSettings& s) { s.learning_rate = std::nan(""); }), "learningRate");
  EXPECT_EQ(with([](TrainSettings& s) { s.clip = -1; }), "clip");
  EXPECT_EQ(with([](TrainSettings& s) { s.clip = std::nan(""); }), "clip");
  EXPECT_EQ(with([](TrainSettings& s) { s.truncate = -1; }), "truncate");
  EXPECT_EQ(with([](TrainSettings& s) { s.forget_bias = 101; }), "forgetBias");
  EXPECT_EQ(with([](TrainSettings& s) { s.forget_bias = std::nan(""); }), "forgetBias");
  Trainer trainer = made(Adding{9}, small());
  EXPECT_EQ(refused_field([&] { (void)trainer.advance(0); }), "steps");
  EXPECT_EQ(refused_field([&] { (void)trainer.gates(-1); }), "k");
  EXPECT_EQ(refused_field([&] { (void)trainer.gates(trainer.sequences()); }), "k");
}

// Weights so large that the loss overflows: what is not finite is passed on as it is.
TEST(CifgTrainer, WhatHasDivergedGoesOn) {
  Trainer trainer = made(Adding{5}, small());
  NetworkWeights weights = trainer.weights();
  weights.V.assign(7, 3e38F);
  trainer.begin_with(weights);
  (void)trainer.step();  // its gradient overflows
  for (const double loss : trainer.advance(3)) EXPECT_FALSE(std::isfinite(loss));
  EXPECT_EQ(trainer.steps(), 4);
  EXPECT_FALSE(std::isfinite(trainer.evaluate().error));
  for (const double norm : trainer.gradient_norms().after) EXPECT_FALSE(std::isfinite(norm));
  EXPECT_EQ(trainer.gates(0).prediction.size(), 5u);
  // It is saved as it is, but nothing goes on from it.
  const std::vector<std::uint8_t> saved = trainer.save(), file = save_network(trainer.weights());
  EXPECT_EQ(refused_field([&] { (void)resumed_from(saved, Adding{5}, small()); }), "saved");
  EXPECT_EQ(refused_field([&] { (void)load_network(file, "network"); }), "network");
}

TEST(CifgNetworkFile, ThereAndBackIsExact) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    Trainer trainer = made(Adding{9}, small(cell));
    (void)trainer.advance(3);
    const NetworkWeights weights = trainer.weights();
    const std::vector<std::uint8_t> file = save_network(weights);
    EXPECT_EQ(file.size(), 8 + 3 * 4 + 4u * trainer.parameters() + 8);
    EXPECT_EQ(load_network(file, "network"), weights);
    for (std::size_t size = 0; size < file.size(); size += 13) {
      const std::vector<std::uint8_t> cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      EXPECT_EQ(refused_field([&] { (void)load_network(cut, "network"); }), "network");
    }
    for (std::size_t at = 0; at < file.size(); at += 7) {
      std::vector<std::uint8_t> damaged = file;
      damaged[at] ^= 4;
      EXPECT_EQ(refused_field([&] { (void)load_network(damaged, "network"); }), "network") << at;
    }
  }
}

/// A file with a right checksum around any words.
std::vector<std::uint8_t> file_of(const std::vector<std::int32_t>& head, std::size_t floats, float value) {
  ByteWriter out({'P', 'G', 'R', 'N'}, 1);
  for (const std::int32_t word : head) out.value(word);
  out.floats(std::vector<float>(floats, value));
  return out.finish();
}

TEST(CifgNetworkFile, RefusesWhatACarefulLiarWrites) {
  const auto load = [](const std::vector<std::uint8_t>& file) {
    return refused_field([&] { (void)load_network(file, "network"); });
  };
  const std::size_t count = parameter_count({CellKind::cifg, 2, 3});
  EXPECT_EQ(load(file_of({0, 2, 3}, count, 1)), "");
  EXPECT_EQ(load(file_of({0, 2, 3}, count - 1, 1)), "network");
  EXPECT_EQ(load(file_of({0, 2, 3}, count + 1, 1)), "network");
  EXPECT_EQ(load(file_of({0, 2, 3}, count, std::nanf(""))), "network");
  EXPECT_EQ(load(file_of({0, 2, 3}, count, INFINITY)), "network");
  EXPECT_EQ(load(file_of({2, 2, 3}, count, 1)), "network");
  EXPECT_EQ(load(file_of({-1, 2, 3}, count, 1)), "network");
  EXPECT_EQ(load(file_of({0, 0, 3}, count, 1)), "network");
  EXPECT_EQ(load(file_of({0, 65, 3}, count, 1)), "network");
  EXPECT_EQ(load(file_of({0, 2, 1 << 30}, count, 1)), "network");
  EXPECT_EQ(load(file_of({0, 2}, 0, 1)), "network");
}

}  // namespace
}  // namespace proofground::cifg
