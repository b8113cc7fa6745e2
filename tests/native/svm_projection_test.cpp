// Principal directions and the eigenvalues under them, against Eigen's own solver and against points with known ones.
#include "svm/projection.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>
#include <vector>

#include "core/rng.h"
#include "svm/symmetric.h"
#include "tolerances.h"

namespace proofground {
namespace {

std::vector<double> random_points(int n, int d, unsigned seed) {
  Rng rng(seed);
  std::vector<double> x;
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < d; ++k) x.push_back((1 + k % 5) * rng.normal() + (k > 0 ? x.back() / 2 : 0) + 7);
  return x;
}

Eigen::MatrixXd random_symmetric(int m, unsigned seed) {
  Rng rng(seed);
  Eigen::MatrixXd a(m, m);
  for (int i = 0; i < m; ++i)
    for (int j = 0; j <= i; ++j) a(i, j) = a(j, i) = rng.normal();
  return a;
}

TEST(Symmetric, EigenvaluesAndVectorsAreThoseOfTheFullSolver) {
  for (const int m : {1, 2, 3, 5, 20, 64}) {
    const Eigen::MatrixXd a = random_symmetric(m, m);
    const std::vector<double> flat(a.data(), a.data() + a.size());
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(a);
    const std::vector<double> values = eigenvalues(flat, m);
    const double limit = tolerance::identity() * std::max(1.0, solver.eigenvalues().cwiseAbs().maxCoeff());
    for (int k = 0; k < m; ++k) EXPECT_NEAR(values[k], solver.eigenvalues()[k], limit);
    const auto pairs = largest_eigenpairs(flat, m, std::min(m, 3));
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      EXPECT_NEAR(pairs[k].value, values[values.size() - 1 - k], limit);
      const Eigen::Map<const Eigen::VectorXd> v(pairs[k].vector.data(), m);
      EXPECT_NEAR(v.norm(), 1, limit);
      EXPECT_NEAR((a * v - pairs[k].value * v).norm(), 0, limit);
      EXPECT_NEAR(std::abs(v.dot(solver.eigenvectors().col(m - 1 - static_cast<int>(k)))), 1, limit);
    }
  }
}

TEST(Symmetric, TiesAndZeros) {
  for (const auto& [value, m] : {std::pair{0.0, 4}, {3.0, 4}}) {
    std::vector<double> flat(static_cast<std::size_t>(m) * m, 0.0);
    for (int k = 0; k < m; ++k) flat[static_cast<std::size_t>(k) * m + k] = value;
    EXPECT_EQ(eigenvalues(flat, m), std::vector<double>(m, value));
    const auto pairs = largest_eigenpairs(flat, m, 3);
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t b = 0; b < 3; ++b) {
        double product = 0;
        for (int k = 0; k < m; ++k) product += pairs[a].vector[k] * pairs[b].vector[k];
        EXPECT_NEAR(product, a == b, tolerance::identity());
      }
  }
}

TEST(Projection, KeepsDistancesAlongWhatItKeeps) {
  const int n = 50, d = 9;
  const std::vector<double> x = random_points(n, d, 1);
  const Points points{x.data(), n, d};
  const Eigen::Map<const Eigen::Matrix<double, -1, -1, Eigen::RowMajor>> data(x.data(), n, d);
  const Eigen::MatrixXd deviation = data.rowwise() - data.colwise().mean();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(deviation.transpose() * deviation / n);
  for (const int dims : {2, 3}) {
    const Projection shadow(points, dims);
    const std::vector<double> at = shadow.of(points);
    ASSERT_EQ(at.size(), static_cast<std::size_t>(n) * dims);
    for (int k = 0; k < dims; ++k) {
      const double variance = solver.eigenvalues()[d - 1 - k];
      EXPECT_NEAR(shadow.explained()[k], variance / solver.eigenvalues().sum(), tolerance::identity());
      double mean = 0, square = 0;
      for (int i = 0; i < n; ++i) {
        mean += at[i * dims + k] / n;
        square += at[i * dims + k] * at[i * dims + k] / n;
      }
      EXPECT_NEAR(mean, 0, tolerance::identity());
      EXPECT_NEAR(square, variance, tolerance::identity() * variance);
      // The same line as Eigen's, in the sense in which its largest entry is positive.
      Eigen::VectorXd v = solver.eigenvectors().col(d - 1 - k);
      Eigen::Index largest = 0;
      v.cwiseAbs().maxCoeff(&largest);
      if (v[largest] < 0) v = -v;
      for (int i = 0; i < n; ++i)
        EXPECT_NEAR(at[i * dims + k], deviation.row(i).dot(v), tolerance::identity() * std::sqrt(variance));
    }
  }
}

TEST(Projection, PlaneInSpaceIsSeenWhole) {
  // Points of a tilted plane in R^5: two directions explain everything, and distances are kept.
  Rng rng(3);
  const int n = 30, d = 5;
  std::vector<double> x;
  for (int i = 0; i < n; ++i) {
    const double s = rng.normal(), t = rng.normal();
    for (int k = 0; k < d; ++k) x.push_back(1e3 + s * (k - 2) + t * (k % 2));
  }
  const Points points{x.data(), n, d};
  const Projection shadow(points, 2);
  EXPECT_NEAR(shadow.explained()[0] + shadow.explained()[1], 1, tolerance::identity());
  const std::vector<double> at = shadow.of(points);
  for (int i = 1; i < n; ++i) {
    double d2 = 0;
    for (int k = 0; k < d; ++k) d2 += std::pow(points.row(i)[k] - points.row(0)[k], 2);
    EXPECT_NEAR(std::hypot(at[2 * i] - at[0], at[2 * i + 1] - at[1]), std::sqrt(d2), 1e-10 * std::sqrt(d2));
  }
}

TEST(Projection, FewCoordinatesAreLeftAlone) {
  const std::vector<double> x{1, 10, 2, 10, 3, 40};
  const Projection two({x.data(), 3, 2}, 2), three({x.data(), 3, 2}, 3);
  EXPECT_EQ(two.of({x.data(), 3, 2}), x);
  EXPECT_EQ(three.of({x.data(), 3, 2}), (std::vector<double>{1, 10, 0, 2, 10, 0, 3, 40, 0}));
  EXPECT_NEAR(three.explained()[0], (2.0 / 3) / (2.0 / 3 + 200), 1e-15);
  EXPECT_NEAR(three.explained()[0] + three.explained()[1], 1, 1e-15);
  EXPECT_EQ(three.explained()[2], 0);
}

TEST(Projection, NoVarianceAndExtremeSizes) {
  const std::vector<double> same{4, 5, 6, 7, 4, 5, 6, 7};
  const Projection point({same.data(), 2, 4}, 3);
  EXPECT_EQ(point.explained(), std::vector<double>(3, 0.0));
  for (const double value : point.of({same.data(), 2, 4})) EXPECT_EQ(value, 0);
  for (const double size : {1e-100, 1e100}) {
    const std::vector<double> line{0, 0, 0, size, size, size};
    const Projection shadow({line.data(), 2, 3}, 2);
    EXPECT_NEAR(shadow.explained()[0], 1, 1e-12);
    const std::vector<double> at = shadow.of({line.data(), 2, 3});
    EXPECT_NEAR((at[2] - at[0]) / size, std::sqrt(3.0), 1e-12);  // positive: the sign is determined
  }
}

}  // namespace
}  // namespace proofground
