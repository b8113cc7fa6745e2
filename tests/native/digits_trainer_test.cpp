// Training on images whose noise can be told exactly; the same bits from a seed; on from a saved state; what is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "digits/trainer.h"
#include "hashed.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::digits {
namespace {

using diffusion::cosine_schedule, diffusion::Schedule;
using proofground::test::hash_of, proofground::test::refused_field;

const Schedule& schedule() {
  static const Schedule all = cosine_schedule(40, 0.008, 0.999);
  return all;
}

/// Two images of four pixels, of a class each.
Images two() { return {{1, 0, 0.25, 1, 0, 0.5, 1, 0}, {0, 1}}; }

TrainSettings small() {
  TrainSettings settings;
  settings.shape = {4, 2, 8, 24, 2};
  settings.batch = 50;
  return settings;
}

// x_0 = -1 everywhere: v = sqrt(alpha_bar) eps + sqrt(1 - alpha_bar), and a network that predicts 0 loses v^2, in the mean 1.
TEST(DigitsTrainer, TheFirstLossIsTheSizeOfV) {
  TrainSettings settings = small();
  settings.batch = 8192;
  Trainer trainer({{0, 0, 0, 0}, {0}}, schedule(), settings);
  double square = 0;  // E|v^2|^2 of one pixel, less 1: E (a e + b)^4 = 3 a^4 + 6 a^2 b^2 + b^4
  for (const diffusion::Step& step : schedule().steps)
    square +=
        (3 * step.alpha_bar * step.alpha_bar + 6 * step.alpha_bar * step.noise + step.noise * step.noise - 1) / 40;
  EXPECT_NEAR(trainer.step(), 1, tolerance::standard_errors() * std::sqrt(square / 8192));
}

// The first step moves the last layer alone, and its biases by the rate towards the mean of v: up for dark x_0 = -1, down for 1.
TEST(DigitsTrainer, TheFirstStepGoesTowardsV) {
  TrainSettings settings = small();
  settings.batch = 1000;
  Trainer trainer({{0, 1, 0, 1}, {1}}, schedule(), settings);
  const std::vector<float> before = trainer.live().weights();
  (void)trainer.step();
  const auto& layers = trainer.live().mlp().layers();
  for (int c = 0; c < 4; ++c) {
    const float moved = trainer.live().weights()[layers.back().bias_at(c)];
    EXPECT_NEAR(moved, (c % 2 == 0 ? 1 : -1) * settings.learning_rate, settings.learning_rate * 1e-4) << c;
  }
  const std::vector<float>& after = trainer.live().weights();
  const std::size_t last = layers.back().weight_at(0, 0);
  EXPECT_TRUE(std::equal(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(last), before.begin()));
}

// One image a class: with the class x_0 is known and so is eps. With the wrong class it is not.
TEST(DigitsTrainer, LearnsTheNoiseOfEachClass) {
  TrainSettings settings = small();
  settings.learning_rate = 4e-3;
  settings.ema_decay = 0.99;
  Trainer trainer(two(), schedule(), settings);
  const std::vector<int> at{10, 20, 30};
  const std::vector<double> before = trainer.errors(two(), at, 500);
  for (std::size_t i = 0; i < at.size(); ++i) {
    // It predicted v = 0: an error of sqrt(alpha_bar) v, whose mean square is alpha_bar (alpha_bar + (1 - alpha_bar) |x_0|^2 / d).
    const diffusion::Step& step = schedule().at(at[i]);
    const double x0 = (3 + 0.25 + 3 + 0) / 8;
    EXPECT_NEAR(before[i], step.alpha_bar * (step.alpha_bar + step.noise * x0), 0.1);
  }
  (void)trainer.advance(1200);
  const std::vector<double> after = trainer.errors(two(), at, 500);
  Images swapped = two();
  swapped.labels = {1, 0};
  const std::vector<double> wrong = trainer.errors(swapped, at, 500);
  for (std::size_t i = 0; i < at.size(); ++i) {
    EXPECT_LT(after[i], 0.1 * before[i]) << at[i];
    EXPECT_GT(wrong[i], 3 * after[i]) << at[i];
  }
}

// Where every class is hidden the classes' weights learn nothing.
TEST(DigitsTrainer, HiddenClassesAreNotLearnt) {
  for (const double dropout : {0.0, 1.0}) {
    TrainSettings settings = small();
    settings.label_dropout = dropout;
    Trainer trainer(two(), schedule(), settings);
    const nn::Dense& layer = trainer.live().mlp().layers().front();
    const std::vector<float> before = trainer.live().weights();
    (void)trainer.advance(3);
    const bool same = trainer.live().weights()[layer.weight_at(4, 0)] == before[layer.weight_at(4, 0)];
    EXPECT_EQ(same, dropout == 1) << dropout;
  }
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(DigitsTrainer, OneSeedIsOneNetworkEverywhere) {
  TrainSettings settings;
  settings.shape = {20, 3, 12, 36, 3};  // not of whole panels
  settings.batch = 61;
  settings.seed = 20;
  Images images;
  Rng rng(4);
  for (int i = 0; i < 15 * 20; ++i) images.pixels.push_back(rng.below(17) / 16.0);
  for (int i = 0; i < 15; ++i) images.labels.push_back(i % 3);
  Trainer trainer(images, cosine_schedule(200, 0.008, 0.999), settings);
  (void)trainer.advance(40);
  EXPECT_EQ(hash_of(trainer.live().weights()), 1717269456628028713u);
  EXPECT_EQ(hash_of(trainer.averaged().weights()), 14035119797241504233u);
}

TEST(DigitsTrainer, StepsMayBeSplitAndAskedBetween) {
  Trainer whole(two(), schedule(), small()), split(two(), schedule(), small());
  const std::vector<double> losses = whole.advance(20);
  std::vector<double> parts = split.advance(7);
  EXPECT_EQ(split.errors(two(), {5, 30}, 100), split.errors(two(), {5, 30}, 100));
  EXPECT_EQ(split.errors(two(), {30, 5}, 100)[1], split.errors(two(), {5}, 100)[0]);
  for (const double loss : split.advance(13)) parts.push_back(loss);
  EXPECT_EQ(parts, losses);
  EXPECT_EQ(split.save(), whole.save());
  EXPECT_EQ(split.steps(), 20);
}

TEST(DigitsTrainer, GoesOnFromASavedStateBitForBit) {
  TrainSettings settings = small();
  settings.batch = 51;
  settings.shape.d = 1;  // an odd number of normal draws: one is kept
  const Images data{{0.25, 1}, {0, 1}};
  Trainer trainer(data, schedule(), settings);
  (void)trainer.advance(15);
  const std::vector<std::uint8_t> saved = trainer.save();
  Trainer resumed(data, schedule(), settings, std::nullopt, saved);
  EXPECT_EQ(resumed.steps(), 15);
  EXPECT_EQ(resumed.save(), saved);
  EXPECT_EQ(resumed.advance(15), trainer.advance(15));
  EXPECT_EQ(resumed.save(), trainer.save());

  settings.learning_rate *= 3;  // the one thing that may change
  Trainer faster(data, schedule(), settings, std::nullopt, saved);
  (void)faster.advance(15);
  EXPECT_NE(faster.live().weights(), trainer.live().weights());
}

TEST(DigitsTrainer, BeginsWithAGivenNetwork) {
  Trainer first(two(), schedule(), small());
  (void)first.advance(30);
  Trainer second(two(), schedule(), small(), first.averaged());
  EXPECT_EQ(second.steps(), 0);
  EXPECT_EQ(second.averaged().weights(), first.averaged().weights());
  EXPECT_EQ(second.errors(two(), {20}, 100), first.errors(two(), {20}, 100));
  (void)second.advance(3);
  EXPECT_NE(second.averaged().weights(), first.averaged().weights());
  TrainSettings wider = small();
  wider.shape.width = 32;
  EXPECT_EQ(refused_field([&] { const Trainer other(two(), schedule(), wider, first.averaged()); }), "network");
}

TEST(DigitsTrainer, RefusesASavedStateOfSomethingElse) {
  Trainer trainer(two(), schedule(), small());
  (void)trainer.advance(2);
  const std::vector<std::uint8_t> saved = trainer.save();
  const auto field = [&](const Images& data, const Schedule& other, const TrainSettings& settings,
                         const std::optional<Denoiser>& begin = std::nullopt) {
    return refused_field([&] { const Trainer resumed(data, other, settings, begin, saved); });
  };
  const auto changed = [](const std::function<void(TrainSettings&)>& change) {
    TrainSettings settings = small();
    change(settings);
    return settings;
  };
  ASSERT_EQ(field(two(), schedule(), small()), "");
  Images data = two();
  data.pixels[0] = 0.5;
  EXPECT_EQ(field(data, schedule(), small()), "saved");
  data = two();
  data.labels[0] = 1;
  EXPECT_EQ(field(data, schedule(), small()), "saved");
  EXPECT_EQ(field(two(), cosine_schedule(41, 0.008, 0.999), small()), "saved");
  EXPECT_EQ(field(two(), schedule(), small(), trainer.averaged()), "saved");
  EXPECT_EQ(field(two(), schedule(), changed([](TrainSettings& s) { s.batch = 49; })), "saved");
  EXPECT_EQ(field(two(), schedule(), changed([](TrainSettings& s) { s.seed = 2; })), "saved");
  EXPECT_EQ(field(two(), schedule(), changed([](TrainSettings& s) { s.ema_decay = 0.9; })), "saved");
  EXPECT_EQ(field(two(), schedule(), changed([](TrainSettings& s) { s.label_dropout = 0.3; })), "saved");
  EXPECT_EQ(field(two(), schedule(), changed([](TrainSettings& s) { s.shape.depth = 1; })), "saved");
}

TEST(DigitsTrainer, RefusesWhatItCannotTrainOn) {
  const auto field = [](const Images& data, const std::function<void(TrainSettings&)>& change) {
    TrainSettings settings = small();
    change(settings);
    return refused_field([&] { const Trainer trainer(data, schedule(), settings); });
  };
  const auto as_it_is = [](TrainSettings&) {};
  EXPECT_EQ(field(two(), as_it_is), "");
  EXPECT_EQ(field({{}, {}}, as_it_is), "images");
  EXPECT_EQ(field({{1, 0, 1}, {0}}, as_it_is), "images");
  EXPECT_EQ(field({{1, 0, 1, 1.5}, {0}}, as_it_is), "images");
  EXPECT_EQ(field({{1, 0, 1, std::nan("")}, {0}}, as_it_is), "images");
  EXPECT_EQ(field({{1, 0, 1, 1}, {0, 1}}, as_it_is), "labels");
  EXPECT_EQ(field({{1, 0, 1, 1}, {2}}, as_it_is), "labels");
  EXPECT_EQ(field(two(), [](TrainSettings& s) { s.label_dropout = 1.5; }), "labelDropout");
  EXPECT_EQ(field(two(), [](TrainSettings& s) { s.batch = 0; }), "batch");
  EXPECT_EQ(field(two(), [](TrainSettings& s) { s.learning_rate = 0; }), "learningRate");
  EXPECT_EQ(field(two(), [](TrainSettings& s) { s.ema_decay = 1; }), "emaDecay");
  EXPECT_EQ(field(two(), [](TrainSettings& s) { s.shape.width = 0; }), "width");
  TrainSettings wide = small();
  wide.shape.features = 256;
  EXPECT_EQ(refused_field([&] { const Trainer t(two(), diffusion::constant_schedule(4097, 0.1), wide); }), "schedule");
  Trainer trainer(two(), schedule(), small());
  EXPECT_EQ(refused_field([&] { (void)trainer.errors(two(), {41}, 10); }), "at");
  EXPECT_EQ(refused_field([&] { (void)trainer.errors(two(), {4}, 0); }), "draws");
  EXPECT_EQ(refused_field([&] { (void)trainer.errors({{1, 0}, {0}}, {4}, 10); }), "images");
}

}  // namespace
}  // namespace proofground::digits
