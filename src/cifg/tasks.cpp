#include "cifg/tasks.h"

#include <algorithm>
#include <cmath>

#include "core/bytes.h"
#include "core/require.h"

namespace proofground::cifg {
namespace {

constexpr int kHeldOutSums = 200, kHeldOutCopies = 50;
constexpr int kLongest = 1000, kMostInputs = 64;
/// Squares of such numbers, summed, stay finite in float.
constexpr double kLargestOwn = 1e6, kLeastWeight = 1e-6;
constexpr std::size_t kMostNumbers = std::size_t{1} << 24;

Sequences empty_sequences(int T, int dx, int count) {
  Sequences sequences;
  sequences.T = T;
  sequences.batch = count;
  const std::size_t rows = static_cast<std::size_t>(T) * count;
  sequences.x.resize(rows * dx);
  sequences.target.resize(rows);
  sequences.weight.resize(rows);
  return sequences;
}

/// Every step with a weight is compared, in the network's own units.
void compare_all(HeldOut& held) {
  const Sequences& sequences = held.sequences;
  held.offset.assign(sequences.target.size(), 0);
  held.scale.assign(sequences.target.size(), 1);
  for (int i = 0; i < sequences.batch; ++i) {
    for (int t = 0; t < sequences.T; ++t) {
      const int row = t * sequences.batch + i;
      if (sequences.weight[row] == 0) continue;
      held.rows.push_back(row);
      held.truth.push_back(sequences.target[row]);
      held.at.push_back(t);
    }
  }
}

void require_length(int T) { require(T >= 2 && T <= kLongest, "T", "a whole number from 2 to 1000", T); }

class AddingTask : public Task {
 public:
  AddingTask(const Adding& spec, std::uint64_t seed) : Task(2) {
    require_length(spec.T);
    Rng rng = held_out_stream(seed);
    held_.sequences = empty_sequences(spec.T, 2, kHeldOutSums);
    for (int i = 0; i < kHeldOutSums; ++i) AddingTask::draw_one(rng, held_.sequences, i);
    compare_all(held_);
  }
  [[nodiscard]] double mean() const override { return 1; }
  [[nodiscard]] std::uint64_t fingerprint() const override {
    Fingerprint fingerprint;
    for (const int value : {1, T()}) fingerprint.value(value);
    return fingerprint.get();
  }

 protected:
  void draw_one(Rng& rng, Sequences& batch, int i) const override {
    const int T = batch.T, half = T / 2;
    const int first = rng.below(half), second = half + rng.below(T - half);
    float sum = 0;
    for (int t = 0; t < T; ++t) {
      const std::size_t row = static_cast<std::size_t>(t) * batch.batch + i;
      const bool marked = t == first || t == second;
      const auto value = static_cast<float>(rng.uniform());
      batch.x[2 * row] = value;
      batch.x[2 * row + 1] = marked ? 1 : 0;
      if (marked) sum += value;
      batch.target[row] = t == T - 1 ? sum : 0;
      batch.weight[row] = t == T - 1 ? 1 : 0;
    }
  }
};

class CopyTask : public Task {
 public:
  CopyTask(const Copy& spec, std::uint64_t seed) : Task(1), delay_(spec.delay) {
    require_length(spec.T);
    require(spec.delay >= 1 && spec.delay < spec.T, "delay", "a whole number from 1 to T - 1", spec.delay);
    Rng rng = held_out_stream(seed);
    held_.sequences = empty_sequences(spec.T, 1, kHeldOutCopies);
    for (int i = 0; i < kHeldOutCopies; ++i) CopyTask::draw_one(rng, held_.sequences, i);
    compare_all(held_);
  }
  [[nodiscard]] double mean() const override { return 0; }
  [[nodiscard]] std::uint64_t fingerprint() const override {
    Fingerprint fingerprint;
    for (const int value : {2, T(), delay_}) fingerprint.value(value);
    return fingerprint.get();
  }

