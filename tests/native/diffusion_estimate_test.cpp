// Estimates by draws against quadrature, on data in three dimensions of which two are Gaussian.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/require.h"
#include "diffusion/estimate.h"
#include "diffusion/nelbo.h"
#include "diffusion/quadrature.h"
#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

constexpr double kVariance = 0.04;  // of the modes, and of the two coordinates beside theirs

Mixture modes_in_space() { return {{0.5, 0.5}, {-1, 0, 0, 1, 0, 0}, {}, 3, std::sqrt(kVariance)}; }

TEST(DiffusionEstimate, DrawsFindWhatGridsFind) {
  const Oracle line(modes()), space(modes_in_space());
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  std::vector<Step> steps;
  for (const int t : {1, 10, 25, 50}) steps.push_back(schedule.at(t));
  EXPECT_TRUE(quadrature_affordable(line, steps));
  EXPECT_FALSE(quadrature_affordable(space, steps));
  Rng rng(5);
  const std::vector<Estimate> exact = estimated_x0_variances(line, steps, 2, rng);
  const std::vector<Estimate> drawn = estimated_x0_variances(space, steps, 10'000, rng);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    EXPECT_EQ(exact[i].error, 0);
    EXPECT_EQ(exact[i].value, expected_x0_variance(line, step));
    const double beside = kVariance * step.noise / (step.alpha_bar * kVariance + step.noise);
    // At t = 1 only one draw in millions lies between the modes, where x_0 might be either.
    EXPECT_NEAR(drawn[i].value, exact[i].value + 2 * beside, 5 * drawn[i].error + 1e-8);
    EXPECT_LE(drawn[i].error, 0.05 * drawn[i].value);
  }
  const Estimate entropy_exact = estimated_entropy(line, 2, rng), entropy_drawn = estimated_entropy(space, 10'000, rng);
  EXPECT_EQ(entropy_exact.value, entropy(line));
  EXPECT_EQ(entropy_exact.error, 0);
  const double beside = std::log(2 * std::numbers::pi * std::numbers::e * kVariance);
  EXPECT_NEAR(entropy_drawn.value, entropy_exact.value + beside, 5 * entropy_drawn.error);
  EXPECT_GT(entropy_drawn.error, 0);
  EXPECT_LE(entropy_drawn.error, 0.02);
  EXPECT_EQ(estimated_entropy(Oracle(points(5, 3, 1)), 2, rng).value, -HUGE_VAL);
}

TEST(DiffusionEstimate, MakesTheSameNelbo) {
  const Oracle oracle(modes());
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  const std::vector<double> variance = x0_variances(oracle, schedule);
  const Nelbo whole = nelbo(oracle, schedule, variance, ReverseVariance::best);
  const Nelbo given = nelbo(oracle, schedule, variance, ReverseVariance::best, 0.25);
  EXPECT_EQ(whole.total, given.total);
  EXPECT_EQ(whole.terms, given.terms);
  EXPECT_EQ(given.entropy, 0.25);
}

TEST(DiffusionEstimate, IsSeededAndBatchesDoNotShow) {
  const Oracle space(modes_in_space());
  const std::vector<Step> steps{text().at(100)};
  Rng one(9), other(9), third(10);
  const double a = estimated_x0_variances(space, steps, 5000, one)[0].value;
  EXPECT_EQ(estimated_x0_variances(space, steps, 5000, other)[0].value, a);
  EXPECT_NE(estimated_x0_variances(space, steps, 5000, third)[0].value, a);
  EXPECT_THROW((void)estimated_x0_variances(space, steps, 1, one), InvalidArgument);
  EXPECT_THROW((void)estimated_entropy(space, 1, one), InvalidArgument);
}

}  // namespace
}  // namespace proofground::diffusion::test
