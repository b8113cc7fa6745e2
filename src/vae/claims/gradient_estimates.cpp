#include "vae/claims/gradient_estimates.h"

#include <cmath>
#include <cstddef>
#include <numbers>

#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// f as a quadratic of eps.
struct Quadratic {
  double mean = 0;           ///< e
  std::vector<double> g, H;  ///< (dz), (dz x dz)
};

/// r = x - b - D z. Once for each draw: nothing is allocated from the second on.
void set_residual(const Problem& problem, const std::vector<double>& z, std::vector<double>& r) {
  const auto& [dx, dz, D, b, noise_var] = problem.model;
  r = problem.x;
  for (std::size_t i = 0; i < r.size(); ++i) {
    r[i] -= b[i];
    for (std::size_t j = 0; j < z.size(); ++j) r[i] -= D[i * z.size() + j] * z[j];
  }
}

/// D' r / s2, likewise.
void pull_back(const Problem& problem, const std::vector<double>& r, std::vector<double>& out) {
  const auto& D = problem.model.D;
  out.assign(D.size() / r.size(), 0.0);
  for (std::size_t k = 0; k < D.size(); ++k) out[k % out.size()] += D[k] * r[k / out.size()] / problem.model.noise_var;
}

double squared(const std::vector<double>& list) {
  double sum = 0;
  for (const double value : list) sum += value * value;
  return sum;
}

Quadratic quadratic_of(const Problem& problem, double kl_sign) {
  const auto& [dx, dims, D, b, noise_var] = problem.model;
  const auto& [mean, var] = problem.q;
  const std::size_t dz = mean.size();
  std::vector<double> r, pull;
  set_residual(problem, mean, r);
  pull_back(problem, r, pull);
  Quadratic out{0, pull, std::vector<double>(dz * dz, 0.0)};
  double squares = squared(r), divergence = 0;
  for (std::size_t j = 0; j < dz; ++j) {
    const double s = std::sqrt(var[j]);
    out.g[j] = s * (pull[j] - kl_sign * mean[j]);
    for (std::size_t k = 0; k < dz; ++k) {
      double product = 0;
      for (std::size_t i = 0; i < r.size(); ++i) product += D[i * dz + j] * D[i * dz + k];
      out.H[j * dz + k] = -s * std::sqrt(var[k]) * product / noise_var;
      if (k == j) squares += var[j] * product;
    }
    out.H[j * dz + j] += kl_sign * (1 - var[j]);
    divergence += kl_term(mean[j], std::log(var[j]));
  }
  out.mean = -0.5 * (dx * std::log(2 * std::numbers::pi * noise_var) + squares / noise_var) - kl_sign * divergence;
  return out;
}

}  // namespace

TwoGradients two_gradients(const Problem& problem, const EstimateOptions& options) {
  const std::size_t dz = problem.q.mean.size();
  const Quadratic f = quadratic_of(problem, options.kl_sign);
  TwoGradients out;
  for (auto* list : {&out.gradient, &out.reparameterised_var, &out.score_var}) list->assign(2 * dz, 0.0);
  const double rest = squared(f.g) + 0.5 * squared(f.H);
  for (std::size_t j = 0; j < dz; ++j) {
    const double var = problem.q.var[j], g2 = f.g[j] * f.g[j], own = f.H[j * dz + j];
    double row = 0;
    for (std::size_t k = 0; k < dz; ++k) row += f.H[j * dz + k] * f.H[j * dz + k];
    out.gradient[j] = f.g[j] / std::sqrt(var);
    out.gradient[dz + j] = 0.5 * own;
    out.reparameterised_var[j] = row / var;
    out.reparameterised_var[dz + j] = 0.25 * (g2 + row + own * own);
    // The squares of e are completed: no difference of large numbers is left.
    const double by_mean = (f.mean + own) * (f.mean + own) - own * own;
    const double by_log_var = (f.mean + 2 * own) * (f.mean + 2 * own) - 4 * own * own;
    out.score_var[j] = (by_mean + rest + g2 + 2 * row) / var;
    out.score_var[dz + j] = 0.25 * (2 * by_log_var + 2 * rest + 8 * (g2 + row) + 5 * own * own);
    if (!options.with_score) {
      out.score_var[j] = 1 / var;
      out.score_var[dz + j] = 0.5;
    }
  }
  return out;
}

GradientEstimates::GradientEstimates(const Problem& problem, const EstimateOptions& options, std::uint64_t seed)
    : problem_(problem), options_(options), rng_(seed), eps_(problem.q.mean.size(), 0.0) {
  for (const double var : problem.q.var) {
    deviation_.push_back(std::sqrt(var));
    log_deviations_ += 0.5 * std::log(var);
  }
  out_.reparameterised.resize(2 * eps_.size());
  out_.score.resize(2 * eps_.size());
}

const OneDraw& GradientEstimates::next() {
  if (options_.fresh || !drawn_)
    for (double& value : eps_) value = rng_.normal();
  drawn_ = true;
  const std::size_t dz = eps_.size();
  const auto& [dx, dims, D, b, noise_var] = problem_.model;
  z_ = problem_.q.mean;
  double log_ratio = log_deviations_;  // log p(z) - log q(z)
  for (std::size_t j = 0; j < dz; ++j) {
    z_[j] += deviation_[j] * eps_[j];
    log_ratio += 0.5 * (eps_[j] * eps_[j] - z_[j] * z_[j]);
  }
  set_residual(problem_, z_, residual_);
  pull_back(problem_, residual_, pull_);
  const double log_lik = -0.5 * (dx * std::log(2 * std::numbers::pi * noise_var) + squared(residual_) / noise_var);
  const double f = log_lik + options_.kl_sign * log_ratio;
  // Without the score f is differentiated where q stands in it: - log q, with its sign.
  const double factor = options_.with_score ? f : -options_.kl_sign;
  for (std::size_t j = 0; j < dz; ++j) {
    const double slope = pull_[j] + options_.kl_sign * (eps_[j] / deviation_[j] - z_[j]);
    out_.reparameterised[j] = slope;
    out_.reparameterised[dz + j] = slope * 0.5 * deviation_[j] * eps_[j];
    out_.score[j] = factor * eps_[j] / deviation_[j];
    out_.score[dz + j] = factor * 0.5 * (eps_[j] * eps_[j] - 1);
  }
  return out_;
}

}  // namespace proofground::vae
