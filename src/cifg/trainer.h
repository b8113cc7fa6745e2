// Training a recurrent network, a step at a time, and what is to be seen of it.
//
//   batch      sequences of the task (tasks.h)
//   gradient   of the batch's loss, by BPTT through all steps or truncated (network.h)
//   clipping   g = g min(1, clip / |g|)                                            (nn/clip.h)
//   step       Adam                                                                (nn/adam.h)
//
// The batches come from a generator of their own: two trainings of one seed and batch size see the same ones, whatever their cells
// and widths. A training that diverges goes on: its losses, norms and weights are then not finite, and say so.
// After the first step a step allocates nothing.
//
// Source: Hochreiter and Schmidhuber, "Long short-term memory" (1997); Pascanu, Mikolov and Bengio (2013).
//
// No early stop, no schedule of the rate, no averaged weights.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cifg/network.h"
#include "cifg/tasks.h"
#include "nn/train_state.h"

namespace proofground::cifg {

struct TrainSettings {
  CellKind cell = CellKind::cifg;
  int dh = 16;                  ///< 1..512
  int batch = 32;               ///< 1..4096; T batch times dx or dh at most 2^23
  double learning_rate = 0.01;  ///< 1e-8..1
  double clip = 1;              ///< largest norm of a gradient; 0: no clipping
  int truncate = 0;             ///< steps through which a gradient goes back; 0: all
  double forget_bias = 1;       ///< -100..100
  std::uint64_t seed = 1;
};

struct Evaluation {
  double error = 0;                ///< held_out_error()
  std::vector<double> prediction;  ///< (m) for HeldOut::truth
};

/// One held-out sequence as the network goes through it, (T x dh) each.
struct SequenceStates {
  std::vector<double> f, i, o, c, h;
  std::vector<double> x;                   ///< (T x dx) as the network sees it
  std::vector<double> prediction, target;  ///< (T) in the units of the data; target: NaN where nothing is asked
};

/// Norms of gradients, one for each step.
struct GradientNorms {
  std::vector<double> before, after;  ///< clipping
};

class Trainer {
 public:
  /// @param task made with settings.seed
  /// @throws InvalidArgument  dh, batch, learningRate, clip, truncate, forgetBias out of range
  Trainer(std::unique_ptr<const Task> task, const TrainSettings& settings);
  /// Goes on from what save() gave, bit for bit. @throws InvalidArgument  also, field saved: bytes that are no state, damaged, of a
  /// training that had diverged, or of another one: all but the learning rate and the clip must be the same
  Trainer(std::unique_ptr<const Task> task, const TrainSettings& settings, const std::vector<std::uint8_t>& saved);

  /// Before the first step: these weights instead of drawn ones. @throws InvalidArgument  of another shape; field network
  void begin_with(const NetworkWeights& weights);

  /// Steps taken.
  [[nodiscard]] std::int64_t steps() const { return state_.steps; }
  /// One step. @return the loss of its batch before the step
  double step();
  /// @param steps 1..1e6 @return (steps) @throws InvalidArgument
  std::vector<double> advance(int steps);

  [[nodiscard]] const Task& task() const { return *task_; }
  [[nodiscard]] Evaluation evaluate();
  /// Number of held-out sequences.
  [[nodiscard]] int sequences() const { return task_->held_out().sequences.batch; }
  /// @param sequence 0..sequences()-1 @throws InvalidArgument
  [[nodiscard]] SequenceStates gates(int sequence) const;
  /// Of the steps since the last call, of the newest kMostNorms of them.
  GradientNorms gradient_norms();
  static constexpr int kMostNorms = 1 << 12;

  [[nodiscard]] int parameters() const { return parameter_count(network_.shape()); }
  [[nodiscard]] NetworkWeights weights() const { return network_.weights(weights_.data()); }
  /// Everything that decides what comes next.
  [[nodiscard]] std::vector<std::uint8_t> save() const;

 private:
  template <class Each>
  void each_setting(const Each& each) const;

  TrainSettings settings_;
  std::unique_ptr<const Task> task_;
  Network network_;
  std::vector<float> weights_, gradient_;
  nn::TrainState state_;
  Sequences batch_, block_;
  NetworkTape tape_, block_tape_;
  GradientNorms norms_;  // (kMostNorms each) a ring, of which norm_count_ were written since the last call
  std::size_t norm_count_ = 0;
};

}  // namespace proofground::cifg
