#include "vae/claims/one_step_bounds.h"

#include <cmath>
#include <numbers>

#include "diffusion/nelbo.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// Of sums over a standard normal: in deviations. tanh is so steep where modes are apart that a wider spacing would be seen.
constexpr double kReach = 9, kSpacing = 1.0 / 12;

/// E g(u), u ~ N(0, 1)
template <class Integrand>
double over_normal(const Integrand& g) {
  const int half = static_cast<int>(kReach / kSpacing);
  double sum = 0;
  for (int k = -half; k <= half; ++k) {
    const double u = k * kSpacing;
    sum += std::exp(-u * u / 2) * g(u);
  }
  return sum * kSpacing / std::sqrt(2 * std::numbers::pi);
}

/// E g(x_0)
template <class Integrand>
double over_data(const OneStepModel& model, const Integrand& g) {
  return over_normal(
      [&](double u) { return (g(model.modes + model.mode_sd * u) + g(-model.modes + model.mode_sd * u)) / 2; });
}

diffusion::Mixture mixture_of(const OneStepModel& model) {
  return {{0.5, 0.5}, {-model.modes, model.modes}, {}, 1, model.mode_sd};
}

BoundTerms bound_of(double reconstruction, double prior) { return {reconstruction, prior, reconstruction + prior}; }

diffusion::Nelbo nelbo_of(const OneStepModel& model, diffusion::ReverseVariance choice) {
  const diffusion::Oracle oracle(mixture_of(model));
  const diffusion::Schedule schedule = diffusion::constant_schedule(1, model.noise);
  return diffusion::nelbo(oracle, schedule, diffusion::x0_variances(oracle, schedule), choice);
}

}  // namespace

OneStepModel::OneStepModel(const Problem& problem)
    : modes(problem.modes), mode_sd(problem.mode_sd), alpha_bar(problem.alpha_bar), noise(1 - problem.alpha_bar) {}

double OneStepModel::spread2() const { return alpha_bar * mode_sd * mode_sd + noise; }

double OneStepModel::decode(double z) const {
  const double root = std::sqrt(alpha_bar), S = spread2();
  return (noise * modes * std::tanh(root * modes * z / S) + root * mode_sd * mode_sd * z) / S;
}

double mean_kl(const OneStepModel& model, double log_var) {
  const double root = std::sqrt(model.alpha_bar);
  return over_data(model, [&](double x0) { return kl_term(root * x0, log_var); });
}

double mean_square_error(const OneStepModel& model, bool drawn) {
  const double root = std::sqrt(model.alpha_bar), deviation = drawn ? std::sqrt(model.noise) : 0;
  return over_data(model, [&](double x0) {
    const auto square = [&](double eps) {
      const double error = x0 - model.decode(root * x0 + deviation * eps);
      return error * error;
    };
    return drawn ? over_normal(square) : square(0);
  });
}

double expected_nll(double square, double var) { return (std::log(2 * std::numbers::pi * var) + square / var) / 2; }

OneStep one_step_bounds(const Problem& problem) {
  const OneStepModel model(problem);
  const double square = mean_square_error(model, true);
  const diffusion::Nelbo nelbo = nelbo_of(model, diffusion::ReverseVariance::best);
  OneStep out;
  out.vae = bound_of(expected_nll(square, square), mean_kl(model, std::log1p(-model.alpha_bar)));
  out.diffusion = {nelbo.terms.front(), nelbo.prior, nelbo.total};
  out.decoder_var = square;
  out.entropy = nelbo.entropy;
  return out;
}

double reconstruction_with_beta(const Problem& problem) {
  return nelbo_of(OneStepModel(problem), diffusion::ReverseVariance::forward).terms.front();
}

}  // namespace proofground::vae
