#include "diffusion/standardise.h"

#include <Eigen/Core>
#include <cmath>

#include "core/require.h"

namespace proofground::diffusion {

std::vector<double> standardised(const std::vector<double>& points, int d) {
  require(d >= 1, "d", "at least 1", d);
  require(!points.empty() && points.size() % d == 0, "points", "n d numbers", static_cast<double>(points.size()));
  require_finite(points.data(), static_cast<int>(points.size()), "points");
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  Matrix x = Eigen::Map<const Matrix>(points.data(), static_cast<Eigen::Index>(points.size()) / d, d);
  // From the first point on, so that "all the same" is exactly 0; then in units of the largest, so that no square
  // overflows or vanishes.
  x.rowwise() -= x.row(0).eval();
  const double largest = x.cwiseAbs().maxCoeff();
  require(largest > 0, "points", "two that differ", "points that are all the same");
  x /= largest;
  x.rowwise() -= x.colwise().mean().eval();
  x /= std::sqrt(x.squaredNorm() / static_cast<double>(x.size()));
  return {x.data(), x.data() + x.size()};
}

}  // namespace proofground::diffusion
