// Training the denoiser, a step at a time.
//
//   loss       (1/B) sum_i weight_{t_i} |eps_i - eps_theta(x_i, t_i)|^2
//   x_i        sqrt(alpha_bar_{t_i}) x_0 + sqrt(1 - alpha_bar_{t_i}) eps_i
//   draws      x_0 ~ data,  t_i ~ uniform{1..T},  eps_i ~ N(0, I)
//
//   simple     weight_t = 1
//   elbo       weight_t = w_t / mean of w_2..w_T (schedule.h),  weight_1 = 0
//   printed    sqrt(alpha_t) in place of sqrt(alpha_bar_t)
//
// w_1 is infinite, and the text leaves t = 1 out. "Printed" is what the assignment's remark 1 says, and should not.
//
// Adam's steps and the running mean of the weights, which predicts: nn/train_state.h. Drawing needs one generator only,
// whatever the loss, so that two losses can be raced on the same draws. The batch and the network are floats: the
// coefficients are rounded to float, which hides the last digits in which platforms' exp and log differ, so that one
// seed gives one network natively and in WebAssembly. After the first step a step allocates nothing.
//
// Source: the assignment's problem 4 (d) and remark 1; Ho, Jain and Abbeel (2020), algorithm 1.
//
// No early stop, no validation: errors() says how good it is.
#pragma once

#include <cstdint>
#include <vector>

#include "diffusion/denoiser.h"
#include "diffusion/mixture.h"
#include "nn/train_state.h"

namespace proofground::diffusion {

enum class Loss { simple, elbo };

struct TrainSettings {
  DenoiserShape shape;
  int batch = 256;              ///< 1..8192
  double learning_rate = 2e-3;  ///< 1e-8..1
  double ema_decay = 0.999;     ///< [0, 1); 0: the weights themselves
  Loss loss = Loss::simple;
  bool as_printed = false;
  std::uint64_t seed = 1;
};

class Trainer {
 public:
  /// @throws InvalidArgument  data as Oracle, or with a mean or spread above 1e6 (field data); shape as require_valid;
  /// shape.d not that of the data; batch, learningRate, emaDecay out of range; loss elbo where T = 1
  Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings);
  /// Goes on from what save() gave, bit for bit. @throws InvalidArgument  also, field saved: bytes that are no state,
  /// damaged, or of another problem; everything but the learning rate must be the same
  Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings,
          const std::vector<std::uint8_t>& saved);

  /// Steps taken.
  [[nodiscard]] std::int64_t steps() const { return state_.steps; }
  [[nodiscard]] int T() const { return schedule_.T(); }
  /// One step. @return the loss of its batch before the step
  double step();
  /// @param steps 1..1e6 @return (steps) @throws InvalidArgument
  std::vector<double> advance(int steps);

  /// E|eps - eps_theta|^2 of the averaged weights with x_t of the true forward process, on draws of their own, the same
  /// at every call. @param at steps, 1..T each @param draws 1..1e6 @return one for each of `at` @throws InvalidArgument
  [[nodiscard]] std::vector<double> errors(const std::vector<int>& at, int draws);

  /// The network of the averaged weights.
  [[nodiscard]] const Denoiser& averaged() const { return averaged_; }
  /// The network that is being trained.
  [[nodiscard]] const Denoiser& live() const { return live_; }
  /// eps_theta of the averaged weights. @param x (m x d) @param t 1..T @throws InvalidArgument
  [[nodiscard]] std::vector<double> eps(const std::vector<double>& x, int t);

  /// Everything that decides what comes next.
  [[nodiscard]] std::vector<std::uint8_t> save() const;

 private:
  Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings, Rng rng);
  void draw_batch();
  double loss_and_slope();
  template <class Each>
  void each_setting(const Each& each) const;
  [[nodiscard]] double part(int t) const { return static_cast<double>(t) / schedule_.T(); }

  Schedule schedule_;
  Oracle oracle_;
  TrainSettings settings_;
  std::uint64_t data_fingerprint_, schedule_fingerprint_;
  Denoiser live_, averaged_;
  nn::TrainState state_;

  std::vector<float> signal_, noise_, weight_;  // (T) what each t multiplies
  std::vector<float> embedded_;                 // (T x features), or empty where that is large
  nn::Tape tape_;
  nn::Scratch scratch_;
  std::vector<float> gradient_;
  std::vector<double> x0_;     // (batch x d)
  std::vector<float> target_;  // (batch x d) eps, in panels
  std::vector<float> share_;   // (batch) weight_t
};

}  // namespace proofground::diffusion
