#include "diffusion/claims/denoising_mean.h"

#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr int kDraws = 2000;

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double largest = 0;
  for (std::size_t c = 0; c < a.size(); ++c) largest = worst(largest, std::abs(a[c] - b[c]));
  return largest;
}

double largest_entry(const std::vector<double>& a) {
  double largest = 0;
  for (const double value : a) largest = worst(largest, std::abs(value));
  return largest;
}

std::vector<double> noise_form(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps,
                               bool broken) {
  std::vector<double> mean = mean_of_noise(step, xt, eps);
  if (broken)
    for (double& value : mean) value *= std::sqrt(1 - step.beta);
  return mean;
}

// The error of a guess of eps over draws of (x_0, eps) at one step.
struct Draws {
  std::vector<RunningStats> residual;  // (d)
  RunningStats product, error;
};

Draws draws_of(const Oracle& oracle, const Step& step, Rng& rng) {
  const std::vector<double> x0 = oracle.draw(kDraws, rng), eps = normals(x0.size(), rng);
  const std::vector<double> best = oracle.denoise(step, noised(step, x0, eps)).eps;
  const int d = oracle.d();
  Draws draws{std::vector<RunningStats>(d), {}, {}};
  for (std::size_t i = 0; i < eps.size(); i += d) {
    double product = 0, error = 0;
    for (int c = 0; c < d; ++c) {
      const double rest = eps[i + c] - best[i + c];
      draws.residual[c].add(rest);
      product += rest * best[i + c];
      error += rest * rest;
    }
    draws.product.add(product);
    draws.error.add(error);
  }
  return draws;
}

}  // namespace

Checked<MeansPicture> check_denoising_mean(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<MeansPicture> result{{"4c", {}, vacuous_reason(e)}, {}};
  MeansPicture& picture = result.picture;
  const Oracle oracle(data);
  Rng rng(options.seed);
  picture.t = options.t;
  picture.x0 = start_of(options, oracle, rng);
  picture.eps = given_or_normal(options.eps, data.d, rng);
  picture.guess = given_or_normal(options.guess, data.d, rng);

  double forms = 0, perfect = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = schedule.at(t);
    const std::vector<double> xt = noised(step, picture.x0, picture.eps);
    const std::vector<double> mean = noise_form(step, xt, picture.guess, broken);
    const std::vector<double> truth = posterior_mean(step, xt, picture.x0);
    std::vector<double> x0_hat, other;
    if (step.alpha_bar > kSmallest) {
      x0_hat = predicted_x0(step, xt, picture.guess);
      other = posterior_mean(step, xt, x0_hat);
      const double noise = std::sqrt(step.noise / step.alpha_bar) * largest_entry(picture.guess);
      const double size = largest_entry(xt) / std::sqrt(step.alpha_bar) + noise;
      const double terms = largest_entry(mean) + step.mean_xt * largest_entry(xt) + step.mean_x0 * size;
      const double difference = largest_difference(mean, other);
      picture.difference.push_back(terms > 0 ? difference / terms : difference);
    } else {
      picture.difference.push_back(0);
    }
    forms = worst(forms, picture.difference.back());
    // x_t is a sum of x_0 and eps; 1 / sqrt(alpha_t) magnifies the rounding errors of both.
    const double size =
        (largest_entry(xt) + largest_entry(picture.x0) + largest_entry(picture.eps)) / std::sqrt(1 - step.beta);
    const double missed = largest_difference(noise_form(step, xt, picture.eps, broken), truth);
    perfect = worst(perfect, size > 0 ? missed / size : missed);
    if (t != options.t) continue;
    picture.xt = xt;
    picture.x0_hat = x0_hat;
    picture.noise_form = mean;
    picture.posterior_form = other;
    picture.truth = truth;
    picture.best = oracle.denoise(step, xt).eps;
  }
  const Draws draws = draws_of(oracle, schedule.at(options.t), rng);
  picture.bayes_error = draws.error.mean;
  picture.bayes_error_se = draws.error.error();
  if (!result.claim.reason.empty()) return result;

  double unbiased = 0;
  for (const RunningStats& stats : draws.residual) unbiased = worst(unbiased, stats.z(0, 1));
  result.claim.checks = {
      check_within("forms", forms, kIdentityTolerance, 1),
      check_within("perfect", perfect, kIdentityTolerance, 1),
      check_z_score("unbiased", unbiased),
      check_z_score("orthogonal", draws.product.z(0, data.d)),
  };
  return result;
}

}  // namespace proofground::diffusion
