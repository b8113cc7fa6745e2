// What the pictures of problem 2 hold, against values known by hand or by another rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "svdd/claims/claims.h"
#include "svdd/claims/radius.h"
#include "svdd/distance.h"
#include "svdd/kkt_case.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

template <class Picture>
Picture picture_of(const std::string& id, const Problem& problem, const ClaimOptions& options = {},
                   bool broken = false) {
  return std::get<Picture>(
      check_claim(id, problem, certificate(problem), options, broken ? Mistake("plain") : Mistake()).picture);
}

const Problem kCloud = cloud(40, 2, 0.2);

TEST(BallLagrangianPicture, TermsAddUpAndSlidersMoveThemLinearly) {
  ClaimOptions options;
  options.point = 3;
  options.alpha = 0.5;
  options.beta = 0.25;
  options.gamma = 2;
  const Solution solution = certificate(kCloud);
  const auto picture = picture_of<LagrangianPicture>("2.1", kCloud, options);
  ASSERT_EQ(picture.terms.size(), 5U);
  EXPECT_DOUBLE_EQ(std::accumulate(picture.terms.begin(), picture.terms.end(), 0.0), picture.value);
  const double box = kCloud.weights[3] / kCloud.nu;
  const double change = (0.5 - solution.alpha[3]) * (picture.distance2 - picture.rho - picture.xi) -
                        (0.25 - (box - solution.alpha[3])) * picture.xi - 2 * picture.rho;
  EXPECT_NEAR(picture.value, picture.saddle + change, 1e-9);
  EXPECT_NEAR(picture.saddle, solution.dual, 1e-6);
}

TEST(BallLagrangianPicture, DrawsLieOnTheirSides) {
  const auto picture = picture_of<LagrangianPicture>("2.1", kCloud);
  ASSERT_EQ(picture.below.size(), 200U);
  ASSERT_EQ(picture.above.size(), 200U);
  EXPECT_LE(*std::max_element(picture.below.begin(), picture.below.end()), picture.saddle + 1e-5);
  EXPECT_GE(*std::min_element(picture.above.begin(), picture.above.end()), picture.saddle - 1e-5);
  // They are draws, not copies of the saddle.
  EXPECT_LT(*std::min_element(picture.below.begin(), picture.below.end()), picture.saddle - 1);
  EXPECT_GT(*std::max_element(picture.above.begin(), picture.above.end()), picture.saddle + 1);
  EXPECT_EQ(picture.below, picture_of<LagrangianPicture>("2.1", kCloud).below);
  ClaimOptions other;
  other.seed = 2;
  EXPECT_NE(picture.below, picture_of<LagrangianPicture>("2.1", kCloud, other).below);
}

TEST(DualityPicture, GapClosesAlongThePath) {
  const Solution solution = certificate(kCloud);
  const auto picture = picture_of<DualityPicture>("2.2", kCloud);
  ASSERT_GE(picture.iteration.size(), 3U);
  EXPECT_EQ(picture.iteration.front(), 0);
  EXPECT_EQ(picture.iteration.back(), static_cast<double>(solution.report.iterations));
  for (std::size_t k = 0; k + 1 < picture.dual.size(); ++k) {
    EXPECT_LE(picture.dual[k], picture.dual[k + 1] + 1e-9);
    EXPECT_LE(picture.dual[k], picture.primal[k] + 1e-9);
  }
  EXPECT_GT(picture.primal.front() - picture.dual.front(), 0.01);
  EXPECT_NEAR(picture.primal.back(), picture.dual.back(), 1e-6);
}

TEST(DualityPicture, SetIsConvexInRhoAndNotInR) {
  const auto picture = picture_of<DualityPicture>("2.2", three(0.5));  // point 0: d^2 = 1
  EXPECT_NEAR(picture.chord_shortfall, 0.25, 1e-9);
  // Second differences of the edge of the set above it: convex in rho, concave in R as far as R = d.
  for (std::size_t k = 1; k + 1 < picture.rho.size(); ++k) {
    EXPECT_GE(picture.edge[k - 1] - 2 * picture.edge[k] + picture.edge[k + 1], -1e-12);
    if (picture.radius[k + 1] < 1)
      EXPECT_LT(picture.boundary[k - 1] - 2 * picture.boundary[k] + picture.boundary[k + 1], 0);
  }
  ASSERT_EQ(picture.slater_xi.size(), 3U);
  for (double xi : picture.slater_xi) EXPECT_GT(xi, 0);
}

