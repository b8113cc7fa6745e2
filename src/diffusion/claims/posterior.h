// 4b. q(x_{t-1} | x_t, x_0) = N(mean_xt x_t + mean_x0 x_0, beta~_t I).
//
// By Bayes' rule it is proportional to q(x_t | x_{t-1}) q(x_{t-1} | x_0), two Gaussians in x_{t-1}: precisions add, and
// the mean is the precision-weighted one.
//
//   1 / beta~_t = alpha_t / beta_t + 1 / (1 - alpha_bar_{t-1})
//   mean_xt     = beta~_t sqrt(alpha_t) / beta_t
//   mean_x0     = beta~_t sqrt(alpha_bar_{t-1}) / (1 - alpha_bar_{t-1})
//
// Checks, the first three the worst over t = 2..T:
//   precision               1 / beta~_t against the first line
//   mean-xt, mean-x0        the coefficients against the other two lines
//   first                   at t = 1 a point mass at x_0, whose numbers are 0, 0, 1 exactly
//   grid-mean, -variance    at the t shown, if t >= 2, in every coordinate: moments of the product of the two
//                           densities on a grid, without the formulas; left out if x_t is more than 1000 standard
//                           deviations from where x_0 could have led
//
// Broken: x_0 is forgotten: beta~ = beta_t / alpha_t and mean x_t / sqrt(alpha_t), the likelihood alone.
//
// Vacuous: "no-noise"; "one-step" if T = 1.
//
// Cost: O(T + d).
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<PosteriorPicture> check_posterior(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                          const Mistake& mistake);

}  // namespace proofground::diffusion
