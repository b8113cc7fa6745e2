// The solver's two methods in turn: the same optimum as SMO alone, and the same bits however a run is split.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "bench/workload.h"
#include "core/rng.h"
#include "svm/kernel_rows.h"
#include "svm/packed.h"
#include "svm/smo.h"
#include "svm_recomputed.h"
#include "tolerances.h"

namespace proofground {
namespace {

using testing_svm::Ended, testing_svm::expect_solved, testing_svm::Problem, testing_svm::Recomputed;
using testing_svm::recompute, testing_svm::regression, testing_svm::solve, testing_svm::sphere;

/// Any kernel, C from 1 to 1e6, equal points, ties in y, boxes of size 0; one or two points too.
Problem draw(Rng& rng, int most) {
  const int n = 1 + rng.below(most), d = 1 + rng.below(4);
  Kernel kernel{.type = static_cast<KernelType>(rng.below(3)), .gamma = std::pow(10, rng.uniform(-1, 1)) / d};
  if (kernel.type == KernelType::poly) kernel.coef0 = rng.below(2);
  std::vector<double> x, y;
  for (int i = 0; i < n * d; ++i) x.push_back(rng.uniform(-1, 1));
  for (int k = 1; k < n; ++k)
    if (rng.below(6) == 0)
      std::copy_n(&x[static_cast<std::size_t>(rng.below(k)) * d], d, &x[static_cast<std::size_t>(k) * d]);
  const Points points{x.data(), n, d};
  if (rng.below(4) == 0) {
    const KernelRows matrix(kernel, points);
    const double C = std::max(1.0, n * rng.uniform()) / n;
    return {kernel, points, sphere(matrix, C), 1};
  }
  const bool ties = rng.below(3) == 0;
  for (int k = 0; k < n; ++k) y.push_back(ties ? rng.below(3) - 1 : rng.normal());
  const double C = std::pow(10, rng.uniform(0, 6));
  const bool some_empty = rng.below(4) == 0;
  std::vector<bool> empty;
  for (int k = 0; k < n; ++k) empty.push_back(some_empty && rng.below(5) == 0);
  return {kernel, points, regression(y, 0.1 * rng.below(3), [&](int k) { return empty[k] ? 0 : C; }), 1};
}

long g_active_set_steps = 0;  ///< of the random problems: they must not all be too easy for one

RC_GTEST_PROP(Methods, ComeToOneOptimum, ()) {
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const Problem problem = draw(rng, 30);
  SmoOptions options{.tolerance = 1e-6, .max_iterations = 100'000, .patience = 0};
  options.shrinking = rng.below(2) == 0;
  const Ended both = solve(problem, options);
  g_active_set_steps += both.active_set_steps;
  expect_solved(problem, both, options);
  options.patience = kSmoAlone;
  const Ended alone = solve(problem, options);
  EXPECT_EQ(alone.active_set_steps, 0);
  RC_PRE(alone.iterations < options.max_iterations);  // SMO does not always end
  const Recomputed one = recompute(problem, both.u, 1e-10), other = recompute(problem, alone.u, 1e-10);
  // A gap of g leaves at most g for each unit that u can still move.
  double room = 0;
  for (int k = 0; k < problem.n(); ++k) room += std::abs(both.u[k] - alone.u[k]);
  EXPECT_NEAR(
      static_cast<double>(one.objective), static_cast<double>(other.objective),
      2 * options.tolerance * room + tolerance::identity() * (1 + std::abs(static_cast<double>(one.objective))));
  // (u - v)'K(u - v) is at most the gaps times that: F is one vector.
  double diagonal = 0;
  for (int k = 0; k < problem.n(); ++k) diagonal = std::max(diagonal, problem.K[k][k]);
  const double apart = std::sqrt(2 * options.tolerance * room * diagonal) + 10 * one.rounding();
  for (int k = 0; k < problem.n(); ++k) EXPECT_NEAR(both.F[k], alone.F[k], apart);
  RC_ASSERT(!::testing::Test::HasFailure());
}

TEST(Methods, OfTheRandomProblemsManyTookActiveSetSteps) {
  if (g_active_set_steps == 0) {  // filtered out, or run in another order
    Rng rng(5);
    for (int trial = 0; trial < 50; ++trial)
      g_active_set_steps +=
          solve(draw(rng, 30), {.tolerance = 1e-6, .max_iterations = 100'000, .patience = 0}).active_set_steps;
  }
  EXPECT_GT(g_active_set_steps, 20);
}

TEST(Methods, FindTheSameSetOfMultipliers) {
  Rng rng(12);
  int wide = 0;
  for (int trial = 0; trial < 24; ++trial) {
    const int n = 8 + rng.below(20);
    std::vector<double> x, y;
    for (int k = 0; k < n; ++k) {
      x.push_back(rng.uniform(-1, 1));
      y.push_back(trial % 2 == 0 ? rng.normal() : 0.5 * rng.below(2));
    }
    const double C = std::pow(10, rng.uniform(-2, 3));
    // Every other one has a wide set: a narrow kernel, few values of y, and a box that all points of the tube's outside fill.
    const Kernel kernel{.gamma = trial % 2 == 0 ? 1.0 : 1e-4};
    const Problem problem(kernel, {x.data(), n, 1}, regression(y, 0.01, [&](int) { return C; }), 1);
    SmoOptions options{.tolerance = tolerance::kPropertyGap, .max_iterations = 400'000, .patience = 0};
    const Ended both = solve(problem, options);
    options.patience = kSmoAlone;
    const Ended alone = solve(problem, options);
    if (alone.iterations == options.max_iterations) continue;
    const Recomputed one = recompute(problem, both.u, 1e-10), other = recompute(problem, alone.u, 1e-10);
    EXPECT_NEAR(static_cast<double>(one.m), static_cast<double>(other.m), tolerance::function()) << trial;
    EXPECT_NEAR(static_cast<double>(one.M), static_cast<double>(other.M), tolerance::function()) << trial;
    wide += one.M - one.m > 1e-3L;
  }
  EXPECT_GT(wide, 0);
}

/// 60 points on a line, hard enough that the two take turns many times.
Problem turns(double C = 1e5) {
  const bench::Workload line = bench::make_workload(60, 1, 3);
  return {{.gamma = 0.3}, {line.x.data(), line.n, 1}, regression(line.y, 0.1, [&](int) { return C; }), 1};
}
constexpr SmoOptions kTurns{.tolerance = 1e-5, .max_iterations = 100'000, .patience = 0};

/// What each step says, against u at that moment.
struct Watcher final : SmoObserver {
  const Problem* problem;
  Smo* smo = nullptr;
  std::vector<double> before;
  std::vector<SmoStep> steps{};
  double last = 0;
  long first_active_set = 0;
  std::vector<double> there{};  ///< u after the first active-set step

  explicit Watcher(const Problem& one) : problem(&one), before(one.n(), 0) {}
  void on_step(const SmoStep& step) override {
    const std::vector<double>& u = smo->u();
    std::vector<int> changed;
    for (int k = 0; k < problem->n(); ++k)
      if (u[k] != before[k]) changed.push_back(k);
    if (step.method == Method::smo) {
      // One of the two may be so near to its bound that nothing but the sum of rounding errors moves.
      for (const int k : changed) EXPECT_TRUE(k == step.i || k == step.j);
      EXPECT_GE(u[step.i], before[step.i]);
      EXPECT_LE(u[step.j], before[step.j]);
    } else {
      EXPECT_EQ(step.i, -1);
      EXPECT_EQ(step.j, -1);
      for (const int k : changed) {
        const PointTerm& term = problem->terms[k];
        EXPECT_TRUE(before[k] != 0 && before[k] != term.high && before[k] != -term.low) << "released from its bound";
        EXPECT_GE(u[k] * before[k], 0) << "beyond the kink";
      }
      if (first_active_set == 0) {
        first_active_set = step.iteration;
        there = u;
      }
    }
    const double expected = static_cast<double>(recompute(*problem, u).objective);
    EXPECT_NEAR(step.objective, expected, 10 * tolerance::identity() * (1 + std::abs(expected)));
    EXPECT_LE(step.objective, last);
    EXPECT_GE(step.kkt_gap, 0);
    EXPECT_EQ(step.iteration, static_cast<long>(steps.size()) + 1);
    last = step.objective;
    before = u;
    steps.push_back(step);
  }
};

TEST(Methods, TheObserverSeesWhichMethodMadeAStepAndWhatItDid) {
  const Problem problem = turns();
  for (const bool shrinking : {false, true}) {
    SmoOptions options = kTurns;
    options.shrinking = shrinking;
    Watcher watcher(problem);
    Smo smo(problem.matrix, problem.qp, options);
    watcher.smo = &smo;
    while (!smo.advance(10, watcher)) {
    }
    ASSERT_EQ(static_cast<long>(watcher.steps.size()), smo.iterations());
    const long made = std::count_if(watcher.steps.begin(), watcher.steps.end(),
                                    [](const SmoStep& step) { return step.method == Method::active_set; });
    EXPECT_EQ(made, smo.active_set_steps());
    EXPECT_GE(made, 5);
    EXPECT_EQ(smo.u(), solve(problem, options).u) << "watching disturbs nothing";
    expect_solved(problem, solve(problem, options), options);
  }
}

TEST(Methods, SplitRunsAreTheSameBitForBit) {
  const Problem problem = turns();
  for (const bool shrinking : {false, true}) {
    SmoOptions options = kTurns;
    options.shrinking = shrinking;
    const Ended whole = solve(problem, options, 1'000'000);
    ASSERT_GE(whole.active_set_steps, 5);
    Rng rng(17);
    for (const int piece : {1, 7, 0}) {
      Smo smo(problem.matrix, problem.qp, options);
      long asked = 0;
      do {
        EXPECT_LE(smo.iterations(), asked);
        asked = smo.iterations() + (piece > 0 ? piece : rng.below(200));
        (void)smo.gradient();  // reading must not change the run
      } while (!smo.advance(asked - smo.iterations()));
      EXPECT_EQ(smo.u(), whole.u);
      EXPECT_EQ(smo.gradient(), whole.F);
      EXPECT_EQ(smo.iterations(), whole.iterations);
      EXPECT_EQ(smo.active_set_steps(), whole.active_set_steps);
    }
  }
}

TEST(Methods, StopAtMaxIterationsBeforeAndAfterAnActiveSetStep) {
  const Problem problem = turns();
  Watcher watcher(problem);
  Smo watched(problem.matrix, problem.qp, kTurns);
  watcher.smo = &watched;
  while (watcher.first_active_set == 0) watched.advance(1, watcher);
  const long first = watcher.first_active_set;
  for (const long limit : {first - 1, first, first + 1}) {
    SmoOptions options = kTurns;
    options.max_iterations = limit;
    const Ended end = solve(problem, options);
    EXPECT_EQ(end.iterations, limit);
    EXPECT_EQ(end.active_set_steps, limit >= first ? 1 : 0);
    if (limit == first) EXPECT_EQ(end.u, watcher.there);
    const Recomputed at = recompute(problem, end.u);
    EXPECT_NEAR(end.gap, at.gap(), tolerance::identity() * (1 + at.gap()) + at.rounding()) << "over all points";
  }
}

TEST(Methods, TwoStoredRowsGiveTheSame) {
  const Problem problem = turns();
  const Ended plenty = solve(problem, kTurns);
  for (const double rows : {0.0, 5.0, 30.0}) {
    SmoOptions options = kTurns;
    options.cache_bytes = rows * packed::padded(problem.n()) * sizeof(double);
    const Ended few = solve(problem, options);
    EXPECT_EQ(few.u, plenty.u);
    EXPECT_EQ(few.iterations, plenty.iterations);
    EXPECT_EQ(few.active_set_steps, plenty.active_set_steps);
  }
}

TEST(Methods, AreThoseOfSmoAloneUntilPatienceEnds) {
  const Problem problem = turns();
  SmoOptions options = kTurns;
  options.max_iterations = 700;
  options.patience = 700;
  const Ended patient = solve(problem, options);
  options.patience = kSmoAlone;
  EXPECT_EQ(patient.u, solve(problem, options).u);
  EXPECT_EQ(patient.active_set_steps, 0);
}

TEST(Methods, WithEveryPointAtItsBoundThereIsNothingToStep) {
  // The box is so small that all are at C or -C: one point of the two signs each.
  const std::vector<double> x{-1, -0.5, 0.5, 1}, y{-4, 4, -4, 4};
  const Problem problem({.gamma = 1}, {x.data(), 4, 1}, regression(y, 0.1, [](int) { return 1e-3; }), 1);
  const SmoOptions options{.tolerance = 1e-9, .patience = 0};
  const Ended end = solve(problem, options);
  EXPECT_EQ(end.u, (std::vector<double>{-1e-3, 1e-3, -1e-3, 1e-3}));
  EXPECT_EQ(end.active_set_steps, 0);
  expect_solved(problem, end, options);
}

}  // namespace
}  // namespace proofground
