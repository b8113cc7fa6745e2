// Symmetric matrices: eigenvalues and eigenvectors against Eigen's own solver, and the divergence of Gaussians.
#include "core/symmetric.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/gaussian.h"
#include "core/rng.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground {
namespace {

using proofground::test::refused_field;

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

TEST(Symmetric, AllPairsAreEigensOwnBitForBit) {
  using Matrix = Eigen::Matrix<double, -1, -1, Eigen::RowMajor>;
  for (const int m : {1, 2, 3, 5, 16}) {
    const Matrix a = random_symmetric(m, 40 + m);
    const Eigensystem system = eigensystem(a.data(), m);
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(a);
    const Eigen::Map<const Eigen::VectorXd> values(system.values.data(), m);
    const Eigen::Map<const Matrix> vectors(system.vectors.data(), m, m);
    EXPECT_EQ(values, solver.eigenvalues());
    EXPECT_EQ(vectors, solver.eigenvectors());
    const double limit = tolerance::identity() * values.cwiseAbs().maxCoeff();
    EXPECT_NEAR((vectors * values.asDiagonal() * vectors.transpose() - a).cwiseAbs().maxCoeff(), 0, limit);
    EXPECT_NEAR((vectors.transpose() * vectors - Matrix::Identity(m, m)).cwiseAbs().maxCoeff(), 0,
                tolerance::identity());
  }
}

TEST(Symmetric, AsymmetryAndLargestEntry) {
  const std::vector<double> a{1, 2, 3, 2, 5, -9, 3, -9, 0};
  EXPECT_EQ(asymmetry(a.data(), 3), 0);
  EXPECT_EQ(largest_entry(a.data(), 3), 9);
  std::vector<double> b = a;
  b[5] = -9.5;  // above the diagonal
  EXPECT_EQ(asymmetry(b.data(), 3), 0.5);
  EXPECT_EQ(largest_entry(b.data(), 3), 9.5);
  b = a;
  b[6] = 2;  // below
  EXPECT_EQ(asymmetry(b.data(), 3), 1);
  EXPECT_EQ(asymmetry(a.data(), 1), 0);
}

/// Mean, and covariance B B' + I / 10 with B of normal draws.
Gaussian drawn_gaussian(std::uint64_t seed, int d) {
  Rng rng(seed);
  Eigen::MatrixXd b(d, d);
  Gaussian result;
  for (int i = 0; i < d; ++i) {
    result.mean.push_back(rng.normal());
    for (int j = 0; j < d; ++j) b(i, j) = rng.normal();
  }
  Eigen::MatrixXd s = b * b.transpose() + Eigen::MatrixXd::Identity(d, d) / 10;
  s = (s + s.transpose()).eval() / 2;
  result.covariance.assign(s.data(), s.data() + s.size());
  return result;
}

RC_GTEST_PROP(GaussianKl, IsADivergence, ()) {
  const int d = *rc::gen::inRange(1, 5);
  const Gaussian a = drawn_gaussian(*rc::gen::arbitrary<std::uint64_t>(), d);
  const Gaussian b = drawn_gaussian(*rc::gen::arbitrary<std::uint64_t>(), d);
  RC_ASSERT(gaussian_kl(a, b) >= 0);
  RC_ASSERT(gaussian_kl(a, a) <= 1e-25);
  // Shifting both means changes nothing; neither does scaling space.
  Gaussian c = a, e = b;
  for (Gaussian* one : {&c, &e}) {
    for (double& value : one->mean) value = 3 * (value + 1);
    for (double& value : one->covariance) value *= 9;
  }
  const double kl = gaussian_kl(a, b);
  RC_ASSERT(std::abs(gaussian_kl(c, e) - kl) <= 1e-12 * (1 + kl));
}

// The formula of the header, with inverse and determinant.
RC_GTEST_PROP(GaussianKl, IsTheFormula, ()) {
  const int d = *rc::gen::inRange(1, 5);
  const Gaussian a = drawn_gaussian(*rc::gen::arbitrary<std::uint64_t>(), d);
  const Gaussian b = drawn_gaussian(*rc::gen::arbitrary<std::uint64_t>(), d);
  using Vector = Eigen::Map<const Eigen::VectorXd>;
  const Eigen::Map<const Eigen::MatrixXd> s1(a.covariance.data(), d, d), s2(b.covariance.data(), d, d);
  const Eigen::VectorXd apart = Vector(b.mean.data(), d) - Vector(a.mean.data(), d);
  const Eigen::MatrixXd inverse = s2.inverse();
  const double kl =
      ((inverse * s1).trace() + apart.dot(inverse * apart) - d + std::log(s2.determinant() / s1.determinant())) / 2;
  RC_ASSERT(std::abs(gaussian_kl(a, b) - kl) <= 1e-10 * (1 + kl));
}

TEST(GaussianKl, ExcessKeepsItsDigitsNextToZero) {
  for (const double u : {-0.9, -0.06, -0.05, -1e-3, -1e-9, 0.0, 1e-12, 1e-4, 0.049, 0.051, 3.0}) {
    // Next to 0 the alternating series itself, summed from its first term on.
    double series = 0;
    for (int k = 2; k < 30; ++k) series += std::pow(-u, k) / k;
    const double expected = std::abs(u) < 0.1 ? series : u - std::log1p(u);
    EXPECT_NEAR(log_excess(u), expected, 1e-13 * expected) << u;
  }
}

TEST(GaussianKl, RefusesByName) {
  EXPECT_EQ(refused_field([] { (void)gaussian_kl({{}, {}}, {{}, {}}); }), "mu1");
  EXPECT_EQ(refused_field([] { (void)gaussian_kl({{0}, {1}}, {{0, 1}, {1}}); }), "mu2");
  EXPECT_EQ(refused_field([] { (void)gaussian_kl({{0}, {0}}, {{0}, {1}}); }), "sigma1");
  EXPECT_EQ(refused_field([] { (void)gaussian_kl({{0, 0}, {1, 0, 0, 1}}, {{0, 0}, {1, 0.5, 0, 1}}); }), "sigma2");
}

}  // namespace
}  // namespace proofground
