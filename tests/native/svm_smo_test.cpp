// The solver on quadratic programmes of every kind that uses it, checked from the definition of the problem.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/require.h"
#include "qp_problems.h"
#include "svm/packed.h"
#include "svm/pair_search.h"
#include "svm/smo.h"
#include "tolerances.h"

namespace proofground {
namespace {

using testing_qp::GramMatrix;

struct Problem {
  std::string name;
  GramMatrix K;
  Qp qp;
};

std::vector<Problem> problems() {
  Rng rng(42);
  std::vector<Problem> all;
  const auto add = [&](std::string name, std::vector<double> gram, int n, Qp qp) {
    all.push_back({std::move(name), GramMatrix(std::move(gram), n), std::move(qp)});
  };
  add("one class, 50 points", testing_qp::random_gram(50, 60, rng), 50, testing_qp::one_class(50, rng));
  add("one class, rank 2", testing_qp::random_gram(50, 2, rng), 50, testing_qp::one_class(50, rng));
  add("classification", testing_qp::random_gram(40, 5, rng), 40, testing_qp::classification(40, 2, rng));
  add("regression", testing_qp::random_gram(30, 4, rng), 30, testing_qp::regression(30, 1.5, 0.1, rng));
  add("regression, full rank", testing_qp::random_gram(30, 40, rng), 30, testing_qp::regression(30, 10, 0.05, rng));
  add("one variable", {1.0}, 1, Qp{{0}, {1}, {0.5}, {2}, {1}});
  return all;
}

std::vector<double> solve(const Problem& problem, const SmoOptions& options) {
  Smo smo(problem.K, problem.qp, options);
  while (!smo.advance(1000)) {
  }
  return smo.a();
}

TEST(PairSearch, TakesThePartnerOfLargestGain) {
  Rng rng(11);
  constexpr int kPoints = 45, kPadded = packed::padded(kPoints);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> F(kPadded, 0.0), up(kPadded, -HUGE_VAL), down(kPadded, HUGE_VAL), row(kPadded, 0.0);
    const std::vector<double> diagonal(kPadded, 1.0), floor(kPadded, 1e-13);
    for (int k = 0; k < kPoints; ++k) {
      F[k] = rng.uniform(-1, 1);
      up[k] = rng.below(3) == 0 ? -HUGE_VAL : 0;
      down[k] = rng.below(3) == 0 ? HUGE_VAL : 0;
      row[k] = rng.below(9) == 0 ? 1 : rng.uniform(0, 1);  // 1: the same point again
    }
    const pair_search::View view{F.data(), up.data(), down.data(), diagonal.data(), floor.data(), kPadded};
    const pair_search::Extremes found = pair_search::find_extremes(view);
    int best = -1;
    double largest = 0;
    for (int k = 0; k < kPoints; ++k) {
      const double b = found.m - (down[k] - F[k]);
      const double gain = b > 0 ? b * b / std::max(2 - 2 * row[k], 2e-13) : 0;
      if (gain > largest) {
        best = k;
        largest = gain;
      }
    }
    EXPECT_EQ(pair_search::find_partner(view, found.i, found.m, row.data()), best);
    EXPECT_EQ(pair_search::find_partner_constant_diagonal(view, found.i, found.m, row.data()), best);
  }
}

TEST(Smo, MeetsTheKktConditionsOfTheDefinition) {
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    Smo smo(problem.K, problem.qp, {.tolerance = tolerance::kPropertyGap});
    while (!smo.advance(100)) {
    }
    const std::vector<double> a = smo.a();
    EXPECT_LE(smo.kkt_gap(), tolerance::kPropertyGap);
    EXPECT_LE(testing_qp::kkt_gap(problem.K, problem.qp, a), tolerance::kkt());
    EXPECT_NEAR(testing_qp::signed_sum(problem.qp, a), testing_qp::signed_sum(problem.qp, problem.qp.a),
                tolerance::identity());
    for (std::size_t v = 0; v < a.size(); ++v) {
      EXPECT_GE(a[v], 0);
      EXPECT_LE(a[v], problem.qp.C[v]);
    }
    // F = K u, from the definition.
    const std::vector<double> F = smo.gradient();
    for (int i = 0; i < problem.K.size(); ++i) {
      double expected = 0;
      for (int j = 0; j < problem.K.size(); ++j) expected += problem.K.at(i, j) * smo.u()[j];
      EXPECT_NEAR(F[i], expected, tolerance::identity() * 100);
    }
  }
}

