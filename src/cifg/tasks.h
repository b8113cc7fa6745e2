// What recurrent networks are trained for: sequences to learn from, and others, held out, that say how well it was learnt.
//
//   adding     x_t = (value, mark), values uniform on [0, 1); one mark in each half; asked at the last step: the sum of the two
//              marked values. Who always says 1, its mean, errs by its variance, 2 / 12.
//   copy       x_t uniform on [-1, 1); asked at step t > delay: x_{t - delay}. Who always says 0 errs by 1 / 3.
//   series     forecasts of a real series (series.h)
//   sequences  the user's own; the last ones are held out
//
//   loss of a batch   sum w (y - target)^2 / sum w       w: the weight of each step, 0 where nothing is asked
//
// What a seed draws does not depend on the network: two of them can be raced on the same batches, and are judged on the same held-out
// sequences. Drawing allocates nothing. Only + - * / and sqrt: one seed gives one batch everywhere.
//
// Source: Hochreiter and Schmidhuber, "Long short-term memory" (1997), section 5.4: the adding problem, here of one length.
//
// No classes, no texts, no sequences of different lengths: a weight of 0 is how a shorter one is padded.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "cifg/network.h"
#include "cifg/series.h"
#include "core/rng.h"

namespace proofground::cifg {

struct Adding {
  int T = 20;  ///< 2..1000
};

struct Copy {
  int T = 20;     ///< 2..1000
  int delay = 5;  ///< 1..T-1
};

/// n sequences, one after another.
struct OwnSequences {
  int T = 1;                   ///< 1..1000
  int dx = 1;                  ///< 1..64
  std::vector<double> x;       ///< (n x T x dx) at most 1e6 in size, as are the targets
  std::vector<double> target;  ///< (n x T)
  std::vector<double> weight;  ///< (n x T) 0..1e6; each sequence has one of at least 1e-6
  int held_out = 1;            ///< 1..n-1
};

using TaskSpec = std::variant<Adding, Copy, Series, OwnSequences>;

/// Sequences that are not learnt from, and the targets that predictors are compared at.
struct HeldOut {
  Sequences sequences;
  /// Of each row (t, i): what the network says, in the units of the data, is offset + scale y.
  std::vector<double> offset, scale;
  std::vector<int> rows;      ///< (m) that are compared, each with its weight
  std::vector<double> truth;  ///< (m) in the units of the data
  std::vector<double> at;     ///< (m) series: the index of each among the values; else the step, counted from 0
};

/// sum w (prediction - truth)^2 / sum w over held.rows. @param prediction (m) in the units of the data
double held_out_error(const HeldOut& held, const std::vector<double>& prediction);

class Task {
 public:
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  virtual ~Task() = default;

  [[nodiscard]] int T() const { return held_.sequences.T; }
  [[nodiscard]] int dx() const { return dx_; }
  [[nodiscard]] const HeldOut& held_out() const { return held_; }
  /// A batch of `count` sequences for draw() to fill.
  [[nodiscard]] Sequences batch(int count) const;
  /// Fills a batch with sequences to learn from, and scales its weights: their sum is 1.
  void draw(Rng& rng, Sequences& batch) const;
  /// The mean of what is asked for, where one number for all is a sensible guess. In the units of the data.
  [[nodiscard]] virtual double mean() const = 0;
  /// Of everything that the batches and the held-out sequences come from, but for the seed.
  [[nodiscard]] virtual std::uint64_t fingerprint() const = 0;

 protected:
  explicit Task(int dx) : dx_(dx) {}
  /// Sequence i of a batch, with unscaled weights.
  virtual void draw_one(Rng& rng, Sequences& batch, int i) const = 0;
  /// Whether a batch of this size takes every sequence once, in order: then draw_one() is not called.
  [[nodiscard]] virtual bool takes_all(int /*count*/) const { return false; }
  virtual void take(Sequences& /*batch*/, int /*i*/, int /*sequence*/) const {}
  HeldOut held_;

 private:
  int dx_;
};

/// @param seed draws the held-out sequences of adding and copy
/// @throws InvalidArgument  naming T, delay, dx, x, target, weight, heldOut, or as Series
std::unique_ptr<const Task> make_task(const TaskSpec& spec, std::uint64_t seed);

/// The generators of a training: of its weights, its batches, its held-out sequences.
inline Rng weights_stream(std::uint64_t seed) { return stream(seed, 0); }
inline Rng batches_stream(std::uint64_t seed) { return stream(seed, 1); }
inline Rng held_out_stream(std::uint64_t seed) { return stream(seed, 2); }

}  // namespace proofground::cifg
