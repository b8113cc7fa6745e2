// Noise schedules and the exact denoiser of small mixtures: coefficients in their ranges, identities that hold by definition, and an x_0
// that is never outside of the data that it is a mean of.
#include <algorithm>

#include "bytes.h"
#include "core/require.h"
#include "diffusion/mixture.h"
#include "diffusion/schedule.h"

using namespace proofground;

namespace {

diffusion::Schedule schedule_of(fuzz::Bytes& bytes) {
  const int T = 1 + bytes.below(60);
  const auto beta = [&] { return std::min(bytes.positive(), 1e6) * 1e-6 * 0.999; };
  switch (bytes.below(4)) {
    case 0:
      return diffusion::linear_schedule(T, beta(), beta());
    case 1:
      return diffusion::cosine_schedule(T, bytes.byte() / 255.0, beta());
    case 2: {
      std::vector<double> knots(1 + bytes.below(6));
      for (double& knot : knots) knot = -bytes.positive();
      return diffusion::drawn_schedule(T, knots);
    }
    default: {
      std::vector<double> betas(T);
      for (double& each : betas) each = beta();
      return diffusion::schedule_of(betas);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  try {
    const diffusion::Schedule schedule = schedule_of(bytes);
    double before = 1;
    for (const diffusion::Step& step : schedule.steps) {
      fuzz::hold(step.alpha_bar >= 0 && step.alpha_bar <= before, "alpha_bar falls", step.alpha_bar);
      fuzz::hold(step.noise > 0 && step.noise <= 1, "noise in (0, 1]", step.noise);
      fuzz::hold(std::abs(step.alpha_bar + step.noise - 1) < 1e-12, "signal and noise", step.noise);
      fuzz::hold(step.variance >= 0 && step.variance <= step.beta * (1 + 1e-12), "the posterior's variance",
                 step.variance);
      fuzz::hold(step.mean_xt >= 0 && step.mean_x0 >= 0, "the posterior's coefficients", step.mean_xt);
      before = step.alpha_bar;
    }
    diffusion::Mixture mixture;
    mixture.d = 1 + bytes.below(2);
    const int k = 1 + bytes.below(5);
    mixture.means = bytes.numbers(k * mixture.d);
    for (int i = 0; i < k; ++i) mixture.weights.push_back(bytes.positive());
    mixture.spread = 0;
    const diffusion::Oracle oracle(mixture);
    const int t = 1 + bytes.below(schedule.T());
    const std::vector<double> x = bytes.numbers(3 * mixture.d);
    const diffusion::Denoised denoised = oracle.denoise(schedule.at(t), x);
    for (std::size_t i = 0; i < denoised.x0.size(); ++i) {
      const int axis = static_cast<int>(i) % mixture.d;
      double least = mixture.means[axis], most = least;
      for (int j = 0; j < k; ++j) {
        least = std::min(least, mixture.means[j * mixture.d + axis]);
        most = std::max(most, mixture.means[j * mixture.d + axis]);
      }
      const double room = 1e-9 * (std::abs(least) + std::abs(most));
      fuzz::hold(denoised.x0[i] >= least - room && denoised.x0[i] <= most + room, "a mean of points is among them",
                 denoised.x0[i]);
      fuzz::hold(std::isfinite(denoised.eps[i]), "a finite noise", denoised.eps[i]);
    }
    for (const double variance : denoised.x0_variance)
      fuzz::hold(variance >= 0, "a variance that is not negative", variance);
  } catch (const InvalidArgument&) {
    // Refused, with a sentence: as it should be.
  }
  return 0;
}
