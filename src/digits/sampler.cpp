#include "digits/sampler.h"

#include <cmath>
#include <cstddef>
#include <memory>
#include <utility>

#include "core/require.h"

namespace proofground::digits {
namespace {

using diffusion::ReverseVariance, diffusion::SampleMethod, diffusion::Schedule;

constexpr std::size_t kMostPixels = 1 << 22;

diffusion::SampleSettings steps_of(const SampleSettings& settings) {
  require(settings.method != SampleMethod::flow, "method", "ancestral or ddim", "flow");
  require(settings.variance != ReverseVariance::best, "variance", "posterior or forward", "optimal");
  diffusion::SampleSettings steps;
  steps.method = settings.method;
  steps.variance = settings.variance;
  steps.eta = settings.eta;
  steps.steps = settings.steps;
  steps.count = static_cast<int>(settings.classes.size());
  steps.seed = settings.seed;
  return steps;
}

std::unique_ptr<GuidedSource> source_of(Denoiser network, const Schedule& schedule, const SampleSettings& settings) {
  const std::size_t d = network.shape().d, all = settings.classes.size() * d;
  require(all <= kMostPixels, "classes", "at most 4194304 pixels in all", static_cast<double>(all));
  const Known& known = settings.known;
  require(settings.start.empty() || settings.start.size() == all, "start", "d numbers for each class",
          static_cast<double>(settings.start.size()));
  require_finite(settings.start.data(), static_cast<int>(settings.start.size()), "start");
  require(known.images.empty() || known.images.size() == all, "known.images", "d numbers for each class",
          static_cast<double>(known.images.size()));
  for (const double pixel : known.images)
    require(pixel >= 0 && pixel <= 1, "known.images", "pixels from 0 to 1", pixel);
  require(known.mask.size() == (known.images.empty() ? 0 : d), "known.mask", "d numbers, 0 or 1",
          static_cast<double>(known.mask.size()));
  for (const double one : known.mask) require(one == 0 || one == 1, "known.mask", "numbers that are 0 or 1", one);
  return std::make_unique<GuidedSource>(std::move(network), schedule, settings.classes, settings.guidance);
}

std::vector<double> pixels(const std::vector<double>& x) {
  std::vector<double> result(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = (x[i] + 1) / 2;
  return result;
}

}  // namespace

Sampler::Sampler(Denoiser network, const Schedule& schedule, const SampleSettings& settings)
    : Sampler(schedule, settings, source_of(std::move(network), schedule, settings)) {}

Sampler::Sampler(const Schedule& schedule, const SampleSettings& settings, std::unique_ptr<GuidedSource> source)
    : schedule_(schedule),
      source_(source.get()),
      sampler_(schedule, std::move(source), steps_of(settings)),
      draws_noise_(settings.method == SampleMethod::ancestral || settings.eta > 0),
      known_noise_(stream(settings.seed, 2)) {
  if (!settings.start.empty()) sampler_.particles() = settings.start;
  const std::size_t d = settings.known.mask.size();
  for (std::size_t i = 0; i < settings.known.images.size(); ++i) {
    if (settings.known.mask[i % d] == 0) continue;
    kept_.push_back(i);
    known_.push_back(2 * settings.known.images[i] - 1);
    noise_.push_back(sampler_.particles()[i]);
  }
  keep_known();
}

void Sampler::keep_known() {
  std::vector<double>& x = sampler_.particles();
  const int s = t();
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    if (s == 0) {
      x[kept_[i]] = known_[i];
    } else {
      const diffusion::Step& step = schedule_.at(s);
      const double z = draws_noise_ ? known_noise_.normal() : noise_[i];
      x[kept_[i]] = std::sqrt(step.alpha_bar) * known_[i] + std::sqrt(step.noise) * z;
    }
  }
}

bool Sampler::advance(int steps) {
  require(steps >= 1, "steps", "a whole number of at least 1", steps);
  for (int k = 0; k < steps && taken() < total(); ++k) {
    (void)sampler_.advance(1);
    keep_known();
  }
  return taken() == total();
}

std::vector<double> Sampler::x() const { return pixels(sampler_.x()); }

std::vector<double> Sampler::x0() {
  if (source_->x0().empty()) (void)source_->eps(sampler_.x(), t());
  return pixels(source_->x0());
}

}  // namespace proofground::digits
