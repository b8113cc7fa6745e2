// Principal directions, against Eigen's own solver and against points with known ones.
#include "svm/projection.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>
#include <vector>

#include "core/rng.h"
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
