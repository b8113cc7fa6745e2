// q(x_t) of two-dimensional data on a grid: a heat map.
//
//   q(x_t) = sum_k weights_k N(x_t; sqrt(ab) m_k, S_k),   S_k = ab C_k + (1 - ab) I,   ab = alpha_bar_t
//
// If every S_k is s I, a component is a product of a function of the column and one of the row. The map is then a
// matrix product, (height x k)(k x width), and takes k (width + height) exponentials instead of k width height. Other
// components cost one exponential per place.
//
// Not the logarithm (Oracle::denoise has it): values below 1e-307 of a component's largest one become 0.
#pragma once

#include <vector>

#include "diffusion/mixture.h"

namespace proofground::diffusion {

/// Places, each axis ascending.
struct Grid {
  std::vector<double> x;  ///< (width)
  std::vector<double> y;  ///< (height)
};

/// @return (height x width) q(x_t), row-major
/// @throws InvalidArgument  d is not 2, a place that is not finite, noise = 0 where a covariance is singular
std::vector<double> density(const Oracle& oracle, double alpha_bar, double noise, const Grid& grid);

}  // namespace proofground::diffusion
