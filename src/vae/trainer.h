// Training a VAE, a step at a time.
//
//   batch      points drawn with replacement from those that are not held out, and eps ~ N(0, I) for each
//   loss       (1/B) sum_i [ -log p(x_i | z_i) + beta KL(q(z | x_i) || N(0, I)) ],  z_i = mu_i + exp(v_i / 2) eps_i
//   step       Adam, and the running mean of the weights, which encodes and decodes       (nn/train_state.h)
//
// The last `held_out` points are never drawn. With beta = 1 the loss is minus the ELBO, estimated without bias.
//
// Mistakes that students make are trained with on the same draws:
//
//   kl-mean      the KL as a mean over latent coordinates, not their sum:       KL / dz
//   sigma        the encoder's v taken for log sigma in z, for log sigma^2 in the KL:   z = mu + exp(v) eps
//   kept-eps     the eps of the first batch in every batch
//   kl-sign      reconstruction - beta KL
//   no-variance  1/2 |x - o|^2 without the decoder's variance, as if it were 1: Gaussian only
//
// A training that diverges goes on: its losses are then not finite, and say so. After the first step a step allocates
// nothing. One seed gives the same bits everywhere.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), algorithm 1; Higgins and others, "beta-VAE" (2017).
//
// No early stop, no schedule of the rate or of beta.
#pragma once

#include <cstdint>
#include <vector>

#include "nn/train_state.h"
#include "vae/evaluate.h"
#include "vae/network.h"
#include "vae/pass.h"

namespace proofground::vae {

enum class TrainMistake { none, kl_mean, sigma, kept_eps, kl_sign, no_variance };

struct TrainSettings {
  NetworkShape shape;
  int held_out = 1;             ///< 1..n-1
  double beta = 1;              ///< 0..1000
  int batch = 128;              ///< 1..4096
  double learning_rate = 2e-3;  ///< 1e-8..1
  double ema_decay = 0.99;      ///< [0, 1); 0: the weights themselves
  std::uint64_t seed = 1;
  TrainMistake mistake = TrainMistake::none;
};

/// Points, row after row, and their classes where the network is told them.
struct TrainData {
  std::vector<double> x;    ///< (n x dx)
  std::vector<int> labels;  ///< (n), or empty
};

/// Training part and held-out part.
struct Progress {
  Evaluation training, held_out;
};

class Trainer {
 public:
  /// @throws InvalidArgument  shape as require_valid, points as require_points, settings out of range; fields as there, and
  /// heldOut, beta, batch, learningRate, emaDecay, mistake
  Trainer(TrainData data, const TrainSettings& settings);
  /// Goes on from what save() gave, bit for bit. @throws InvalidArgument  also, field saved: bytes that are no state,
  /// damaged, or of another training: everything but the learning rate must be the same
  Trainer(TrainData data, const TrainSettings& settings, const std::vector<std::uint8_t>& saved);

  /// Steps taken.
  [[nodiscard]] std::int64_t steps() const { return state_.steps; }
  /// One step. @return the loss of its batch before the step, nats, constants included
  double step();
  /// @param steps 1..1e6 @return (steps) @throws InvalidArgument
  std::vector<double> advance(int steps);

  /// Of the averaged weights, with the same draws at every call. @param draws 2..10000 @throws InvalidArgument
  [[nodiscard]] Progress evaluate(int draws, Exact exact = Exact::yes) const;

  /// The network of the averaged weights; before the first step the drawn ones.
  [[nodiscard]] const Network& averaged() const { return averaged_; }
  /// The network that is being trained.
  [[nodiscard]] const Network& live() const { return live_; }
  /// Everything that decides what comes next.
  [[nodiscard]] std::vector<std::uint8_t> save() const;

 private:
  Trainer(TrainData data, const TrainSettings& settings, Rng rng);
  template <class Each>
  void each_setting(const Each& each) const;
  void draw_batch();
  [[nodiscard]] Evaluation evaluate_part(int first, int last, int draws, std::uint64_t seed, Exact exact) const;
  [[nodiscard]] int training_points() const;

  TrainSettings settings_;
  TrainData data_;
  std::uint64_t data_fingerprint_;
  LossRule rule_;
  double constant_ = 0;  // of the loss, for each point
  Network live_, averaged_;
  nn::TrainState state_;
  Pass pass_;
  std::vector<float> x_;  // (n x dx) what is trained on
  std::vector<float> gradient_;
};

}  // namespace proofground::vae
