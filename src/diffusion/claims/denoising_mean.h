// 4c. Predicting the noise is predicting x_0: (x_t - beta_t eps / sqrt(1 - alpha_bar_t)) / sqrt(alpha_t) is the
// posterior mean at x_0^ = (x_t - sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_bar_t).
//
// Checks, at the point shown and the worst over t, in units of the terms that are added (x_0^ is large near T, where
// little of x_0 is left, and the two forms differ by its rounding): forms: the two means for the guessed noise;
// perfect: with the true noise the noise form is the posterior mean at x_0. What cannot be had is a function of x_t
// that predicts eps perfectly, unless x_t determines x_0: the best one is eps* = E[eps | x_t]. z-scores over draws of
// (x_0, eps) at the t shown: unbiased, orthogonal: eps - eps* times 1, worst coordinate, and times eps* have mean 0,
// which characterises the conditional expectation. Broken: the noise form without 1 / sqrt(1 - beta_t). Vacuous:
// "no-noise". Cost: O(T d) and 2000 calls of the oracle.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<MeansPicture> check_denoising_mean(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           bool broken);

}  // namespace proofground::diffusion
