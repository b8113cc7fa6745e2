// What the pictures of the claims about the dual and about nu hold beside what svdd_claims_picture_test has, against values
// known by hand or found by another rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "svdd/claims/claims.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

template <class Picture>
Picture picture_of(const std::string& id, const Problem& problem, const std::string& mistake = "") {
  return std::get<Picture>(check_claim(id, problem, certificate(problem), {}, Mistake(mistake)).picture);
}

// The least cost in one dimension with violations of u, over a fine grid of centres. The best rho is rho(mu) or u.
double least_cost_1d(const Problem& problem, double u) {
  double best = HUGE_VAL;
  for (int k = 0; k <= 4000; ++k) {
    const double mu = -4 + 8.0 * k / 4000;
    // h is a polyline: its least value for r >= u is at u or at a d^2.
    std::vector<double> r{std::max(u, 0.0)};
    for (const double x : problem.x) r.push_back(std::max((x - mu) * (x - mu), std::max(u, 0.0)));
    for (const double at : r) {
      double cost = at - u;
      for (int i = 0; i < problem.n(); ++i)
        cost += problem.weights[i] / problem.nu * std::max((problem.x[i] - mu) * (problem.x[i] - mu) - at, 0.0);
      best = std::min(best, cost);
    }
  }
  return best;
}

TEST(BallHyperplane, LeastCostOfViolationsIsTheLeast) {
  const Problem problem = literal({-2.5, -1, -0.5, 0.25, 1, 3}, 1, {1, 2, 1, 1, 2, 1}, 2.5);
  const auto picture = picture_of<DualityPicture>("2.2", problem);
  ASSERT_EQ(picture.relaxed.size(), 18U);  // 15 fits, and three places of the certificate's ball
  for (std::size_t k = 0; k < picture.relaxed.size(); ++k) {
    const double least = least_cost_1d(problem, picture.relaxed[k]);
    EXPECT_NEAR(picture.relaxed_cost[k], least, 2e-5 * (1 + least)) << picture.relaxed[k];
    EXPECT_NEAR(picture.relaxed_bound[k], picture.relaxed_cost[k], 1e-5) << picture.relaxed[k];
  }
}

TEST(BallHyperplane, SupportsAConvexSetAtTheOptimum) {
  for (const Problem& problem : {cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5)), three(0.5), three(0.8)}) {
    const Solution solution = certificate(problem);
    const auto p = picture_of<DualityPicture>("2.2", problem);
    EXPECT_NEAR(p.slope, -1, 1e-12);
    EXPECT_EQ(p.slope_least, -solution.alpha_sum_lo);
    for (std::size_t k = 0; k < p.relaxed.size(); ++k) {
      EXPECT_GE(p.relaxed_cost[k], p.certificate_dual + p.slope * p.relaxed[k] - 1e-6);
      EXPECT_GE(p.relaxed_cost[k], p.certificate_dual + p.slope_least * p.relaxed[k] - 1e-6);
      if (p.relaxed[k] <= 0) EXPECT_NEAR(p.relaxed_cost[k], p.certificate_dual + p.slope * p.relaxed[k], 1e-6);
      if (k < 2 || p.relaxed[k] == p.relaxed[k - 2]) continue;
      const double share = (p.relaxed[k - 1] - p.relaxed[k - 2]) / (p.relaxed[k] - p.relaxed[k - 2]);
      const double chord = (1 - share) * p.relaxed_cost[k - 2] + share * p.relaxed_cost[k];
      EXPECT_LE(p.relaxed_cost[k - 1], chord + 1e-5 * p.certificate_primal);
    }
    EXPECT_LT(p.relaxed_cost.back(), 0.05 * p.certificate_primal);
  }
  // Without a Slater point: chords from 0 grow steep without limit.
  const auto p = picture_of<DualityPicture>("2.2", three(0.5));
  ASSERT_EQ(p.vertical_u.front(), 0);
  for (std::size_t k = 2; k < p.vertical_u.size(); ++k)
    EXPECT_GT(p.vertical_cost[k] / p.vertical_u[k], p.vertical_cost[k - 1] / p.vertical_u[k - 1]);
  EXPECT_LT(p.vertical_cost[1] / p.vertical_u[1], -50);
}