TEST(DualFunctionPicture, ThetaIsTheLeastOfTheDrawsAndRidesGoDown) {
  const auto picture = picture_of<DualFunctionPicture>("2.3", kCloud);
  ASSERT_EQ(picture.lagrangian.size(), picture.distance.size());
  EXPECT_EQ(picture.distance.front(), 0);
  EXPECT_NEAR(picture.lagrangian.front(), picture.theta, 1e-9);
  // L = theta + s |mu' - mu|^2, with s = 1.
  for (std::size_t k = 0; k < picture.distance.size(); ++k)
    EXPECT_NEAR(picture.lagrangian[k], picture.theta + picture.distance[k] * picture.distance[k], 1e-7);
  for (std::size_t k = 1; k < picture.ride.size(); ++k) {
    EXPECT_LT(picture.ride_rho[k], picture.ride_rho[k - 1]);
    EXPECT_LT(picture.ride_xi[k], picture.ride_xi[k - 1]);
  }
}

TEST(SimplifiedDualPicture, ObjectiveIsLinearAlongTheRay) {
  const auto picture = picture_of<SimplifiedDualPicture>("2.4", three(0.8));
  ASSERT_EQ(picture.s.size(), picture.objective.size());
  for (std::size_t k = 0; k < picture.s.size(); ++k) EXPECT_NEAR(picture.objective[k], picture.s[k] * 5.0 / 6, 1e-9);
  EXPECT_NEAR(picture.s_face, 1, 1e-9);  // the outer points are at C / nu already
  EXPECT_NEAR(picture.alpha_sum_lo, 5.0 / 6, 1e-9);
}

TEST(CentrePicture, ForcesBalanceUntilTheCentreMoves) {
  const auto picture = picture_of<CentrePicture>("2.5a", kCloud);
  ASSERT_EQ(picture.force.size(), 80U);
  double across = 0, up = 0;
  for (std::size_t i = 0; i < 40; ++i) {
    across += picture.force[2 * i];
    up += picture.force[2 * i + 1];
    EXPECT_NEAR(picture.pull[i], std::hypot(picture.force[2 * i], picture.force[2 * i + 1]), 1e-9);
  }
  EXPECT_NEAR(across, 0, 1e-12);
  EXPECT_NEAR(up, 0, 1e-12);
  const Solution solution = certificate(kCloud);
  const double farthest = *std::max_element(solution.distance2.begin(), solution.distance2.end());
  EXPECT_NEAR(picture_of<CentrePicture>("2.5a", kCloud, {}, true).residual2, 0.01 * farthest, 1e-9);
  EXPECT_TRUE(picture_of<CentrePicture>("2.5a", cloud(20, 2, 0.2, rbf(1))).force.empty());
}

// What is drawn instead of the ball is what was judged: its rho, and its centre by the weights that make it.
TEST(BrokenBall, IsTheOneThatWasJudged) {
  for (const Problem& problem : {kCloud, cloud(40, 3, 0.2, rbf(0.5)), cloud(30, 2, 0.3, poly(0.5, 1, 2)), three(0.8)}) {
    const Solution solution = certificate(problem);
    const double farthest = *std::max_element(solution.distance2.begin(), solution.distance2.end());
    for (const char* id : {"2.2", "2.5b", "2.5c", "2.6"}) {
      EXPECT_FALSE(check_claim(id, problem, solution, {}, {}).broken_certificate);
      const ClaimResult result = check_claim(id, problem, solution, {}, Mistake("plain"));
      ASSERT_TRUE(result.broken_certificate) << id;
      EXPECT_EQ(result.broken_certificate->alpha, solution.alpha);
      EXPECT_GT(result.broken_certificate->rho, 1.4 * farthest);
      EXPECT_LT(result.broken_certificate->rho, 1.7 * farthest);
      if (const auto* picture = std::get_if<RadiusPicture>(&result.picture))
        EXPECT_EQ(picture->pick, result.broken_certificate->rho);
      if (const auto* picture = std::get_if<DualityPicture>(&result.picture)) {
        EXPECT_NEAR(picture->certificate_primal, result.broken_certificate->rho, 1e-9);
        EXPECT_NEAR(picture->certificate_dual, solution.dual, 1e-9);
      }
    }
    EXPECT_FALSE(check_claim("2.5a", problem, solution, {}, {}).broken_certificate);
    const ClaimResult moved = check_claim("2.5a", problem, solution, {}, Mistake("plain"));
    ASSERT_TRUE(moved.broken_certificate);
    const Solution& ball = *moved.broken_certificate;
    EXPECT_EQ(ball.rho, solution.rho);
    EXPECT_NEAR(std::accumulate(ball.alpha.begin(), ball.alpha.end(), 0.0), 1, 1e-12);
    const std::vector<double> d2 = distance2(problem, ball, problem.x);
    for (int i = 0; i < problem.n(); ++i) EXPECT_NEAR(ball.distance2[i], d2[i], 1e-9 * farthest);
    for (const char* id : {"2.1", "2.3", "2.4"})
      EXPECT_FALSE(check_claim(id, problem, solution, {}, Mistake("plain")).broken_certificate);
  }
}

