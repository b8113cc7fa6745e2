// Remark 1. L_simple must noise x_0 with sqrt(alpha_bar_t); it is printed with sqrt(alpha_t), which is what one step
// does, not t.
//
// E|x_t|^2 of the chain follows from the data's alone: s_t = (1 - beta_t) s_{t-1} + d beta_t. Checks: second: the worst
// relative difference over t of alpha_bar_t E|x_0|^2 + d (1 - alpha_bar_t) from it; walked: the z-score of |x_T|^2 over
// particles that have walked from drawn x_0. Broken: as printed. Data of unit variance then have the variance
// alpha_T + 1 - alpha_bar_T at T, nearly 2. That L_simple trains better than the weights w_t is an experience, not a
// statement: nothing here checks it. Vacuous: "no-noise"; "one-step" when T = 1, where both are the same; "no-signal"
// when every x_0 is 0. Cost: up to 4e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SimpleLossPicture> check_simple_loss(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                             bool broken);

}  // namespace proofground::diffusion
