// The bridge. From the one-step VAE, T = 1, to a chain of T steps: by how much the exact NELBO misses the entropy of
// the data even with the best possible eps_theta, for three choices of the reverse variance.
//
// The NELBO comes from quadrature (nelbo.h). Checks, z-scores of draws with sigma_t^2 = beta_t: drawn:
// log q(x_{1:T} | x_0) - log p(x_{0:T}) along paths, log densities of the transitions themselves, against the NELBO;
// reconstruction: -log p(x_0 | x_1) against its term; entropy: -log q(x_0) against the entropy. divergence: the gap is
// one, so that none is negative; best: no choice undercuts the best one. Broken: eps_theta is taken to predict eps
// perfectly, so that nothing is lost to the spread of x_0 given x_t. Vacuous: "no-noise"; "no-spread" where that spread
// costs less than 0.1 nats in the first step; "points" where a component is one point (the entropy is -infinity);
// "extent" where T grids and the paths on these data would take more than 2e8 exponentials, or d > 2. Cost: those.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<BridgePicture> check_bridge(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                    bool broken);

}  // namespace proofground::diffusion
