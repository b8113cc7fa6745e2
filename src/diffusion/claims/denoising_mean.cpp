#include "diffusion/claims/denoising_mean.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>
#include <limits>

#include "diffusion/claims/best_noise.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

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

// The coefficients of the noise form, which two mistakes change; the third changes the sum.
std::vector<double> noise_form(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps,
                               const Mistake& mistake) {
  Step tried = step;
  if (mistake.is("alpha")) tried.noise = step.beta;
  if (mistake.is("no-root")) tried.noise = step.noise * step.noise;
  std::vector<double> mean = mean_of_noise(tried, xt, eps);
  if (mistake.is("plain"))
    for (double& value : mean) value *= std::sqrt(1 - step.beta);
  return mean;
}

std::vector<double> tried_x0(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps,
                             const Mistake& mistake) {
  std::vector<double> x0 = predicted_x0(step, xt, eps);
  if (mistake.is("x0-root"))
    for (double& value : x0) value /= std::sqrt(step.alpha_bar);
  return x0;
}

// The best affine function of x_t: sqrt(1 - alpha_bar) S^-1 (x_t - E x_t), S the covariance of x_t.
std::vector<double> affine(const Oracle& oracle, double alpha_bar, double noise, const std::vector<double>& x) {
  const int d = oracle.d();
  const Moments moments = oracle.moments(alpha_bar, noise);
  const Eigen::LLT<Eigen::MatrixXd> covariance(Eigen::Map<const Eigen::MatrixXd>(moments.covariance.data(), d, d));
  const Eigen::Map<const Eigen::VectorXd> center(moments.mean.data(), d);
  Eigen::MatrixXd apart = Eigen::Map<const Eigen::MatrixXd>(x.data(), d, static_cast<Eigen::Index>(x.size()) / d);
  apart.colwise() -= center;
  const Eigen::MatrixXd result = std::sqrt(noise) * covariance.solve(apart);
  return {result.data(), result.data() + result.size()};
}

// What stands for eps*.
NoiseGuess guess_of(const Oracle& oracle, const Step& step, const Mistake& mistake) {
  return [&oracle, &step, &mistake](const std::vector<double>& x, const std::vector<double>& eps) {
    if (mistake.is("exact")) return eps;
    if (mistake.is("affine")) return affine(oracle, step.alpha_bar, step.noise, x);
    const Denoised at = oracle.denoise(step, x);
    return mistake.is("score") ? at.score : at.eps;
  };
}

bool about_the_best(const Mistake& mistake) {
  return mistake.is("score") || mistake.is("affine") || mistake.is("exact");
}

// What both forms are computed from.
struct Points {
  std::vector<double> x0, eps, guess;
};

// The point on show and two more. At one point alone wrong numbers can make up for each other.
std::vector<Points> points_of(const MeansPicture& picture, std::uint64_t seed) {
  std::vector<Points> all{{picture.x0, picture.eps, picture.guess}};
  Rng rng = stream(seed, 1);
  for (int k = 0; k < 2; ++k) {
    Points more{normals(picture.x0.size(), rng), {}, {}};
    more.eps = normals(picture.x0.size(), rng);
    more.guess = normals(picture.x0.size(), rng);
    all.push_back(more);
  }
  return all;
}

// Both forms of one step; in units of their terms: how far they are apart, how far the noise form misses the posterior mean with the
// true noise, and how much of either the mistake changes.
struct Forms {
  std::vector<double> xt, x0_hat, noise_form, posterior_form, truth;
  double difference = 0, missed = 0, changed = 0;
};

