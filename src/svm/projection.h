// Projection of points onto their principal directions.
//
//   m = 1/n sum_i x_i
//   S = 1/n sum_i (x_i - m)(x_i - m)'
//   S v_k = lambda_k v_k,   lambda_1 >= lambda_2 >= ...
//   x -> (v_1.(x - m), ..., v_dims.(x - m))
//
// If points have no more coordinates than dims, the projection is the point itself: axes keep their meaning.
#pragma once

#include <vector>

#include "core/points.h"

namespace proofground {

class Projection {
 public:
  /// @param points n >= 1  @param dims >= 1. O(n d^2 + d^3) for d > dims
  Projection(const Points& points, int dims);

  [[nodiscard]] int dims() const { return dims_; }
  /// (z.n x dims) projections, row-major.
  [[nodiscard]] std::vector<double> of(const Points& z) const;
  /// (dims) share of the variance along each direction, in [0, 1]; all 0 where there is no variance.
  [[nodiscard]] const std::vector<double>& explained() const { return explained_; }

 private:
  int dims_;
  std::vector<double> mean_;       ///< (d) m
  std::vector<double> direction_;  ///< (dims x d); the largest entry of each row is positive
  std::vector<double> explained_;  ///< (dims)
};

}  // namespace proofground
