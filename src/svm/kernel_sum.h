// f(z) = sum_j a_j k(x_j, z) at any z: the decision function of every support vector machine, but for its constants.
#pragma once

#include <vector>

#include "core/points.h"
#include "svm/kernel.h"

namespace proofground {

class KernelSum {
 public:
  /// Keeps only the points with a_j != 0. @param kernel as require_valid accepts it  @param a (n)
  KernelSum(const Kernel& kernel, const Points& points, const std::vector<double>& a);

  /// (z.n) f at the points z. O(z.n support d), a block of z at a time.
  [[nodiscard]] std::vector<double> at(const Points& z) const;
  /// sum_ij a_i a_j k(x_i, x_j). O(support^2 d)
  [[nodiscard]] double norm2() const;

  /// The points that are kept (support x d), and their a_j (support).
  [[nodiscard]] Points support() const { return {x_.data(), static_cast<int>(a_.size()), d_}; }
  [[nodiscard]] const std::vector<double>& coefficients() const { return a_; }

 private:
  Kernel kernel_;
  int d_;
  std::vector<double> x_;  ///< (support x d)
  std::vector<double> a_;  ///< (support)
};

}  // namespace proofground