Forms forms_of(const Schedule& schedule, const RecomputedChain& e, int t, const Points& at, const Mistake& mistake) {
  const Mistake none;
  const Step& step = schedule.at(t);
  Forms forms;
  forms.truth = at.x0;
  // From the betas alone: the schedule's own x_t and posterior would agree with whatever else is wrong in it.
  for (std::size_t c = 0; c < at.x0.size(); ++c)
    forms.xt.push_back(std::sqrt(e.alpha_bar[t]) * at.x0[c] + std::sqrt(e.noise[t]) * at.eps[c]);
  if (t > 1) {
    const Square right = completed(step.beta, e.alpha_bar[t - 1], e.noise[t - 1]);
    for (std::size_t c = 0; c < at.x0.size(); ++c)
      forms.truth[c] = right.mean_xt * forms.xt[c] + right.mean_x0 * at.x0[c];
  }
  forms.noise_form = noise_form(step, forms.xt, at.guess, mistake);
  const double x = largest_entry(forms.xt);
  if (e.alpha_bar[t] > kSmallest && !(step.alpha_bar > 0)) {
    forms.difference = std::numeric_limits<double>::infinity();  // x_0^ is not left out because the schedule says so
  } else if (e.alpha_bar[t] > kSmallest) {
    forms.x0_hat = tried_x0(step, forms.xt, at.guess, mistake);
    forms.posterior_form = posterior_mean(step, forms.xt, forms.x0_hat);
    const double noise = std::sqrt(step.noise / step.alpha_bar) * largest_entry(at.guess);
    const double size = x / std::sqrt(step.alpha_bar) + noise;
    const double terms = largest_entry(forms.noise_form) + step.mean_xt * x + step.mean_x0 * size;
    const auto share = [terms](double value) { return terms > 0 ? value / terms : value; };
    forms.difference = share(largest_difference(forms.noise_form, forms.posterior_form));
    const std::vector<double> right = noise_form(step, forms.xt, at.guess, none);
    const std::vector<double> other = posterior_mean(step, forms.xt, tried_x0(step, forms.xt, at.guess, none));
    forms.changed =
        share(worst(largest_difference(right, forms.noise_form), largest_difference(other, forms.posterior_form)));
  }
  // x_t is a sum of x_0 and eps; 1 / sqrt(alpha_t) magnifies the rounding errors of both.
  const double size = (x + largest_entry(at.x0) + largest_entry(at.eps)) / std::sqrt(1 - step.beta);
  const auto share = [size](double value) { return size > 0 ? value / size : value; };
  const std::vector<double> known = noise_form(step, forms.xt, at.eps, mistake);
  forms.missed = share(largest_difference(known, forms.truth));
  forms.changed = worst(forms.changed, share(largest_difference(known, noise_form(step, forms.xt, at.eps, none))));
  return forms;
}

}  // namespace

Checked<MeansPicture> check_denoising_mean(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  Checked<MeansPicture> result{{"4c", {}, vacuous_reason(e)}, {}};
  MeansPicture& picture = result.picture;
  const Oracle oracle(data);
  Rng rng(options.seed);
  picture.t = options.t;
  picture.x0 = start_of(options, oracle, rng);
  picture.eps = given_or_normal(options.eps, data.d, rng);
  picture.guess = given_or_normal(options.guess, data.d, rng);

  double difference = 0, missed = 0, changed = 0;
  const std::vector<Points> points = points_of(picture, options.seed);
  for (int t = 1; t <= schedule.T(); ++t) {
    std::vector<Forms> all;
    for (const Points& at : points) {
      all.push_back(forms_of(schedule, e, t, at, mistake));
      difference = worst(difference, all.back().difference);
      missed = worst(missed, all.back().missed);
      changed = worst(changed, all.back().changed);
    }
    const Forms& forms = all.front();
    picture.difference.push_back(forms.difference);
    if (t != options.t) continue;
    picture.xt = forms.xt;
    picture.x0_hat = forms.x0_hat;
    picture.noise_form = forms.noise_form;
    picture.posterior_form = forms.posterior_form;
    picture.truth = forms.truth;
  }
  const int t = options.t;
  const Step& shown = schedule.at(t);
  const BestNoise best = check_best_noise(data, e.alpha_bar[t], e.noise[t], guess_of(oracle, shown, mistake), rng);
  picture.bayes_error = best.error;
  picture.bayes_error_se = best.error_se;
  picture.best_error = best.best_error;
  picture.floor = best.floor;
  picture.places = best.x;
  picture.predicted = best.f;
  picture.predicted_best = best.best;
  picture.best = oracle.denoise(shown, picture.xt).eps;
  if (about_the_best(mistake)) changed = best.difference;
  if (result.claim.reason.empty() && mistake.made() && changed <= kLeastDifference) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("forms", difference, kIdentityTolerance, 1),
      check_within("perfect", missed, kIdentityTolerance, 1),
  };
  result.claim.checks.insert(result.claim.checks.end(), best.checks.begin(), best.checks.end());
  return result;
}

}  // namespace proofground::diffusion
