// Standardising: every column of x and y itself shifted to mean 0 and scaled to standard deviation 1.
//
//   solved = (user - mean) / scale,   scale = sqrt(1/n sum (user - mean)^2)   (population), 1 for a constant column
//
// C and epsilon of the problem are numbers of the solved units and are left alone. Does not remember how a problem was
// solved; does not treat outliers.
#pragma once

#include <vector>

#include "svr/svr.h"

namespace proofground::svr {

/// The affine map between the user's units and the solved ones.
struct Scaling {
  std::vector<double> x_mean;   ///< (d)
  std::vector<double> x_scale;  ///< (d) > 0
  double y_mean = 0;
  double y_scale = 1;  ///< > 0

  /// (m x d) user's units to solved units. @throws InvalidArgument  x has another size than a multiple of d
  [[nodiscard]] std::vector<double> x_to_solved(std::vector<double> x) const;
  /// (m) f or y in solved units to user's units.
  [[nodiscard]] std::vector<double> y_to_user(std::vector<double> y) const;
  [[nodiscard]] double y_to_user(double y) const { return y * y_scale + y_mean; }
  [[nodiscard]] double y_to_solved(double y) const { return (y - y_mean) / y_scale; }
  /// A length along y (the tube's half width) in solved units to user's units.
  [[nodiscard]] double length_to_user(double length) const { return length * y_scale; }
};

struct Standardised {
  Problem problem;  ///< in solved units
  Scaling scaling;
};

/// The map that changes nothing. @param d >= 1
Scaling identity_scaling(int d);

/// Means are taken about the first value and deviations about the mean, so that data far from the origin keep their
/// digits. O(n d).
/// @throws InvalidArgument as require_valid(problem)
Standardised standardise(const Problem& problem);

}  // namespace proofground::svr
