// 4d. KL(q(x_{t-1} | x_t, x_0) || p(x_{t-1} | x_t)) = w_t |eps - eps_theta|^2, when p has the variance beta~_t too.
//
// Both Gaussians then have one covariance, and the general formula leaves |difference of means|^2 / (2 beta~_t): the
// "const" of the text is 0. With both means in the noise form the difference is beta_t / sqrt(alpha_t (1 -
// alpha_bar_t)) times that of the noises. Checks, the worst over t = 2..T at the point shown: kl-means: the general
// formula (Cholesky factors of full matrices) against the means; kl-noise: against w_t |eps - eps_theta|^2, both in
// units of the divergence plus d; weight: w_t against beta_t^2 / (2 beta~_t alpha_t (1 - alpha_bar_t)); first: w_1 is
// infinite, and the step t = 1 left out as in the text. Broken: p's variance is twice beta~_t; the const is then d/2
// (log 2 - 1/2). Vacuous: "no-noise"; "one-step" when T = 1. Cost: O(T d^3).
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<DivergencePicture> check_noise_mse(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           bool broken);

}  // namespace proofground::diffusion
