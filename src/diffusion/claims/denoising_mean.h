// 4c. Predicting the noise is predicting x_0.
//
//   x_0^            = (x_t - sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_bar_t)
//   noise form      = (x_t - beta_t eps / sqrt(1 - alpha_bar_t)) / sqrt(alpha_t)
//   posterior form  = mean_xt x_t + mean_x0 x_0^                                    claim: the two forms are equal
//
// No function of x_t predicts eps perfectly, unless x_t determines x_0. The best one is eps* = E[eps | x_t].
//
// Checks, the first two at the point shown and the worst over t, in units of the terms that are added (near T little of
// x_0 is left: x_0^ is large there, and the forms differ by its rounding):
//   forms       the two forms for the guessed noise
//   perfect     with the true noise the noise form is the posterior mean at x_0
//   unbiased    z-score over draws of (x_0, eps) at the t shown: E[eps - eps*] = 0, worst coordinate
//   orthogonal  z-score likewise: E[(eps - eps*) . eps*] = 0
//
// The last two characterise the conditional expectation.
//
// Broken: the noise form without its factor 1 / sqrt(alpha_t).
//
// Vacuous: "no-noise".
//
// Cost: O(T d) and 2000 calls of the oracle.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<MeansPicture> check_denoising_mean(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake);

}  // namespace proofground::diffusion
