// The bridge: from the one-step VAE, T = 1, to a chain of T steps.
//
//   gap = NELBO - H(q(x_0)) >= 0     with the exact eps*, for the three reverse variances of nelbo.h
//
// What is judged are the three NELBOs of nelbo.h, term by term: from quadrature with the oracle's covariances.
//
// Checks, from the betas and the mixture alone (recomputed_chain.h, recomputed_mixture.h):
//   drawn           z-score: log q(x_{1:T} | x_0) - log p(x_{0:T}) along drawn paths, by the log densities of the
//                   transitions themselves, against the NELBO; sigma_t^2 = beta_t here and in the next
//   reconstruction  z-score: -log p(x_0 | x_1) of draws against term 1
//   entropy         z-score: -log q(x_0) of draws against H(q(x_0))
//   integral        H(q(x_0)) against another quadrature
//   prior           KL to N(0, I) against the general formula, relative to itself; a series where alpha_bar_T is small
//   terms           terms 1 to T of all three, relative to 1, H and the term, against those with v_t from the score,
//                       v_t = (1 - alpha_bar_t) / alpha_bar_t (d - (1 - alpha_bar_t) E|grad log q_t|^2)
//                   which Tweedie's formula and the law of total variance give. Where quadrature for every t would take
//                   more than 2e7 exponentials: t = 1 and powers of 2 until these are spent; of other t, that the three
//                   terms have one v_t, and that it lies between those (it grows with t)
//   sum             each NELBO is the sum of its parts
//   divergence      the gap is a divergence: none is negative
//   best            no choice of the variance has a smaller gap than the best scalar
//
// Broken, the NELBO with sigma_t^2 = beta_t:
//   plain         eps_theta is taken to predict eps perfectly: nothing is lost to the spread of x_0 given x_t
//   no-prior      the prior term is forgotten
//   no-first      the term of t = 1 is forgotten
//   entropy-sign  H is added in place of subtracted
//   one-point     no mean over the data: v_t at the one place sqrt(alpha_bar_t) E x_0, and |E x_0|^2 for E|x_0|^2
//
// Cannot see: how far a trained network is from eps*; reverse chains with more than one number for a variance; where quadrature
// is not for every t, a v_t that is wrong within its limits by less than the paths notice.
//
// Vacuous: "no-noise"; "no-spread" if the spread of x_0 costs less than 0.1 nats in the first step; "points" if a component
// is one point (the entropy is -infinity); "extent" if T grids and the paths on these data would take more than 2e8
// exponentials, or d > 2; "no-difference" if the mistake changes no part by more than rounding.
//
// Cost: those exponentials.
#pragma once

#include <cstdint>
#include <vector>

#include "core/check.h"
#include "core/running_stats.h"
#include "diffusion/claims/claims.h"
#include "diffusion/nelbo.h"

namespace proofground::diffusion {

Checked<BridgePicture> check_bridge(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                    const Mistake& mistake);

/// What is judged: the NELBO of each reverse variance.
struct BridgeAnswer {
  Nelbo posterior, forward, best;
};

/// What the solver says. @param x0_variance (T) v_t
BridgeAnswer bridge_answer(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance);

/// -log p(x_0 | x_1) and -log q(x_0) of draws, and the NELBO along drawn paths.
struct BridgeDraws {
  RunningStats nelbo, entropy, reconstruction;
};

/// The model p has the certificate's coefficients and its eps*.
BridgeDraws bridge_draws(const Mixture& data, const Oracle& oracle, const Schedule& schedule, std::uint64_t seed);

/// The checks.
std::vector<Check> judge_bridge(const Mixture& data, const Schedule& schedule, const BridgeAnswer& answer,
                                const BridgeDraws& draws);

}  // namespace proofground::diffusion
