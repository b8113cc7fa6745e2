// Points brought to mean 0 and variance 1, as the diffusion process expects its data.
//
//   x   -> (x - m) / s
//   m   =  1/n sum_i x_i
//   s^2 =  1/(n d) sum_i |x_i - m|^2
//
// One scale for all coordinates, so that shapes keep their shape: the variance is 1 as the mean over coordinates, and 1
// - alpha_bar_t is then noise against signal.
//
// Not a whitening: correlations stay.
#pragma once

#include <vector>

namespace proofground::diffusion {

/// @param points (n x d)  @return (n x d)
/// @throws InvalidArgument  no points or part of one, a number that is not finite or above 1e100, all points the same
std::vector<double> standardised(const std::vector<double>& points, int d);

}  // namespace proofground::diffusion
