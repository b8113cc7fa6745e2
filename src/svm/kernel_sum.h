// sum_j a_j k(x_j, z) at any z: what every support vector machine answers with.
#pragma once

#include <vector>

#include "core/points.h"
#include "svm/kernel.h"
#include "svm/kernel_rows.h"

namespace proofground {

class KernelSum {
 public:
  /// Keeps the points with a_j != 0 alone. @param kernel as require_valid accepts it  @param a (n)
  KernelSum(const Kernel& kernel, const Points& points, const std::vector<double>& a);

  /// @param z of d coordinates. O(support d)
  [[nodiscard]] double at(const double* z);

 private:
  std::vector<double> a_;       ///< (support)
  KernelRows rows_;             ///< of the support vectors
  std::vector<double> values_;  ///< one row, padded
};

}  // namespace proofground
