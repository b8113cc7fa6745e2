// The bound by draws, and what is drawn of the model, against the exact terms and against formulas of their own.
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

#include "core/require.h"
#include "vae/bound_picture.h"
#include "vae/sampled_elbo.h"

namespace {

using namespace proofground;
using namespace proofground::vae;

struct Case {
  LinearGaussian model;
  std::vector<double> x;
  DiagonalGaussian q;
};

Case plane() { return {{2, 2, {1.2, 0.5, -0.4, 0.9}, {0.2, -0.1}, 0.25}, {1.1, 0.6}, {{0.2, 0.9}, {0.2, 0.35}}}; }

/// With the posterior's mean and the best variances.
Case best(Case given) {
  const Elbo exact = linear_gaussian_elbo(given.model, given.x, given.q);
  given.q = {exact.posterior_mean, exact.best_diag_var};
  return given;
}

double z_score(const DrawnTerm& estimate, double expected) {
  return std::abs(estimate.value - expected) / estimate.error;
}

TEST(SampledElbo, EveryTermIsTheExactOneUpToItsError) {
  for (const Case& each : {plane(), best(plane())}) {
    const Elbo exact = linear_gaussian_elbo(each.model, each.x, each.q);
    const SampledElbo drawn = sampled_elbo(each.model, each.x, each.q, 20000, 3);
    EXPECT_LT(z_score(drawn.expected_log_lik, exact.expected_log_lik), 4);
    EXPECT_LT(z_score(drawn.kl, exact.kl), 4);
    EXPECT_LT(z_score(drawn.elbo, exact.elbo), 4);
    EXPECT_LT(z_score(drawn.log_px, exact.log_px), 4);
    EXPECT_LT(z_score(drawn.gap, exact.gap), 4);
    // Errors that mean something: a tenth of a nat at most.
    EXPECT_LT(drawn.log_px.error, 0.1);
    EXPECT_NEAR(drawn.elbo.value + drawn.gap.value, drawn.log_px.value, 1e-12);
    EXPECT_NEAR(drawn.expected_log_lik.value - drawn.kl.value, drawn.elbo.value, 1e-11);
  }
}

TEST(SampledElbo, ErrorsAreTheSpreadOverSeeds) {
  const Case each = plane();
  const int runs = 200;
  double sum = 0, squares = 0, stated = 0;
  for (int seed = 1; seed <= runs; ++seed) {
    const SampledElbo drawn = sampled_elbo(each.model, each.x, each.q, 100, static_cast<std::uint64_t>(seed));
    sum += drawn.elbo.value;
    squares += drawn.elbo.value * drawn.elbo.value;
    stated += drawn.elbo.error / runs;
  }
  const double spread = std::sqrt((squares - sum * sum / runs) / (runs - 1));
  // The standard error of a standard deviation of 200 values is 5 %.
  EXPECT_NEAR(stated / spread, 1, 0.2);
}

TEST(SampledElbo, WhereQIsThePosteriorEveryDrawSaysTheSame) {
  // Of one latent coordinate the posterior is diagonal.
  const Case each = best({{1, 1, {1.5}, {0.3}, 0.4}, {1.0}, {{0}, {1}}});
  const SampledElbo drawn = sampled_elbo(each.model, each.x, each.q, 50, 1);
  const Elbo exact = linear_gaussian_elbo(each.model, each.x, each.q);
  EXPECT_NEAR(drawn.elbo.value, exact.log_px, 1e-12);
  EXPECT_NEAR(drawn.gap.value, 0, 1e-12);
  EXPECT_LT(drawn.elbo.error, 1e-12);
  EXPECT_NEAR(drawn.effective, 50, 1e-9);
}

TEST(SampledElbo, SaysWhenFewDrawsCount) {
  Case each = plane();
  each.q = {{3, -3}, {0.01, 0.01}};
  EXPECT_LT(sampled_elbo(each.model, each.x, each.q, 1000, 1).effective, 10);
  EXPECT_GT(sampled_elbo(best(plane()).model, each.x, best(plane()).q, 1000, 1).effective, 100);
}

TEST(SampledElbo, RefusesDraws) {
  const Case each = plane();
  EXPECT_THROW(sampled_elbo(each.model, each.x, each.q, 1, 1), InvalidArgument);
  EXPECT_THROW(sampled_elbo(each.model, each.x, {{0}, {1}}, 10, 1), InvalidArgument);
}

/// L L' entry (i, k).
double covariance(const Outline& ellipse, std::size_t i, std::size_t k) {
  const std::size_t d = ellipse.mean.size();
  double sum = 0;
  for (std::size_t j = 0; j < d; ++j) sum += ellipse.radii[i * d + j] * ellipse.radii[k * d + j];
  return sum;
}

TEST(BoundPicture, EllipsesHaveTheCovariances) {
  const Case each = plane();
  const Elbo exact = linear_gaussian_elbo(each.model, each.x, each.q);
  const BoundPicture picture = bound_picture(each.model, each.x, each.q, {0, 1});
  for (const std::size_t i : {0U, 1U}) {
    for (const std::size_t k : {0U, 1U})
      EXPECT_NEAR(covariance(picture.posterior, i, k), exact.posterior_cov[2 * i + k], 1e-15);
    EXPECT_NEAR(covariance(picture.best, i, i), exact.best_diag_var[i], 1e-15);
    EXPECT_NEAR(covariance(picture.q, i, i), each.q.var[i], 1e-15);
    EXPECT_DOUBLE_EQ(picture.posterior.mean[i], exact.posterior_mean[i]);
  }
  // D D' + s2 I by hand.
  EXPECT_NEAR(covariance(picture.marginal, 0, 0), 1.44 + 0.25 + 0.25, 1e-14);
  EXPECT_NEAR(covariance(picture.marginal, 0, 1), -0.48 + 0.45, 1e-14);
  EXPECT_NEAR(covariance(picture.marginal, 1, 1), 0.16 + 0.81 + 0.25, 1e-14);
  // D m + b
  EXPECT_NEAR(picture.decoder.mean[0], 1.2 * 0.2 + 0.5 * 0.9 + 0.2, 1e-15);
  EXPECT_NEAR(covariance(picture.decoder, 1, 1), 0.25, 1e-15);
  ASSERT_EQ(picture.lattice.size(), 50U);
  // The first is z = (-2, -2), the second (-2, -1).
  EXPECT_NEAR(picture.lattice[0], -2 * 1.2 - 2 * 0.5 + 0.2, 1e-14);
  EXPECT_NEAR(picture.lattice[2], -2 * 1.2 - 0.5 + 0.2, 1e-14);
  EXPECT_TRUE(picture.latent.at.empty());
  EXPECT_TRUE(picture.data.at.empty());
}

TEST(BoundPicture, ShowsAnyTwoCoordinates) {
  const LinearGaussian model{3, 1, {1, 2, 3}, {0.1, 0.2, 0.3}, 0.5};
  const BoundPicture picture = bound_picture(model, {1, 1, 1}, {{0.5}, {1}}, {2, 0});
  EXPECT_NEAR(covariance(picture.marginal, 0, 0), 9.5, 1e-14);
  EXPECT_NEAR(covariance(picture.marginal, 0, 1), 3, 1e-14);
  EXPECT_NEAR(picture.decoder.mean[0], 1.8, 1e-15);
  EXPECT_EQ(picture.lattice.size(), 10U);
  EXPECT_THROW(bound_picture(model, {1, 1, 1}, {{0.5}, {1}}, {1, 1}), InvalidArgument);
  EXPECT_THROW(bound_picture(model, {1, 1, 1}, {{0.5}, {1}}, {0, 3}), InvalidArgument);
}

TEST(BoundPicture, DensitiesIntegrateToOne) {
  // A sharp posterior beside a wide prior.
  const LinearGaussian model{1, 1, {2}, {0}, 1e-4};
  const BoundPicture picture = bound_picture(model, {1}, {{0.4}, {0.2}}, {0, 1});
  ASSERT_EQ(picture.latent.density.size(), 4U);
  for (const DensityCurves* curves : {&picture.latent, &picture.data})
    for (const std::vector<double>& density : curves->density) {
      double sum = 0;
      for (std::size_t i = 1; i < density.size(); ++i)
        sum += 0.5 * (density[i] + density[i - 1]) * (curves->at[i] - curves->at[i - 1]);
      // The trapezoid rule, from -4 to 4 standard deviations.
      EXPECT_NEAR(sum, 1, 2e-3);
    }
}

}  // namespace
