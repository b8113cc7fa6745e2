#include "vae/sampled_elbo.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/require.h"
#include "core/rng.h"
#include "core/running_stats.h"

namespace proofground::vae {
namespace {

/// l_k and d_k of each draw.
struct Draws {
  std::vector<double> log_lik, divergence;
};

Draws drawn(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q, int draws,
            std::uint64_t seed) {
  const std::size_t dx = x.size(), dz = q.mean.size();
  const double constant = -0.5 * static_cast<double>(dx) * std::log(2 * std::numbers::pi * model.noise_var);
  Rng rng(seed);
  Draws out;
  std::vector<double> z(dz);
  for (int k = 0; k < draws; ++k) {
    double divergence = 0;
    for (std::size_t j = 0; j < dz; ++j) {
      const double eps = rng.normal();
      z[j] = q.mean[j] + std::sqrt(q.var[j]) * eps;
      divergence += 0.5 * (z[j] * z[j] - eps * eps - std::log(q.var[j]));
    }
    double squares = 0;
    for (std::size_t i = 0; i < dx; ++i) {
      double residual = x[i] - model.b[i];
      for (std::size_t j = 0; j < dz; ++j) residual -= model.D[i * dz + j] * z[j];
      squares += residual * residual;
    }
    out.log_lik.push_back(constant - squares / (2 * model.noise_var));
    out.divergence.push_back(divergence);
  }
  return out;
}

DrawnTerm estimate(const RunningStats& stats) { return {stats.mean, stats.error()}; }

}  // namespace

SampledElbo sampled_elbo(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q,
                         int draws, std::uint64_t seed) {
  require_valid(model, x, q);
  require(draws >= kLeastElboDraws && draws <= kMostElboDraws, "draws", "2 to 1000000", draws);
  const auto [log_lik, divergence] = drawn(model, x, q, draws, seed);
  RunningStats lik, kl, elbo;
  double most = log_lik[0] - divergence[0];
  for (std::size_t k = 0; k < log_lik.size(); ++k) {
    const double log_w = log_lik[k] - divergence[k];
    lik.add(log_lik[k]);
    kl.add(divergence[k]);
    elbo.add(log_w);
    most = std::max(most, log_w);
  }
  double sum = 0, squares = 0;
  for (std::size_t k = 0; k < log_lik.size(); ++k) {
    const double w = std::exp(log_lik[k] - divergence[k] - most);
    sum += w;
    squares += w * w;
  }
  // What one draw changes of log mean w, to first order: w / mean w - 1; and of the gap, less its own log w.
  const double mean = sum / draws;
  RunningStats evidence, gap;
  for (std::size_t k = 0; k < log_lik.size(); ++k) {
    const double log_w = log_lik[k] - divergence[k];
    const double change = std::exp(log_w - most) / mean - 1;
    evidence.add(change);
    gap.add(change - (log_w - elbo.mean));
  }
  SampledElbo out;
  out.expected_log_lik = estimate(lik);
  out.kl = estimate(kl);
  out.elbo = estimate(elbo);
  out.log_px = {most + std::log(mean), evidence.error()};
  out.gap = {out.log_px.value - elbo.mean, gap.error()};
  out.effective = sum * sum / squares;
  return out;
}

}  // namespace proofground::vae
