#include "vae/claims/one_step.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "core/require.h"
#include "core/rng.h"
#include "core/running_stats.h"
#include "vae/claims/compared.h"
#include "vae/claims/latent.h"
#include "vae/claims/one_step_bounds.h"
#include "vae/claims/one_step_picture.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

constexpr double kTooLarge = 0.01, kLeastModeSd = 1e-3, kMostMode = 100;
constexpr double kLeastSignal = 1e-6, kMostSignal = 1 - 1e-6;
constexpr double kComplexStep = 1e-150;
/// Of the check's own sums: neither those of the VAE's programme nor of the diffusion's.
constexpr double kReach = 9.5, kSpacing = 1.0 / 20, kCoarse = 0.5;

/// log(1/2 N(y; -mean, var) + 1/2 N(y; mean, var)), of a complex y.
template <class Number>
Number log_mixture(Number y, double mean, double var) {
  // Both exponents less the larger one.
  const double side = std::real(y) >= 0 ? 1 : -1;
  const Number near = y - side * mean, farther = std::exp(-2 * side * mean / var * y);
  return -near * near / (2 * var) + std::log(0.5 * (1.0 + farther)) - 0.5 * std::log(2 * std::numbers::pi * var);
}

/// E[x_0 | z] from the score.
double decoded_anew(const OneStepModel& m, double z) {
  const std::complex<double> at(z, kComplexStep);
  const double root = std::sqrt(m.alpha_bar);
  const double score = std::imag(log_mixture(at, root * m.modes, m.spread2())) / kComplexStep;
  return (z + m.noise * score) / root;
}

/// E g(y), y of the two modes +-mean with this deviation.
template <class Integrand>
double over_modes(double mean, double deviation, double spacing, const Integrand& g) {
  const int half = static_cast<int>(kReach / spacing);
  double sum = 0;
  for (int k = -half; k <= half; ++k) {
    const double u = (k + 0.5) * spacing;
    sum += std::exp(-u * u / 2) * (g(mean + deviation * u) + g(-mean + deviation * u)) / 2;
  }
  return sum * spacing / std::sqrt(2 * std::numbers::pi);
}

/// What the check finds by itself.
struct Anew {
  double prior = 0, decoder_var = 0, reconstruction = 0, entropy = 0;
  double lost = 0;  ///< of decoder_var by its difference, relative
};

double log_normal(double x, double mean, double var) {
  return -0.5 * (std::log(2 * std::numbers::pi * var) + (x - mean) * (x - mean) / var);
}

Anew found(const OneStepModel& m) {
  const double root = std::sqrt(m.alpha_bar), square = m.modes * m.modes + m.mode_sd * m.mode_sd;
  Anew out;
  const double decoded = over_modes(root * m.modes, std::sqrt(m.spread2()), kSpacing, [&](double z) {
    const double mean = decoded_anew(m, z);
    return mean * mean;
  });
  out.decoder_var = square - decoded;
  // z + noise * score is a difference, too, where there is little signal.
  out.lost = kLost * square / out.decoder_var * (1 + 1 / root);
  out.reconstruction = 0.5 * (1 + std::log(2 * std::numbers::pi * out.decoder_var));
  out.prior = over_modes(m.modes, m.mode_sd, kCoarse, [&](double x0) {
    return over_modes(0, 1, kCoarse, [&](double eps) {
      const double mean = root * x0, z = mean + std::sqrt(m.noise) * eps;
      return log_normal(z, mean, m.noise) - log_normal(z, 0, 1);
    });
  });
  const double var = m.mode_sd * m.mode_sd;
  out.entropy = over_modes(m.modes, m.mode_sd, kSpacing, [&](double x0) { return -log_mixture(x0, m.modes, var); });
  return out;
}

struct Drawn {
  RunningStats reconstruction, prior, total;
};

struct Pair {
  double x0, z;
};

/// x_0 and z as the encoder has them, or z from between the modes and x_0 from q(x_0 | z).
Pair pair_of(const OneStepModel& m, bool between, Rng& rng) {
  const double root = std::sqrt(m.alpha_bar), S = m.spread2();
  const double first = rng.uniform();
  if (!between) {
    const double x0 = (first < 0.5 ? -m.modes : m.modes) + m.mode_sd * rng.normal();
    return {x0, root * x0 + std::sqrt(m.noise) * rng.normal()};
  }
  const double z = std::sqrt(S) * rng.normal(), upper = 1 / (1 + std::exp(-2 * root * m.modes * z / S));
  const double mode = first < upper ? m.modes : -m.modes, gain = root * m.mode_sd * m.mode_sd / S;
  return {mode + gain * (z - root * mode) + m.mode_sd * std::sqrt(m.noise / S) * rng.normal(), z};
}

/// Half of the draws are from between the modes. Where these are apart, x_0 is seldom on the other side than z, but then it costs so much
/// that the mean depends on it. @returns weights that make up for that: 2 q(z) / (q(z) + N(z; 0, S))
double weight_of(const OneStepModel& m, double z) {
  const double S = m.spread2();
  return 2 / (1 + std::exp(log_normal(z, 0, S) - log_mixture(z, std::sqrt(m.alpha_bar) * m.modes, S)));
}

