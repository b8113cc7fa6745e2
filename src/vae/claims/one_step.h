// 4v4. A VAE with one latent is a diffusion of one step: the same bound by two programmes (one_step_bounds.h).
//
//   E -log p(x_0 | z) + E KL(q(z | x_0) || N(0, 1))  =  NELBO at T = 1  >=  H(q(x_0))
//
// Checks:
//   both-reconstruction, both-prior, both-total   the VAE's term against the diffusion's
//   sums            each total is the sum of its terms
//   reconstruction  both against 1/2 log(2 pi e v), v = E x_0^2 - E E[x_0 | z]^2 by the law of total variance; the mean from the score of
//                   q(z), by a complex step (Tweedie's formula)
//   prior           both against sums of log q(z | x_0) - log p(z) over x_0 and z
//   decoder-var     s^2 in units of v
//   entropy         H against another sum
//   drawn-reconstruction, drawn-prior, drawn-total   z-scores of both: means over drawn x_0 and z of the log densities themselves;
//                  half of the draws are from between the modes, with weights that make up for that
//   bound           no total is below H
//
// Cannot see: decoders that are no Gaussian; how far a trained network is from E[x_0 | z].
//
// Broken: plain        the VAE's reconstruction is a hundredth of 1 + its size too large
//         no-variance  the VAE's reconstruction is 1/2 (x_0 - E[x_0 | z])^2
//         one-point    its KL is that of the one point E x_0 = 0
//         sigma        its KL takes the encoder's deviation for the log of its variance
//         no-draw      it decodes the encoder's mean in place of a draw
//         no-prior     its KL is left out: an autoencoder
//         beta         the diffusion's reconstruction has the variance beta_1, not the best
//
// Vacuous: "no-difference" only.
#pragma once

#include "vae/claims/claims.h"

namespace proofground::vae {

/// @throws InvalidArgument  numbers of the data that are out of range; fields modes, modeSd, alphaBar
void require_valid_data(const Problem& problem);

Checked<OneStepPicture> check_one_step(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake);

}  // namespace proofground::vae
