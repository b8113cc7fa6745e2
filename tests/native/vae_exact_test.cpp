// The divergence and the linear-Gaussian model, by routes that share nothing with their formulas.
#include <gtest/gtest.h>

#include <Eigen/Cholesky>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/gaussian.h"
#include "refused.h"
#include "tolerances.h"
#include "vae/kl.h"
#include "vae/linear_gaussian.h"
#include "vae_drawn.h"

namespace proofground::vae {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

Matrix matrix_of(const std::vector<double>& list, int rows, int columns) {
  return Eigen::Map<const Matrix>(list.data(), rows, columns);
}
Vector vector_of(const std::vector<double>& list) {
  return Eigen::Map<const Vector>(list.data(), static_cast<Eigen::Index>(list.size()));
}

Elbo answer_of(const LinearProblem& problem) { return linear_gaussian_elbo(problem.model, problem.x, problem.q); }

TEST(VaeKl, IsNothingAtTheStandardNormalAndGrowsFromThere) {
  EXPECT_EQ(kl_term(0, 0), 0);
  for (const double off : {1e-8, -1e-8, 1e-3, -1e-3, 0.1, -0.1, 0.100001, -0.100001, 2.0, -2.0, 40.0, -40.0}) {
    EXPECT_GT(kl_term(off, 0), 0);
    EXPECT_GT(kl_term(0, off), 0) << off;
  }
}

// v^2 / 4 + v^3 / 12 + v^4 / 48 is all of it for so small v: exp(v) - 1 - v would have 2 digits left of the first.
TEST(VaeKl, KeepsItsDigitsNextToNothing) {
  for (const double v : {1e-7, -1e-7, 1e-6, -1e-6, 3e-5, -1e-4}) {
    const double expected = v * v / 4 * (1 + v / 3 + v * v / 12);
    EXPECT_NEAR(kl_term(0, v), expected, tolerance::golden_vae().kl * expected) << v;
  }
  // Where the series ends and the difference begins.
  EXPECT_NEAR(kl_term(0, 0.1), kl_term(0, std::nextafter(0.1, 1)), 1e-15);
  EXPECT_NEAR(kl_term(0, -0.1), kl_term(0, std::nextafter(-0.1, -1)), 1e-15);
}

// The general formula, by Cholesky factors of full matrices.
RC_GTEST_PROP(VaeKl, IsTheGeneralDivergence, ()) {
  Rng rng(any_seed());
  const int dz = *rc::gen::inRange(1, 5);
  const std::vector<double> mu = drawn_list(rng, dz, 2), v = drawn_list(rng, dz, 2);
  std::vector<double> covariance(static_cast<std::size_t>(dz) * dz, 0.0), unit = covariance;
  double sum = 0;
  for (int j = 0; j < dz; ++j) {
    covariance[static_cast<std::size_t>(j) * (dz + 1)] = std::exp(v[j]);
    unit[static_cast<std::size_t>(j) * (dz + 1)] = 1;
    sum += kl_standard_normal(mu, v)[j];
  }
  const double expected = gaussian_kl({mu, covariance}, {std::vector<double>(mu.size(), 0.0), unit});
  RC_ASSERT(std::abs(sum - expected) <= tolerance::closed_form() * (1 + expected));
}

TEST(VaeKl, Refusals) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(test::refused_field([] { kl_standard_normal({}, {}); }), "mu");
  EXPECT_EQ(test::refused_field([] { kl_standard_normal({1, 2}, {1}); }), "logVar");
  EXPECT_EQ(test::refused_field([&] { kl_standard_normal({1, nan}, {1, 1}); }), "mu[1]");
  EXPECT_EQ(test::refused_field([] { kl_standard_normal({1, 1}, {1, 701}); }), "logVar[1]");
}

// Three numbers, three formulas: the sum of the terms that E_q log p and the divergence have, the factor of the precision, and a
// divergence from the posterior.
RC_GTEST_PROP(VaeLinearGaussian, BoundAndGapAddUpToTheEvidence, ()) {
  const Elbo e = answer_of(any_linear());
  const double size = std::abs(e.expected_log_lik) + e.kl + e.gap + std::abs(e.log_px);
  RC_ASSERT(std::abs(e.elbo + e.gap - e.log_px) <= tolerance::closed_form() * (1 + size));
  RC_ASSERT(e.gap >= 0);
  RC_ASSERT(std::abs(e.elbo - (e.expected_log_lik - e.kl)) <= tolerance::closed_form() * size);
}

