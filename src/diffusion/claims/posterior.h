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
// and at the t shown, if t >= 2, in every coordinate, from the two densities alone: their product is evaluated, searched for its
// top, and normalised on a grid, without completing a square
//   grid-mean, -variance    its moments
//   grid-density            half the integral of its difference from the claimed density
// The grid is left out if x_t is more than 1000 standard deviations from where x_0 could have led.
//
// Not seen: a dependence between coordinates. Every coordinate is looked at by itself.
//
// Broken, at every t >= 2:
//   plain  x_0 is forgotten: beta~ = beta_t / alpha_t and mean x_t / sqrt(alpha_t), the likelihood alone
//   swap   the two coefficients of the mean are exchanged
//   beta   the variance is beta_t
//   index  q(x_t | x_0) for q(x_{t-1} | x_0): alpha_bar_t for alpha_bar_{t-1} in all three lines
//
// Vacuous: "no-noise"; "one-step" if T = 1; "no-difference".
//
// Cost: O(T + d).
#pragma once

#include <functional>

#include "core/check.h"
#include "core/mistake.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<PosteriorPicture> check_posterior(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                          const Mistake& mistake);

/// A density on the line that was normalised and measured.
struct Measured {
  double mean = 0, variance = 0;
  double apart = 0;  ///< half the integral of |density - N(claimed mean, claimed variance)|
};

/// @param log_density up to a constant; concave, with its top in low..high, and everywhere finite
Measured measure_density(const std::function<double(double)>& log_density, double low, double high, double claimed_mean,
                         double claimed_variance);

}  // namespace proofground::diffusion
