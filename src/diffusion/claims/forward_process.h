// 4a. q(x_t | x_0) = N(sqrt(alpha_bar_t) x_0, (1 - alpha_bar_t) I): t small steps are one large one.
//
// Unrolling x_t = sqrt(1 - beta_t) x_{t-1} + sqrt(beta_t) eps_t gives the mean m_t x_0 and, as the eps_t are
// independent, the variance v_t:
//
//   m_t = sqrt(1 - beta_t) m_{t-1},        m_0 = 1
//   v_t = (1 - beta_t) v_{t-1} + beta_t,   v_0 = 0
//
// Checks, the first three relative and the worst over t:
//   signal  sqrt(alpha_bar_t) against m_t
//   noise   1 - alpha_bar_t against v_t
//   steps   alpha_t and the fields of t - 1 likewise
//   mean    z-score of particles that took t single steps, worst coordinate
//   spread  z-score of the same particles, all coordinates together
//   prior   KL(q(x_T | x_0) || N(0, I)) in closed form against the general formula
//
// mean and spread are left out where rounding of x_0 would hide the noise.
//
// Broken: a step does not shrink, x_t = x_{t-1} + sqrt(beta_t) eps_t, so that m_t stays 1.
//
// Vacuous: "no-noise".
//
// Cost: up to 4e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ForwardPicture> check_forward_process(const Mixture& data, const Schedule& schedule,
                                              const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::diffusion
