#include "vae/claims/identity.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/rng.h"
#include "vae/claims/compared.h"
#include "vae/claims/latent.h"
#include "vae/claims/latent_picture.h"
#include "vae/claims/toy_network.h"

namespace proofground::vae {
namespace {

constexpr double kTooLarge = 0.01;
constexpr int kOtherGaussians = 8;

/// -1/2 |x - b - D z|^2 on average over q, without the decoder's variance and its constant.
double without_variance(const Problem& problem) {
  const auto& [dx, dz, D, b, noise_var] = problem.model;
  double sum = 0;
  for (int i = 0; i < dx; ++i) {
    const std::size_t row = static_cast<std::size_t>(i) * static_cast<std::size_t>(dz);
    double residual = problem.x[static_cast<std::size_t>(i)] - b[static_cast<std::size_t>(i)];
    for (std::size_t j = 0; j < problem.q.mean.size(); ++j) {
      residual -= D[row + j] * problem.q.mean[j];
      sum += problem.q.var[j] * D[row + j] * D[row + j];
    }
    sum += residual * residual;
  }
  return -sum / 2;
}

/// log p(x | z) at the mean of q.
double likelihood_at_mean(const Problem& problem, double expected_log_lik) {
  const auto& [dx, dz, D, b, noise_var] = problem.model;
  double sum = 0;
  for (std::size_t k = 0; k < D.size(); ++k) sum += problem.q.var[k % problem.q.var.size()] * D[k] * D[k];
  return expected_log_lik + sum / (2 * noise_var);
}

void set_elbo(Elbo& answer, double expected_log_lik, double elbo) {
  answer.expected_log_lik = expected_log_lik;
  answer.elbo = elbo;
  answer.gap = answer.log_px - elbo;
}

/// In units of the posterior's deviations, from its measured mean.
std::vector<double> apart(const Measured& m, std::vector<double> mean) {
  for (std::size_t j = 0; j < mean.size(); ++j) mean[j] -= m.mean[j];
  return in_units(m.deviation, std::move(mean));
}

/// Each variance in units of the best one.
std::vector<double> ratios(const std::vector<double>& var, const std::vector<double>& best) {
  std::vector<double> out(var);
  for (std::size_t j = 0; j < out.size(); ++j) out[j] /= best[j];
  return out;
}

/// What rounding of the posterior's mean is, in units of its least deviation.
double mean_lost(const Measured& m) {
  double most = 0;
  for (const double value : in_units(m.deviation, m.mean)) most = worst(most, std::abs(value));
  return kLost * (m.best_size + most * (1 + std::sqrt(m.condition)));
}

/// By how much some diagonal q has a larger ELBO than the one that is said to be best.
double above_best(const Problem& problem, const Elbo& claimed, const Measured& m, std::uint64_t seed) {
  Rng rng(seed);
  double most = worst(0, claimed.elbo - claimed.best_diag_elbo);
  for (int k = 0; k < kOtherGaussians; ++k) {
    DiagonalGaussian other{m.mean, m.best_var};
    for (std::size_t j = 0; j < other.mean.size(); ++j) {
      other.mean[j] += 0.2 * rng.normal() * std::sqrt(m.best_var[j]);
      other.var[j] *= std::exp(0.5 * rng.normal());
    }
    most = worst(most, elbo_of(problem, other) - claimed.best_diag_elbo);
  }
  return most;
}

std::vector<Compared> judged(const Problem& problem, const Elbo& claimed, const Measured& m, std::uint64_t seed) {
  const Balance& right = m.balance;
  const double lost = kLost * m.size, best_lost = kLost * m.best_size;
  const auto size = [](double value) { return 1 + std::abs(value); };
  const auto one = [&](const char* id, double value, double by_grid, double allowance) {
    return compared(id, {value}, {by_grid}, size(by_grid), allowance);
  };
  const double gap_lost = lost + best_lost * size(right.gap) + kLost * size(right.gap) * m.condition;
  const double all_lost = lost + gap_lost;
  const double zero = 0;
  return {
      one("log-px", claimed.log_px, right.log_px, best_lost),
      one("likelihood", claimed.expected_log_lik, m.likelihood, lost),
      one("prior-kl", claimed.kl, m.kl, 0),
      one("elbo", claimed.elbo, right.elbo, lost),
      one("gap", claimed.gap, right.gap, gap_lost),
      compared("quadrature", {right.elbo + right.gap}, {right.log_px}, size(right.gap), all_lost),
      agreeing("identity", claimed.elbo + claimed.gap, claimed.log_px, size(right.gap), all_lost),
      agreeing("terms", claimed.expected_log_lik - claimed.kl, claimed.elbo, size(m.kl), lost),
      compared("nonnegative", {worst(zero, -claimed.gap)}, {zero}, 1, 0),
      compared("mean", apart(m, claimed.posterior_mean), apart(m, m.mean), 1, mean_lost(m)),
      compared("covariance", covariance_in_units(m.deviation, claimed.posterior_cov),
               covariance_in_units(m.deviation, m.covariance), 1, best_lost + kLost * m.condition),
      compared("best-var", ratios(claimed.best_diag_var, m.best_var), ratios(m.best_var, m.best_var), 1, best_lost),
      one("best-elbo", claimed.best_diag_elbo, m.best_elbo, best_lost),
      compared("best", {above_best(problem, claimed, m, seed)}, {zero}, size(m.best_elbo), lost),
  };
}

}  // namespace

Elbo mistaken_elbo(const Problem& problem, const Elbo& intact, const Mistake& mistake) {
  Elbo out = intact;
  const int dz = problem.model.dz;
  const double likelihood = intact.expected_log_lik;
  if (mistake.is("plain")) {
    const double more = kTooLarge * (1 + std::abs(intact.elbo));
    out.elbo += more;
    out.gap -= more;
  }
  if (mistake.is("no-variance")) {
    const double wrong = without_variance(problem);
    set_elbo(out, wrong, wrong - intact.kl);
  }
  if (mistake.is("mean-only")) {
    const double wrong = likelihood_at_mean(problem, likelihood);
    set_elbo(out, wrong, wrong - intact.kl);
  }
  if (mistake.is("kl-sign")) set_elbo(out, likelihood, likelihood + intact.kl);
  if (mistake.is("kl-mean") && dz > 1) {
    out.kl /= dz;
    set_elbo(out, likelihood, likelihood - out.kl);
  }
  if (mistake.is("reversed")) out.gap = reversed_gap(intact, problem.q);
  if (mistake.is("marginals")) {
    const std::size_t size = out.best_diag_var.size();
    for (std::size_t j = 0; j < size; ++j) out.best_diag_var[j] = intact.posterior_cov[j * (size + 1)];
    out.best_diag_elbo = elbo_of(problem, {out.posterior_mean, out.best_diag_var});
  }
  return out;
}

std::vector<Compared> judge_elbo(const Problem& problem, const Elbo& claimed, std::uint64_t seed) {
  if (problem.model.dz > kMostLatent) return {};
  const Measured m = measured(problem);
  return m.usable ? judged(problem, claimed, m, seed) : std::vector<Compared>{};
}

Checked<IdentityPicture> check_identity(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                        const Mistake& mistake) {
  Checked<IdentityPicture> result{{"4v1", {}, ""}, {}};
  std::string& reason = result.claim.reason;
  IdentityPicture& picture = result.picture;
  picture.intact = picture.claimed = solution.elbo;
  picture.tolerance = kIdentityTolerance;
  if (problem.model.dz > kMostLatent) reason = "latent";
  if (!reason.empty()) return result;
  const Measured m = measured(problem);
  if (!m.usable) reason = "overflow";
  if (!reason.empty()) return result;
  picture.claimed = mistaken_elbo(problem, solution.elbo, mistake);
  picture.measured = m.balance;
  picture.measured_likelihood = m.likelihood;
  picture.measured_kl = m.kl;
  picture.latent = latent_picture(problem, picture.claimed, m);
  std::vector<Compared> intact = judged(problem, solution.elbo, m, options.seed);
  std::vector<Compared> all = judged(problem, picture.claimed, m, options.seed);
  for (const Compared& each : judged_toy(solution.toy, picture.network)) {
    intact.push_back(each);
    all.push_back(each);
  }
  reason = no_difference(all, intact, mistake.made());
  if (reason.empty()) result.claim.checks = checks_of(all);
  return result;
}

}  // namespace proofground::vae
