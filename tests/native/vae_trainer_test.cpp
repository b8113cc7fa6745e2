// Training: reaches the known optimum of a linear model, the same from a seed, on from what was saved, what is held out stays so.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/symmetric.h"
#include "hashed.h"
#include "refused.h"
#include "tolerances.h"
#include "vae/trainer.h"

namespace proofground::vae {
namespace {

using proofground::test::hash_of, proofground::test::refused_field;

/// Points of a known covariance, as exactly as n of them have it: x = mean + A e, e from all corners of a cube.
struct Cloud {
  std::vector<double> x;
  std::vector<double> covariance;  ///< (3 x 3)
};

Cloud cloud() {
  const std::vector<double> mean{0.5, -1, 2}, A{1.5, 0.3, 0, 0, 0.8, 0.2, 0.4, 0, 0.5};
  Cloud all;
  for (int copy = 0; copy < 5; ++copy) {
    for (int corner = 0; corner < 8; ++corner) {
      for (int i = 0; i < 3; ++i) {
        double value = mean[i];
        for (int k = 0; k < 3; ++k) value += A[i * 3 + k] * ((corner >> k & 1) == 0 ? -1 : 1);
        all.x.push_back(value);
      }
    }
  }
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      double sum = 0;
      for (int k = 0; k < 3; ++k) sum += A[i * 3 + k] * A[j * 3 + k];
      all.covariance.push_back(sum);
    }
  }
  return all;
}

// Probabilistic PCA: the best model of dz coordinates and noise s2 has, of the covariance S with eigenvalues l_1 >= l_2 >= ...,
// the mean log likelihood -1/2 (dx log 2 pi + sum_{k <= dz} (log l_k + 1) + sum_{k > dz} (log s2 + l_k / s2)) where l_dz >= s2.
// Its posterior is diagonal in the right coordinates, so that the ELBO can reach it; no network can exceed it.
TEST(VaeTrainer, OfALinearNetworkReachesTheOptimumOfProbabilisticPca) {
  const Cloud data = cloud();
  const double noise_var = 0.3;
  const std::vector<double> values = eigenvalues(data.covariance, 3);  // ascending
  double optimum = 3 * std::log(2 * std::numbers::pi) + std::log(noise_var) + values[0] / noise_var;
  for (const int k : {1, 2}) optimum += std::log(values[k]) + 1;
  optimum *= -0.5;

  TrainSettings settings;
  settings.shape = {3, 2, 1, 0, 0, Likelihood::gaussian, noise_var};
  settings.held_out = 8;  // one whole cube: the same covariance
  settings.batch = 64;
  settings.learning_rate = 1e-2;
  settings.ema_decay = 0.998;
  Trainer trainer({data.x, {}}, settings);
  const Progress before = trainer.evaluate(2);
  (void)trainer.advance(3000);
  const Progress after = trainer.evaluate(2);
  for (const Evaluation* part : {&after.training, &after.held_out}) {
    ASSERT_TRUE(part->exact.has_value());
    EXPECT_LT(part->exact->elbo, optimum + 1e-6);
    EXPECT_GT(part->exact->elbo, optimum - 0.01);
  }
  EXPECT_LT(before.training.exact->elbo, optimum - 1);
}

/// Whole numbers over a power of two: floats and doubles agree.
std::vector<double> drawn_pixels(int count, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<double> x(count);
  for (double& value : x) value = rng.below(17) / 16.0;
  return x;
}

/// The same of a formula: tests/wasm/vae-train.test.ts has it, too.
std::vector<double> formula_pixels(int count) {
  std::vector<double> x(count);
  for (int k = 0; k < count; ++k) x[k] = (k * k + 3 * k) % 17 / 16.0;
  return x;
}

