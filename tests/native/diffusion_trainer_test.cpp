// Training: reaches the Bayes error of known data, gives the same bits from a seed, continues from a saved state.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "core/require.h"
#include "diffusion/trainer.h"
#include "hashed.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::diffusion {
namespace {

using proofground::test::hash_of, proofground::test::refused_field;

Mixture gaussian(double mean, double variance) { return {{1}, {mean, -mean}, {variance, 0, 0, variance}, 2}; }

Mixture two_clusters() { return {{1, 2}, {-1, 0.5, 1, -0.5}, {0.1, 0.02, 0.02, 0.1, 0.05, 0, 0, 0.2}, 2}; }

TrainSettings small() {
  TrainSettings settings;
  settings.shape = {2, Embedding::sinusoidal, 8, 24, 2};
  settings.batch = 50;
  return settings;
}

// E|eps - eps*|^2 of N(m, s^2 I) is d alpha_bar s^2 / (alpha_bar s^2 + 1 - alpha_bar).
TEST(DiffusionTrainer, OfAGaussianReachesTheBayesError) {
  for (const Embedding embedding : {Embedding::sinusoidal, Embedding::fourier}) {
    TrainSettings settings = small();
    settings.shape.embedding = embedding;
    settings.batch = 128;
    const Schedule schedule = linear_schedule(40, 1e-3, 0.3);
    Trainer trainer(gaussian(0.5, 0.25), schedule, settings);
    const std::vector<int> at{3, 10, 20, 40};
    const std::vector<double> before = trainer.errors(at, 4000);
    (void)trainer.advance(1500);
    const std::vector<double> after = trainer.errors(at, 4000);
    for (std::size_t i = 0; i < at.size(); ++i) {
      const Step& step = schedule.at(at[i]);
      const double bayes_error = 2 * step.alpha_bar * 0.25 / (step.alpha_bar * 0.25 + step.noise);
      EXPECT_NEAR(before[i], 2, 0.15);  // it predicted 0
      EXPECT_LT(after[i], bayes_error + 0.12) << at[i];
      // Nothing is below the Bayes error except by the chance of 4000 draws.
      EXPECT_GT(after[i], bayes_error - tolerance::standard_errors() * 2 * bayes_error / std::sqrt(4000)) << at[i];
    }
  }
}

// As printed, x_t of N(0, I) data has variance alpha_t + 1 - alpha_bar_t, and the best eps is sqrt(1 - alpha_bar_t) x
// over that. At T it is about half of the right one.
TEST(DiffusionTrainer, AsPrintedLearnsAnotherNoise) {
  const Schedule schedule = linear_schedule(40, 1e-3, 0.3);
  for (const bool printed : {false, true}) {
    TrainSettings settings = small();
    settings.batch = 128;
    settings.as_printed = printed;
    Trainer trainer(gaussian(0, 1), schedule, settings);
    (void)trainer.advance(800);
    const Step& step = schedule.at(30);
    const double slope = std::sqrt(step.noise) / ((printed ? step.alpha : step.alpha_bar) + step.noise);
    const std::vector<double> eps = trainer.eps({1, 0, -1, 0, 0, 1, 0, -1}, 30);
    EXPECT_NEAR((eps[0] - eps[2]) / 2, slope, 0.1) << printed;
    EXPECT_NEAR((eps[5] - eps[7]) / 2, slope, 0.1) << printed;
  }
}

// A network that predicts 0 loses weight_t |eps|^2: in the mean 2 times the mean weight.
TEST(DiffusionTrainer, WeightsHaveMeanOneWithoutTheFirst) {
  const Schedule schedule = linear_schedule(20, 1e-3, 0.3);
  TrainSettings settings = small();
  settings.batch = 8192;
  double mean2 = 0, all = 0;
  for (int t = 2; t <= 20; ++t) all += schedule.at(t).weight / 19;
  for (int t = 2; t <= 20; ++t) mean2 += std::pow(schedule.at(t).weight / all, 2) / 20;
  for (const Loss loss : {Loss::simple, Loss::elbo}) {
    settings.loss = loss;
    Trainer trainer(two_clusters(), schedule, settings);
    const double share = loss == Loss::simple ? 1 : 19.0 / 20, square = loss == Loss::simple ? 1 : mean2;
    // E|eps|^2 = 2, E|eps|^4 = 8
    const double deviation = std::sqrt((8 * square - 4 * share * share) / 8192);
    EXPECT_NEAR(trainer.step(), 2 * share, tolerance::standard_errors() * deviation);
  }
}

TEST(DiffusionTrainer, BothLossesSeeTheSameDraws) {
  // At T = 2 the one weight that is left is 1 and t = 1 counts for nothing.
  TrainSettings settings = small();
  Trainer simple(two_clusters(), constant_schedule(2, 0.3), settings);
  settings.loss = Loss::elbo;
  Trainer elbo(two_clusters(), constant_schedule(2, 0.3), settings);
  EXPECT_EQ(simple.live().weights(), elbo.live().weights());
  const double all = simple.step(), part = elbo.step();
  EXPECT_GT(part, 0.2 * all);
  EXPECT_LT(part, 0.8 * all);
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(DiffusionTrainer, OneSeedIsOneNetworkEverywhere) {
  TrainSettings settings;
  settings.shape.width = 36;  // not of whole panels
  settings.batch = 61;
  settings.seed = 20;
  Trainer trainer(two_clusters(), linear_schedule(100, 1e-4, 0.2), settings);
  (void)trainer.advance(120);
  EXPECT_EQ(hash_of(trainer.live().weights()), 4697205385794830680u);
  EXPECT_EQ(hash_of(trainer.averaged().weights()), 13720132066818969836u);
  // Saved states of version 1 stay readable: not one byte of them moves.
  EXPECT_EQ(hash_of(trainer.save()), 4350166674813245406u);
  EXPECT_EQ(hash_of(trainer.averaged().save()), 12164401816538769313u);
  settings.shape.embedding = Embedding::fourier;
  settings.loss = Loss::elbo;
  settings.as_printed = true;
  Trainer other(two_clusters(), cosine_schedule(50, 0.008, 0.999), settings);
  (void)other.advance(60);
  EXPECT_EQ(hash_of(other.averaged().weights()), 1001980698124227985u);
}

TEST(DiffusionTrainer, StepsMayBeSplitAndAskedBetween) {
  Trainer whole(two_clusters(), linear_schedule(30, 1e-3, 0.2), small());
  Trainer split(two_clusters(), linear_schedule(30, 1e-3, 0.2), small());
  const std::vector<double> losses = whole.advance(20);
  std::vector<double> parts = split.advance(7);
  EXPECT_EQ(split.errors({5, 30}, 300), split.errors({5, 30}, 300));
  EXPECT_EQ(split.errors({30, 5}, 300)[1], split.errors({5}, 300)[0]);
  (void)split.eps({1, 2}, 4);
  for (const double loss : split.advance(13)) parts.push_back(loss);
  EXPECT_EQ(parts, losses);
  EXPECT_EQ(split.live().weights(), whole.live().weights());
  EXPECT_EQ(split.averaged().weights(), whole.averaged().weights());
  EXPECT_EQ(split.steps(), 20);
}

TEST(DiffusionTrainer, GoesOnFromASavedStateBitForBit) {
  const Schedule schedule = cosine_schedule(30, 0.008, 0.999);
  TrainSettings settings = small();
  settings.batch = 51;  // an odd number of normal draws: one is kept
  settings.shape.d = 1;
  settings.loss = Loss::elbo;
  const Mixture data{{1, 1}, {-1, 1}, {0.1, 0.2}, 1};
  Trainer trainer(data, schedule, settings);
  (void)trainer.advance(25);
  const std::vector<std::uint8_t> saved = trainer.save();
  Trainer resumed(data, schedule, settings, saved);
  EXPECT_EQ(resumed.steps(), 25);
  EXPECT_EQ(resumed.save(), saved);
  EXPECT_EQ(resumed.advance(25), trainer.advance(25));
  EXPECT_EQ(resumed.save(), trainer.save());

  settings.learning_rate *= 3;  // the one thing that may change
  Trainer faster(data, schedule, settings, saved);
  (void)faster.advance(25);
  EXPECT_NE(faster.live().weights(), trainer.live().weights());
}

TEST(DiffusionTrainer, RefusesASavedStateOfSomethingElse) {
  const Schedule schedule = linear_schedule(30, 1e-3, 0.2);
  Trainer trainer(two_clusters(), schedule, small());
  (void)trainer.advance(3);
  const std::vector<std::uint8_t> saved = trainer.save();
  const auto expected = [&](const Mixture& data, const Schedule& other, const TrainSettings& settings) -> std::string {
    try {
      const Trainer resumed(data, other, settings, saved);
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.field(), "saved");
      return error.expected();
    }
    return "";
  };
  const auto changed = [](const std::function<void(TrainSettings&)>& change) {
    TrainSettings settings = small();
    change(settings);
    return settings;
  };
  EXPECT_EQ(expected(two_clusters(), schedule, small()), "");
  EXPECT_EQ(expected(gaussian(0, 1), schedule, small()), "a state of the same data");
  EXPECT_EQ(expected(two_clusters(), linear_schedule(31, 1e-3, 0.2), small()), "a state of the same schedule");
  const auto other = [&](const std::function<void(TrainSettings&)>& change) {
    return expected(two_clusters(), schedule, changed(change));
  };
  EXPECT_EQ(other([](TrainSettings& s) { s.batch = 49; }), "a state of the same batch");
  EXPECT_EQ(other([](TrainSettings& s) { s.ema_decay = 0; }), "a state of the same emaDecay");
  EXPECT_EQ(other([](TrainSettings& s) { s.loss = Loss::elbo; }), "a state of the same loss");
  EXPECT_EQ(other([](TrainSettings& s) { s.as_printed = true; }), "a state of the same asPrinted");
  EXPECT_EQ(other([](TrainSettings& s) { s.seed = 2; }), "a state of the same seed");
  EXPECT_EQ(other([](TrainSettings& s) { s.shape.width = 8; }), "a state of the same shape");
  for (std::size_t size = 0; size < saved.size(); size += 501) {
    const std::vector<std::uint8_t> cut(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_EQ(refused_field([&] { const Trainer resumed(two_clusters(), schedule, small(), cut); }), "saved");
  }
}

TEST(DiffusionTrainer, RefusesByName) {
  const Schedule schedule = linear_schedule(30, 1e-3, 0.2);
  const auto with = [&](const std::function<void(TrainSettings&)>& change) {
    TrainSettings settings = small();
    change(settings);
    return refused_field([&] { const Trainer trainer(two_clusters(), schedule, settings); });
  };
  EXPECT_EQ(with([](TrainSettings&) {}), "");
  EXPECT_EQ(with([](TrainSettings& s) { s.shape.d = 3; }), "shape.d");
  EXPECT_EQ(with([](TrainSettings& s) { s.shape.width = 1000; }), "width");
  EXPECT_EQ(with([](TrainSettings& s) { s.batch = 0; }), "batch");
  EXPECT_EQ(with([](TrainSettings& s) { s.batch = 8193; }), "batch");
  EXPECT_EQ(with([](TrainSettings& s) { s.learning_rate = 0; }), "learningRate");
  EXPECT_EQ(with([](TrainSettings& s) { s.learning_rate = std::nan(""); }), "learningRate");
  EXPECT_EQ(with([](TrainSettings& s) { s.ema_decay = 1; }), "emaDecay");
  TrainSettings elbo = small();
  elbo.loss = Loss::elbo;
  EXPECT_EQ(refused_field([&] { const Trainer trainer(two_clusters(), constant_schedule(1, 0.1), elbo); }), "loss");
  EXPECT_EQ(refused_field([&] { const Trainer trainer(gaussian(1e7, 1), schedule, small()); }), "data");
  EXPECT_EQ(refused_field([&] { const Trainer trainer(gaussian(1, 1e13), schedule, small()); }), "data");
  Trainer trainer(two_clusters(), schedule, small());
  EXPECT_EQ(refused_field([&] { (void)trainer.advance(0); }), "steps");
  EXPECT_EQ(refused_field([&] { (void)trainer.errors({0}, 10); }), "at");
  EXPECT_EQ(refused_field([&] { (void)trainer.errors({31}, 10); }), "at");
  EXPECT_EQ(refused_field([&] { (void)trainer.errors({1}, 0); }), "draws");
  EXPECT_EQ(refused_field([&] { (void)trainer.eps({1, 2, 3}, 1); }), "x");
  EXPECT_EQ(refused_field([&] { (void)trainer.eps({1, std::nan("")}, 1); }), "x[1]");
  EXPECT_EQ(refused_field([&] { (void)trainer.eps({1, 2}, 31); }), "t");
}

}  // namespace
}  // namespace proofground::diffusion
