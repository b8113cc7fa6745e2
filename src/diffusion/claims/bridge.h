// The bridge: from the one-step VAE, T = 1, to a chain of T steps.
//
//   gap = NELBO - H(q(x_0)) >= 0     with the exact eps*, for the three reverse variances of nelbo.h
//
// The NELBO comes from quadrature (nelbo.h).
//
// Checks:
//   drawn           z-score: log q(x_{1:T} | x_0) - log p(x_{0:T}) along drawn paths, by the log densities of the
//                   transitions themselves, against the NELBO; sigma_t^2 = beta_t here and in the next two
//   reconstruction  z-score: -log p(x_0 | x_1) of draws against term 1
//   entropy         z-score: -log q(x_0) of draws against H(q(x_0))
//   divergence      the gap is a divergence: none is negative
//   best            no choice of the variance has a smaller gap than the best scalar
//
// Broken: eps_theta is taken to predict eps perfectly, so that nothing is lost to the spread of x_0 given x_t.
//
// Vacuous: "no-noise"; "no-spread" if that spread costs less than 0.1 nats in the first step; "points" if a component
// is one point (the entropy is -infinity); "extent" if T grids and the paths on these data would take more than 2e8
// exponentials, or d > 2.
//
// Cost: those exponentials.
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<BridgePicture> check_bridge(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                    const Mistake& mistake);

}  // namespace proofground::diffusion
