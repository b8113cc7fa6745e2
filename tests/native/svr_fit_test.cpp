// The SVR model: ties, degenerate data, stepping, refusals, limits.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "bench/workload.h"
#include "core/exact_sum.h"
#include "core/require.h"
#include "core/rng.h"
#include "svr/svr.h"
#include "tolerances.h"

namespace proofground::svr {
namespace {

Problem tie_problem(double epsilon) {
  return {.x = {-1, 1, -1, 1},
          .d = 1,
          .y = {0, 0, 1, 1},
          .kernel = {.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3},
          .C = 1,
          .epsilon = epsilon};
}

Problem workload_problem(int n, int d, double C) {
  const bench::Workload work = bench::make_workload(n, d);
  return {.x = work.x, .d = d, .y = work.y, .kernel = {}, .C = C, .epsilon = 0.1};
}

TEST(SvrFit, AllMultipliersAtBoundsGiveAnIntervalOfB) {
  const Solution s = fit(tie_problem(0.2));
  EXPECT_EQ(s.w, std::vector<double>{0});
  EXPECT_EQ(s.alpha, (std::vector<double>{0, 0, 1, 1}));
  EXPECT_EQ(s.alpha_star, (std::vector<double>{1, 1, 0, 0}));
  EXPECT_EQ(s.b_lo, 0.2);
  EXPECT_EQ(s.b_hi, 0.8);
  EXPECT_EQ(s.b, 0.5);
}

TEST(SvrFit, AllInsideTheTubeGivesAnIntervalOfB) {
  const Solution s = fit(tie_problem(0.6));
  EXPECT_EQ(s.alpha, std::vector<double>(4, 0));
  EXPECT_EQ(s.alpha_star, std::vector<double>(4, 0));
  EXPECT_EQ(s.b_lo, 0.4);
  EXPECT_EQ(s.b_hi, 0.6);
  EXPECT_EQ(s.primal, 0);
  EXPECT_EQ(s.report.iterations, 0);
}

// Multipliers that reach C in many small steps carry rounding errors: the interval must not collapse over 1e-16.
TEST(SvrFit, IntervalOfBSurvivesRounding) {
  Problem problem = tie_problem(0.2);
  for (double C : {0.1, 0.3, 0.7, 1.1}) {
    problem.C = C;
    const Solution s = fit(problem, {.tolerance = 1e-12});
    EXPECT_NEAR(s.b_lo, 0.2, tolerance::identity());
    EXPECT_NEAR(s.b_hi, 0.8, tolerance::identity());
  }
}

TEST(SvrFit, OnePoint) {
  for (KernelType type : {KernelType::linear, KernelType::rbf, KernelType::poly, KernelType::sigmoid}) {
    const Problem problem{.x = {3, 4},
                          .d = 2,
                          .y = {5},
                          .kernel = {.type = type, .gamma = 1, .coef0 = 0, .degree = 2},
                          .C = 2,
                          .epsilon = 0.25};
    const Solution s = fit(problem);
    EXPECT_TRUE(s.report.converged);
    EXPECT_EQ(s.b_lo, 4.75);
    EXPECT_EQ(s.b_hi, 5.25);
    EXPECT_EQ(predict(problem, s, {0, 0, 3, 4}), (std::vector<double>{5, 5}));
  }
}

TEST(SvrFit, LinearDataFarFromTheOrigin) {
  // The same points, shifted by a number that would leave x.z no correct digit of their differences.
  Rng rng(4);
  Problem near{.x = {},
               .d = 2,
               .y = {},
               .kernel = {.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3},
               .C = 3,
               .epsilon = 0.05};
  for (int i = 0; i < 40; ++i) {
    near.x.push_back(rng.below(512) / 128.0 - 2);
    near.x.push_back(rng.below(512) / 128.0 - 2);
    near.y.push_back(near.x[2 * i] - near.x[2 * i + 1] / 2 + 0.2 * rng.normal());
  }
  Problem far = near;
  for (double& x : far.x) x += 0x1p30;
  const Options options{.tolerance = 1e-9};
  const Solution a = fit(near, options), b = fit(far, options);
  EXPECT_TRUE(b.report.converged);
  EXPECT_LT(b.report.iterations, 100'000);
  EXPECT_NEAR(a.dual, b.dual, tolerance::identity() * 100);
  for (int k = 0; k < 2; ++k) EXPECT_NEAR(a.w[k], b.w[k], 10 * tolerance::kkt());
  for (int i = 0; i < 40; ++i) EXPECT_NEAR(a.residual[i], b.residual[i], 10 * tolerance::kkt());
}

TEST(SvrFit, ReportIsTheTrueGapOfTheReturnedPoint) {
  const Problem problem = workload_problem(300, 1, 100);
  for (long limit : {0L, 50L, 2000L, 10'000'000L}) {
    const Solution s = fit(problem, {.max_iterations = limit});
    // m - M from f itself, with f by predict(), without the solver's gradient and state.
    const std::vector<double> f = predict(problem, s, problem.x);
    double m = -HUGE_VAL, M = HUGE_VAL;
    for (int i = 0; i < problem.n(); ++i) {
      const double e = problem.y[i] - (f[i] - s.b);
      const double a = s.alpha[i], a_star = s.alpha_star[i];
      if (a < problem.C) m = std::max(m, e - problem.epsilon);
      if (a > 0) M = std::min(M, e - problem.epsilon);
      if (a_star > 0) m = std::max(m, e + problem.epsilon);
      if (a_star < problem.C) M = std::min(M, e + problem.epsilon);
      EXPECT_NEAR(s.residual[i], problem.y[i] - f[i], tolerance::identity() * 10);
    }
    EXPECT_NEAR(s.report.kkt_gap, std::max(m - M, 0.0), tolerance::identity() * 10);
    EXPECT_EQ(s.report.converged, s.report.kkt_gap <= 1e-3);
    EXPECT_LE(s.report.iterations, limit);
  }
}

TEST(SvrFit, EveryIterateIsFeasibleAndComplete) {
  const Problem problem = workload_problem(120, 1, 10);
  Fit fit(problem, {.tolerance = 1e-6});
  double last = -HUGE_VAL;
  bool finished = false;
  while (!finished) {
    finished = fit.advance(37);
    const Solution s = fit.solution();
    double sum = 0;
    for (int i = 0; i < problem.n(); ++i) {
      EXPECT_GE(s.alpha[i], 0);
      EXPECT_GE(s.alpha_star[i], 0);
      EXPECT_LE(s.alpha[i] + s.alpha_star[i], problem.C);
      EXPECT_EQ(s.alpha[i] * s.alpha_star[i], 0);
      EXPECT_EQ(s.xi[i], slack_of(s.residual[i], problem.epsilon, s.rounding));
      EXPECT_LT(s.rounding, 1e-10);
      sum += s.alpha[i] - s.alpha_star[i];
    }
    EXPECT_NEAR(sum, 0, tolerance::identity() * problem.C);
    // Weak duality, up to rounding: an active-set step goes to where the two are equal.
    EXPECT_GE(s.primal, s.dual - tolerance::identity() * (1 + std::abs(s.dual)));
    EXPECT_GE(s.dual, last - tolerance::identity() * (1 + std::abs(last)));
    EXPECT_EQ(s.report.iterations, fit.report().iterations);
    last = s.dual;
  }
}

TEST(SvrFit, SteppingIsTheSameAsOneGoAndSeesTheDualRise) {
  const Problem problem = workload_problem(200, 1, 100);
  const Solution whole = fit(problem);
  Fit stepped(problem, {});
  std::vector<Step> steps;
  while (!stepped.advance(101, steps)) {
  }
  const Solution s = stepped.solution();
  EXPECT_EQ(s.alpha, whole.alpha);
  EXPECT_EQ(s.alpha_star, whole.alpha_star);
  EXPECT_EQ(s.b, whole.b);
  ASSERT_EQ(static_cast<long>(steps.size()), s.report.iterations);
  for (std::size_t k = 1; k < steps.size(); ++k)
    ASSERT_GE(steps[k].dual, steps[k - 1].dual - tolerance::identity() * (1 + std::abs(steps[k].dual)));
  EXPECT_NEAR(steps.back().dual, s.dual, tolerance::identity() * (1 + std::abs(s.dual)));
}

TEST(SvrFit, ShrinkingFindsTheSameObjective) {
  const Problem problem = workload_problem(400, 1, 100);
  const Solution with = fit(problem, {.tolerance = 1e-6});
  const Solution without = fit(problem, {.tolerance = 1e-6, .shrinking = false});
  EXPECT_NEAR(with.dual, without.dual, tolerance::objective() * std::abs(without.dual));
  EXPECT_TRUE(with.report.converged);
  EXPECT_TRUE(without.report.converged);
}

TEST(SvrFit, KernelsThatAreNotPositiveSemiDefiniteEnd) {
  const bench::Workload work = bench::make_workload(150, 2);
  for (double gamma : {0.01, 1.0, 30.0}) {
    for (double coef0 : {-3.0, 0.0, 2.0}) {
      for (KernelType type : {KernelType::sigmoid, KernelType::poly}) {
        const Problem problem{.x = work.x,
                              .d = 2,
                              .y = work.y,
                              .kernel = {.type = type, .gamma = gamma, .coef0 = coef0, .degree = 3},
                              .C = 1,
                              .epsilon = 0.1};
        const Solution s = fit(problem, {.max_iterations = 300'000});
        EXPECT_TRUE(std::isfinite(s.primal) && std::isfinite(s.dual) && std::isfinite(s.b));
        if (type == KernelType::sigmoid) EXPECT_TRUE(s.report.converged) << gamma << " " << coef0;
      }
    }
  }
}

TEST(SvrFit, ExtremeButLegalNumbers) {
  const Kernel linear{.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3};
  const std::vector<Problem> problems{
      {.x = {0, 2.3e-308, 1e-300}, .d = 1, .y = {0, 1, 2}, .kernel = linear, .C = 1, .epsilon = 0.1},
      {.x = {0, 1, 2}, .d = 1, .y = {0, 2.3e-308, 1e-300}, .kernel = linear, .C = 1, .epsilon = 1e-100},
      {.x = {1e20, 2e20, 3e20}, .d = 1, .y = {1e90, -1e90, 0}, .kernel = linear, .C = 1e-50, .epsilon = 1e80},
      {.x = {1e100, -1e100, 0}, .d = 1, .y = {1, 2, 3}, .kernel = {}, .C = 1e100, .epsilon = 1e-100},
      {.x = {7, 7, 7}, .d = 1, .y = {1, 2, 3}, .kernel = linear, .C = 5, .epsilon = 0.1},
  };
  for (const Problem& problem : problems) {
    const Solution s = fit(problem, {.tolerance = 1e-6, .max_iterations = 100'000});
    EXPECT_TRUE(std::isfinite(s.b) && std::isfinite(s.b_lo) && std::isfinite(s.b_hi));
    for (double f : predict(problem, s, problem.x)) EXPECT_TRUE(std::isfinite(f));
  }
}

// Without slack the answer does not depend on C: the flattest line through the tube, w = (1 - 2 epsilon) / 1 between x = 0
// and 1. P holds C times the slacks, so slacks of rounding would drown it.
TEST(SvrFit, ALargeCLeavesThePrimalItsDigits) {
  const Kernel linear{.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3};
  Problem line{.x = {0, 0.3, 0.7, 1}, .d = 1, .y = {0, 0.31, 0.69, 1}, .kernel = linear, .C = 1, .epsilon = 0.05};
  for (double C = 1; C <= 1e18; C *= 10) {
    line.C = C;
    const Solution s = fit(line, {.tolerance = 1e-12});
    EXPECT_TRUE(s.report.converged) << C;
    EXPECT_NEAR(s.primal, 0.405, 1e-9) << C;
    EXPECT_NEAR(s.dual, 0.405, 1e-9) << C;
    EXPECT_NEAR(s.w[0], 0.9, 1e-9) << C;
    EXPECT_EQ(s.xi, std::vector<double>(4, 0)) << C;
  }
}

// With slack the answer grows with C, and keeps its digits relative to it, as long as C itself leaves the residuals theirs.
TEST(SvrFit, ALargeCWithSlackKeepsItsDigitsOrSaysThatThereAreNone) {
  // Two targets at each of two places: f is 1/2 everywhere at best, with four slacks of 0.4.
  Problem pairs{.x = {-1, 1, -1, 1}, .d = 1, .y = {0, 0, 1, 1}, .kernel = {}, .C = 1, .epsilon = 0.1};
  int without_digits = 0;
  for (double C = 1; C <= 1e18; C *= 10) {
    pairs.C = C;
    const Solution s = fit(pairs);
    if (s.report.converged) EXPECT_NEAR(s.primal, 1.6 * C, 1e-9 * C) << C;
    without_digits += s.report.converged ? 0 : 1;
    EXPECT_EQ(s.report.converged, C < 1e13) << C;  // 1e13 2^-53 = 1.1e-3, above the tolerance
  }
  EXPECT_GT(without_digits, 0);
}

// Small multipliers at a large C: whatever the solver passes on its way, an answer that counts as converged is balanced.
TEST(SvrFit, ALargeCLeavesTheMultipliersBalanced) {
  Problem bend{.x = {0, 1, 2}, .d = 1, .y = {0, 1, 0.5}, .kernel = {}, .C = 1, .epsilon = 0.1};
  for (double C = 1; C <= 1e18; C *= 10) {
    bend.C = C;
    const Solution s = fit(bend, {.tolerance = 1e-9});
    if (!s.report.converged) continue;
    double sum = 0;
    for (int i = 0; i < 3; ++i) sum += s.alpha[i] - s.alpha_star[i];
    EXPECT_NEAR(sum, 0, 1e-8) << C;
    if (C >= 10) EXPECT_NEAR(s.dual, 0.2592313913, 1e-7) << C;
    EXPECT_GE(s.primal, s.dual - 1e-9) << C;
  }
}

// A table that nobody has standardised: k(x, x) is 3e10. The sum of u is kept to the rounding of one multiplier; without that
// the fit at C = 10 misses its tolerance by what tens of thousands of steps have rounded.
TEST(SvrFit, ColumnsInDifferentUnitsAreSolvedAsFarAsDoublesReach) {
  const bench::Workload work = bench::make_unscaled(547, 22);
  Problem problem{.x = work.x, .d = 22, .y = work.y, .kernel = {.type = KernelType::linear}, .C = 1, .epsilon = 0.1};
  for (const double C : {0.1, 10.0}) {
    problem.C = C;
    const Solution s = fit(problem, {.max_iterations = 300'000});
    EXPECT_TRUE(s.report.converged) << C;
    EXPECT_GT(s.report.active_set_steps, 0) << C;
    std::vector<double> u(s.alpha);
    for (std::size_t i = 0; i < u.size(); ++i) u[i] -= s.alpha_star[i];
    EXPECT_LE(std::abs(exact_sum(u)), 4 * std::numeric_limits<double>::epsilon() * C) << C;
  }
  problem.C = 1e5;  // 2^-53 C sqrt(n) k(x, x) is 7
  EXPECT_FALSE(fit(problem, {.max_iterations = 20'000}).report.converged);
}

TEST(SvrFit, RefusesByName) {
  const Problem good = tie_problem(0.2);
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
  EXPECT_EQ(with([](Problem& p) { p.y.clear(), p.x.clear(); }), "y");
  EXPECT_EQ(with([](Problem& p) { p.d = 0; }), "d");
  EXPECT_EQ(with([](Problem& p) { p.x.pop_back(); }), "y");
  EXPECT_EQ(with([](Problem& p) { p.y.push_back(1); }), "y");
  EXPECT_EQ(with([](Problem& p) { p.d = 2; }), "y");
  EXPECT_EQ(with([](Problem& p) { p.d = 3; }), "x");
  for (double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e308}) {
    EXPECT_EQ(with([=](Problem& p) { p.x[2] = bad; }), "x[2]");
    EXPECT_EQ(with([=](Problem& p) { p.y[3] = bad; }), "y[3]");
    EXPECT_EQ(with([=](Problem& p) { p.C = bad; }), "C");
    EXPECT_EQ(with([=](Problem& p) { p.epsilon = bad; }), "epsilon");
  }
  EXPECT_EQ(with([](Problem& p) { p.x[2] = 5e-324; }), "x[2]");
  EXPECT_EQ(with([](Problem& p) { p.y[3] = -1e-310; }), "y[3]");
  for (double bad : {0.0, -1.0, 5e-324}) {
    EXPECT_EQ(with([=](Problem& p) { p.C = bad; }), "C");
    EXPECT_EQ(with([=](Problem& p) { p.epsilon = bad; }), "epsilon");
    EXPECT_EQ(field(good, {.tolerance = bad}), "tolerance");
  }
  EXPECT_EQ(with([](Problem& p) { p.kernel = {.type = KernelType::rbf, .gamma = 0, .coef0 = 0, .degree = 3}; }),
            "kernel.gamma");
  // Finite data whose kernel values are not.
  EXPECT_EQ(with([](Problem& p) {
              p.x[0] = 1e90;
              p.kernel = {.type = KernelType::poly, .gamma = 1, .coef0 = 0, .degree = 16};
            }),
            "kernel");
  EXPECT_EQ(with([](Problem& p) { p.x[0] = 1e100; }), "kernel");
  EXPECT_EQ(field(good, {.max_iterations = -1}), "max_iterations");
  EXPECT_EQ(field(good, {.cache_bytes = -1}), "cache_bytes");

  const Solution s = fit(good);
  const auto refused_x = [&](const std::vector<double>& x) -> std::string {
    try {
      (void)predict(good, s, x);
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return "";
  };
  EXPECT_EQ(refused_x({0, std::nan("")}), "xNew[1]");
  EXPECT_EQ(refused_x({}), "");
  Problem two = good;
  two.d = 2;
  two.y.resize(2);
  EXPECT_THROW((void)predict(two, s, {0, 0}), InvalidArgument);
}

}  // namespace
}  // namespace proofground::svr
