#include "diffusion/reverse.h"

#include <cmath>
#include <limits>

#include "core/require.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

std::vector<double> scaled(std::vector<double> x, double factor) {
  for (double& value : x) value *= factor;
  return x;
}

Gaussian gaussian(const std::vector<double>& mean, double variance) {
  const std::size_t d = mean.size();
  Gaussian result{mean, std::vector<double>(d * d, 0.0)};
  for (std::size_t j = 0; j < d * d; j += d + 1) result.covariance[j] = variance;
  return result;
}

double squared_distance(const std::vector<double>& x, const std::vector<double>& y) {
  double sum = 0;
  for (std::size_t c = 0; c < x.size(); ++c) sum += (x[c] - y[c]) * (x[c] - y[c]);
  return sum;
}

}  // namespace

StepBack step_back(const Schedule& schedule, int t, const std::vector<double>& x0, const std::vector<double>& xt,
                   const std::optional<std::vector<double>>& guess) {
  require(t >= 1 && t <= schedule.T(), "t", "an integer from 1 to T", t);
  require(!xt.empty(), "xt", "at least one number", 0);
  require_one_each(x0, xt.size(), "x0");
  require_finite(x0.data(), static_cast<int>(x0.size()), "x0");
  require_finite(xt.data(), static_cast<int>(xt.size()), "xt");
  if (guess) {
    require_one_each(*guess, xt.size(), "guess");
    require_finite(guess->data(), static_cast<int>(guess->size()), "guess");
  }
  const Step& step = schedule.at(t);
  StepBack result;
  for (std::size_t c = 0; c < xt.size(); ++c)
    result.eps.push_back((xt[c] - std::sqrt(step.alpha_bar) * x0[c]) / std::sqrt(step.noise));
  result.prior = {scaled(x0, std::sqrt(step.alpha_bar_prev)), step.noise_prev};
  result.likelihood = {scaled(xt, 1 / std::sqrt(step.alpha)), step.beta / step.alpha};
  result.posterior = {posterior_mean(step, xt, x0), step.variance};
  result.share_xt = scaled(xt, step.mean_xt);
  result.share_x0 = scaled(x0, step.mean_x0);
  const std::vector<double>& tried = guess ? *guess : result.eps;
  result.noise_form = mean_of_noise(step, xt, tried);
  if (step.alpha_bar > 0) {
    result.x0_hat = predicted_x0(step, xt, tried);
    result.posterior_form = posterior_mean(step, xt, *result.x0_hat);
    result.difference = std::sqrt(squared_distance(result.noise_form, *result.posterior_form));
  }
  result.weight = step.weight;
  result.error2 = squared_distance(result.eps, tried);
  if (t == 1) {
    result.kl = result.weighted_error = std::numeric_limits<double>::infinity();
  } else {
    result.kl = gaussian_kl(gaussian(result.posterior.mean, step.variance), gaussian(result.noise_form, step.variance));
    result.weighted_error = step.weight * result.error2;
  }
  return result;
}

std::vector<double> bell(const Ball& ball, int c, const std::vector<double>& u) {
  std::vector<double> values;
  values.reserve(u.size());
  for (const double place : u) {
    const double z = (place - ball.mean[c]) / std::sqrt(ball.variance);
    values.push_back(std::exp(-z * z / 2));
  }
  return values;
}

}  // namespace proofground::diffusion
