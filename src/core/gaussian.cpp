#include "core/gaussian.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>
#include <string>

#include "core/require.h"
#include "core/symmetric.h"

namespace proofground {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// So small that quotients of two such numbers would leave the range of double.
constexpr double kLeastDeviation = 1e-75;

Matrix factor(const std::vector<double>& covariance, int d, const char* field) {
  require(covariance.size() == static_cast<std::size_t>(d) * d, field, "d d numbers",
          static_cast<double>(covariance.size()));
  require_finite(covariance.data(), d * d, field);
  const double difference = asymmetry(covariance.data(), d);
  require(difference <= kSymmetryTolerance * largest_entry(covariance.data(), d), field, "a symmetric matrix",
          "one that differs from its transpose by " + std::to_string(difference));
  const Eigen::LLT<Matrix> cholesky(Eigen::Map<const Matrix>(covariance.data(), d, d));
  require(cholesky.info() == Eigen::Success, field, "a positive definite matrix", "one that is not");
  const Matrix lower = cholesky.matrixL();
  require(lower.diagonal().minCoeff() >= kLeastDeviation, field, "a matrix that is not next to singular",
          lower.diagonal().minCoeff());
  return lower;
}

}  // namespace

double gaussian_kl(const Gaussian& a, const Gaussian& b) {
  const int d = static_cast<int>(a.mean.size());
  require(d >= 1, "mu1", "at least one number", d);
  require_one_each(b.mean, a.mean.size(), "mu2");
  require_finite(a.mean.data(), d, "mu1");
  require_finite(b.mean.data(), d, "mu2");
  const Matrix l1 = factor(a.covariance, d, "sigma1"), l2 = factor(b.covariance, d, "sigma2");
  const auto lower = l2.triangularView<Eigen::Lower>();
  const Matrix ratio = lower.solve(l1);
  const Eigen::VectorXd apart = lower.solve(Eigen::Map<const Eigen::VectorXd>(b.mean.data(), d) -
                                            Eigen::Map<const Eigen::VectorXd>(a.mean.data(), d));
  // The diagonal of L2^-1 L1 is the quotient of the diagonals, r: r^2 - 1 - log r^2 is 0 where the two are equal, and
  // what remains of the trace is a sum of squares.
  double sum = apart.squaredNorm();
  for (int i = 0; i < d; ++i) {
    sum += log_excess((ratio(i, i) - 1) * (ratio(i, i) + 1));
    for (int j = 0; j < i; ++j) sum += ratio(i, j) * ratio(i, j);
  }
  return sum / 2;
}

double log_excess(double u) {
  constexpr double kSeries = 0.05;
  if (std::abs(u) > kSeries) return u - std::log1p(u);
  double sum = 0;
  for (int k = 14; k >= 2; --k) sum = (k % 2 == 0 ? 1.0 : -1.0) / k + sum * u;
  return u * u * sum;
}

}  // namespace proofground
