// The nearest image of a set: what a generated image may have been copied from.
//
//   index_i    = argmin_k |x_i - y_k|,  the first of equal ones
//   distance_i = |x_i - y_index_i|,     Euclidean, in units of a pixel's full ink
//
// Every pair is compared: sets of a few thousand images.
#pragma once

#include <vector>

namespace proofground::digits {

struct Nearest {
  std::vector<int> index;        ///< (m)
  std::vector<double> distance;  ///< (m)
};

/// @param x (m x d) @param y (n x d) @throws InvalidArgument  d not 1..4096, sizes that do not fit, no image in either, more than 1e9
/// products of pixels, values that are not finite; fields d, images, among
Nearest nearest(const std::vector<double>& x, const std::vector<double>& y, int d);

}  // namespace proofground::digits
