// 4a. q(x_t | x_0) = N(sqrt(alpha_bar_t) x_0, (1 - alpha_bar_t) I): t small steps are one large one.
//
// Unrolling x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) eps_t gives a mean m_t x_0 with m_t = sqrt(1 - beta_t)
// m_{t-1} and, as the eps are independent, a variance v_t = (1 - beta_t) v_{t-1} + beta_t. Checks, relative and the
// worst over all t: signal: sqrt(alpha_bar_t) against m_t; noise: 1 - alpha_bar_t against v_t; steps: alpha_t and the
// fields of t - 1 likewise. z-scores of particles that have really walked to t, left out where rounding of x_0 would
// hide the noise: mean, worst coordinate; spread, all coordinates together. prior: KL(q(x_T | x_0) || N(0, I)) in
// closed form against the general formula. Broken: the walk forgets to shrink, x_t = x_{t-1} + sqrt(beta_t) eps_t, so
// that m_t stays 1. Vacuous: "no-noise". Cost: up to 4e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ForwardPicture> check_forward_process(const Mixture& data, const Schedule& schedule,
                                              const ClaimOptions& options, bool broken);

}  // namespace proofground::diffusion
