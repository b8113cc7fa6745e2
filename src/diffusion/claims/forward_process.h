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
//   prior   KL(q(x_T | x_0) || N(0, I)) in closed form against the general formula
// of particles that took t single steps:
//   mean    z-score, worst coordinate
//   spread  z-score, all coordinates together
//   law     Kolmogorov's distance of z = (x_t - m_t x_0) / sqrt(v_t) from N(0, I): the largest of |z|^2, the coordinates and their sum
//   across  z-score of the products of two coordinates, the worst pair; d >= 2
//   jump    the distance of law, of particles that took the closed form's one step
// of the noise of the step from t - 1, (x_t - sqrt(1 - beta_t) x_{t-1}) / sqrt(beta_t):
//   fresh   the worst z-score: neither it nor its size goes with where x_{t-1} is, or how far out; t >= 2
//   normal  the distance of law
//
// The particles are left out where rounding of x_0 would hide the noise, the step's noise likewise.
//
// Not seen: a part of the distributions that 2000 particles do not show; what only shows in several coordinates, or in several
// steps before t, together. The betas are taken as they are.
//
// Broken:
//   plain       a step does not shrink, x_t = x_{t-1} + sqrt(beta_t) eps_t, so that m_t stays 1
//   alpha       the closed form has alpha_t for alpha_bar_t
//   root        the noise is beta_t eps_t: a variance taken for a standard deviation
//   same-noise  hypothesis: one eps for all steps. Not the variances then add but the standard deviations
//   one-noise   hypothesis: one number for all coordinates. The covariance is then not a multiple of I
//
// Vacuous: "no-noise"; "no-difference".
//
// Cost: up to 6e6 normals.
#pragma once

#include <vector>

#include "core/check.h"
#include "core/mistake.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ForwardPicture> check_forward_process(const Mixture& data, const Schedule& schedule,
                                              const ClaimOptions& options, const Mistake& mistake);

/// The checks mean, spread, law and across of particles that are claimed to be independent draws of N(mean, variance I).
/// @param x (n x d) @param mean (d) @param variance > 0
std::vector<Check> check_particles(const std::vector<double>& x, const std::vector<double>& mean, double variance);

/// The checks fresh (t >= 2) and normal of the step that leads from `before` to `x`. Each of fresh and normal is left out
/// where rounding hides what it is about.
/// @param before, x (n x d) @param mean (d), variance: of `before`
std::vector<Check> check_fresh_noise(const std::vector<double>& before, const std::vector<double>& x, double beta,
                                     const std::vector<double>& mean, double variance);

}  // namespace proofground::diffusion