 protected:
  void draw_one(Rng& rng, Sequences& batch, int i) const override {
    const std::size_t stride = batch.batch;
    for (int t = 0; t < batch.T; ++t) {
      const std::size_t row = t * stride + i;
      batch.x[row] = static_cast<float>(rng.uniform(-1, 1));
      batch.target[row] = t < delay_ ? 0 : batch.x[row - delay_ * stride];
      batch.weight[row] = t < delay_ ? 0 : 1;
    }
  }

 private:
  int delay_;
};

class SeriesTask : public Task {
 public:
  explicit SeriesTask(const SplitSeries& split) : Task(split.inputs()), split_(split) {
    const Series& series = split_.series();
    const int window = series.window, first = split_.first_held_out(), count = split_.size() - first;
    held_.sequences = empty_sequences(window, dx(), count);
    held_.offset.resize(held_.sequences.target.size());
    held_.scale.assign(held_.sequences.target.size(), split_.target().sd);
    for (int i = 0; i < count; ++i) {
      const int start = first + i - series.horizon - window + 1;
      SeriesTask::take(held_.sequences, i, start);
      for (int t = 0; t < window; ++t)
        held_.offset[static_cast<std::size_t>(t) * count + i] = series.values[start + t] + split_.target().mean;
      held_.rows.push_back((window - 1) * count + i);
      held_.truth.push_back(series.values[first + i]);
      held_.at.push_back(first + i);
    }
  }
  [[nodiscard]] double mean() const override { return split_.level().mean; }
  [[nodiscard]] std::uint64_t fingerprint() const override {
    const Series& series = split_.series();
    Fingerprint fingerprint;
    for (const int value : {3, series.window, series.horizon, split_.first_held_out()}) fingerprint.value(value);
    fingerprint.take(series.values.data(), series.values.size() * sizeof(double));
    return fingerprint.get();
  }

 protected:
  void draw_one(Rng& rng, Sequences& batch, int i) const override {
    take(batch, i, rng.below(split_.training_windows()));
  }
  /// The window that begins at v_start.
  void take(Sequences& batch, int i, int start) const override {
    const double* v = split_.series().values.data();
    const Scale &level = split_.level(), &change = split_.change(), &target = split_.target();
    const int horizon = split_.series().horizon;
    for (int t = 0; t < batch.T; ++t) {
      const std::size_t row = static_cast<std::size_t>(t) * batch.batch + i;
      const int at = start + t;
      float* x = &batch.x[row * dx()];
      x[0] = t == 0 ? 0 : static_cast<float>((v[at] - v[at - 1] - change.mean) / change.sd);
      if (dx() == 2) x[1] = static_cast<float>((v[at] - level.mean) / level.sd);
      batch.target[row] = static_cast<float>((v[at + horizon] - v[at] - target.mean) / target.sd);
      batch.weight[row] = 1;
    }
  }

