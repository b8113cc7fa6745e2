// Remark 3. The ancestral sampler (with noise) and the probability flow (DDIM, without) reach the same distribution as
// the steps become many, although their paths differ.
//
// On N(m, v) data, those of the mixture's first coordinate, eps* is affine and so is each step down: mean and variance
// of x_{t-1} follow from those of x_t exactly. Both start from q(x_T); the chain of T steps is thinned to T/2, T/4 and
// T/8. Checks: meet: the difference of the two at T steps over that at T/8 (1/8 for methods of first order, 1/2
// allowed); arrive: the worse one's distance from the data at T over that at T/8 likewise; drawn: z-scores of the mean
// and the variance of particles that the ancestral sampler has carried down. Broken: it forgets its noise, but keeps
// its mean, and its variance falls short however many steps it takes. Vacuous: "no-noise"; "few-steps" when T < 16;
// "no-spread" when v = 0. Cost: up to 1e6 normals.
#pragma once

#include "core/measure.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        bool broken);

}  // namespace proofground::diffusion