TEST(Smo, NoFeasiblePairStepLowersTheObjective) {
  Rng rng(9);
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const std::vector<double> a = solve(problem, {.tolerance = tolerance::kPropertyGap});
    const double best = testing_qp::objective(problem.K, problem.qp, a);
    const int size = static_cast<int>(a.size());
    for (int trial = 0; trial < 300; ++trial) {
      const int v = rng.below(size), w = rng.below(size);
      const double step = rng.uniform(-1, 1) * problem.qp.C[v] * std::pow(10, -4 * rng.uniform());
      std::vector<double> moved = a;
      moved[v] += problem.qp.y[v] * step;
      moved[w] -= problem.qp.y[w] * step;
      const auto feasible = [&](int k) { return moved[k] >= 0 && moved[k] <= problem.qp.C[k]; };
      if (v == w || !feasible(v) || !feasible(w)) continue;
      // A step of size s gains at most s times the KKT gap.
      EXPECT_GE(testing_qp::objective(problem.K, problem.qp, moved),
                best - tolerance::kkt() * std::abs(step) - tolerance::identity() * (1 + std::abs(best)));
    }
  }
}

TEST(Smo, ShrinkingChangesNeitherProblemNorAnswer) {
  int children = 0;
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const auto without = solve(problem, {.tolerance = tolerance::kPropertyGap, .shrinking = false});
    EXPECT_EQ(problem.K.parts, 0);
    const auto with = solve(problem, {.tolerance = tolerance::kPropertyGap, .shrinking = true});
    children += problem.K.parts;
    const double value = testing_qp::objective(problem.K, problem.qp, without);
    EXPECT_NEAR(testing_qp::objective(problem.K, problem.qp, with), value,
                tolerance::objective() * (1 + std::abs(value)));
  }
  EXPECT_GT(children, 0);
}

TEST(Smo, CacheLimitChangesNothingButTime) {
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const double row = packed::padded(problem.K.size()) * sizeof(double);
    const auto plenty = solve(problem, {.tolerance = 1e-6});
    for (double bytes : {0.0, 5 * row, 20 * row}) {
      Smo smo(problem.K, problem.qp, {.tolerance = 1e-6, .cache_bytes = bytes});
      while (!smo.advance(1000)) {
      }
      EXPECT_EQ(smo.a(), plenty);
      // Each level keeps two rows at least; there are never more than a few levels.
      EXPECT_LE(smo.peak_cache_bytes(), bytes + 12 * row);
    }
  }
}

TEST(Smo, SplitRunsAreTheSameBitForBit) {
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const SmoOptions options{.tolerance = 1e-8};
    const auto whole = solve(problem, options);
    for (long piece : {1L, 7L, 64L}) {
      Smo smo(problem.K, problem.qp, options);
      while (!smo.advance(piece)) (void)smo.gradient();  // reading must not change the run
      EXPECT_EQ(smo.a(), whole);
    }
  }
}

struct Watcher final : SmoObserver {
  std::vector<SmoStep> steps;
  void on_step(const SmoStep& step) override { steps.push_back(step); }
};

TEST(Smo, ObserverSeesEveryIterationAndDisturbsNothing) {
  for (const Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const SmoOptions options{.tolerance = 1e-8};
    Watcher watcher;
    Smo smo(problem.K, problem.qp, options);
    while (!smo.advance(10, watcher)) {
    }
    EXPECT_EQ(smo.a(), solve(problem, options));
    ASSERT_EQ(static_cast<long>(watcher.steps.size()), smo.iterations());
    double last = testing_qp::objective(problem.K, problem.qp, problem.qp.a);
    for (std::size_t k = 0; k < watcher.steps.size(); ++k) {
      const SmoStep& step = watcher.steps[k];
      EXPECT_EQ(step.iteration, static_cast<long>(k) + 1);
      const bool pair = step.method == Method::smo;
      EXPECT_EQ(step.i != step.j, pair);
      EXPECT_EQ(std::min(step.i, step.j) >= 0, pair);
      EXPECT_GE(step.kkt_gap, 0);
      EXPECT_LE(step.objective, last + tolerance::identity() * (1 + std::abs(last)));
      last = step.objective;
    }
    const double end = testing_qp::objective(problem.K, problem.qp, smo.a());
    EXPECT_NEAR(last, end, tolerance::identity() * (1 + std::abs(end)));
    if (!watcher.steps.empty()) EXPECT_LE(watcher.steps.back().kkt_gap, options.tolerance);
  }
}

TEST(Smo, WarmStartAtTheAnswerNeedsNoIteration) {
  for (Problem& problem : problems()) {
    SCOPED_TRACE(problem.name);
    const auto answer = solve(problem, {.tolerance = 1e-8});
    const double value = testing_qp::objective(problem.K, problem.qp, answer);
    problem.qp.a = answer;
    Smo smo(problem.K, problem.qp, {.tolerance = 1.0001e-8});
    EXPECT_TRUE(smo.advance(1));
    EXPECT_EQ(smo.iterations(), 0);
    // From a point that is feasible but not optimal.
    for (double& a : problem.qp.a) a /= 2;
    if (testing_qp::signed_sum(problem.qp, answer) != 0) continue;
    const auto again = solve(problem, {.tolerance = 1e-8});
    EXPECT_NEAR(testing_qp::objective(problem.K, problem.qp, again), value,
                tolerance::objective() * (1 + std::abs(value)));
  }
}

