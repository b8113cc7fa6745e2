// Compiled for speed: the steps of a training.
#include "diffusion/trainer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/require.h"
#include "nn/panels.h"
#include "nn/training.h"

namespace proofground::diffusion {
namespace {

/// Embeddings of all t are kept where they take at most this many floats.
constexpr std::size_t kMostEmbedded = 1 << 20;
/// Squares of such numbers, summed, stay finite in float.
constexpr double kLargestData = 1e6;

TrainSettings valid(const TrainSettings& settings, const Mixture& data, const Schedule& schedule) {
  require_valid(settings.shape);
  require(settings.shape.d == data.d, "shape.d", "as many coordinates as the data have", settings.shape.d);
  require(settings.batch >= 1 && settings.batch <= 8192, "batch", "a whole number from 1 to 8192", settings.batch);
  nn::require_learning_rate(settings.learning_rate);
  require(settings.ema_decay >= 0 && settings.ema_decay < 1, "emaDecay", "a number from 0 to below 1",
          settings.ema_decay);
  require(settings.loss == Loss::simple || schedule.T() > 1, "loss", "simple where T is 1", "elbo");
  for (const double value : data.means)
    require(std::abs(value) <= kLargestData, "data", "means of at most 1e6 in size", value);
  for (const double value : data.covariances)
    require(std::abs(value) <= kLargestData * kLargestData, "data", "covariances of at most 1e12 in size", value);
  require(!data.covariances.empty() || data.spread <= kLargestData, "data", "a spread of at most 1e6", data.spread);
  return settings;
}

std::uint64_t fingerprint_of(const Mixture& data) {
  Fingerprint fingerprint;
  fingerprint.value(data.d);
  fingerprint.value(data.covariances.empty() ? data.spread : 0);
  for (const auto* values : {&data.weights, &data.means, &data.covariances})
    fingerprint.take(values->data(), values->size() * sizeof(double));
  return fingerprint.get();
}

/// In floats: a cosine differs in its last digit between platforms.
std::uint64_t fingerprint_of(const Schedule& schedule) {
  Fingerprint fingerprint;
  for (const Step& step : schedule.steps) fingerprint.value(static_cast<float>(step.beta));
  return fingerprint.get();
}

}  // namespace

Trainer::Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings)
    : Trainer(data, schedule, settings, Rng(settings.seed)) {}

Trainer::Trainer(const Mixture& data, const Schedule& schedule, const TrainSettings& settings, Rng rng)
    : schedule_(schedule),
      oracle_(data),
      settings_(valid(settings, data, schedule)),
      data_fingerprint_(fingerprint_of(data)),
      schedule_fingerprint_(fingerprint_of(schedule)),
      live_(settings.shape, rng),
      averaged_(live_),
      state_(live_.mlp().size(), settings.ema_decay, rng),
      tape_(live_.mlp().tape(settings.batch)),
      scratch_(live_.mlp().scratch()),
      gradient_(live_.mlp().size()),
      x0_(static_cast<std::size_t>(settings.batch) * data.d),
      target_(nn::panel_size(settings.batch, data.d)),
      share_(settings.batch) {
  double mean_weight = 0;
  for (int t = 2; t <= schedule.T(); ++t) mean_weight += schedule.at(t).weight / (schedule.T() - 1);
  for (const Step& step : schedule.steps) {
    signal_.push_back(static_cast<float>(std::sqrt(settings.as_printed ? step.alpha : step.alpha_bar)));
    noise_.push_back(static_cast<float>(std::sqrt(step.noise)));
    const bool simple = settings.loss == Loss::simple, first = weight_.empty();
    weight_.push_back(simple ? 1 : first ? 0 : static_cast<float>(step.weight / mean_weight));
  }
  const std::size_t features = settings.shape.features, count = schedule.steps.size() * features;
  if (count <= kMostEmbedded) {
    embedded_.resize(count);
    for (int t = 1; t <= schedule.T(); ++t) live_.embed(part(t), &embedded_[(t - 1) * features]);
  }
}