Drawn drawn(const OneStepModel& m, double decoder_var, const ClaimOptions& options) {
  Rng rng(options.seed);
  Drawn out;
  for (int i = 0; i < options.draws; ++i) {
    const auto [x0, z] = pair_of(m, i % 2 == 1, rng);
    const double weight = weight_of(m, z);
    const double reconstruction = -log_normal(x0, decoded_anew(m, z), decoder_var);
    const double prior = log_normal(z, std::sqrt(m.alpha_bar) * x0, m.noise) - log_normal(z, 0, 1);
    out.reconstruction.add(weight * reconstruction);
    out.prior.add(weight * prior);
    out.total.add(weight * (reconstruction + prior));
  }
  return out;
}

OneStep mistaken(const Problem& problem, const OneStep& intact, const Mistake& mistake) {
  const OneStepModel model(problem);
  OneStep out = intact;
  BoundTerms& vae = out.vae;
  if (mistake.is("plain")) vae.reconstruction += kTooLarge * (1 + std::abs(vae.reconstruction));
  if (mistake.is("no-variance")) vae.reconstruction = mean_square_error(model, true) / 2;
  if (mistake.is("no-draw")) vae.reconstruction = expected_nll(mean_square_error(model, false), intact.decoder_var);
  if (mistake.is("one-point")) vae.prior = kl_term(0, std::log1p(-model.alpha_bar));
  if (mistake.is("sigma")) vae.prior = mean_kl(model, std::sqrt(model.noise));
  if (mistake.is("no-prior")) vae.prior = 0;
  if (mistake.is("beta")) {
    out.diffusion.reconstruction = reconstruction_with_beta(problem);
    out.diffusion.total = out.diffusion.reconstruction + out.diffusion.prior;
  }
  if (mistake.made()) vae.total = vae.reconstruction + vae.prior;
  return out;
}

std::vector<Compared> judged(const OneStep& claimed, const Anew& right, const Drawn& draws) {
  const BoundTerms &a = claimed.vae, &b = claimed.diffusion;
  const double size = 1 + std::abs(right.reconstruction) + right.prior, zero = 0;
  const double least = std::min(a.total, b.total);
  // Rounding of sums, and what 1 - alpha_bar has lost of alpha_bar.
  const double lost = kLost * size * (1 + right.prior);
  const auto twice = [](double value) { return std::vector<double>{value, value}; };
  const auto drawn_worst = [&](const char* id, double of_vae, double of_diffusion, const RunningStats& stats) {
    return compared_z(id, worst(stats.z(of_vae, size), stats.z(of_diffusion, size)));
  };
  return {
      agreeing("both-reconstruction", a.reconstruction, b.reconstruction, size, lost),
      agreeing("both-prior", a.prior, b.prior, 1 + right.prior, lost),
      agreeing("both-total", a.total, b.total, size, lost),
      compared("sums", {a.total - a.reconstruction - a.prior, b.total - b.reconstruction - b.prior}, {zero, zero}, size,
               0),
      compared("reconstruction", {a.reconstruction, b.reconstruction}, twice(right.reconstruction), size, right.lost),
      compared("prior", {a.prior, b.prior}, twice(right.prior), 1 + right.prior, lost),
      compared("decoder-var", {claimed.decoder_var / right.decoder_var}, {1}, 1, right.lost),
      compared("entropy", {claimed.entropy}, {right.entropy}, 1 + std::abs(right.entropy), 0),
      drawn_worst("drawn-reconstruction", a.reconstruction, b.reconstruction, draws.reconstruction),
      drawn_worst("drawn-prior", a.prior, b.prior, draws.prior),
      drawn_worst("drawn-total", a.total, b.total, draws.total),
      compared("bound", {worst(zero, claimed.entropy - least)}, {zero}, size, 0),
  };
}

}  // namespace

void require_valid_data(const Problem& problem) {
  const auto& [model, x, q, modes, mode_sd, alpha_bar] = problem;
  require(modes >= 0 && modes <= kMostMode, "modes", "a number from 0 to 100", modes);
  require(mode_sd >= kLeastModeSd && mode_sd <= kMostMode, "modeSd", "a number from 0.001 to 100", mode_sd);
  require(alpha_bar >= kLeastSignal && alpha_bar <= kMostSignal, "alphaBar", "a number from 1e-6 to 1 - 1e-6",
          alpha_bar);
}

Checked<OneStepPicture> check_one_step(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake) {
  const OneStepModel model(problem);
  Checked<OneStepPicture> result{{"4v4", {}, ""}, {}};
  const OneStep& intact = solution.one_step;
  const OneStep claimed = mistaken(problem, intact, mistake);
  const Anew right = found(model);
  const Drawn draws = drawn(model, right.decoder_var, options);
  const std::vector<Compared> all = judged(claimed, right, draws);
  result.claim.reason = no_difference(all, judged(intact, right, draws), mistake.made());
  if (result.claim.reason.empty()) result.claim.checks = checks_of(all);

  OneStepPicture& picture = result.picture;
  picture.claimed = claimed;
  picture.intact = intact;
  picture.gap = claimed.vae.total - claimed.entropy;
  picture.intact_gap = intact.vae.total - intact.entropy;
  picture.drawn = {draws.reconstruction.mean, draws.prior.mean, draws.total.mean};
  picture.drawn_error = {draws.reconstruction.error(), draws.prior.error(), draws.total.error()};
  picture.draws = options.draws;
  picture.tolerance = kIdentityTolerance;
  draw_curves(picture, model, intact.decoder_var);
  return result;
}

}  // namespace proofground::vae