TrainSettings small() {
  TrainSettings settings;
  settings.shape = {6, 2, 10, 1, 0, Likelihood::bernoulli, 1};
  settings.held_out = 4;
  settings.batch = 7;
  settings.seed = 20;
  return settings;
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(VaeTrainer, OneSeedIsOneNetworkEverywhere) {
  const std::vector<double> x = formula_pixels(20 * 6);
  Trainer trainer({x, {}}, small());
  const std::vector<double> losses = trainer.advance(60);
  EXPECT_EQ(hash_of(losses), 11001317731829467769u);
  EXPECT_EQ(hash_of(trainer.live().weights()), 10646562162184675829u);
  EXPECT_EQ(hash_of(trainer.averaged().weights()), 9085485833944041835u);
  // Saved states of version 1 stay readable: not one byte of them moves.
  EXPECT_EQ(hash_of(trainer.save()), 17819139026916300109u);
  EXPECT_EQ(hash_of(trainer.averaged().save()), 11928333527075089183u);
  TrainSettings settings = small();
  settings.shape.likelihood = Likelihood::gaussian;
  settings.shape.noise_var = 0.25;
  settings.shape.classes = 3;
  settings.beta = 0.5;
  std::vector<int> labels(20);
  for (int i = 0; i < 20; ++i) labels[i] = i % 3;
  Trainer other({x, labels}, settings);
  EXPECT_EQ(hash_of(other.advance(40)), 3565149114224487059u);
  EXPECT_EQ(hash_of(other.averaged().weights()), 10658504087352138300u);
}

TEST(VaeTrainer, GoesOnFromWhatWasSaved) {
  const TrainData data{drawn_pixels(20 * 6, 4), {}};
  for (const TrainMistake mistake : {TrainMistake::none, TrainMistake::kept_eps, TrainMistake::kl_sign}) {
    TrainSettings settings = small();
    settings.mistake = mistake;
    Trainer whole(data, settings), first(data, settings);
    (void)whole.advance(31);
    (void)first.advance(12);
    Trainer second(data, settings, first.save());
    EXPECT_EQ(second.steps(), 12);
    (void)second.advance(19);
    EXPECT_EQ(second.save(), whole.save());
    EXPECT_EQ(second.evaluate(3).held_out.sampled.elbo, whole.evaluate(3).held_out.sampled.elbo);
  }
}

TEST(VaeTrainer, RefusesStatesOfAnotherTraining) {
  const TrainData data{drawn_pixels(20 * 6, 5), {}};
  Trainer trainer(data, small());
  (void)trainer.advance(3);
  const std::vector<std::uint8_t> saved = trainer.save();
  const auto refused = [&](const auto& change) {
    TrainSettings settings = small();
    TrainData other = data;
    change(settings, other);
    return refused_field([&] { const Trainer again(other, settings, saved); });
  };
  using S = TrainSettings&;
  using D = TrainData&;
  EXPECT_EQ(refused([](S s, D) { s.learning_rate = 0.1; }), "");
  EXPECT_EQ(refused([](S, D d) { d.x[3] = 1 - d.x[3] / 2; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.held_out = 5; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.beta = 2; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.batch = 8; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.ema_decay = 0.5; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.seed = 1; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.mistake = TrainMistake::sigma; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.shape.width = 11; }), "saved");
  EXPECT_EQ(refused([](S s, D) { s.shape.likelihood = Likelihood::gaussian; }), "saved");
  for (std::size_t size = 0; size < saved.size(); size += 97) {
    const std::vector<std::uint8_t> part(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_EQ(refused_field([&] { const Trainer again(data, small(), part); }), "saved");
  }
}

// Held-out points can be anything: the weights do not notice.
TEST(VaeTrainer, NeverTrainsOnWhatIsHeldOut) {
  std::vector<double> x = drawn_pixels(20 * 6, 6);
  Trainer first({x, {}}, small());
  for (std::size_t k = 16 * 6; k < x.size(); ++k) x[k] = 1 - x[k];
  Trainer second({x, {}}, small());
  (void)first.advance(30);
  (void)second.advance(30);
  EXPECT_EQ(first.live().weights(), second.live().weights());
  const Progress one = first.evaluate(2), other = second.evaluate(2);
  EXPECT_EQ(one.training.sampled.elbo, other.training.sampled.elbo);
  EXPECT_NE(one.held_out.sampled.elbo, other.held_out.sampled.elbo);
}

TEST(VaeTrainer, EvaluatesByTerms) {
  TrainSettings settings = small();
  Trainer trainer({drawn_pixels(20 * 6, 7), {}}, settings);
  (void)trainer.advance(50);
  const Progress progress = trainer.evaluate(500);
  for (const Evaluation* part : {&progress.training, &progress.held_out}) {
    EXPECT_EQ(part->sampled.elbo, part->sampled.reconstruction - part->sampled.kl);
    EXPECT_NEAR(part->kl_per_dimension[0] + part->kl_per_dimension[1], part->sampled.kl, 1e-12);
    EXPECT_NEAR(part->sampled.elbo, part->exact->elbo, tolerance::standard_errors() * part->error);
    EXPECT_LT(part->error, 0.1);
  }
  const Progress drawn = trainer.evaluate(500, Exact::no);
  EXPECT_EQ(drawn.training.sampled.elbo, progress.training.sampled.elbo);
  EXPECT_EQ(drawn.held_out.error, progress.held_out.error);
  EXPECT_FALSE(drawn.training.exact.has_value() || drawn.held_out.exact.has_value());
}

// With a large beta nothing is encoded; with none the codes spread without bound and are sharp.
TEST(VaeTrainer, BetaDecidesHowMuchIsEncoded) {
  const std::vector<double> x = drawn_pixels(20 * 6, 8);
  const auto kl_of = [&](double beta) {
    TrainSettings settings = small();
    settings.beta = beta;
    settings.learning_rate = 1e-2;
    Trainer trainer({x, {}}, settings);
    (void)trainer.advance(600);
    return trainer.evaluate(2).training.sampled.kl;
  };
  const double collapsed = kl_of(20), usual = kl_of(1), free = kl_of(0);
  EXPECT_LT(collapsed, 1e-2);
  EXPECT_GT(usual, collapsed);
  EXPECT_GT(free, 10);
}

// Each mistake is trained with on the same points, and ends elsewhere in the way that its formula says.
TEST(VaeTrainer, MistakesChangeTheLossAsTheySay) {
  TrainSettings settings = small();
  settings.shape.likelihood = Likelihood::gaussian;
  settings.shape.noise_var = 0.04;
  const TrainData data{drawn_pixels(20 * 6, 9), {}};
  const auto first_loss = [&](TrainMistake mistake, double beta) {
    TrainSettings with = settings;
    with.mistake = mistake;
    with.beta = beta;
    return Trainer(data, with).step();
  };
  const double right = first_loss(TrainMistake::none, 1), no_kl = first_loss(TrainMistake::none, 0), kl = right - no_kl;
  ASSERT_GT(kl, 1e-3);
  const double rounding = 1e-5 * (1 + std::abs(right));
  EXPECT_NEAR(first_loss(TrainMistake::kl_mean, 1), no_kl + kl / 2, rounding);
  EXPECT_NEAR(first_loss(TrainMistake::kl_sign, 1), no_kl - kl, rounding);
  const double constant = 3 * std::log(2 * std::numbers::pi * 0.04);
  EXPECT_NEAR(first_loss(TrainMistake::no_variance, 0), (no_kl - constant) * 0.04, rounding);
  EXPECT_NE(first_loss(TrainMistake::sigma, 0), no_kl);

  // The first batch's eps again and again: its very first step is another one, the later points the same.
  settings.mistake = TrainMistake::kept_eps;
  Trainer kept(data, settings);
  settings.mistake = TrainMistake::none;
  Trainer fresh(data, settings);
  EXPECT_EQ(kept.live().weights(), fresh.live().weights());
  EXPECT_NE(kept.advance(5), fresh.advance(5));

  settings.shape.likelihood = Likelihood::bernoulli;
  settings.shape.noise_var = 1;
  settings.mistake = TrainMistake::no_variance;
  EXPECT_EQ(refused_field([&] { const Trainer none(data, settings); }), "mistake");
}

TEST(VaeTrainer, Refusals) {
  const TrainData data{drawn_pixels(20 * 6, 10), {}};
  const auto refused = [&](const auto& change) {
    TrainSettings settings = small();
    TrainData other = data;
    change(settings, other);
    return refused_field([&] { const Trainer trainer(other, settings); });
  };
  using S = TrainSettings&;
  using D = TrainData&;
  EXPECT_EQ(refused([](S, D) {}), "");
  EXPECT_EQ(refused([](S s, D) { s.held_out = 0; }), "heldOut");
  EXPECT_EQ(refused([](S s, D) { s.held_out = 20; }), "heldOut");
  EXPECT_EQ(refused([](S s, D) { s.beta = -1; }), "beta");
  EXPECT_EQ(refused([](S s, D) { s.beta = std::nan(""); }), "beta");
  EXPECT_EQ(refused([](S s, D) { s.batch = 0; }), "batch");
  EXPECT_EQ(refused([](S s, D) { s.learning_rate = 0; }), "learningRate");
  EXPECT_EQ(refused([](S s, D) { s.ema_decay = 1; }), "emaDecay");
  EXPECT_EQ(refused([](S s, D) { s.shape.dz = 0; }), "dz");
  EXPECT_EQ(refused([](S, D d) { d.x[0] = 2; }), "x");
  EXPECT_EQ(refused([](S, D d) { d.x.pop_back(); }), "x");
  EXPECT_EQ(refused([](S s, D) { s.shape.classes = 2; }), "labels");
}

}  // namespace
}  // namespace proofground::vae
