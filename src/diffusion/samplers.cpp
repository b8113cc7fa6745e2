// Compiled for speed: every particle in every step.
#include "diffusion/samplers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/require.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

/// The least number of particles for an average over them.
constexpr int kLeastForMeans = 512;

SampleSettings valid(const SampleSettings& settings, int T) {
  require(settings.count >= 1 && settings.count <= 1'000'000, "count", "a whole number from 1 to 1000000",
          settings.count);
  require(settings.eta >= 0 && settings.eta <= 1, "eta", "a number from 0 to 1", settings.eta);
  require(settings.method == SampleMethod::ancestral || (settings.steps >= 1 && settings.steps <= T), "steps",
          "a whole number from 1 to T", settings.steps);
  return settings;
}

bool takes_means(const SampleSettings& settings) {
  return settings.method == SampleMethod::ancestral && settings.variance == ReverseVariance::best;
}

}  // namespace

Sampler::Sampler(const Schedule& schedule, std::unique_ptr<NoiseSource> source, const SampleSettings& settings)
    : T_(schedule.T()), source_(std::move(source)), settings_(valid(settings, T_)), noise_(stream(settings.seed, 1)) {
  chain_ = settings.method == SampleMethod::ancestral ? schedule : thinned(schedule, settings.steps);
  const int carried = takes_means(settings) ? std::max(settings.count, kLeastForMeans) : settings.count;
  x_.resize(static_cast<std::size_t>(carried) * source_->d());
  Rng start = stream(settings.seed, 0);
  for (double& value : x_) value = start.normal();
}

int Sampler::place(int taken) const {
  // As thinned() spaces them.
  return static_cast<int>(static_cast<long long>(total() - taken) * T_ / total());
}

bool Sampler::advance(int steps) {
  require(steps >= 1, "steps", "a whole number of at least 1", steps);
  for (int k = 0; k < steps && taken_ < total(); ++k) step();
  return taken_ == total();
}

std::vector<double> Sampler::x() const {
  return {x_.begin(), x_.begin() + static_cast<std::ptrdiff_t>(settings_.count) * source_->d()};
}

void Sampler::step() {
  const Step& step = chain_.at(total() - taken_);
  switch (settings_.method) {
    case SampleMethod::ancestral:
      ancestral(step);
      break;
    case SampleMethod::ddim:
      ddim(step);
      break;
    case SampleMethod::flow:
      flow(step);
      break;
  }
  ++taken_;
}

void Sampler::add_noise(double deviation) {
  for (double& value : x_) value += deviation * noise_.normal();
}

void Sampler::ancestral(const Step& step) {
  const std::vector<double> eps = source_->eps(x_, t());
  const bool last = taken_ + 1 == total();
  double variance = settings_.variance == ReverseVariance::forward ? step.beta : step.variance;
  if (settings_.variance == ReverseVariance::best && !last) {
    const double unknown = 1 - source_->share_known(eps, t());
    variance = step.variance + step.beta * step.beta / (step.alpha * step.noise) * unknown;
  }
  x_ = mean_of_noise(step, x_, eps);
  if (!last) add_noise(std::sqrt(variance));
}

void Sampler::ddim(const Step& step) {
  const std::vector<double> eps = source_->eps(x_, t());
  const double variance = settings_.eta * settings_.eta * step.variance, root = std::sqrt(step.alpha);
  // Rounding may bring the difference below 0 where eta = 1.
  const double along = std::sqrt(std::max(step.noise_prev - variance, 0.0)) - std::sqrt(step.noise) / root;
  for (std::size_t i = 0; i < x_.size(); ++i) x_[i] = x_[i] / root + along * eps[i];
  if (variance > 0) add_noise(std::sqrt(variance));
}

void Sampler::flow(const Step& step) {
  const std::vector<double> eps = source_->eps(x_, t());
  std::vector<double> reached = ddim_step(step, x_, eps);
  if (taken_ + 1 < total()) {
    const std::vector<double> there = source_->eps(reached, place(taken_ + 1));
    const double size = std::sqrt(step.noise), next = std::sqrt(step.noise_prev), root = std::sqrt(step.alpha);
    if (step.noise > 0.5) {
      // sqrt(alpha_bar_{t-1}) x_0^ at both ends, without a division by sqrt(alpha_bar_t), which may be 0.
      const double first = (1 / root - next / size) / 2, second = (1 - root * next / size) / 2;
      for (std::size_t i = 0; i < x_.size(); ++i)
        reached[i] = next / size * x_[i] + first * (x_[i] - size * eps[i]) + second * (reached[i] - next * there[i]);
    } else {
      for (std::size_t i = 0; i < x_.size(); ++i)
        reached[i] = x_[i] / root + (next - size / root) * (eps[i] + there[i]) / 2;
    }
  }
  x_ = std::move(reached);
}

}  // namespace proofground::diffusion
