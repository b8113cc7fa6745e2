// Remark 1. L_simple must noise x_0 with sqrt(alpha_bar_t). It is printed with sqrt(alpha_t), which belongs to one
// step.
//
//   s_t = E|x_t|^2 = (1 - beta_t) s_{t-1} + d beta_t          of the chain
//       = alpha_bar_t E|x_0|^2 + d (1 - alpha_bar_t)          of sqrt(alpha_bar_t) x_0 + sqrt(1 - alpha_bar_t) eps
//
// Checks:
//   second  the worst relative difference of the two lines over t, for the data and for x_0 = 0. One alone could be kept by a wrong
//           alpha_bar: E|x_0|^2 = d stays whatever alpha_bar is
//   walked  z-score of |x_T|^2 over particles that took T single steps from drawn x_0
//
// The chain's line and the particles know the betas and the mixture only, not the schedule's alpha_bar nor the oracle.
//
// Broken, the second line is that of another noisy input:
//   plain  sqrt(alpha_t) x_0, as printed: data of unit variance then have the variance alpha_T + 1 - alpha_bar_T at T,
//          nearly 2 where beta_T is small. The excess alpha_t - alpha_bar_t does not grow all the way: with the text's
//          schedule it is largest at t = 814, and where beta_T is nearly 1 little of it is left at T.
//   root   alpha_bar_t x_0: the root is forgotten
//   index  alpha_bar_{t-1} for alpha_bar_t: steps counted from 0
//   step   sqrt(beta_t) eps: the noise of one step for that of all
//
// Cannot see: more than the size of x_t (4a has its mean and its distribution); the weights w_t, which are drawn beside
// (4d); that L_simple trains better than the weights w_t: an experience, not a statement.
//
// Vacuous: "no-noise"; "one-step" if T = 1, where printed and right are the same; "no-signal" if every x_0 is 0;
// "no-difference" if the mistake changes s_t by no more than rounding (x_0 next to 0).
//
// Cost: up to 4e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SimpleLossPicture> check_simple_loss(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                             const Mistake& mistake);

}  // namespace proofground::diffusion
