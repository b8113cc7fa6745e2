// Squared distances to the centre at any place: at points, and on a grid as a map.
//
//   d^2(z) = |z - mu|^2                                       linear kernel, about a centre of the data
//          = k(z, z) - 2 sum_j alpha_j k(x_j, z) + |mu|^2     other kernels
//
// On a grid of two coordinates, with the others held fixed, |x_j - z|^2 and x_j.z are sums of a part for the column and
// a part for the row. For rbf the exponential of that sum is a product, so the whole map is one product of two
// matrices, (height x support) with (support x width): two exponentials for each point and line, instead of one for
// each point and cell.
#pragma once

#include <vector>

#include "svdd/svdd.h"

namespace proofground::svdd {

/// (m) |phi(z) - mu|^2 at m new points. @param x_new (m x d) row-major. @throws InvalidArgument on sizes or values.
std::vector<double> distance2(const Problem& problem, const Solution& solution, const std::vector<double>& x_new);

/// A grid in the plane of two coordinates.
struct Grid {
  int column_x = 0, column_y = 1;  ///< 0..d-1, different
  std::vector<double> x, y;        ///< (width), (height) the places along them
  std::vector<double> at;          ///< (d) the other coordinates; entries column_x and column_y are not used
};

/// (height x width) row-major, one row for each y. O(height width support); for rbf two products a cycle and more.
/// @throws InvalidArgument on sizes or values.
std::vector<double> distance2_map(const Problem& problem, const Solution& solution, const Grid& grid);

}  // namespace proofground::svdd