TEST(BallEnvelope, ThetaIsTheLowestLineEverywhere) {
  for (const Problem& problem : {cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5))}) {
    const auto p = picture_of<DualFunctionPicture>("2.3", problem);
    EXPECT_EQ(p.path_theta, p.path_right);
    EXPECT_NEAR(p.path_theta.back(), p.theta, 1e-9);
    double rise = 0;
    for (std::size_t j = 0; j < p.path_t.size(); ++j) {
      double lowest = HUGE_VAL;
      for (std::size_t k = 0; k < p.line_t.size(); ++k)
        lowest = std::min(lowest, (1 - p.path_t[j]) * p.line_start[k] + p.path_t[j] * p.line_end[k]);
      EXPECT_LE(p.path_theta[j], lowest + 1e-9);
      if (j % 6 == 0) EXPECT_NEAR(p.path_theta[j], lowest, 1e-9);
      if (j >= 2) {
        const double bend = p.path_theta[j - 2] - 2 * p.path_theta[j - 1] + p.path_theta[j];
        EXPECT_LE(bend, 1e-9);
        rise = std::min(rise, bend);
      }
    }
    EXPECT_LT(rise, 0);  // not one line
    for (const char* code : {"twice", "undivided"}) {
      const auto broken = picture_of<DualFunctionPicture>("2.3", problem, code);
      EXPECT_EQ(broken.path_right, p.path_theta);
      EXPECT_GT(std::abs(broken.path_theta.front() - p.path_theta.front()), 1e-3) << code;
    }
  }
}

TEST(BallLedger, TheMistakeIsInOneTermAndTakesDrawsOffTheDiagonal) {
  const Problem problem = cloud(40, 2, 0.2);
  const auto right = picture_of<LagrangianPicture>("2.1", problem);
  EXPECT_EQ(right.terms, right.intact);
  for (std::size_t k = 0; k < right.by_term.size(); ++k)
    EXPECT_NEAR(right.by_term[k], right.by_variable[k], 1e-9 * (1 + std::abs(right.by_term[k])));
  const std::vector<std::pair<const char*, std::size_t>> rows{{"radius", 2}, {"no-nu", 1}, {"gamma", 4}, {"plain", 3}};
  for (const auto& [code, row] : rows) {
    const auto wrong = picture_of<LagrangianPicture>("2.1", problem, code);
    EXPECT_EQ(wrong.intact, right.terms) << code;
    EXPECT_EQ(wrong.by_variable, right.by_variable) << code;
    EXPECT_NE(wrong.by_term, right.by_term) << code;
    for (std::size_t k = 0; k < 5; ++k)
      if (k != row) EXPECT_EQ(wrong.terms[k], right.terms[k]) << code << ' ' << k;
  }
}

TEST(SimplifiedDualPicture, AMistakeIsDrawnBesideTheRightRay) {
  const Problem problem = cloud(40, 2, 0.2);
  const auto right = picture_of<SimplifiedDualPicture>("2.4", problem);
  EXPECT_EQ(right.objective, right.intact);
  EXPECT_NEAR(right.up, 0, 1e-6);
  for (const char* code : {"plain", "mean", "sign", "cross"}) {
    const auto wrong = picture_of<SimplifiedDualPicture>("2.4", problem, code);
    EXPECT_EQ(wrong.s, right.s) << code;
    EXPECT_EQ(wrong.intact, right.objective) << code;
    EXPECT_NE(wrong.objective, right.objective) << code;
  }
  EXPECT_GT(picture_of<SimplifiedDualPicture>("2.4", problem, "mean").gain, 0.1);
  EXPECT_NEAR(picture_of<SimplifiedDualPicture>("2.4", problem, "no-sum").alpha_sum, 5, 1e-9);  // 1 / 0.2
  EXPECT_NEAR(picture_of<SimplifiedDualPicture>("2.4", problem, "nu-too-large").s_face, 0.8, 1e-9);
}

TEST(NuPicture, AMistakeIsDrawnBesideTheRightShares) {
  const Problem problem = cloud(40, 2, 0.21);
  const auto right = picture_of<NuPicture>("2.6", problem);
  EXPECT_EQ(right.sweep_tried, 24);
  EXPECT_EQ(right.sweep_nu.size(), 24U);
  EXPECT_EQ(right.sweep_points, 40);
  EXPECT_EQ(right.sweep_intact, right.sweep_outside);
  int ties = 0;
  for (const double nu : right.sweep_nu)
    if (std::abs(nu * 40 - std::round(nu * 40)) < 1e-9) ++ties;
  EXPECT_EQ(ties, 12);
  const auto counted = picture_of<NuPicture>("2.6", problem, "at-least");
  EXPECT_EQ(counted.sweep_intact, right.sweep_outside);
  EXPECT_EQ(counted.sweep_outside, counted.sweep_not_inside);
  EXPECT_GT(counted.outside, counted.nu);
  EXPECT_EQ(counted.intact_outside, right.outside);
  const auto weightless = picture_of<NuPicture>("2.6", problem, "weight-0");
  EXPECT_GT(weightless.added, 0);
  EXPECT_TRUE(weightless.outside > weightless.nu || weightless.not_inside < weightless.nu);
  EXPECT_NEAR(picture_of<NuPicture>("2.6", problem, "nu-too-large").nu, 1.25, 1e-12);
}

}  // namespace
}  // namespace proofground::svdd::test
