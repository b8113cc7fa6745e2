// The exact denoiser of a mixture whose covariances are all C_k = v I, such as a finite data set.
//
//   S            = ab v + (1 - ab)
//   y_k          = x_t - sqrt(ab) m_k
//   r_k          ~ weights_k exp(-|y_k|^2 / (2 S)),  sum_k r_k = 1
//   E[x_0 | x_t] = ((1 - ab) sum_k r_k m_k + sqrt(ab) v x_t) / S
//   eps*         = sqrt(1 - ab) sum_k r_k y_k / S
//   trace Cov    = d (1 - ab) v / S + ((1 - ab) / S)^2 sum_k r_k |m_k - sum_j r_j m_j|^2
//
// with ab = alpha_bar_t. These are the formulas of mixture.h without eigenvectors: a component costs one exponential
// and some twenty sums and products per place. Places are taken in blocks, entry by entry, which a compiler turns into
// SIMD. The numerics are the same: exponents less their largest, eps* from the differences y_k.
//
// Does not draw a map on a grid: density.h knows how a grid is cheaper.
#pragma once

#include <vector>

namespace proofground::diffusion {

struct Denoised;

/// Components of one width, borrowed.
struct Isotropic {
  const std::vector<double>& share;  ///< (k) weights, their sum 1
  const std::vector<double>& mean;   ///< (k x d)
  double variance = 0;               ///< v
  int d = 1;
};

/// As Oracle::denoise, whose conditions hold. @param x (m x d)
Denoised denoised(const Isotropic& data, double alpha_bar, double noise, const std::vector<double>& x);

}  // namespace proofground::diffusion