TEST(Smo, BothMultipliersOfAPointAtTheStartAreOneNumber) {
  // alpha and alpha_star both positive: only their difference counts, the rest would be no minimum.
  const GramMatrix K({1, 0, 0, 1}, 2);
  Qp qp{{0, 0, 1, 1}, {1, -1, 1, -1}, {0.1 - 1, 0.1 + 1, 0.1 + 1, 0.1 - 1}, {3, 3, 3, 3}, {2, 1.5, 1, 1.5}};
  Smo smo(K, qp, {.tolerance = 1e-12});
  while (!smo.advance(100)) {
  }
  // min u^2 - 1.8 u at u_0 = -u_1 = u
  EXPECT_NEAR(smo.u()[0], 0.9, tolerance::identity());
  EXPECT_NEAR(smo.u()[1], -0.9, tolerance::identity());
}

TEST(Smo, EndsOnMatricesThatAreNotPositiveSemiDefinite) {
  Rng rng(77);
  for (int trial = 0; trial < 40; ++trial) {
    const int n = 2 + rng.below(60);
    const GramMatrix K(testing_qp::random_indefinite(n, rng), n);
    const Qp qp = trial % 2 == 0 ? testing_qp::regression(n, 5, 0.1, rng) : testing_qp::classification(n, 1, rng);
    Smo smo(K, qp, {.tolerance = 1e-6, .max_iterations = 1'000'000});
    while (!smo.advance(10'000)) {
    }
    EXPECT_LT(smo.iterations(), 1'000'000) << "n = " << n;
    EXPECT_LE(smo.kkt_gap(), 1e-6);
    EXPECT_LE(testing_qp::kkt_gap(K, qp, smo.a()), 1e-6 + tolerance::kkt());
  }
}

TEST(Smo, EndsWhenTheToleranceIsBelowRounding) {
  Rng rng(5);
  const GramMatrix K(testing_qp::random_gram(30, 4, rng), 30);
  const Qp qp = testing_qp::regression(30, 1000, 0.01, rng);
  Smo smo(K, qp, {.tolerance = 1e-90, .max_iterations = 2'000'000});
  while (!smo.advance(10'000)) {
  }
  EXPECT_LT(smo.iterations(), 2'000'000);
  EXPECT_LE(testing_qp::kkt_gap(K, qp, smo.a()), 1e-8);
}

TEST(Smo, StopsAtMaxIterations) {
  const std::vector<Problem> all = problems();
  const Problem& problem = all[3];
  for (long limit : {0L, 1L, 5L}) {
    Smo smo(problem.K, problem.qp, {.tolerance = 1e-9, .max_iterations = limit});
    EXPECT_TRUE(smo.advance(100));
    EXPECT_EQ(smo.iterations(), limit);
    EXPECT_NEAR(smo.kkt_gap(), testing_qp::kkt_gap(problem.K, problem.qp, smo.a()), tolerance::identity() * 100);
    EXPECT_GT(smo.kkt_gap(), 1e-9);
  }
}

TEST(Smo, RefusesWhatIsNotAQp) {
  const GramMatrix K({1, 0, 0, 1}, 2);
  const Qp good{{0, 1}, {1, -1}, {0, 0}, {1, 1}, {0.5, 0.5}};
  const auto field = [&](const Qp& qp, const SmoOptions& options = {}) -> std::string {
    try {
      const Smo smo(K, qp, options);
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return "";
  };
  EXPECT_EQ(field(good), "");
  const auto with = [&](auto change) {
    Qp qp = good;
    change(qp);
    return field(qp);
  };
  EXPECT_EQ(with([](Qp& qp) { qp = {}; }), "qp");
  EXPECT_EQ(with([](Qp& qp) { qp.a.pop_back(); }), "qp");
  EXPECT_EQ(with([](Qp& qp) { qp.point[1] = 2; }), "qp.point");
  EXPECT_EQ(with([](Qp& qp) { qp.y[1] = 0; }), "qp.y");
  EXPECT_EQ(with([](Qp& qp) { qp.point[1] = 0, qp.y[1] = 1; }), "qp.point");
  EXPECT_EQ(with([](Qp& qp) { qp.point[1] = 0, qp.p[1] = -1; }), "qp.p");
  EXPECT_EQ(with([](Qp& qp) { qp.p[0] = std::nan(""); }), "qp.p");
  EXPECT_EQ(with([](Qp& qp) { qp.C[0] = -1; }), "qp.C");
  EXPECT_EQ(with([](Qp& qp) { qp.a[0] = 1.5; }), "qp.a");
  EXPECT_EQ(field(good, {.tolerance = 0}), "tolerance");
  EXPECT_EQ(field(good, {.max_iterations = -1}), "max_iterations");
  EXPECT_EQ(field(good, {.cache_bytes = std::nan("")}), "cache_bytes");
  EXPECT_THROW(fill_to_sum({1, 1}, 2.1), InvalidArgument);
  EXPECT_THROW(fill_to_sum({1, 1}, -0.1), InvalidArgument);
  EXPECT_EQ(fill_to_sum({1, 1, 1}, 1.5), (std::vector<double>{1, 0.5, 0}));
}

}  // namespace
}  // namespace proofground