TEST(DualFunctionPicture, AGammaTooLargeLetsLFallBelowTheta) {
  const auto intact = picture_of<DualFunctionPicture>("2.3", kCloud);
  const auto broken = picture_of<DualFunctionPicture>("2.3", kCloud, {}, true);
  EXPECT_EQ(broken.distance, intact.distance);
  EXPECT_EQ(broken.theta, intact.theta);
  EXPECT_EQ(broken.intact, intact.lagrangian);
  int below = 0;
  for (std::size_t k = 1; k < broken.lagrangian.size(); ++k) {
    EXPECT_LT(broken.lagrangian[k], intact.lagrangian[k]);
    if (broken.lagrangian[k] < broken.theta) ++below;
  }
  EXPECT_GE(below, 20);
}

TEST(RadiusPicture, ATrialSaysWhetherItMinimises) {
  const auto at = [](const Problem& problem, double rho) {
    ClaimOptions options;
    options.rho = rho;
    return picture_of<RadiusPicture>("2.5b", problem, options);
  };
  // h = 1 on [0, 1], then rho.
  for (const double rho : {0.0, 0.25, 1.0}) {
    EXPECT_TRUE(at(three(2.0 / 3), rho).minimises) << rho;
    EXPECT_NEAR(at(three(2.0 / 3), rho).excess, 0, 1e-9) << rho;
  }
  EXPECT_FALSE(at(three(2.0 / 3), 1.5).minimises);
  EXPECT_NEAR(at(three(2.0 / 3), 1.5).excess, 0.5, 1e-9);
  // The ball: 1 alone; at 1/2 h is 1/2 + 4/3 / 2.
  EXPECT_TRUE(at(three(0.5), 1).minimises);
  EXPECT_FALSE(at(three(0.5), 0.5).minimises);
  EXPECT_NEAR(at(three(0.5), 0.5).excess, 1.0 / 2 + 2.0 / 3 - 1, 1e-9);
  // Collapsed: 0 alone, where no slope to the left is needed.
  EXPECT_TRUE(at(three(0.8), 0).minimises);
  EXPECT_FALSE(at(three(0.8), 0.1).minimises);
}

TEST(RadiusPicture, PresetsHaveTheirIntervals) {
  struct Expected {
    double nu, lo, hi, minimum;
  };
  for (const auto& [nu, lo, hi, minimum] : {Expected{0.5, 1, 1, 1}, Expected{2.0 / 3, 0, 1, 1},
                                            Expected{1.0 / 3 + 1.0 / 3, 0, 1, 1}, Expected{0.8, 0, 0, 5.0 / 6}}) {
    for (const char* id : {"2.5b", "2.5c"}) {
      const auto picture = picture_of<RadiusPicture>(id, three(nu));
      EXPECT_NEAR(picture.lo, lo, 1e-9) << nu;
      EXPECT_NEAR(picture.hi, hi, 1e-9) << nu;
      EXPECT_NEAR(picture.minimum, minimum, 1e-9) << nu;
      EXPECT_NEAR(picture.outside.front(), 2.0 / 3, 1e-12) << nu;
      EXPECT_EQ(picture.outside.back(), 0) << nu;
    }
  }
}