/// By Bayes' rule in the space of x: the joint Gaussian of z and x, conditioned.
struct Conditioned {
  Vector mean;
  Matrix covariance;
  double log_px;
};

Conditioned conditioned(const LinearProblem& problem) {
  const auto& [dx, dz, D, b, noise_var] = problem.model;
  const Matrix d = matrix_of(D, dx, dz);
  const Matrix of_x = d * d.transpose() + noise_var * Matrix::Identity(dx, dx);
  const Eigen::LLT<Matrix> factor(of_x);
  const Vector residual = vector_of(problem.x) - vector_of(b), solved = factor.solve(residual);
  double log_det = 0;
  for (int i = 0; i < dx; ++i) log_det += 2 * std::log(Matrix(factor.matrixL())(i, i));
  const Matrix gain = d.transpose() * factor.solve(d);
  return {d.transpose() * solved, Matrix::Identity(dz, dz) - gain,
          -0.5 * (dx * std::log(2 * std::numbers::pi) + log_det + residual.dot(solved))};
}

RC_GTEST_PROP(VaeLinearGaussian, ThePosteriorIsTheJointGaussianConditioned, ()) {
  const LinearProblem problem = any_linear();
  const Elbo e = answer_of(problem);
  const Conditioned other = conditioned(problem);
  // What that route loses: it inverts D D' + s2 I, whose condition is this.
  const double lost =
      1 + matrix_of(problem.model.D, problem.model.dx, problem.model.dz).squaredNorm() / problem.model.noise_var;
  const double limit = 1e-14 * lost * tolerance::scale();
  const int dz = problem.model.dz;
  for (int j = 0; j < dz; ++j) {
    RC_ASSERT(std::abs(e.posterior_mean[j] - other.mean[j]) <= limit * (1 + vector_of(problem.x).norm()));
    for (int k = 0; k < dz; ++k)
      RC_ASSERT(std::abs(e.posterior_cov[static_cast<std::size_t>(j) * dz + k] - other.covariance(j, k)) <= limit);
  }
  RC_ASSERT(std::abs(e.log_px - other.log_px) <= limit * (1 + std::abs(other.log_px)));
}

RC_GTEST_PROP(VaeLinearGaussian, TheGapIsTheDivergenceFromThatPosterior, ()) {
  const LinearProblem problem = any_linear();
  const Elbo e = answer_of(problem);
  const int dz = problem.model.dz;
  std::vector<double> covariance(static_cast<std::size_t>(dz) * dz, 0.0);
  for (int j = 0; j < dz; ++j) covariance[static_cast<std::size_t>(j) * (dz + 1)] = problem.q.var[j];
  const double expected = gaussian_kl({problem.q.mean, covariance}, {e.posterior_mean, e.posterior_cov});
  const double lost =
      1 + matrix_of(problem.model.D, problem.model.dx, problem.model.dz).squaredNorm() / problem.model.noise_var;
  RC_ASSERT(std::abs(e.gap - expected) <= 1e-14 * tolerance::scale() * lost * (1 + expected));
}

RC_GTEST_PROP(VaeLinearGaussian, NoDiagonalGaussianIsBetterThanTheBest, ()) {
  LinearProblem problem = any_linear();
  const Elbo e = answer_of(problem);
  RC_ASSERT(e.elbo <= e.best_diag_elbo + tolerance::closed_form() * (1 + std::abs(e.elbo)));
  const LinearProblem best{problem.model, problem.x, {e.posterior_mean, e.best_diag_var}};
  const double most = answer_of(best).elbo, rounding = tolerance::closed_form() * (1 + std::abs(most));
  RC_ASSERT(std::abs(most - e.best_diag_elbo) <= rounding);
  RC_ASSERT(e.best_diag_elbo <= e.log_px + rounding);
  Rng rng(any_seed());
  for (int trial = 0; trial < 10; ++trial) {
    LinearProblem other = best;
    const double size = std::pow(10.0, -trial / 2.0);
    for (int j = 0; j < problem.model.dz; ++j) {
      other.q.mean[j] += size * rng.normal();
      other.q.var[j] *= std::exp(size * rng.normal());
    }
    RC_ASSERT(answer_of(other).elbo <= most + rounding);
  }
}

