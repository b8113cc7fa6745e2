// Standardising the inputs: every column of x is shifted to mean 0 and scaled to standard deviation 1.
//
//   solved = (user - mean) / scale
//   scale  = sqrt(1/n sum (user - mean)^2)       population; 1 for a constant column
//
// Does not treat outliers.
#pragma once

#include <vector>

#include "core/points.h"
#include "core/require.h"

namespace proofground {

struct Moments {
  double mean;
  double scale;  ///< > 0: the standard deviation, 1 where that is 0
};

/// Of values[0], values[stride], ...: count of them, count >= 1. The mean is taken about the first value and deviations
/// about the mean, so that data far from the origin keep their digits. O(count)
Moments moments(const double* values, int count, int stride);

inline double standardised(double value, double mean, double scale) { return flushed((value - mean) / scale); }

/// The affine map between the user's units of x and the solved ones.
struct XScaling {
  std::vector<double> x_mean;   ///< (d)
  std::vector<double> x_scale;  ///< (d) > 0

  /// The map that changes nothing. @param d >= 1
  explicit XScaling(int d) : x_mean(d, 0.0), x_scale(d, 1.0) {}
  /// The map that standardises these points, n >= 1. O(n d)
  explicit XScaling(const Points& points);

  /// (m x d) user's units to solved units. @throws InvalidArgument  x has another size than a multiple of d
  [[nodiscard]] std::vector<double> x_to_solved(std::vector<double> x) const;
};

}  // namespace proofground
