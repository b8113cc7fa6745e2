// 4c. Predicting the noise is predicting x_0.
//
//   x_0^            = (x_t - sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_bar_t)
//   noise form      = (x_t - beta_t eps / sqrt(1 - alpha_bar_t)) / sqrt(alpha_t)
//   posterior form  = mean_xt x_t + mean_x0 x_0^                                    claim: the two forms are equal
//
// No function of x_t predicts eps perfectly, unless x_t determines x_0. The best one is eps* = E[eps | x_t], with the error
//
//   floor = E|eps - eps*|^2 = d - (1 - alpha_bar_t) E|grad log q(x_t)|^2
//
// Checks, the first two at the point shown and at two more that are drawn, and the worst over t, in units of the terms that are added
// (near T little of x_0 is left: x_0^ is large there, and the forms differ by its rounding); x_t is that of the betas alone:
//   forms       the two forms for the guessed noise
//   perfect     with the true noise the noise form is the posterior mean at x_0, by completing the square with the betas alone
// and of a function f that is claimed to be eps*, at the t shown, over draws of (x_0, eps) by alpha_bar_t from the betas alone:
//   orthogonal  E[(eps - f) . h(x_t)] = 0 for many h, the worst z-score: each coordinate alone, y, |y|^2 y, f, and the sine and the
//               cosine of k . y in three random directions of three lengths; y is x_t standardised. f = 0 and the best affine f
//               pass h = f, and no other
//   score       f against -sqrt(1 - alpha_bar_t) grad log q, by complex steps of the density, worst of the places
//   floor       z-score of |eps - f|^2 - |eps|^2 against -(1 - alpha_bar_t) |grad log q|^2 at the same draws
//   floor-grid  the same against the integral of the latter; d <= 2, where the grid is small, and not where rare places decide (a
//               kurtosis of |grad log q|^2 above 40): draws that miss them say nothing of the integral
//
// Of a Gaussian the affine function is the best, so nothing can tell the two apart there.
//
// Not seen: an f that is wrong only where none of the draws falls; a floor at other steps than the one shown.
//
// Broken:
//   plain    the noise form without its factor 1 / sqrt(alpha_t)
//   alpha    alpha_t for alpha_bar_t in the noise form
//   no-root  1 - alpha_bar_t for its root in the noise form
//   x0-root  x_0^ is divided by alpha_bar_t, not by its root
//   score    f is the score: not multiplied by -sqrt(1 - alpha_bar_t)
//   affine   f is the best affine function: the data are taken for one Gaussian
//   exact    hypothesis: f is eps itself, as if x_t determined it
//
// Vacuous: "no-noise"; "no-difference".
//
// Cost: O(T d), 2000 calls of the oracle, and 1e6 terms of the density for complex numbers.
#pragma once

#include "core/check.h"
#include "core/mistake.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<MeansPicture> check_denoising_mean(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake);

}  // namespace proofground::diffusion
