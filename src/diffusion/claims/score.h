// Remark 2. The best prediction of the noise is the score, and Tweedie's formula recovers x_0 from it.
//
//   eps*           = -sqrt(1 - alpha_bar_t) grad log q_t
//   E[x_0 | x_t]   = (x_t + (1 - alpha_bar_t) grad log q_t) / sqrt(alpha_bar_t)                Tweedie
//
//   d log q / dx_c = Im log q(x + i h e_c) / h     complex step: exact to rounding for h = 1e-100
//
// At places drawn from q(x_t), what the oracle returns (eigenvectors of the covariances, responsibilities) is compared
// with a complex step through a separate log q_t (Cholesky factors in complex numbers).
//
// Checks, the worst over places and coordinates:
//   density  log q_t
//   score    grad log q_t, in units of its larger terms
//   noise    eps*, likewise
//   tweedie  both sides times sqrt(alpha_bar_t), so that nothing is divided by a number that may be 0
//
// Broken: the score has the opposite sign.
//
// Vacuous: "no-noise"; "no-signal" if alpha_bar_t is below 1e-290.
//
// Cost: O(places k d^4).
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ScorePicture> check_score(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                  const Mistake& mistake);

}  // namespace proofground::diffusion
