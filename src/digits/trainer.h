// Training the denoiser of images, a step at a time.
//
//   loss   (1/(B d)) sum_i share_{t_i} |v_i - v_theta(x_i, c_i, t_i)|^2
//   x_i    sqrt(alpha_bar_{t_i}) x_0 + sqrt(1 - alpha_bar_{t_i}) eps_i,     x_0 = 2 pixels - 1
//   v_i    sqrt(alpha_bar_{t_i}) eps_i - sqrt(1 - alpha_bar_{t_i}) x_0
//   draws  an image and its class,  t_i ~ uniform{1..T},  eps_i ~ N(0, I),  c_i none with probability label_dropout
//
//   |v - v_theta|^2 = |eps - eps_theta|^2 / alpha_bar_t = |eps - eps_theta|^2 + |x_0 - x0_theta|^2
//
// With share = 1 a step counts by its errors of eps and of x_0, so that the first steps down from pure noise, which decide
// what an image will be, are learnt as well. Their errors of eps alone are next to nothing: there eps is x.
//
// Adam's steps and the running mean of the weights, which predicts: nn/train_state.h. The coefficients are rounded to
// float, which hides the last digits in which platforms' functions differ: one seed gives one network natively and in
// WebAssembly. After the first step a step allocates nothing.
//
// Source: Ho, Jain and Abbeel (2020), algorithm 1; Salimans and Ho (2022), section 4, for v; Ho and Salimans (2022),
// algorithm 1, for the hidden classes.
//
// No early stop, no validation: errors() says how good it is, on any images. No flips or shifts of images: a digit is not
// its mirror image.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "diffusion/schedule.h"
#include "digits/denoiser.h"
#include "nn/train_state.h"

namespace proofground::digits {

struct Images {
  std::vector<double> pixels;  ///< (n x d) 0..1
  std::vector<int> labels;     ///< (n) 0..classes-1
};

struct TrainSettings {
  DenoiserShape shape;
  double label_dropout = 0.1;   ///< [0, 1]
  int batch = 128;              ///< 1..8192
  double learning_rate = 1e-3;  ///< 1e-8..1
  double ema_decay = 0.999;     ///< [0, 1); 0: the weights themselves
  std::uint64_t seed = 1;
};

class Trainer {
 public:
  /// @param begin the network to begin with, instead of drawn weights
  /// @throws InvalidArgument  images: none, not whole ones, pixels outside 0..1; labels: not one for each image, outside;
  /// shape as require_valid; labelDropout, batch, learningRate, emaDecay out of range; schedule: more than 2^20 features of
  /// all its steps; network: of another shape
  Trainer(const Images& data, const diffusion::Schedule& schedule, const TrainSettings& settings,
          const std::optional<Denoiser>& begin = std::nullopt);
  /// Goes on from what save() gave, bit for bit. @throws InvalidArgument  also, field saved: bytes that are no state,
  /// damaged, or of another problem; everything but the learning rate must be the same
  Trainer(const Images& data, const diffusion::Schedule& schedule, const TrainSettings& settings,
          const std::optional<Denoiser>& begin, const std::vector<std::uint8_t>& saved);

  /// Steps taken.
  [[nodiscard]] std::int64_t steps() const { return state_.steps; }
  [[nodiscard]] int T() const { return schedule_.T(); }
  /// One step. @return the loss of its batch before the step
  double step();
  /// @param steps 1..1e6 @return (steps) @throws InvalidArgument
  std::vector<double> advance(int steps);

  /// E|eps - eps_theta|^2 / d of the averaged weights, each image with its class, on draws of their own, the same at every
  /// call. @param at steps, 1..T each @param draws 1..1e6 @return one for each of `at` @throws InvalidArgument
  [[nodiscard]] std::vector<double> errors(const Images& data, const std::vector<int>& at, int draws);

  /// The network of the averaged weights.
  [[nodiscard]] const Denoiser& averaged() const { return averaged_; }
  /// The network that is being trained.
  [[nodiscard]] const Denoiser& live() const { return live_; }

  /// Everything that decides what comes next.
  [[nodiscard]] std::vector<std::uint8_t> save() const;

 private:
  Trainer(const Images& data, const diffusion::Schedule& schedule, const TrainSettings& settings,
          const std::optional<Denoiser>& begin, Rng rng);
  void draw_batch();
  double loss_and_slope();
  template <class Each>
  void each_setting(const Each& each) const;
  [[nodiscard]] double part(int t) const { return static_cast<double>(t) / schedule_.T(); }

  diffusion::Schedule schedule_;
  TrainSettings settings_;
  std::vector<float> images_;  // (n x d) -1..1
  std::vector<int> labels_;    // (n)
  std::uint64_t data_fingerprint_, schedule_fingerprint_, begin_fingerprint_;
  Denoiser live_, averaged_;
  nn::TrainState state_;

  std::vector<float> signal_, noise_;  // (T) what each t multiplies
  std::vector<float> embedded_;        // (T x features)
  nn::Tape tape_;
  nn::Scratch scratch_;
  std::vector<float> gradient_;
  std::vector<float> target_;  // (batch x d) v, in panels
};

}  // namespace proofground::digits