void Trainer::draw_batch() {
  Rng& rng = state_.rng;
  oracle_.draw(settings_.batch, rng, x0_.data());
  const int d = settings_.shape.d, features = settings_.shape.features, rows = settings_.batch;
  std::array<float, 256> fresh{};
  for (int i = 0; i < rows; ++i) {
    const int t = 1 + rng.below(schedule_.T());
    share_[i] = weight_[t - 1];
    for (int c = 0; c < d; ++c) {
      const auto x0 = static_cast<float>(x0_[static_cast<std::size_t>(i) * d + c]);
      const auto eps = static_cast<float>(rng.normal());
      target_[nn::place(rows, i, c)] = eps;
      tape_.x[nn::place(rows, i, c)] = signal_[t - 1] * x0 + noise_[t - 1] * eps;
    }
    const float* embedded = fresh.data();
    if (embedded_.empty()) {
      live_.embed(part(t), fresh.data());
    } else {
      embedded = &embedded_[static_cast<std::size_t>(t - 1) * features];
    }
    for (int c = 0; c < features; ++c) tape_.x[nn::place(rows, i, d + c)] = embedded[c];
  }
}

double Trainer::loss_and_slope() {
  const int d = settings_.shape.d, rows = settings_.batch;
  double sum = 0;
  for (int i = 0; i < rows; ++i) {
    const float slope = 2 * share_[i] / static_cast<float>(rows);
    double error2 = 0;
    for (int c = 0; c < d; ++c) {
      const std::size_t at = nn::place(rows, i, c);
      const float error = tape_.y[at] - target_[at];
      tape_.dy[at] = slope * error;
      error2 += static_cast<double>(error) * error;
    }
    sum += share_[i] * error2;
  }
  return sum / rows;
}

double Trainer::step() {
  draw_batch();
  std::vector<float>& weights = live_.weights();
  live_.mlp().forward(weights.data(), tape_);
  const double loss = loss_and_slope();
  live_.mlp().backward(weights.data(), tape_, gradient_.data());
  state_.step(settings_.learning_rate, gradient_.data(), weights, averaged_.weights());
  return loss;
}

std::vector<double> Trainer::advance(int steps) { return nn::advance(*this, steps); }

std::vector<double> Trainer::errors(const std::vector<int>& at, int draws) {
  require(draws >= 1 && draws <= 1'000'000, "draws", "a whole number from 1 to 1000000", draws);
  for (const int t : at) require(t >= 1 && t <= schedule_.T(), "at", "steps from 1 to T", t);
  const int d = settings_.shape.d;
  const std::size_t block = static_cast<std::size_t>(nn::Scratch::kRows) * d;
  std::vector<double> result, x(block), eps(block), guess(block);
  for (const int t : at) {
    // A stream of its own for each t, none of them the one that trains: fresh data, whichever steps are asked for.
    Rng rng = stream(settings_.seed, t);
    const double signal = std::sqrt(schedule_.at(t).alpha_bar), noise = std::sqrt(schedule_.at(t).noise);
    double sum = 0;
    for (int done = 0; done < draws; done += nn::Scratch::kRows) {
      const int rows = std::min(nn::Scratch::kRows, draws - done);
      oracle_.draw(rows, rng, x.data());
      for (int i = 0; i < rows * d; ++i) x[i] = signal * x[i] + noise * (eps[i] = rng.normal());
      averaged_.predict(x.data(), rows, part(t), scratch_, guess.data());
      for (int i = 0; i < rows * d; ++i) sum += (eps[i] - guess[i]) * (eps[i] - guess[i]);
    }
    result.push_back(sum / draws);
  }
  return result;
}

std::vector<double> Trainer::eps(const std::vector<double>& x, int t) {
  const int d = settings_.shape.d;
  require(t >= 1 && t <= schedule_.T(), "t", "a whole number from 1 to T", t);
  require(x.size() % d == 0, "x", "m d numbers", static_cast<double>(x.size()));
  require_finite(x.data(), static_cast<int>(x.size()), "x");
  std::vector<double> result(x.size());
  averaged_.predict(x.data(), static_cast<int>(x.size()) / d, part(t), scratch_, result.data());
  return result;
}

}  // namespace proofground::diffusion
