#include "diffusion/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/require.h"

namespace proofground::diffusion {
namespace {

void require_steps(int T, const char* field) {
  require(T >= 1 && T <= kMostSteps, field, "an integer from 1 to 100000", T);
}

void require_beta(double beta, const char* field) {
  require(beta >= kSmallestParameter && beta < 1, field, "a number from 1e-100 to less than 1", beta);
}

}  // namespace

Schedule schedule_of(const std::vector<double>& beta) {
  require_steps(static_cast<int>(std::min<std::size_t>(beta.size(), kMostSteps + 1)), "T");
  for (const double value : beta) require_beta(value, "beta");
  Schedule schedule;
  schedule.steps.reserve(beta.size());
  double log_alpha_bar = 0, lost = 0;  // Kahan's sum: what the last addition has cut off
  Step step;
  for (const double value : beta) {
    const double term = std::log1p(-value) - lost, sum = log_alpha_bar + term;
    lost = (sum - log_alpha_bar) - term;
    log_alpha_bar = sum;
    step.alpha_bar_prev = step.alpha_bar;
    step.noise_prev = step.noise;
    step.beta = value;
    step.alpha = 1 - value;
    step.alpha_bar = std::exp(log_alpha_bar);
    step.noise = -std::expm1(log_alpha_bar);
    step.snr = step.alpha_bar / step.noise;
    const double kept = step.noise_prev / step.noise;
    step.variance = kept * value;
    step.mean_xt = std::sqrt(step.alpha) * kept;
    // At t = 1 the posterior is a point mass at x_0: exactly 1 and 0, not a quotient with rounding.
    step.mean_x0 = schedule.steps.empty() ? 1 : std::sqrt(step.alpha_bar_prev) * (value / step.noise);
    step.weight = value / (2 * step.alpha * step.noise_prev);
    schedule.steps.push_back(step);
  }
  return schedule;
}

Schedule linear_schedule(int T, double beta1, double beta_T) {
  require_steps(T, "T");
  require_beta(beta1, "beta1");
  require_beta(beta_T, "betaT");
  std::vector<double> beta(T, beta1);
  for (int k = 1; k < T; ++k) beta[k] = std::lerp(beta1, beta_T, static_cast<double>(k) / (T - 1));
  return schedule_of(beta);
}

Schedule constant_schedule(int T, double beta) {
  require_steps(T, "T");
  require_beta(beta, "beta");
  return schedule_of(std::vector<double>(T, beta));
}

Schedule cosine_schedule(int T, double s, double beta_max) {
  require_steps(T, "T");
  require(s >= 0 && s <= 1, "s", "a number from 0 to 1", s);
  require_beta(beta_max, "betaMax");
  // With angles a = angle(t-1), b = angle(t): 1 - cos^2 b / cos^2 a = sin(b - a) sin(a + b) / cos^2 a, and cos a is the
  // sine of the angle left to pi/2: nothing cancels.
  const double unit = std::numbers::pi / 2 / (1 + s);
  std::vector<double> beta;
  beta.reserve(T);
  for (int t = 1; t <= T; ++t) {
    const double left = std::sin(unit * (T - t + 1) / T);
    const double sum = unit * ((2.0 * t - 1) / T + 2 * s), sum_left = unit * (2.0 * (T - t) + 1) / T;
    const double step = std::sin(unit / T) * std::sin(std::min(sum, sum_left)) / (left * left);
    beta.push_back(std::min(step, beta_max));
  }
  return schedule_of(beta);
}

Schedule drawn_schedule(int T, const std::vector<double>& knots) {
  require_steps(T, "T");
  require(!knots.empty() && knots.size() <= kMostSteps, "knots", "1 to 100000 numbers",
          static_cast<double>(knots.size()));
  for (const double knot : knots)
    require(knot >= -100 && std::pow(10, knot) < 1, "knots", "numbers from -100 to less than 0", knot);
  const std::size_t pieces = knots.size() - 1;
  std::vector<double> beta;
  beta.reserve(T);
  for (int t = 1; t <= T; ++t) {
    const double along = T == 1 ? 0 : static_cast<double>(t - 1) / (T - 1) * static_cast<double>(pieces);
    // The last step belongs to the last piece; rounding must not put a step beyond it.
    const auto k = std::min(static_cast<std::size_t>(along), pieces == 0 ? 0 : pieces - 1);
    const double exponent = pieces == 0 ? knots[0] : std::lerp(knots[k], knots[k + 1], along - static_cast<double>(k));
    // 10^-100 may round to just below the smallest beta that is allowed.
    beta.push_back(std::max(std::pow(10, exponent), kSmallestParameter));
  }
  return schedule_of(beta);
}

Schedule thinned(const Schedule& schedule, int count) {
  const int T = schedule.T();
  require(count >= 1 && count <= T, "count", "an integer from 1 to T", count);
  std::vector<double> beta;
  beta.reserve(count);
  for (int k = 1, last = 0; k <= count; ++k) {
    const int t = static_cast<int>(static_cast<long long>(k) * T / count);
    double log_ratio = 0;
    for (int u = last + 1; u <= t; ++u) log_ratio += std::log1p(-schedule.at(u).beta);
    // The beta of several steps at once may round to 1.
    beta.push_back(std::min(-std::expm1(log_ratio), 1 - 0x1p-53));
    last = t;
  }
  return schedule_of(beta);
}

}  // namespace proofground::diffusion
