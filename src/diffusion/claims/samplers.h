// Remark 3. The ancestral sampler (with noise) and the probability flow (DDIM, without) reach the same distribution as
// the steps become many, although their paths differ.
//
// On N(m, v) data, those of the mixture's first coordinate, eps* is affine and so is each step down: mean and variance
// of x_{t-1} follow from those of x_t exactly. Both start from q(x_T); the chain of T steps is thinned to T/2, T/4 and
// T/8. Checks: meet: the difference of the two at T steps against 3/4 of the largest one at fewer (a method of first
// order halves it when the steps are doubled); arrive: likewise the worse one's distance from the data; drawn-mean,
// drawn-variance: z-scores of particles that the ancestral sampler has carried down. Broken: it forgets its noise, but
// keeps its mean, and its variance falls short however many steps it takes. Vacuous: "no-noise"; "few-steps" when
// T < 16; "no-spread" when v = 0; "uneven-steps" when a beta is smaller than the one before it; "coarse-steps" when
// more steps are no finer or not fine: with S_t = alpha_bar_t v + 1 - alpha_bar_t, the largest beta_t / S_t times the
// share of the signal in S_{t-1} must be at most 0.1, and at least 1.5 times as large at T/2 steps. Cost: up to 1e6
// normals.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        bool broken);

}  // namespace proofground::diffusion
