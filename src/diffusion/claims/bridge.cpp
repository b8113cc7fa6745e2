#include "diffusion/claims/bridge.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/nelbo.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"

namespace proofground::diffusion {
namespace {

constexpr double kMostWork = 2e8, kLargestGrid = 1e7, kCalls = 4e5, kLeastFit = 0.1;
constexpr int kReconstructions = 4000;

int paths_of(const Schedule& schedule) { return static_cast<int>(std::clamp(kCalls / schedule.T(), 50.0, 2000.0)); }

std::string vacuous_reason(const Oracle& oracle, const Schedule& schedule) {
  for (int k = 0; k < oracle.size(); ++k)
    if (oracle.least_spread(k, 1, 0) == 0) return "points";
  if (oracle.d() > 2) return "extent";
  double work = static_cast<double>(paths_of(schedule)) * schedule.T() * oracle.size(),
         largest = grid_size(oracle, 1, 0);
  for (const Step& step : schedule.steps) {
    const double size = grid_size(oracle, step.alpha_bar, step.noise);
    work += size * oracle.size();
    largest = worst(largest, size);
  }
  return work <= kMostWork && largest <= kLargestGrid ? "" : "extent";
}

// log N(x; mean, variance I)
double log_normal(const double* x, const double* mean, double variance, int d) {
  double sum = d * std::log(2 * std::numbers::pi * variance);
  for (int c = 0; c < d; ++c) sum += (x[c] - mean[c]) * (x[c] - mean[c]) / variance;
  return -sum / 2;
}

struct Paths {
  RunningStats nelbo, entropy;
};

Paths drawn_paths(const Oracle& oracle, const Schedule& schedule, Rng& rng) {
  const int d = oracle.d(), T = schedule.T(), count = paths_of(schedule);
  std::vector<double> x = oracle.draw(count, rng), value(count, 0.0);
  Paths paths;
  for (const double log_density : oracle.denoise(1, 0, x).log_density) paths.entropy.add(-log_density);
  for (int t = 1; t <= T; ++t) {
    const Step& step = schedule.at(t);
    std::vector<double> shrunk(x), next(x);
    for (double& entry : shrunk) entry *= std::sqrt(1 - step.beta);
    take_step(step, next, rng);
    const std::vector<double> back = posterior_mean(step, next, oracle.denoise(step, next).x0);
    for (int i = 0; i < count; ++i) {
      const std::size_t j = static_cast<std::size_t>(i) * d;
      value[i] += log_normal(&next[j], &shrunk[j], step.beta, d) - log_normal(&x[j], &back[j], step.beta, d);
    }
    x = next;
  }
  const std::vector<double> origin(static_cast<std::size_t>(d), 0.0);
  for (int i = 0; i < count; ++i)
    paths.nelbo.add(value[i] - log_normal(&x[static_cast<std::size_t>(i) * d], origin.data(), 1, d));
  return paths;
}

// -log p(x_0 | x_1), by draws of both.
RunningStats drawn_reconstruction(const Oracle& oracle, const Step& step, Rng& rng) {
  const std::vector<double> x0 = oracle.draw(kReconstructions, rng);
  const std::vector<double> x1 = noised(step, x0, normals(x0.size(), rng));
  const std::vector<double> mean = posterior_mean(step, x1, oracle.denoise(step, x1).x0);
  RunningStats stats;
  for (std::size_t j = 0; j < x0.size(); j += oracle.d())
    stats.add(-log_normal(&x0[j], &mean[j], step.beta, oracle.d()));
  return stats;
}

}  // namespace

Checked<BridgePicture> check_bridge(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                    const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Oracle oracle(data);
  Checked<BridgePicture> result{{"4bridge", {}, vacuous_reason(recompute(schedule))}, {}};
  BridgePicture& picture = result.picture;
  const std::string reason = vacuous_reason(oracle, schedule);
  if (!reason.empty()) {
    result.claim.reason = reason;
    return result;
  }

  const std::vector<double> variance = x0_variances(oracle, schedule);
  const Step& start = schedule.at(1);
  const double fit = start.mean_x0 * start.mean_x0 * variance.front() / (2 * start.beta);
  if (!(fit >= kLeastFit) && result.claim.reason.empty()) result.claim.reason = "no-spread";
  const std::vector<double> known(variance.size(), 0.0);
  const Nelbo intact = nelbo(oracle, schedule, variance, ReverseVariance::forward);
  const Nelbo forward = broken ? nelbo(oracle, schedule, known, ReverseVariance::forward) : intact;
  picture.posterior = nelbo(oracle, schedule, variance, ReverseVariance::posterior).gap();
  picture.forward = forward.gap();
  picture.best = nelbo(oracle, schedule, variance, ReverseVariance::best).gap();
  picture.prior = forward.prior;
  picture.entropy = forward.entropy;
  picture.terms = forward.terms;
  picture.intact_forward = intact.gap();
  picture.intact_terms = intact.terms;
  Rng rng(options.seed);
  const Paths paths = drawn_paths(oracle, schedule, rng);
  picture.drawn = paths.nelbo.mean;
  picture.drawn_error = paths.nelbo.error();
  if (!result.claim.reason.empty()) return result;

  const double size = 1 + std::abs(picture.entropy);
  const double least = std::min({picture.posterior, picture.forward, picture.best});
  const RunningStats first = drawn_reconstruction(oracle, schedule.at(1), rng);
  result.claim.checks = {
      check_z_score("reconstruction", first.z(picture.terms.front(), size)),
      check_z_score("drawn", paths.nelbo.z(picture.entropy + picture.forward, size)),
      check_z_score("entropy", paths.entropy.z(picture.entropy, size)),
      check_within("divergence", worst(0, -least), kIdentityTolerance, size),
      check_within("best", worst(0, picture.best - least), kIdentityTolerance, size),
  };
  return result;
}

}  // namespace proofground::diffusion