// One latent coordinate, or columns that are orthogonal: q can be the posterior, and nothing is left.
RC_GTEST_PROP(VaeLinearGaussian, TheGapClosesWhereThePosteriorIsDiagonal, ()) {
  Rng rng(any_seed());
  LinearProblem problem = drawn_linear(*rc::gen::inRange(1, 5), 1, *rc::gen::element(1e-6, 0.3, 4.0), rng);
  const Elbo e = answer_of(problem);
  problem.q = {e.posterior_mean, e.best_diag_var};
  RC_ASSERT(answer_of(problem).gap <= tolerance::closed_form());
  RC_ASSERT(std::abs(e.best_diag_elbo - e.log_px) <= tolerance::closed_form() * (1 + std::abs(e.log_px)));
}

// x = z_1 + z_2 + noise, next to none: the precision I + A'A has an entry 1 + 1 / s2, which keeps nothing of the 1 in double. All is known:
// C = I - J / (2 + s2), J of ones.
TEST(VaeLinearGaussian, KeepsThePriorBesideNextToNoNoise) {
  for (const double noise_var : {1e-4, 1e-12, 1e-18, 1e-30, 1e-60}) {
    SCOPED_TRACE(noise_var);
    const LinearProblem problem{{1, 2, {1, 1}, {0}, noise_var}, {1}, {{0.3, 0.7}, {0.2, 0.3}}};
    const Elbo e = answer_of(problem);
    const double part = 1 / (2 + noise_var);
    EXPECT_NEAR(e.posterior_mean[0], part, 1e-15);
    EXPECT_NEAR(e.posterior_cov[0], 1 - part, 1e-15);
    EXPECT_NEAR(e.posterior_cov[1], -part, 1e-15);
    EXPECT_NEAR(e.best_diag_var[0] / (noise_var / (1 + noise_var)), 1, 1e-14);
    EXPECT_NEAR(e.log_px, -0.5 * (std::log(2 * std::numbers::pi / part) + part), 1e-14);
    EXPECT_NEAR((e.elbo + e.gap) / e.elbo, e.log_px / e.elbo, 1e-14);
    // In the coordinates (z_1 + z_2) / sqrt(2) and (z_1 - z_2) / sqrt(2) the posterior's precisions are 1 + 2 / s2 and 1.
    EXPECT_NEAR(e.best_diag_elbo,
                e.log_px - std::log((1 + noise_var) / std::sqrt(noise_var) / std::sqrt(2 + noise_var)),
                1e-14 * std::abs(e.best_diag_elbo) + 1e-14);
  }
}

TEST(VaeLinearGaussian, RefusalsNameTheField) {
  const LinearProblem good{{2, 1, {1, 2}, {0, 0}, 1}, {1, 2}, {{0}, {1}}};
  const auto field_of = [&](const auto& change) {
    LinearProblem problem = good;
    change(problem);
    return test::refused_field([&] { answer_of(problem); });
  };
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(field_of([](auto&) {}), "");
  EXPECT_EQ(field_of([](auto& p) { p.model.D.push_back(1); }), "D");
  EXPECT_EQ(field_of([&](auto& p) { p.model.D[1] = inf; }), "D[1]");
  EXPECT_EQ(field_of([](auto& p) { p.model.b.clear(); }), "b");
  EXPECT_EQ(field_of([](auto& p) { p.model.dx = 0; }), "b");
  EXPECT_EQ(field_of([](auto& p) { p.model.dx = 65; }), "b");
  EXPECT_EQ(field_of([](auto& p) { p.model.dz = 65; }), "qMean");
  EXPECT_EQ(field_of([](auto& p) { p.model.noise_var = 0; }), "noiseVar");
  EXPECT_EQ(field_of([](auto& p) { p.model.noise_var = -1; }), "noiseVar");
  EXPECT_EQ(field_of([](auto& p) { p.x.push_back(1); }), "x");
  EXPECT_EQ(field_of([](auto& p) { p.q.mean.push_back(1); }), "qMean");
  EXPECT_EQ(field_of([](auto& p) { p.q.var.clear(); }), "qVar");
  EXPECT_EQ(field_of([](auto& p) { p.q.var[0] = 0; }), "qVar[0]");
  // Numbers that are allowed, and terms that no double holds.
  EXPECT_EQ(field_of([](auto& p) { p.model.D = {1e100, 1e100}, p.model.noise_var = 1e-100, p.q.mean[0] = 1e100; }),
            "D");
  EXPECT_EQ(field_of([](auto& p) { p.model.D = {1e100, 1e100}; }), "");
  EXPECT_EQ(field_of([](auto& p) { p.model.noise_var = 1e-100; }), "");
}

}  // namespace
}  // namespace proofground::vae
