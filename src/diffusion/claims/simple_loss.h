// Remark 1. L_simple must noise x_0 with sqrt(alpha_bar_t). It is printed with sqrt(alpha_t), which belongs to one
// step.
//
//   s_t = E|x_t|^2 = (1 - beta_t) s_{t-1} + d beta_t          of the chain
//       = alpha_bar_t E|x_0|^2 + d (1 - alpha_bar_t)          in closed form
//
// Checks:
//   second  the worst relative difference of the two lines over t
//   walked  z-score of |x_T|^2 over particles that took T single steps from drawn x_0
//
// Broken: alpha_t in place of alpha_bar_t in the first term, as printed. Data of unit variance then have the variance
// alpha_T + 1 - alpha_bar_T at T, nearly 2.
//
// Not checked: that L_simple trains better than the weights w_t. That is an experience, not a statement.
//
// Vacuous: "no-noise"; "one-step" if T = 1, where both are the same; "no-signal" if every x_0 is 0.
//
// Cost: up to 4e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SimpleLossPicture> check_simple_loss(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                             const Mistake& mistake);

}  // namespace proofground::diffusion
