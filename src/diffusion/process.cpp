#include "diffusion/process.h"

#include <cmath>
#include <string>

#include "core/gaussian.h"
#include "core/require.h"

namespace proofground::diffusion {
namespace {

std::vector<double> combined(double a, const std::vector<double>& x, double b, const std::vector<double>& y,
                             const char* field) {
  require_one_each(y, x.size(), field);
  std::vector<double> sum(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) sum[i] = a * x[i] + b * y[i];
  return sum;
}

}  // namespace

std::vector<double> noised(const Step& step, const std::vector<double>& x0, const std::vector<double>& eps) {
  return combined(std::sqrt(step.alpha_bar), x0, std::sqrt(step.noise), eps, "eps");
}

void take_step(const Step& step, std::vector<double>& x, Rng& rng) {
  const double shrink = std::sqrt(step.alpha), size = std::sqrt(step.beta);
  for (double& value : x) value = shrink * value + size * rng.normal();
}

std::vector<double> walked(const Schedule& schedule, int t, std::vector<double> x0, Rng& rng) {
  require(t >= 0 && t <= schedule.T(), "t", "an integer from 0 to T", t);
  for (int s = 1; s <= t; ++s) take_step(schedule.at(s), x0, rng);
  return x0;
}

double prior_kl(double alpha_bar, double noise, double norm2, int d) {
  const double excess = alpha_bar < 0.5 ? log_excess(-alpha_bar) : -alpha_bar - std::log(noise);
  return (alpha_bar * norm2 + d * excess) / 2;
}

std::vector<double> posterior_mean(const Step& step, const std::vector<double>& xt, const std::vector<double>& x0) {
  return combined(step.mean_xt, xt, step.mean_x0, x0, "x0");
}

std::vector<double> predicted_x0(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps) {
  require(step.alpha_bar > 0, "alphaBar", "more than 0", step.alpha_bar);
  const double root = std::sqrt(step.alpha_bar);
  return combined(1 / root, xt, -std::sqrt(step.noise) / root, eps, "eps");
}

std::vector<double> mean_of_noise(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps) {
  const double root = std::sqrt(step.alpha);
  return combined(1 / root, xt, -step.beta / (std::sqrt(step.noise) * root), eps, "eps");
}

std::vector<double> ddim_step(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps) {
  // sqrt(alpha_bar_{t-1} / alpha_bar_t) = 1 / sqrt(alpha_t)
  const double root = std::sqrt(step.alpha);
  return combined(1 / root, xt, std::sqrt(step.noise_prev) - std::sqrt(step.noise) / root, eps, "eps");
}

}  // namespace proofground::diffusion
