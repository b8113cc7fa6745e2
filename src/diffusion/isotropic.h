// The exact denoiser where all components are equally wide in every direction: C_k = v I, as of a finite data set.
//
//   S = ab v + (1 - ab),  y_k = x_t - sqrt(ab) m_k,  r_k ~ weights_k exp(-|y_k|^2 / (2 S))
//   E[x_0 | x_t] = ((1 - ab) sum r_k m_k + sqrt(ab) v x_t) / S,  eps* = sqrt(1 - ab) sum r_k y_k / S
//   trace Cov    = d (1 - ab) v / S + ((1 - ab) / S)^2 sum r_k |m_k - sum r_j m_j|^2
//
// What mixture.h says in general, without axes: a component costs one exponential and some twenty sums and products a
// place. Places are taken in blocks, entry by entry, which a compiler turns into SIMD. The same numerics: exponents
// less their largest, eps* from the differences y_k. Not a map: density.h knows how a grid is cheaper.
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
