// Remark 2. The best prediction of the noise is the score, and Tweedie's formula recovers x_0 from it.
//
//   eps*           = -sqrt(1 - alpha_bar_t) grad log q_t
//   E[x_0 | x_t]   = (x_t + (1 - alpha_bar_t) grad log q_t) / sqrt(alpha_bar_t)                Tweedie
//
//   d log q / dx_c = Im log q(x + i h e_c) / h     complex step: exact to rounding for h = 1e-100
//
// At places drawn from q(x_t), what the oracle returns (eigenvectors of the covariances, responsibilities), and where
// Tweedie's formula leads from its score, is compared with the mixture and the chain computed anew (recomputed_mixture.h).
//
// Checks, the worst over places and coordinates:
//   density  log q_t
//   score    grad log q_t against the complex step, in units of its larger terms
//   noise    eps* against -sqrt(1 - alpha_bar_t) times the complex step, likewise
//   mean     E[x_0 | x_t] against the recomputed mixture's
//   tweedie  the point of Tweedie's formula against that mean, both times sqrt(alpha_bar_t): nothing is divided by a number
//            that may be 0
//
// Broken:
//   plain    the score has the opposite sign
//   factor   -eps* is taken for the score: 1 / sqrt(1 - alpha_bar_t) is forgotten
//   root     Tweedie's formula without dividing by sqrt(alpha_bar_t)
//   alpha    Tweedie's formula with 1 - alpha_t in place of 1 - alpha_bar_t
//
// Cannot see: places far from the data, where none was drawn; other steps than t; how good a trained network is.
//
// Vacuous: "no-noise"; "no-signal" if alpha_bar_t is below 1e-290; "no-difference" if the mistake moves no arrow by more
// than rounding (alpha at t = 1, factor where 1 - alpha_bar_t is 1).
//
// Cost: O(places k d^3).
#pragma once

#include <vector>

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<ScorePicture> check_score(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                  const Mistake& mistake);

/// What is judged: places x_t, what the oracle says of them, and where Tweedie's formula leads.
struct ScoreAnswer {
  std::vector<double> x;  ///< (m x d)
  Denoised at;
  std::vector<double> tweedie;  ///< (m x d)
};

/// The checks. @param alpha_bar, noise of step t, recomputed
std::vector<Check> judge_score(const Mixture& data, double alpha_bar, double noise, const ScoreAnswer& answer);

}  // namespace proofground::diffusion