TEST(RadiusPicture, PolylineIsTheFunctionAndATrialMovesThePickAlone) {
  const Solution solution = certificate(kCloud);
  std::vector<double> box(40, 1.0 / 40 / kCloud.nu);
  const RadiusFunction h(solution.distance2, box);
  ClaimOptions options;
  options.rho = 100;
  const ClaimResult result = check_claim("2.5b", kCloud, solution, options, {});
  const auto& picture = std::get<RadiusPicture>(result.picture);
  for (std::size_t k = 0; k < picture.rho.size(); ++k) EXPECT_NEAR(picture.h[k], h(picture.rho[k]), 1e-9);
  EXPECT_EQ(result.claim.verdict(), Verdict::pass);
  EXPECT_EQ(picture.pick, 100);
  EXPECT_EQ(picture.slope_left, 1);
  EXPECT_NEAR(picture.value, 100, 1e-9);
}

TEST(SlackPicture, WhiskersDependOnWhichRho) {
  const auto picture = picture_of<SlackPicture>("2.5d", three(2.0 / 3));
  EXPECT_NEAR(picture.xi[0], 0.5, 1e-9);
  EXPECT_NEAR(picture.xi_at_lo[0], 1, 1e-9);
  EXPECT_NEAR(picture.xi_at_hi[0], 0, 1e-9);
  EXPECT_NEAR(picture.xi_at_lo[1], 0, 1e-9);
}

TEST(BallStaircasePicture, CasesAreThoseOfTheGoldenFile) {
  const auto document = golden::read("svdd.json");
  for (const auto& entry : document["cases"].GetArray()) {
    SCOPED_TRACE(entry["id"].GetString());
    for (const Named& named : all_problems()) {
      if (named.name != std::string("golden ") + entry["id"].GetString()) continue;
      const auto picture = picture_of<StaircasePicture>("2.5e", named.problem);
      for (int i = 0; i < named.problem.n(); ++i) {
        const std::string name = entry["class_at_rho_mid"][static_cast<rapidjson::SizeType>(i)].GetString();
        EXPECT_EQ(picture.kkt_case[i], name == "outside" ? kOutside : name == "inside" ? kInside : kBoundary) << i;
      }
    }
  }
}

// As its text says: one and a half times C / nu, above the staircase wherever the point lies.
TEST(BallStaircasePicture, TheBrokenMultiplierIsOneAndAHalfTimesItsBound) {
  for (const Problem& problem : {kCloud, cloud(20, 2, 0.02), three(0.5), cloud(40, 3, 0.4, rbf(0.5), true)}) {
    for (int point = 0; point < problem.n(); ++point) {
      ClaimOptions options;
      options.point = point;
      const auto intact = picture_of<StaircasePicture>("2.5e", problem, options);
      const auto broken = picture_of<StaircasePicture>("2.5e", problem, options, true);
      EXPECT_DOUBLE_EQ(broken.alpha[point], 1.5 * problem.weights[point] / problem.nu);
      EXPECT_GT(broken.distance[point], 0.4);
      EXPECT_EQ(broken.excess, intact.excess);
      for (int i = 0; i < problem.n(); ++i)
        if (i != point) EXPECT_EQ(broken.alpha[i], intact.alpha[i]);
    }
  }
}

TEST(NuPicture, SweepStraddlesNuAndTheBallShrinks) {
  const auto picture = picture_of<NuPicture>("2.6", kCloud);
  EXPECT_NEAR(picture.nu, 0.2, 1e-12);
  EXPECT_LE(picture.outside, picture.nu + 1e-12);
  EXPECT_GE(picture.not_inside, picture.nu - 1e-12);
  ASSERT_GE(picture.sweep_nu.size(), 20U);
  for (std::size_t k = 0; k < picture.sweep_nu.size(); ++k) {
    EXPECT_LE(picture.sweep_outside[k], picture.sweep_nu[k] + 1e-12);
    EXPECT_GE(picture.sweep_not_inside[k], picture.sweep_nu[k] - 1e-12);
    if (k > 0) EXPECT_LE(picture.sweep_outside[k - 1], picture.sweep_outside[k] + 1e-12);
  }
  EXPECT_GT(picture.sweep_rho.front(), picture.sweep_rho.back());
}

}  // namespace
}  // namespace proofground::svdd::test