 private:
  SplitSeries split_;
};

int checked_count(const OwnSequences& own) {
  require(own.T >= 1 && own.T <= kLongest, "T", "a whole number from 1 to 1000", own.T);
  require(own.dx >= 1 && own.dx <= kMostInputs, "dx", "a whole number from 1 to 64", own.dx);
  require(own.x.size() <= kMostNumbers, "x", "at most 2^24 numbers", static_cast<double>(own.x.size()));
  const std::size_t each = static_cast<std::size_t>(own.T) * own.dx;
  require_rows(own.x.size(), each, "x");
  const std::size_t n = own.x.size() / each;
  require(n >= 2, "x", "at least two sequences", static_cast<double>(n));
  require_one_each(own.target, n * own.T, "target");
  require_one_each(own.weight, n * own.T, "weight");
  const auto count = static_cast<int>(n);
  require(own.held_out >= 1 && own.held_out < count, "heldOut", "a whole number from 1 to the number of sequences - 1",
          own.held_out);
  return count;
}

void require_own_values(const OwnSequences& own, int count) {
  for (const auto& [values, name] : {std::pair(&own.x, "x"), std::pair(&own.target, "target")}) {
    require_data(values->data(), static_cast<int>(values->size()), name);
    for (const double value : *values)
      require(std::abs(value) <= kLargestOwn, name, "numbers of at most 1e6 in size", value);
  }
  for (const double value : own.weight)
    require(value >= 0 && value <= kLargestOwn, "weight", "numbers from 0 to 1e6", value);
  for (int k = 0; k < count; ++k) {
    const double* weight = own.weight.data() + static_cast<std::size_t>(k) * own.T;
    require(*std::max_element(weight, weight + own.T) >= kLeastWeight, "weight",
            "a weight of at least 1e-6 in each sequence", "a sequence of which nothing is asked");
  }
}

class OwnTask : public Task {
 public:
  explicit OwnTask(const OwnSequences& own) : Task(own.dx), own_(own), training_(checked_count(own) - own.held_out) {
    require_own_values(own, training_ + own.held_out);
    held_.sequences = empty_sequences(own.T, own.dx, own.held_out);
    for (int i = 0; i < own.held_out; ++i) OwnTask::take(held_.sequences, i, training_ + i);
    compare_all(held_);
    double sum = 0, weights = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(training_) * own.T; ++k) {
      sum += own.weight[k] * own.target[k];
      weights += own.weight[k];
    }
    mean_ = sum / weights;
  }
  [[nodiscard]] double mean() const override { return mean_; }
  [[nodiscard]] std::uint64_t fingerprint() const override {
    Fingerprint fingerprint;
    for (const int value : {4, own_.T, own_.dx, training_}) fingerprint.value(value);
    for (const auto* values : {&own_.x, &own_.target, &own_.weight})
      fingerprint.take(values->data(), values->size() * sizeof(double));
    return fingerprint.get();
  }

 protected:
  void draw_one(Rng& rng, Sequences& batch, int i) const override { take(batch, i, rng.below(training_)); }
  [[nodiscard]] bool takes_all(int count) const override { return count == training_; }
  void take(Sequences& batch, int i, int sequence) const override {
    const int dx = own_.dx;
    for (int t = 0; t < own_.T; ++t) {
      const std::size_t row = static_cast<std::size_t>(t) * batch.batch + i;
      const std::size_t from = static_cast<std::size_t>(sequence) * own_.T + t;
      for (int j = 0; j < dx; ++j) batch.x[row * dx + j] = static_cast<float>(own_.x[from * dx + j]);
      batch.target[row] = static_cast<float>(own_.target[from]);
      batch.weight[row] = static_cast<float>(own_.weight[from]);
    }
  }

 private:
  OwnSequences own_;
  int training_;
  double mean_ = 0;
};

}  // namespace

Sequences Task::batch(int count) const { return empty_sequences(T(), dx(), count); }

void Task::draw(Rng& rng, Sequences& batch) const {
  const bool all = takes_all(batch.batch);
  for (int i = 0; i < batch.batch; ++i) {
    if (all)
      take(batch, i, i);
    else
      draw_one(rng, batch, i);
  }
  double sum = 0;
  for (const float weight : batch.weight) sum += weight;
  for (float& weight : batch.weight) weight = static_cast<float>(weight / sum);
}

double held_out_error(const HeldOut& held, const std::vector<double>& prediction) {
  double sum = 0, weights = 0;
  for (std::size_t k = 0; k < held.rows.size(); ++k) {
    const double weight = held.sequences.weight[held.rows[k]], error = prediction[k] - held.truth[k];
    sum += weight * (error * error);
    weights += weight;
  }
  return sum / weights;
}

std::unique_ptr<const Task> make_task(const TaskSpec& spec, std::uint64_t seed) {
  struct Make {
    std::uint64_t seed;
    std::unique_ptr<const Task> operator()(const Adding& adding) const {
      return std::make_unique<AddingTask>(adding, seed);
    }
    std::unique_ptr<const Task> operator()(const Copy& copy) const { return std::make_unique<CopyTask>(copy, seed); }
    std::unique_ptr<const Task> operator()(const Series& series) const {
      return std::make_unique<SeriesTask>(SplitSeries(series));
    }
    std::unique_ptr<const Task> operator()(const OwnSequences& own) const { return std::make_unique<OwnTask>(own); }
  };
  return std::visit(Make{seed}, spec);
}

}  // namespace proofground::cifg
