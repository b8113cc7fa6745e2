// The chain recomputed from its betas alone, by its definition, step by step: every check starts from it.
//
//   alpha_bar_t = (1 - beta_t) alpha_bar_{t-1},        alpha_bar_0 = 1
//   v_t         = (1 - beta_t) v_{t-1} + beta_t,       v_0 = 0              (= 1 - alpha_bar_t)
//
// All terms of both are positive: nothing cancels, and T steps cost at most T units in the last place.
#pragma once

#include <string>
#include <vector>

#include "diffusion/schedule.h"

namespace proofground::diffusion {

struct RecomputedChain {
  std::vector<double> alpha_bar;  ///< (T + 1) from t = 0
  std::vector<double> noise;      ///< (T + 1) v_t from t = 0
  double largest_beta = 0;
};

/// O(T)
RecomputedChain recompute(const Schedule& schedule);

/// q(x_{t-1} | x_t, x_0) by completing the square: precisions add, and the mean is the precision-weighted one.
struct Square {
  double variance, mean_xt, mean_x0;
};

/// @param alpha_bar_prev, noise_prev of q(x_{t-1} | x_0), noise_prev > 0
Square completed(double beta, double alpha_bar_prev, double noise_prev);

/// Why nothing can be said of this chain: "no-noise", or "".
std::string vacuous_reason(const RecomputedChain& chain);

}  // namespace proofground::diffusion
