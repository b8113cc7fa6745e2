// Remark 3. The ancestral sampler (with noise) and the probability flow (DDIM, without noise) reach the same
// distribution as the number of steps grows, although their paths differ.
//
// On N(m, v) data, those of the mixture's first coordinate, eps* is affine and so is each step down: mean and variance
// of x_{t-1} follow from those of x_t exactly. Both samplers start from q(x_T). The chain of T steps is thinned to T/2,
// T/4 and T/8.
//
// Checks:
//   meet            the difference of the two at T steps against 3/4 of the largest one at fewer steps (a method of
//                   first order halves it when the number of steps is doubled)
//   arrive          likewise, the larger of the two distances from the data
//   drawn-mean      z-score of particles that the ancestral sampler has carried down
//   drawn-variance  z-score of the same particles
//
// Broken: the ancestral sampler adds no noise but keeps its mean: its variance is too small however many steps it
// takes.
//
// Vacuous: "no-noise"; "few-steps" if T < 16; "no-spread" if v = 0; "uneven-steps" if a beta is smaller than the one
// before it; "coarse-steps" if the steps are not small, or are not smaller when there are more of them: with S_t =
// alpha_bar_t v + 1 - alpha_bar_t, the largest beta_t / S_t times the share of the signal in S_{t-1} must be at most
// 0.1, and at least 1.5 times as large at T/2 steps.
//
// Cost: up to 1e6 normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const Mistake& mistake);

}  // namespace proofground::diffusion
