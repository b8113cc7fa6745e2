#include "svm/projection.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "svm/standardise.h"

namespace proofground {

namespace {

/// Entries that are this close to the largest are as large: which of them is first then decides the sign everywhere,
/// whatever their last digits.
constexpr double kAsLarge = 1e-9;

double sign_of(const Eigen::VectorXd& direction) {
  const double largest = direction.cwiseAbs().maxCoeff();
  for (const double entry : direction)
    if (std::abs(entry) >= largest * (1 - kAsLarge)) return entry < 0 ? -1 : 1;
  return 1;
}

/// Covariance in units in which the largest deviation is 1: squares then stay in range.
Eigen::MatrixXd covariance(const Points& points, const std::vector<double>& mean) {
  double largest = 0;
  for (int i = 0; i < points.n; ++i)
    for (int k = 0; k < points.d; ++k) largest = std::max(largest, std::abs(points.row(i)[k] - mean[k]));
  Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(points.d, points.d);
  if (largest == 0) return sum;
  Eigen::VectorXd deviation(points.d);
  for (int i = 0; i < points.n; ++i) {
    for (int k = 0; k < points.d; ++k) deviation[k] = (points.row(i)[k] - mean[k]) / largest;
    // The lower triangle, which is all that the solver reads.
    for (int k = 0; k < points.d; ++k) sum.col(k).tail(points.d - k) += deviation[k] * deviation.tail(points.d - k);
  }
  return sum / points.n;
}

}  // namespace

Projection::Projection(const Points& points, int dims)
    : dims_(dims), mean_(XScaling(points).x_mean), direction_(dims * points.d, 0.0), explained_(dims, 0.0) {
  const int d = points.d;
  const Eigen::MatrixXd spread = covariance(points, mean_);
  const double total = spread.trace();
  const auto share = [&](double variance) { return total > 0 ? std::clamp(variance / total, 0.0, 1.0) : 0; };
  if (d <= dims) {
    mean_.assign(d, 0.0);
    for (int k = 0; k < d; ++k) {
      direction_[k * d + k] = 1;
      explained_[k] = share(spread(k, k));
    }
    return;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(spread);
  for (int k = 0; k < dims; ++k) {
    const Eigen::VectorXd direction = solver.eigenvectors().col(d - 1 - k);  // eigenvalues ascend
    Eigen::Map<Eigen::VectorXd>(direction_.data() + k * d, d) = sign_of(direction) * direction;
    explained_[k] = share(solver.eigenvalues()[d - 1 - k]);
  }
}

std::vector<double> Projection::of(const Points& z) const {
  std::vector<double> shadows;
  shadows.reserve(static_cast<std::size_t>(z.n) * dims_);
  for (int i = 0; i < z.n; ++i) {
    for (int k = 0; k < dims_; ++k) {
      double sum = 0;
      for (int c = 0; c < z.d; ++c) sum += direction_[k * z.d + c] * (z.row(i)[c] - mean_[c]);
      shadows.push_back(sum);
    }
  }
  return shadows;
}

}  // namespace proofground
