// 4b. q(x_{t-1} | x_t, x_0) is N(mean_xt x_t + mean_x0 x_0, beta~_t I).
//
// By Bayes' rule it is proportional to q(x_t | x_{t-1}) q(x_{t-1} | x_0), two Gaussians in x_{t-1}: precisions add, and
// the mean is the precision-weighted one. Checks, the worst over t = 2..T: precision: 1 / beta~_t against
// alpha_t / beta_t + 1 / (1 - alpha_bar_{t-1}); mean-xt and mean-x0: the coefficients against beta~_t times
// sqrt(alpha_t) / beta_t and sqrt(alpha_bar_{t-1}) / (1 - alpha_bar_{t-1}); first: at t = 1 a point mass at x_0, whose
// numbers are 0, 0, 1 exactly. At the t shown, where t >= 2, in every coordinate: grid-mean, grid-variance: moments of
// the product of the two densities on a grid that knows nothing of the formulas; left out where x_t is more than 1000
// standard deviations from where x_0 could have sent it. Broken: x_0 is forgotten, beta~ = beta_t / alpha_t and mean
// x_t / sqrt(alpha_t), the likelihood alone. Vacuous: "no-noise"; "one-step" when T = 1. Cost: O(T + d).
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<PosteriorPicture> check_posterior(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                          bool broken);

}  // namespace proofground::diffusion
