// The negative bound of a VAE with one latent on the line, and that of a diffusion of one step, by a programme each.
//
//   data      x_0 ~ 1/2 N(-m, r^2) + 1/2 N(m, r^2)                    m: modes, r: mode_sd, a: alpha_bar
//   encoder   q(z | x_0) = N(sqrt(a) x_0, 1 - a)        the forward step of a diffusion with beta_1 = 1 - a
//   prior     p(z) = N(0, 1)
//   decoder   p(x_0 | z) = N(E[x_0 | z], s^2),   s^2 = E Var[x_0 | z]: the best one
//   E[x_0|z]  = ((1 - a) m tanh(sqrt(a) m z / S) + sqrt(a) r^2 z) / S,   S = a r^2 + 1 - a
//
//   VAE        E KL(q(z | x_0) || p(z))  by kl.h, on average over x_0;  E -log p(x_0 | z)  by sums over x_0 and eps
//   diffusion  nelbo.h at T = 1: its prior term, and term 1, from the variance of x_0 given x_1
//
// There is no term between the two: beta~_1 is 0, q(x_0 | x_1, x_0) is the point x_0, and the first step of the chain is its
// reconstruction. beta~_1 cannot be the decoder's variance either.
//
// Source: the assignment's problem 4 (d); Kingma et al., "Variational diffusion models" (2021), section 3.
//
// Data on the line only.
#pragma once

#include "vae/claims/claims.h"

namespace proofground::vae {

/// The encoder's and the decoder's numbers.
struct OneStepModel {
  double modes, mode_sd, alpha_bar, noise;  ///< noise = 1 - alpha_bar

  explicit OneStepModel(const Problem& problem);
  [[nodiscard]] double spread2() const;  ///< S
  [[nodiscard]] double decode(double z) const;
};

/// What the VAE's programme adds up.
/// @param log_var of the encoder
double mean_kl(const OneStepModel& model, double log_var);
/// E (x_0 - E[x_0 | z])^2. @param drawn z is drawn from the encoder; else it is the encoder's mean
double mean_square_error(const OneStepModel& model, bool drawn);
/// -log N(x; mean, var) on average, of the mean square (x - mean)^2.
double expected_nll(double square, double var);

OneStep one_step_bounds(const Problem& problem);

/// The diffusion's reconstruction with the variance beta_1 in place of the best.
double reconstruction_with_beta(const Problem& problem);

}  // namespace proofground::vae
