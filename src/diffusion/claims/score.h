// Remark 2. The best prediction of the noise is the score: eps* = -sqrt(1 - alpha_bar_t) grad log q_t, and Tweedie's
// formula (x + (1 - alpha_bar_t) grad log q_t) / sqrt(alpha_bar_t) = E[x_0 | x_t] brings x_0 back.
//
// At places drawn from q(x_t), the oracle's answers (eigenvectors of the covariances, responsibilities) against a
// complex step through a log q_t of its own (Cholesky factors in complex numbers): log q(x + i h e_c) has the imaginary
// part h d log q / dx_c, exact to rounding for h = 1e-100. Checks, the worst over places and coordinates: density: log
// q_t; score; noise: eps*, both in units of their larger terms; tweedie: both sides times sqrt(alpha_bar_t), so that
// nothing is divided by what may be 0. Broken: the score points the other way. Vacuous: "no-noise"; "no-signal" when
// alpha_bar_t is below 1e-290. Cost: O(places k d^4).
#pragma once

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ScorePicture> check_score(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                  bool broken);

}  // namespace proofground::diffusion
