#include "cifg/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "core/require.h"
#include "nn/clip.h"
#include "nn/training.h"

namespace proofground::cifg {
namespace {

/// Held-out sequences that go through the network at once.
constexpr int kBlock = 32;
constexpr double kMostNumbers = 1 << 23;

TrainSettings valid(const TrainSettings& settings) {
  require(settings.batch >= 1 && settings.batch <= 4096, "batch", "a whole number from 1 to 4096", settings.batch);
  nn::require_learning_rate(settings.learning_rate);
  require(settings.clip >= 0 && settings.clip <= 1e6, "clip", "a number from 0 to 1e6", settings.clip);
  require(settings.truncate >= 0, "truncate", "a whole number of at least 0", settings.truncate);
  require(std::abs(settings.forget_bias) <= 100, "forgetBias", "a number from -100 to 100", settings.forget_bias);
  return settings;
}

NetworkShape shape_of(const TrainSettings& settings, const Task& task) {
  const double each = 1.0 * task.T() * settings.batch;
  require(each * std::max(settings.dh, task.dx()) <= kMostNumbers, "batch",
          "at most 2^23 numbers: steps times batch times units, or times inputs", settings.batch);
  return {settings.cell, task.dx(), settings.dh};
}

/// Sequence `from` of one batch becomes sequence `to` of another.
void copy_sequence(const Sequences& source, int from, Sequences& batch, int to, int dx) {
  for (int t = 0; t < source.T; ++t) {
    const std::size_t row = static_cast<std::size_t>(t) * source.batch + from;
    const std::size_t target = static_cast<std::size_t>(t) * batch.batch + to;
    std::copy_n(&source.x[row * dx], dx, &batch.x[target * dx]);
    batch.target[target] = source.target[row];
    batch.weight[target] = source.weight[row];
  }
}

/// (T x dh) what the only sequence of a tape shows.
std::vector<double> shown(const NetworkTape& tape, Shown what, int dh) {
  std::vector<float> step(dh);
  std::vector<double> all;
  all.reserve(static_cast<std::size_t>(tape.T()) * dh);
  for (int t = 0; t < tape.T(); ++t) {
    tape.copy(what, t, 0, step.data());
    all.insert(all.end(), step.begin(), step.end());
  }
  return all;
}

}  // namespace

Trainer::Trainer(std::unique_ptr<const Task> task, const TrainSettings& settings)
    : settings_(valid(settings)),
      task_(std::move(task)),
      network_(shape_of(settings, *task_)),
      weights_(network_.size()),
      gradient_(network_.size()),
      state_(network_.size(), 0, batches_stream(settings.seed)),
      batch_(task_->batch(settings.batch)),
      block_(task_->batch(std::min(kBlock, sequences()))),
      tape_(network_, task_->T(), batch_.batch),
      block_tape_(network_, task_->T(), block_.batch) {
  Rng rng = weights_stream(settings.seed);
  network_.initialise(rng, settings.forget_bias, weights_.data());
  norms_.before.resize(kMostNorms);
  norms_.after.resize(kMostNorms);
}

void Trainer::begin_with(const NetworkWeights& weights) {
  const auto sizes = [](const NetworkShape& shape) {
    const std::string cell = shape.cell == CellKind::cifg ? "cifg" : "lstm";
    return "a " + cell + " of " + std::to_string(shape.dx) + " inputs and " + std::to_string(shape.dh) + " units";
  };
  require(weights.shape == network_.shape(), "network", sizes(network_.shape()).c_str(), sizes(weights.shape));
  network_.set_weights(weights, weights_.data());
}

double Trainer::step() {
  task_->draw(state_.rng, batch_);
  tape_.set(batch_);
  network_.forward(weights_.data(), tape_);
  const double loss = network_.loss(tape_);
  network_.backward(weights_.data(), tape_, settings_.truncate, gradient_.data());
  const double before = nn::clip(gradient_.data(), gradient_.size(), settings_.clip);
  const bool clipped = settings_.clip > 0 && before > settings_.clip;
  const std::size_t at = norm_count_++ % kMostNorms;
  norms_.before[at] = before;
  norms_.after[at] = clipped ? nn::norm(gradient_.data(), gradient_.size()) : before;
  state_.adam.step(settings_.learning_rate, gradient_.data(), weights_.data());
  ++state_.steps;
  return loss;
}

std::vector<double> Trainer::advance(int steps) { return nn::advance(*this, steps); }

Evaluation Trainer::evaluate() {
  const HeldOut& held = task_->held_out();
  const int count = sequences();
  std::vector<double> said(held.offset.size());
  for (int done = 0; done < count; done += block_.batch) {
    // The last block is filled up with the last sequence.
    for (int i = 0; i < block_.batch; ++i)
      copy_sequence(held.sequences, std::min(done + i, count - 1), block_, i, task_->dx());
    block_tape_.set(block_);
    network_.forward(weights_.data(), block_tape_);
    const int rows = std::min(block_.batch, count - done);
    for (int t = 0; t < task_->T(); ++t) {
      for (int i = 0; i < rows; ++i) {
        const std::size_t row = static_cast<std::size_t>(t) * count + done + i;
        said[row] =
            held.offset[row] + held.scale[row] * block_tape_.y()[static_cast<std::size_t>(t) * block_.batch + i];
      }
    }
  }
  Evaluation evaluation;
  for (const int row : held.rows) evaluation.prediction.push_back(said[row]);
  evaluation.error = held_out_error(held, evaluation.prediction);
  return evaluation;
}

SequenceStates Trainer::gates(int sequence) const {
  require(sequence >= 0 && sequence < sequences(), "k", "the number of a held-out sequence", sequence);
  const HeldOut& held = task_->held_out();
  Sequences one = task_->batch(1);
  copy_sequence(held.sequences, sequence, one, 0, task_->dx());
  NetworkTape tape(network_, one.T, 1, Keep::shown);
  tape.set(one);
  network_.forward(weights_.data(), tape);
  const int dh = settings_.dh;
  SequenceStates states{shown(tape, Shown::f, dh),
                        shown(tape, Shown::i, dh),
                        shown(tape, Shown::o, dh),
                        shown(tape, Shown::c, dh),
                        shown(tape, Shown::h, dh),
                        {one.x.begin(), one.x.end()},
                        {},
                        {}};
  for (int t = 0; t < one.T; ++t) {
    const std::size_t row = static_cast<std::size_t>(t) * sequences() + sequence;
    const bool asked = one.weight[t] > 0;
    states.prediction.push_back(held.offset[row] + held.scale[row] * tape.y()[t]);
    states.target.push_back(asked ? held.offset[row] + held.scale[row] * one.target[t]
                                  : std::numeric_limits<double>::quiet_NaN());
  }
  return states;
}

GradientNorms Trainer::gradient_norms() {
  const std::size_t count = std::min<std::size_t>(norm_count_, kMostNorms);
  GradientNorms newest;
  for (std::size_t k = norm_count_ - count; k < norm_count_; ++k) {
    newest.before.push_back(norms_.before[k % kMostNorms]);
    newest.after.push_back(norms_.after[k % kMostNorms]);
  }
  norm_count_ = 0;
  return newest;
}

}  // namespace proofground::cifg
