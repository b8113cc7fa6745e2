#include "diffusion/claims/noise_mse.h"

#include <cmath>
#include <limits>

#include "core/gaussian.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kRounding = 1e-15;

}  // namespace

Checked<DivergencePicture> check_noise_mse(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<DivergencePicture> result{{"4d", {}, vacuous_reason(e)}, {}};
  DivergencePicture& picture = result.picture;
  const int d = data.d;
  Rng rng(options.seed);
  const std::vector<double> x0 = start_of(options, Oracle(data), rng);
  const std::vector<double> eps = given_or_normal(options.eps, d, rng), guess = given_or_normal(options.guess, d, rng);
  picture.t = options.t;
  picture.error2 = squared_distance(eps, guess);

  const double infinite = std::numeric_limits<double>::infinity();
  double kl_means = 0, kl_noise = 0, weight = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = schedule.at(t);
    picture.weight.push_back(step.weight);
    picture.mse.push_back(step.weight * picture.error2);
    // Without a variance there is no divergence: right at t = 1, a failure at any other t.
    const bool divergent = !(step.variance > 0 && step.variance < 1);
    picture.kl.push_back(infinite);
    if (t == 1) continue;
    if (divergent) {
      kl_means = infinite;
      continue;
    }
    const std::vector<double> xt = noised(step, x0, eps);
    const std::vector<double> mean = posterior_mean(step, xt, x0), guessed = mean_of_noise(step, xt, guess);
    const double kl = gaussian_kl({mean, scalar_matrix(d, step.variance)},
                                  {guessed, scalar_matrix(d, (broken ? 2 : 1) * step.variance)});
    picture.kl.back() = kl;
    const double apart = squared_distance(mean, guessed);
    // Rounding of the means, which are as large as x_t and x_0, in their difference.
    const double sizes = (std::sqrt(squared(xt) + squared(x0)) + std::sqrt(squared(eps))) / std::sqrt(step.alpha);
    const double off = kRounding * sizes / std::sqrt(step.variance);
    const double rounding = off * (std::sqrt(2 * kl) + off) / kIdentityTolerance;
    const double scale = kl + d + rounding;
    kl_means = worst(kl_means, std::abs(kl - apart / (2 * step.variance)) / scale);
    kl_noise = worst(kl_noise, std::abs(kl - picture.mse.back()) / scale);
    const double alpha = 1 - step.beta, variance = e.noise[t - 1] / e.noise[t] * step.beta;
    weight = worst(weight, relative(step.weight, step.beta * step.beta / (2 * variance * alpha * e.noise[t])));
  }
  if (schedule.T() == 1) result.claim.reason = "one-step";
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("kl-means", kl_means, kIdentityTolerance, 1),
      check_within("kl-noise", kl_noise, kIdentityTolerance, 1),
      check_within("weight", weight, kIdentityTolerance, 1),
      check_within("first", schedule.at(1).weight == infinite ? 0 : 1, 0, 1),
  };
  return result;
}

}  // namespace proofground::diffusion
