// Random problems of the VAE's mathematics, and complex steps through its way forward.
#pragma once

#include <rapidcheck/gtest.h>

#include <cmath>
#include <complex>
#include <vector>

#include "core/rng.h"
#include "vae/gradients.h"
#include "vae/linear_gaussian.h"

namespace proofground::vae {

inline std::vector<double> drawn_list(Rng& rng, int count, double size) {
  std::vector<double> values(static_cast<std::size_t>(count));
  for (double& value : values) value = size * rng.normal();
  return values;
}

struct LinearProblem {
  LinearGaussian model;
  std::vector<double> x;
  DiagonalGaussian q;
};

inline LinearProblem drawn_linear(int dx, int dz, double noise_var, Rng& rng) {
  LinearProblem out;
  out.model = {dx, dz, drawn_list(rng, dx * dz, 1), drawn_list(rng, dx, 1), noise_var};
  out.x = drawn_list(rng, dx, 2);
  out.q = {drawn_list(rng, dz, 1), {}};
  for (int j = 0; j < dz; ++j) out.q.var.push_back(std::exp(rng.normal()));
  return out;
}

inline std::uint64_t any_seed() { return *rc::gen::inRange<std::uint64_t>(1, 1u << 30); }

/// Sizes 1..5, noise from next to none to plenty.
inline LinearProblem any_linear() {
  const int dx = *rc::gen::inRange(1, 6), dz = *rc::gen::inRange(1, 6);
  const double noise_var = *rc::gen::element(1e-4, 0.05, 0.5, 1.0, 9.0);
  Rng rng(any_seed());
  return drawn_linear(dx, dz, noise_var, rng);
}

inline VaeProblem<double> drawn_vae(const VaeSizes& s, Reconstruction recon, double beta_kl, double gain, Rng& rng) {
  VaeProblem<double> out;
  out.sizes = s;
  out.recon = recon;
  out.beta_kl = beta_kl;
  const int sizes[] = {s.hidden * s.dx, s.hidden, s.dz * s.encoded(), s.dz, s.dz * s.encoded(), s.dz,
                       s.hidden * s.dz, s.hidden, s.dx * s.decoded(), s.dx};
  for (std::size_t k = 0; k < 10; ++k) *out.params.lists()[k] = drawn_list(rng, sizes[k], gain);
  out.x = drawn_list(rng, s.batch * s.dx, 1);
  if (recon == Reconstruction::bernoulli)
    for (double& value : out.x) value = rng.uniform();
  out.eps = drawn_list(rng, s.batch * s.dz, 1);
  return out;
}

/// Sizes 1..4, with and without hidden layers, of both kinds, from small weights to saturating ones.
inline VaeProblem<double> any_vae() {
  const VaeSizes sizes{*rc::gen::inRange(1, 5), *rc::gen::inRange(1, 4), *rc::gen::element(0, 1, 3),
                       *rc::gen::inRange(1, 4)};
  const auto recon = *rc::gen::element(Reconstruction::gaussian, Reconstruction::bernoulli);
  const double beta = *rc::gen::element(0.0, 1.0, 4.0), gain = *rc::gen::element(0.1, 0.7, 1.5);
  Rng rng(any_seed());
  return drawn_vae(sizes, recon, beta, gain, rng);
}

using Complex = std::complex<double>;
/// Far below rounding of any value, far above underflow.
inline constexpr double kComplexStep = 1e-60;

inline std::vector<Complex> complexified(const std::vector<double>& values) { return {values.begin(), values.end()}; }

inline VaeProblem<Complex> complexified(const VaeProblem<double>& problem) {
  VaeProblem<Complex> out;
  out.sizes = problem.sizes;
  out.recon = problem.recon;
  out.beta_kl = problem.beta_kl;
  for (std::size_t k = 0; k < 10; ++k) *out.params.lists()[k] = complexified(*problem.params.lists()[k]);
  out.x = complexified(problem.x);
  out.eps = complexified(problem.eps);
  return out;
}

/// max(1, max |b|): what the tolerances of a list are relative to.
inline double scale_of(const std::vector<double>& list) {
  double scale = 1;
  for (const double value : list) scale = std::max(scale, std::abs(value));
  return scale;
}

}  // namespace proofground::vae
