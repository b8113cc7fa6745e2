// 4d. The divergence of a step is a weighted noise error, if p has the variance beta~_t too.
//
//   KL(q(x_{t-1} | x_t, x_0) || p(x_{t-1} | x_t)) = |difference of means|^2 / (2 beta~_t)
//                                                 = w_t |eps - eps_theta|^2
//   difference of means = beta_t / sqrt(alpha_t (1 - alpha_bar_t)) (eps - eps_theta), up to its sign
//   w_t                 = beta_t^2 / (2 beta~_t alpha_t (1 - alpha_bar_t))
//
// Both Gaussians have one covariance, so nothing else of the general formula is left: the "const" of the text is 0.
//
// Checks, the worst over t = 2..T at the point shown and at two more that are drawn. q is computed from the betas alone, by
// completing the square; p and the weights are those of the schedule, so that wrong ones cannot agree with one another:
//   kl-means  the general formula (Cholesky factors of full matrices) against the means, that of q by the schedule's coefficients
//   kl-noise  the general formula against w_t |eps - eps_theta|^2; both in units of the divergence plus d
//   weight    w_t against the formula above, from the betas
//   first     w_1 is infinite, and the step t = 1 is left out as in the text
//   total     z-score: the terms of the whole bound add up to what it is along drawn paths (bound.h); left out where rounding
//             of x_0 would hide a step
//
// Not seen: kl-means and kl-noise are about three x_0, eps and guesses; total notices what is beyond its standard error.
//
// Broken:
//   plain             the variance of p is 2 beta~_t; the const is then d/2 (log 2 - 1/2)
//   beta              w_t has beta_t for beta~_t
//   half              w_t without its one half
//   alpha             w_t has alpha_t for alpha_bar_t
//   forward-variance  hypothesis: the variance of p is beta_t, not that of q, so that the const is not 0
//
// Vacuous: "no-noise"; "one-step" if T = 1; "no-difference".
//
// Cost: O(T d^3) and 2e6 normals.
#pragma once

#include "core/check.h"
#include "core/mistake.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<DivergencePicture> check_noise_mse(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake);

}  // namespace proofground::diffusion
