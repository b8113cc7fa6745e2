// Compiled for speed: the steps of a training.
#include "vae/trainer.h"

#include <numbers>
#include <utility>

#include "core/require.h"
#include "nn/training.h"

namespace proofground::vae {
namespace {

constexpr double kMostNumbers = 1 << 23;

TrainSettings valid(const TrainSettings& settings, const TrainData& data) {
  require_valid(settings.shape);
  require_points(settings.shape, data.x, data.labels);
  const double count = static_cast<double>(data.x.size()), n = count / settings.shape.dx;
  require(count <= kMostNumbers, "x", "at most 2^23 numbers", count);
  require(settings.held_out >= 1 && settings.held_out < n, "heldOut",
          "a whole number from 1 to the number of points less 1", settings.held_out);
  require(settings.beta >= 0 && settings.beta <= 1000, "beta", "a number from 0 to 1000", settings.beta);
  require(settings.batch >= 1 && settings.batch <= 4096, "batch", "a whole number from 1 to 4096", settings.batch);
  nn::require_learning_rate(settings.learning_rate);
  require(settings.ema_decay >= 0 && settings.ema_decay < 1, "emaDecay", "a number from 0 to below 1",
          settings.ema_decay);
  require(settings.mistake != TrainMistake::no_variance || settings.shape.likelihood == Likelihood::gaussian, "mistake",
          "no-variance with a Gaussian likelihood only", "no-variance");
  return settings;
}

std::uint64_t fingerprint_of(const TrainData& data) {
  Fingerprint fingerprint;
  fingerprint.take(data.x.data(), data.x.size() * sizeof(double));
  fingerprint.take(data.labels.data(), data.labels.size() * sizeof(int));
  return fingerprint.get();
}

LossRule rule_of(const TrainSettings& settings) {
  const bool bernoulli = settings.shape.likelihood == Likelihood::bernoulli;
  LossRule rule;
  double weight = settings.beta;
  if (settings.mistake == TrainMistake::kl_mean) weight /= settings.shape.dz;
  if (settings.mistake == TrainMistake::kl_sign) weight = -weight;
  rule.kl_weight = static_cast<float>(weight);
  if (settings.mistake == TrainMistake::sigma) rule.log_sd = 1;
  if (!bernoulli && settings.mistake != TrainMistake::no_variance)
    rule.reconstruction = static_cast<float>(1 / settings.shape.noise_var);
  return rule;
}

/// 1/2 log(2 pi s2) for each coordinate of a Gaussian: the mistake leaves it out, too.
double constant_of(const TrainSettings& settings) {
  const NetworkShape& shape = settings.shape;
  if (shape.likelihood == Likelihood::bernoulli || settings.mistake == TrainMistake::no_variance) return 0;
  return 0.5 * shape.dx * portable_log(2 * std::numbers::pi * shape.noise_var);
}

Network drawn(const NetworkShape& shape, Rng& rng) { return {shape, rng}; }

}  // namespace

Trainer::Trainer(TrainData data, const TrainSettings& settings)
    : Trainer(std::move(data), settings, Rng(settings.seed)) {}

Trainer::Trainer(TrainData data, const TrainSettings& settings, Rng rng)
    : settings_(valid(settings, data)),
      data_(std::move(data)),
      data_fingerprint_(fingerprint_of(data_)),
      rule_(rule_of(settings)),
      constant_(constant_of(settings)),
      live_(drawn(settings.shape, rng)),
      averaged_(live_),
      state_(live_.weights().size(), settings.ema_decay, rng),
      pass_(live_, settings.batch),
      x_(data_.x.begin(), data_.x.end()),
      gradient_(live_.weights().size()) {}

int Trainer::training_points() const {
  return static_cast<int>(data_.x.size()) / settings_.shape.dx - settings_.held_out;
}

void Trainer::draw_batch() {
  Rng& rng = state_.rng;
  const int dx = settings_.shape.dx, n = training_points();
  for (int i = 0; i < settings_.batch; ++i) {
    const int point = rng.below(n);
    pass_.set_example(i, &x_[static_cast<std::size_t>(point) * dx], data_.labels.empty() ? 0 : data_.labels[point]);
  }
  // The mistake keeps eps, but the generator goes on all the same: later batches have the same points.
  const bool keep = settings_.mistake == TrainMistake::kept_eps;
  Rng first = stream(settings_.seed, 1);
  const int count = settings_.batch * settings_.shape.dz;
  for (int k = 0; k < count; ++k) {
    const double fresh = rng.normal();
    pass_.eps()[k] = static_cast<float>(keep ? first.normal() : fresh);
  }
}

double Trainer::step() {
  draw_batch();
  const BatchLoss loss = pass_.forward(live_, rule_);
  pass_.backward(live_, rule_, gradient_.data());
  state_.step(settings_.learning_rate, gradient_.data(), live_.weights(), averaged_.weights());
  return loss.reconstruction + constant_ + static_cast<double>(rule_.kl_weight) * loss.kl;
}

std::vector<double> Trainer::advance(int steps) { return nn::advance(*this, steps); }

Evaluation Trainer::evaluate_part(int first, int last, int draws, std::uint64_t seed, Exact exact) const {
  const std::ptrdiff_t dx = settings_.shape.dx;
  const auto begin = data_.x.begin();
  const std::vector<double> x(begin + first * dx, begin + last * dx);
  std::vector<int> labels;
  if (!data_.labels.empty()) labels.assign(data_.labels.begin() + first, data_.labels.begin() + last);
  return vae::evaluate(averaged_, x, labels, draws, seed, exact);
}

Progress Trainer::evaluate(int draws, Exact exact) const {
  // Streams of their own, neither of them the one that trains.
  const int n = training_points();
  return {evaluate_part(0, n, draws, settings_.seed + 0x9e3779b97f4a7c15U, exact),
          evaluate_part(n, n + settings_.held_out, draws, settings_.seed + 2 * 0x9e3779b97f4a7c15U, exact)};
}

}  // namespace proofground::vae
