// Compiled for speed: the steps of a training.
#include "digits/trainer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"
#include "nn/panels.h"
#include "nn/training.h"

namespace proofground::digits {
namespace {

using diffusion::Schedule, diffusion::Step;

/// Embeddings of all t are kept: at most this many floats.
constexpr std::size_t kMostEmbedded = 1 << 20;

void require_images(const Images& data, const DenoiserShape& shape) {
  const auto d = static_cast<std::size_t>(shape.d);
  require(!data.pixels.empty() && data.pixels.size() % d == 0, "images", "d numbers for each of 1 or more images",
          static_cast<double>(data.pixels.size()));
  for (const double pixel : data.pixels)
    require(pixel >= 0 && pixel <= 1, "images", "pixels from 0 to 1", pixel);  // a NaN is refused
  require(data.labels.size() == data.pixels.size() / d, "labels", "one for each image",
          static_cast<double>(data.labels.size()));
  for (const int label : data.labels)
    require(label >= 0 && label < shape.classes, "labels", "whole numbers from 0 to classes - 1", label);
}

TrainSettings valid(const TrainSettings& settings, const Images& data, const Schedule& schedule) {
  require_valid(settings.shape);
  require_images(data, settings.shape);
  require(settings.label_dropout >= 0 && settings.label_dropout <= 1, "labelDropout", "a number from 0 to 1",
          settings.label_dropout);
  require(settings.batch >= 1 && settings.batch <= 8192, "batch", "a whole number from 1 to 8192", settings.batch);
  nn::require_learning_rate(settings.learning_rate);
  require(settings.ema_decay >= 0 && settings.ema_decay < 1, "emaDecay", "a number from 0 to below 1",
          settings.ema_decay);
  const std::size_t embedded = schedule.steps.size() * settings.shape.features;
  require(embedded <= kMostEmbedded, "schedule", "T features of at most 1048576", static_cast<double>(embedded));
  return settings;
}

template <class T>
std::uint64_t fingerprint_of(const std::vector<T>& values) {
  Fingerprint fingerprint;
  fingerprint.take(values.data(), values.size() * sizeof(T));
  return fingerprint.get();
}

/// In floats: a cosine differs in its last digit between platforms.
std::uint64_t fingerprint_of(const Schedule& schedule) {
  Fingerprint fingerprint;
  for (const Step& step : schedule.steps) fingerprint.value(static_cast<float>(step.beta));
  return fingerprint.get();
}

std::vector<float> moved(const std::vector<double>& pixels) {
  std::vector<float> images;
  images.reserve(pixels.size());
  for (const double pixel : pixels) images.push_back(static_cast<float>(2 * pixel - 1));
  return images;
}

Denoiser first_network(const DenoiserShape& shape, const std::optional<Denoiser>& begin, Rng& rng) {
  Denoiser drawn(shape, rng);
  if (!begin) return drawn;
  require(begin->shape() == shape, "network", "a network of the request's shape", "one of another");
  return *begin;
}

}  // namespace

Trainer::Trainer(const Images& data, const Schedule& schedule, const TrainSettings& settings,
                 const std::optional<Denoiser>& begin)
    : Trainer(data, schedule, settings, begin, Rng(settings.seed)) {}

Trainer::Trainer(const Images& data, const Schedule& schedule, const TrainSettings& settings,
                 const std::optional<Denoiser>& begin, Rng rng)
    : schedule_(schedule),
      settings_(valid(settings, data, schedule)),
      images_(moved(data.pixels)),
      labels_(data.labels),
      data_fingerprint_(fingerprint_of(images_) ^ fingerprint_of(labels_)),
      schedule_fingerprint_(fingerprint_of(schedule)),
      begin_fingerprint_(0),
      live_(first_network(settings.shape, begin, rng)),
      averaged_(live_),
      state_(live_.mlp().size(), settings.ema_decay, rng),
      embedded_(schedule.steps.size() * settings.shape.features),
      tape_(live_.mlp().tape(settings.batch)),
      scratch_(live_.mlp().scratch()),
      gradient_(live_.mlp().size()),
      target_(nn::panel_size(settings.batch, settings.shape.d)) {
  begin_fingerprint_ = fingerprint_of(live_.weights());
  for (int t = 1; t <= schedule.T(); ++t) {
    signal_.push_back(static_cast<float>(std::sqrt(schedule.at(t).alpha_bar)));
    noise_.push_back(static_cast<float>(std::sqrt(schedule.at(t).noise)));
    live_.embed(part(t), &embedded_[static_cast<std::size_t>(t - 1) * settings.shape.features]);
  }
}

void Trainer::draw_batch() {
  Rng& rng = state_.rng;
  const int d = settings_.shape.d, classes = settings_.shape.classes, features = settings_.shape.features;
  const int rows = settings_.batch, count = static_cast<int>(labels_.size());
  for (int i = 0; i < rows; ++i) {
    const int image = rng.below(count), t = 1 + rng.below(schedule_.T());
    const bool hidden = rng.uniform() < settings_.label_dropout;
    const float signal = signal_[t - 1], noise = noise_[t - 1];
    for (int c = 0; c < d; ++c) {
      const float x0 = images_[static_cast<std::size_t>(image) * d + c];
      const auto eps = static_cast<float>(rng.normal());
      tape_.x[nn::place(rows, i, c)] = signal * x0 + noise * eps;
      target_[nn::place(rows, i, c)] = signal * eps - noise * x0;
    }
    for (int c = 0; c < classes; ++c) tape_.x[nn::place(rows, i, d + c)] = !hidden && c == labels_[image] ? 1 : 0;
    const float* embedded = &embedded_[static_cast<std::size_t>(t - 1) * features];
    for (int c = 0; c < features; ++c) tape_.x[nn::place(rows, i, d + classes + c)] = embedded[c];
  }
}

double Trainer::loss_and_slope() {
  const int d = settings_.shape.d, rows = settings_.batch;
  const float slope = 2 / (static_cast<float>(rows) * static_cast<float>(d));
  double sum = 0;
  for (int c = 0; c < d; ++c) {
    for (int i = 0; i < rows; ++i) {
      const std::size_t at = nn::place(rows, i, c);
      const float error = tape_.y[at] - target_[at];
      tape_.dy[at] = slope * error;
      sum += static_cast<double>(error) * error;
    }
  }
  return sum / rows / d;
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

std::vector<double> Trainer::errors(const Images& data, const std::vector<int>& at, int draws) {
  require_images(data, settings_.shape);
  require(draws >= 1 && draws <= 1'000'000, "draws", "a whole number from 1 to 1000000", draws);
  for (const int t : at) require(t >= 1 && t <= schedule_.T(), "at", "steps from 1 to T", t);
  const int d = settings_.shape.d, count = static_cast<int>(data.labels.size());
  std::vector<double> result, x(static_cast<std::size_t>(nn::Scratch::kRows) * d), v(x.size());
  std::vector<int> labels(nn::Scratch::kRows);
  for (const int t : at) {
    // A stream of its own for each t, none of them the one that trains: the same draws, whichever steps are asked for.
    Rng rng = stream(settings_.seed, t);
    const Step& step = schedule_.at(t);
    const double signal = std::sqrt(step.alpha_bar), noise = std::sqrt(step.noise);
    double sum = 0;
    for (int done = 0; done < draws; done += nn::Scratch::kRows) {
      const int rows = std::min(nn::Scratch::kRows, draws - done);
      for (int i = 0; i < rows; ++i) {
        const int image = rng.below(count);
        labels[i] = data.labels[image];
        for (int c = 0; c < d; ++c) {
          const std::size_t place = static_cast<std::size_t>(i) * d + c;
          const double x0 = 2 * data.pixels[static_cast<std::size_t>(image) * d + c] - 1, eps = rng.normal();
          x[place] = signal * x0 + noise * eps;
          v[place] = signal * eps - noise * x0;
        }
      }
      std::vector<double> guess(static_cast<std::size_t>(rows) * d);
      averaged_.v(x.data(), labels.data(), rows, part(t), scratch_, guess.data());
      for (std::size_t i = 0; i < guess.size(); ++i) sum += (v[i] - guess[i]) * (v[i] - guess[i]);
    }
    // eps - eps_theta = sqrt(alpha_bar) (v - v_theta)
    result.push_back(step.alpha_bar * sum / draws / d);
  }
  return result;
}

}  // namespace proofground::digits
