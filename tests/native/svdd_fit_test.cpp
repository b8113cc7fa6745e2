// The SVDD model: ties, collapse, degenerate data, stepping, refusals, limits.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/require.h"
#include "svdd/distance.h"
#include "svdd/svdd.h"
#include "svdd_problems.h"
#include "tolerances.h"

namespace proofground::svdd {
namespace {

using test::cloud;
using test::kLinear;
using test::literal;
using test::poly;
using test::rbf;
using test::sigmoid;
using test::three;

const Options kFine{.tolerance = 1e-10};

TEST(SvddFit, BelowTwoThirdsTheOuterPointsHoldTheBall) {
  for (double nu : {0.1, 1.0 / 3, 0.5, 0.66}) {
    const Solution s = fit(three(nu), kFine);
    EXPECT_NEAR(s.rho_lo, 1, tolerance::identity()) << nu;
    EXPECT_NEAR(s.rho_hi, 1, tolerance::identity()) << nu;
    EXPECT_NEAR(s.center[0], 0, tolerance::identity()) << nu;
    EXPECT_EQ(s.alpha_sum_lo, 1) << nu;
    EXPECT_NEAR(s.primal, 1, tolerance::identity()) << nu;
  }
}

// 1/3 + 1/3, and numbers a rounding error away from 2/3: a tie is a band, not a bit pattern.
TEST(SvddFit, AtTwoThirdsEveryRadiusUpToOneIsOptimal) {
  const double two_thirds = 2.0 / 3;
  for (double nu : {two_thirds, 1.0 / 3 + 1.0 / 3, std::nextafter(two_thirds, 0), std::nextafter(two_thirds, 1),
                    two_thirds * (1 + 1e-13), two_thirds * (1 - 1e-13), 1 - 1.0 / 3}) {
    const Solution s = fit(three(nu), kFine);
    EXPECT_TRUE(s.report.converged);
    EXPECT_NEAR(s.rho_lo, 0, tolerance::identity()) << nu - two_thirds;
    EXPECT_NEAR(s.rho_hi, 1, tolerance::identity()) << nu - two_thirds;
    EXPECT_NEAR(s.rho, 0.5, tolerance::identity()) << nu - two_thirds;
    EXPECT_NEAR(s.primal, 1, tolerance::identity()) << nu - two_thirds;
    EXPECT_NEAR(s.alpha_sum_lo, 1, tolerance::identity()) << nu - two_thirds;
    // No free support vector: every multiplier is at a bound.
    EXPECT_NEAR(s.alpha[0], 0.5, tolerance::identity());
    EXPECT_NEAR(s.alpha[1], 0, tolerance::identity());
  }
}

TEST(SvddFit, AboveTwoThirdsTheBallCollapses) {
  const Solution s = fit(three(0.8), kFine);
  EXPECT_EQ(s.rho_lo, 0);
  EXPECT_EQ(s.rho_hi, 0);
  EXPECT_EQ(s.distance2[1], 0);
  EXPECT_NEAR(s.primal, 5.0 / 6, tolerance::identity());
  EXPECT_NEAR(s.dual, 5.0 / 6, tolerance::identity());
  // s may be anything from the two outer multipliers to 1, at the same value.
  EXPECT_NEAR(s.alpha_sum_lo, 5.0 / 6, tolerance::identity());
  EXPECT_NEAR(s.xi[0], 1, tolerance::identity());
  EXPECT_EQ(s.xi[1], 0);
}

TEST(SvddFit, OnePoint) {
  for (const Kernel& kernel : {kLinear, rbf(1), poly(1, 0, 2), sigmoid(0.5, -1)}) {
    for (double nu : {1e-90, 0.5, 1.9, std::nextafter(2.0, 0)}) {
      const Problem problem = literal({3, 4}, 2, {2}, nu, kernel);
      const Solution s = fit(problem);
      EXPECT_TRUE(s.report.converged);
      EXPECT_NEAR(s.alpha[0], 1, 1e-15);
      EXPECT_EQ(s.report.iterations, 0);
      EXPECT_NEAR(s.rho_hi, 0, 1e-12 * 625);
      EXPECT_EQ(s.alpha_sum_lo, 0);
      EXPECT_NEAR(distance2(problem, s, {3, 4})[0], 0, 1e-12 * 625);
    }
  }
}

TEST(SvddFit, TwoPoints) {
  // nu below the lighter weight: the ball on the segment. Above: the heavier point moves it, the lighter is outside.
  const Solution ball = fit(literal({0, 4}, 1, {1, 3}, 0.5), kFine);
  EXPECT_NEAR(ball.center[0], 2, tolerance::identity());
  EXPECT_NEAR(ball.rho, 4, tolerance::identity());
  const Solution pulled = fit(literal({0, 4}, 1, {1, 3}, 2.5), kFine);
  EXPECT_NEAR(pulled.alpha[0], 0.4, tolerance::identity());
  EXPECT_NEAR(pulled.center[0], 2.4, tolerance::identity());
  EXPECT_NEAR(pulled.rho, 2.56, tolerance::identity());
  EXPECT_NEAR(pulled.xi[0], 3.2, tolerance::identity());
}

TEST(SvddFit, AllPointsIdentical) {
  for (const Kernel& kernel : {kLinear, rbf(0.7), poly(0.5, 1, 3), sigmoid(0.5, -1)}) {
    for (double at : {0.0, 0.3, 7.0, 1e6}) {
      const Problem problem = literal({at, at, at, at}, 1, {1, 2, 3, 4}, 2.5, kernel);
      const Solution s = fit(problem);
      const double rounding = 1e-14 * std::max(1.0, std::abs(evaluate(kernel, &at, &at, 1)));
      EXPECT_TRUE(s.report.converged);
      EXPECT_NEAR(s.rho_hi, 0, rounding);
      EXPECT_EQ(s.alpha_sum_lo, 0) << at;
      EXPECT_NEAR(s.primal, 0, 10 * rounding);
      if (!s.center.empty()) EXPECT_EQ(s.center[0], at);
    }
  }
}

TEST(SvddFit, LinearDataFarFromTheOrigin) {
  // The same points on a grid of 1/1024, so that the shift is exact; x.z would lose every digit of their differences.
  Problem near = cloud(60, 2, 0.2);
  for (double& x : near.x) x = std::round(1024 * x) / 1024;
  for (double shift : {1e6, 0x1p30}) {
    Problem far = near;
    for (double& x : far.x) x += shift;
    const Solution a = fit(near, kFine), b = fit(far, kFine);
    EXPECT_TRUE(b.report.converged);
    EXPECT_LT(b.report.iterations, 100'000);
    EXPECT_NEAR(a.rho, b.rho, tolerance::identity() * 100);
    for (int k = 0; k < 2; ++k) EXPECT_NEAR(a.center[k] + shift, b.center[k], 1e-15 * shift);
    const std::vector<double> d2 = distance2(far, b, far.x);
    for (int i = 0; i < near.n(); ++i) {
      EXPECT_NEAR(a.distance2[i], b.distance2[i], tolerance::identity() * 100);
      EXPECT_NEAR(a.distance2[i], d2[i], tolerance::identity() * 100);
    }
  }
}

// Boxes of 1e12 hold sums of 1: nothing in [0, 1] may count as "at the lower end" of such a box.
TEST(SvddFit, TinyNuIsTheHardBall) {
  const Solution small = fit(cloud(40, 2, 0.01), kFine);
  for (double share : {1e-8, 1e-12, 1e-40}) {
    const Solution s = fit(cloud(40, 2, share), kFine);
    EXPECT_TRUE(s.report.converged);
    EXPECT_NEAR(s.rho, small.rho, tolerance::identity() * 100);
    for (int k = 0; k < 2; ++k) EXPECT_NEAR(s.center[k], small.center[k], tolerance::identity() * 100);
  }
}

// C / nu times a slack that is only the solver's tolerance, or rounding, would be an objective of 1e4, or of 1e94.
TEST(SvddFit, PrimalOfATinyNuHasTheDigitsOfTheDual) {
  for (const double tolerance : {1e-3, 1e-9}) {
    for (const double share : {1e-3, 1e-9, 1e-15, 1e-99}) {
      for (const Kernel& kernel : {kLinear, rbf(1)}) {
        const Solution s = fit(cloud(40, 2, share, kernel), {.tolerance = tolerance});
        EXPECT_NEAR(s.primal, s.dual, tolerance + tolerance::identity() * s.dual) << share;
        EXPECT_NEAR(s.rho, *std::max_element(s.distance2.begin(), s.distance2.end()), tolerance);
      }
    }
  }
}

TEST(SvddFit, RhoIsTheBestForTheCentreAtEveryIterate) {
  for (const Problem& problem : {cloud(60, 2, 0.15, kLinear, true), cloud(40, 2, 0.25, rbf(1)), three(2.0 / 3)}) {
    Fit run(problem, {.tolerance = 1e-8});
    for (bool finished = false; !finished;) {
      const Solution s = run.solution();
      const auto h = [&](double rho) {
        double sum = rho;
        for (int i = 0; i < problem.n(); ++i)
          sum += problem.weights[i] / problem.nu * std::max(s.distance2[i] - rho, 0.0);
        return sum;
      };
      // A convex polyline is least at one of its corners.
      double least = h(0);
      for (const double d2 : s.distance2) least = std::min(least, h(d2));
      EXPECT_NEAR(s.primal, least, 1e-9 * least);
      finished = run.advance(3);
    }
  }
}

TEST(SvddFit, NuJustBelowTheSumOfWeights) {
  Problem problem = cloud(25, 2, 0.5, kLinear, true);
  problem.nu = std::nextafter(test::weight_sum(problem), 0);
  const Solution s = fit(problem, kFine);
  EXPECT_TRUE(s.report.converged);
  for (int i = 0; i < problem.n(); ++i) EXPECT_NEAR(s.alpha[i], problem.weights[i] / problem.nu, 1e-14);
  EXPECT_NEAR(s.rho_hi, *std::min_element(s.distance2.begin(), s.distance2.end()), tolerance::identity());
}

TEST(SvddFit, ReportIsTheTrueGapOfTheReturnedPoint) {
  const Problem problem = cloud(300, 3, 0.2, rbf(0.5), true);
  for (long limit : {0L, 20L, 10'000'000L}) {
    const Solution s = fit(problem, {.max_iterations = limit});
    // From distance2() at the data, without the solver's gradient and state.
    const std::vector<double> d2 = distance2(problem, s, problem.x);
    double lo = -HUGE_VAL, hi = HUGE_VAL;
    for (int i = 0; i < problem.n(); ++i) {
      if (s.alpha[i] < problem.weights[i] / problem.nu) lo = std::max(lo, d2[i]);
      if (s.alpha[i] > 0) hi = std::min(hi, d2[i]);
    }
    EXPECT_NEAR(s.report.kkt_gap, std::max(lo - hi, 0.0), tolerance::identity());
    EXPECT_EQ(s.report.converged, s.report.kkt_gap <= 1e-3);
    EXPECT_LE(s.report.iterations, limit);
  }
}

// The gap of a finished run is the number that it stopped on, so no rounding turns it into "not converged".
TEST(SvddFit, FinishedRunsAreConvergedAtEveryTolerance) {
  const Problem problem = cloud(80, 2, 0.3, rbf(1), true);
  double tolerance = 1;
  for (int k = 0; k < 36; ++k, tolerance /= 2) {
    Fit run(problem, {.tolerance = tolerance});
    run_to_end(run);
    EXPECT_TRUE(run.report().converged) << tolerance;
    EXPECT_TRUE(run.solution().report.converged) << tolerance;
    EXPECT_EQ(run.report().kkt_gap, run.solution().report.kkt_gap) << tolerance;
  }
}

TEST(SvddFit, EveryIterateIsFeasibleAndTheDualRises) {
  const Problem problem = cloud(120, 2, 0.15, kLinear, true);
  Fit run(problem, {.tolerance = 1e-8});
  double last = -HUGE_VAL;
  bool finished = false;
  while (!finished) {
    finished = run.advance(7);
    const Solution s = run.solution();
    double sum = 0;
    for (int i = 0; i < problem.n(); ++i) {
      EXPECT_GE(s.alpha[i], 0);
      EXPECT_LE(s.alpha[i], problem.weights[i] / problem.nu);
      EXPECT_EQ(s.xi[i], std::max(s.distance2[i] - s.rho, 0.0));
      sum += s.alpha[i];
    }
    EXPECT_NEAR(sum, 1, tolerance::identity());
    EXPECT_GE(s.primal, s.dual - tolerance::identity() * s.dual);
    EXPECT_GE(s.dual, last - tolerance::identity() * (1 + std::abs(last)));
    EXPECT_EQ(s.report.iterations, run.report().iterations);
    last = s.dual;
  }
}

TEST(SvddFit, SteppingIsTheSameAsOneGoAndSeesTheDualRise) {
  const Problem problem = cloud(200, 3, 0.3, rbf(0.3), true);
  const Solution whole = fit(problem);
  Fit stepped(problem, {});
  std::vector<Step> steps;
  while (!stepped.advance(11, steps)) {
  }
  const Solution s = stepped.solution();
  EXPECT_EQ(s.alpha, whole.alpha);
  EXPECT_EQ(s.rho, whole.rho);
  EXPECT_EQ(s.distance2, whole.distance2);
  ASSERT_EQ(static_cast<long>(steps.size()), s.report.iterations);
  ASSERT_FALSE(steps.empty());
  for (std::size_t k = 1; k < steps.size(); ++k) ASSERT_GE(steps[k].dual, steps[k - 1].dual - tolerance::identity());
  EXPECT_NEAR(steps.back().dual, s.dual, tolerance::identity());
}

TEST(SvddFit, KernelsThatAreNotPositiveSemiDefiniteEnd) {
  for (double gamma : {0.01, 1.0, 30.0}) {
    for (double coef0 : {-3.0, 0.0, 2.0}) {
      for (const Kernel& kernel : {sigmoid(gamma, coef0), poly(gamma, coef0, 3)}) {
        const Solution s = fit(cloud(80, 2, 0.3, kernel), {.max_iterations = 100'000});
        EXPECT_TRUE(std::isfinite(s.primal) && std::isfinite(s.dual) && std::isfinite(s.rho));
      }
    }
  }
}

TEST(SvddFit, ExtremeButLegalNumbers) {
  const std::vector<Problem> problems{
      literal({0, 2.3e-308, 1e-300}, 1, {1, 1, 1}, 1),       literal({0, 1, 2}, 1, {2.3e-308, 1e-300, 1}, 0.5),
      literal({1e20, 2e20, 3e20}, 1, {1e90, 1e90, 1}, 1e89), literal({1e100, -1e100, 0}, 1, {1, 1, 1}, 1.5, rbf(1)),
      literal({1e70, -1e70, 0}, 1, {1, 1, 1}, 1.5),          literal({0, 1, 2}, 1, {1e-100, 1e-100, 1e-100}, 1.5e-100),
      literal({0, 1, 2}, 1, {1e100, 1e100, 1e100}, 1e-40),
  };
  for (const Problem& problem : problems) {
    const Solution s = fit(problem, {.tolerance = 1e-6, .max_iterations = 100'000});
    EXPECT_TRUE(std::isfinite(s.rho_lo) && std::isfinite(s.rho_hi) && std::isfinite(s.primal) && std::isfinite(s.dual));
    for (double d2 : distance2(problem, s, problem.x)) EXPECT_TRUE(std::isfinite(d2) && d2 >= 0);
  }
}

TEST(SvddFit, RefusesByName) {
  const Problem good = literal({-1, 0, 1}, 1, {1, 1, 1}, 1);
  const auto field = [](const Problem& problem, const Options& options = {}) -> std::string {
    try {
      (void)fit(problem, options);
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return "";
  };
  EXPECT_EQ(field(good), "");
  const auto with = [&](auto change) {
    Problem problem = good;
    change(problem);
    return field(problem);
  };
  EXPECT_EQ(with([](Problem& p) { p.weights.clear(), p.x.clear(); }), "x");
  EXPECT_EQ(with([](Problem& p) { p.d = 0; }), "d");
  EXPECT_EQ(with([](Problem& p) { p.x.pop_back(); }), "weights");
  EXPECT_EQ(with([](Problem& p) { p.weights.push_back(1); }), "weights");
  EXPECT_EQ(with([](Problem& p) { p.weights.clear(); }), "weights");
  EXPECT_EQ(with([](Problem& p) { p.d = 2; }), "x");
  // Below the least nu there is none that is less than their sum.
  EXPECT_EQ(with([](Problem& p) { p.weights.assign(3, 1e-120), p.nu = 1e-120; }), "weights");
  for (double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e308}) {
    EXPECT_EQ(with([=](Problem& p) { p.x[2] = bad; }), "x[2]");
    EXPECT_EQ(with([=](Problem& p) { p.weights[1] = bad; }), "weights[1]");
    EXPECT_EQ(with([=](Problem& p) { p.nu = bad; }), "nu");
  }
  for (double bad : {0.0, -1.0}) {
    EXPECT_EQ(with([=](Problem& p) { p.weights[1] = bad; }), "weights");
    EXPECT_EQ(with([=](Problem& p) { p.nu = bad; }), "nu");
  }
  for (double bad : {3.0, 3.5, 1e90}) EXPECT_EQ(with([=](Problem& p) { p.nu = bad; }), "nu");
  EXPECT_EQ(with([](Problem& p) { p.kernel = rbf(0); }), "kernel.gamma");
  // Finite data whose kernel values, or the objective made of them, are not.
  EXPECT_EQ(with([](Problem& p) { p.x[0] = 1e100; }), "kernel");
  EXPECT_EQ(with([](Problem& p) {
              p.x[0] = 1e90;
              p.kernel = poly(1, 0, 16);
            }),
            "kernel");
  EXPECT_EQ(with([](Problem& p) {
              p.x[0] = 1e30;
              p.nu = 1e-95;
            }),
            "kernel");
  for (double bad : {0.0, -1.0, 1e-200}) {
    try {
      (void)fit(good, {.tolerance = bad});
      ADD_FAILURE() << bad;
    } catch (const InvalidArgument& refused) {
      EXPECT_EQ(refused.field(), "tolerance");
      EXPECT_EQ(std::stod(refused.got()), bad);  // as given, not in the solver's units
    }
  }
  EXPECT_EQ(field(good, {.max_iterations = -1}), "max_iterations");
  EXPECT_EQ(field(good, {.cache_bytes = -1}), "cache_bytes");

  const Solution s = fit(good);
  const auto refused_x = [&](const Solution& solution, const std::vector<double>& x) -> std::string {
    try {
      (void)distance2(good, solution, x);
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return "";
  };
  EXPECT_EQ(refused_x(s, {0, std::nan("")}), "xNew[1]");
  EXPECT_EQ(refused_x(s, {}), "");
  Solution other = s;
  other.alpha.pop_back();
  EXPECT_EQ(refused_x(other, {0}), "solution.alpha");
  other.alpha.assign(3, HUGE_VAL);
  EXPECT_EQ(refused_x(other, {0}), "solution.alpha[0]");
}

}  // namespace
}  // namespace proofground::svdd
