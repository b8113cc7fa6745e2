// Properties of the solution on random problems. RC_PARAMS="seed=..." repeats a failure.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/rng.h"
#include "svr/svr.h"
#include "tolerances.h"

namespace proofground::svr {
namespace {

/// A random problem. Everything follows from a few drawn numbers, so that a counter-example shrinks to a small one.
struct Draw {
  int n, d, kernel, log_C, seed;
};

Draw draw() {
  return {*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 5), *rc::gen::inRange(0, 3), *rc::gen::inRange(-2, 3),
          *rc::gen::inRange(0, 1 << 20)};
}

Problem problem_of(const Draw& draw) {
  const std::vector<Kernel> kernels{{.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3},
                                    {.type = KernelType::rbf, .gamma = 0.8, .coef0 = 0, .degree = 3},
                                    {.type = KernelType::poly, .gamma = 0.5, .coef0 = 1, .degree = 2}};
  Rng rng(static_cast<std::uint64_t>(draw.seed));
  Problem problem{.x = {},
                  .d = draw.d,
                  .y = {},
                  .kernel = kernels[draw.kernel],
                  .C = std::pow(10, draw.log_C),
                  .epsilon = 0.05 + 0.3 * rng.uniform()};
  // Coordinates from a coarse grid now and then: repeated points and ties.
  const bool coarse = rng.below(4) == 0;
  for (int i = 0; i < draw.n * draw.d; ++i) problem.x.push_back(coarse ? rng.below(4) - 1.5 : rng.normal());
  for (int i = 0; i < draw.n; ++i) problem.y.push_back(coarse ? rng.below(3) * 0.5 : rng.normal());
  return problem;
}

double scale_of(const Problem& problem) {
  double scale = 1;
  for (double y : problem.y) scale = std::max(scale, std::abs(y));
  return scale;
}

Solution solve(const Problem& problem) {
  return fit(problem, {.tolerance = tolerance::kPropertyGap * scale_of(problem), .max_iterations = 2'000'000});
}

/// The dual objective of u = alpha - alpha_star with alpha alpha_star = 0, by the scalar kernel.
double dual_value(const Problem& problem, const std::vector<double>& alpha, const std::vector<double>& alpha_star) {
  const Points points = problem.points();
  double value = 0;
  for (int i = 0; i < points.n; ++i) {
    const double u_i = alpha[i] - alpha_star[i];
    value += problem.y[i] * u_i - problem.epsilon * (alpha[i] + alpha_star[i]);
    for (int j = 0; j < points.n; ++j)
      value -= u_i * (alpha[j] - alpha_star[j]) * evaluate(problem.kernel, points.row(i), points.row(j), points.d) / 2;
  }
  return value;
}

double relative(double a) { return 1 + std::abs(a); }

RC_GTEST_PROP(SvrProperty, FeasibleComplementaryAndWithoutGap, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  RC_ASSERT(s.report.converged);
  double sum = 0;
  for (int i = 0; i < problem.n(); ++i) {
    RC_ASSERT(s.alpha[i] >= 0 && s.alpha[i] <= problem.C);
    RC_ASSERT(s.alpha_star[i] >= 0 && s.alpha_star[i] <= problem.C);
    RC_ASSERT(s.alpha[i] * s.alpha_star[i] == 0);
    sum += s.alpha[i] - s.alpha_star[i];
  }
  RC_ASSERT(std::abs(sum) <= tolerance::identity() * relative(problem.C * problem.n()));
  RC_ASSERT(std::abs(s.dual - dual_value(problem, s.alpha, s.alpha_star)) <=
            tolerance::identity() * relative(s.dual) * problem.n());
  const double gap = s.primal - s.dual;
  RC_ASSERT(gap >= -tolerance::identity() * relative(s.primal) * problem.n());
  RC_ASSERT(gap <= problem.C * problem.n() * tolerance::kkt() * scale_of(problem) +
                       tolerance::identity() * relative(s.primal));
  RC_ASSERT(s.b_lo <= s.b && s.b <= s.b_hi);
}

RC_GTEST_PROP(SvrProperty, KktCases, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const double band = tolerance::kkt() * scale_of(problem), tie = kTieBand * problem.C;
  for (double b : {s.b_lo, s.b, s.b_hi}) {
    for (int i = 0; i < problem.n(); ++i) {
      const double e = s.residual[i] + s.b - b;
      if (e < problem.epsilon - band) RC_ASSERT(s.alpha[i] <= tie);
      if (e > problem.epsilon + band) RC_ASSERT(s.alpha[i] >= problem.C - tie);
      if (e > -problem.epsilon + band) RC_ASSERT(s.alpha_star[i] <= tie);
      if (e < -problem.epsilon - band) RC_ASSERT(s.alpha_star[i] >= problem.C - tie);
    }
  }
}

RC_GTEST_PROP(SvrProperty, NoFeasiblePairNudgeImprovesTheDual, ()) {
  const Draw drawn = draw();
  RC_PRE(drawn.n >= 2);
  const Problem problem = problem_of(drawn);
  const Solution s = solve(problem);
  const double best = dual_value(problem, s.alpha, s.alpha_star);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 1);
  for (int trial = 0; trial < 20; ++trial) {
    const int i = rng.below(problem.n()), j = rng.below(problem.n());
    const double step = problem.C * std::pow(10, -5 * rng.uniform());
    std::vector<double> u(problem.n());
    for (int k = 0; k < problem.n(); ++k) u[k] = s.alpha[k] - s.alpha_star[k];
    u[i] += step;
    u[j] -= step;
    if (i == j || std::abs(u[i]) > problem.C || std::abs(u[j]) > problem.C) continue;
    std::vector<double> alpha(u), alpha_star(u);
    for (int k = 0; k < problem.n(); ++k) {
      alpha[k] = std::max(u[k], 0.0);
      alpha_star[k] = std::max(-u[k], 0.0);
    }
    RC_ASSERT(dual_value(problem, alpha, alpha_star) <=
              best + step * tolerance::kkt() * scale_of(problem) + tolerance::identity() * relative(best));
  }
}

RC_GTEST_PROP(SvrProperty, WeakDualityAtRandomDualPoints, ()) {
  const Draw drawn = draw();
  const Problem problem = problem_of(drawn);
  const Solution s = solve(problem);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 2);
  for (int trial = 0; trial < 10; ++trial) {
    // Any sum of feasible pair moves is dual feasible; both multipliers of a point may be positive here.
    std::vector<double> alpha(problem.n(), 0), alpha_star(problem.n(), 0);
    for (int move = 0; move < problem.n(); ++move) {
      const int i = rng.below(problem.n()), j = rng.below(problem.n());
      const double step = rng.uniform() * std::min(problem.C - alpha[i], problem.C - alpha_star[j]);
      alpha[i] += step;
      alpha_star[j] += step;
    }
    RC_ASSERT(dual_value(problem, alpha, alpha_star) <= s.primal + tolerance::identity() * relative(s.primal));
    RC_ASSERT(dual_value(problem, alpha, alpha_star) <=
              s.dual + tolerance::objective() * relative(s.dual) * relative(problem.C));
  }
}

/// x -> x Q with Q orthogonal: a product of random reflections.
std::vector<double> rotated(const Problem& problem, Rng& rng) {
  std::vector<double> x = problem.x;
  const int d = problem.d;
  for (int reflection = 0; reflection < 2; ++reflection) {
    std::vector<double> v(d);
    double norm2 = 0;
    for (double& c : v) {
      c = rng.normal();
      norm2 += c * c;
    }
    for (int i = 0; i < problem.n(); ++i) {
      double dot = 0;
      for (int k = 0; k < d; ++k) dot += v[k] * x[i * d + k];
      for (int k = 0; k < d; ++k) x[i * d + k] -= 2 * dot / norm2 * v[k];
    }
  }
  return x;
}

void assert_same_answer(const Problem& problem, const Solution& a, const Solution& b) {
  RC_ASSERT(std::abs(a.dual - b.dual) <= tolerance::objective() * relative(a.dual));
  for (int i = 0; i < problem.n(); ++i) {
    // f - b is unique whatever the multipliers do.
    const double f_a = problem.y[i] - a.residual[i] - a.b, f_b = problem.y[i] - b.residual[i] - b.b;
    RC_ASSERT(std::abs(f_a - f_b) <= tolerance::function() * scale_of(problem));
  }
}

RC_GTEST_PROP(SvrProperty, RotationOfXLeavesTheAnswerAlone, ()) {
  const Draw drawn = draw();
  const Problem problem = problem_of(drawn);
  Problem turned = problem;
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 3);
  turned.x = rotated(problem, rng);
  assert_same_answer(problem, solve(problem), solve(turned));
}

RC_GTEST_PROP(SvrProperty, PermutationOfPointsPermutesTheAnswer, ()) {
  const Draw drawn = draw();
  const Problem problem = problem_of(drawn);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 4);
  std::vector<int> order(problem.n());
  std::iota(order.begin(), order.end(), 0);
  for (int i = problem.n() - 1; i > 0; --i) std::swap(order[i], order[rng.below(i + 1)]);
  Problem shuffled = problem;
  for (int i = 0; i < problem.n(); ++i) {
    shuffled.y[i] = problem.y[order[i]];
    for (int k = 0; k < problem.d; ++k) shuffled.x[i * problem.d + k] = problem.x[order[i] * problem.d + k];
  }
  const Solution a = solve(problem), b = solve(shuffled);
  Solution back = b;
  for (int i = 0; i < problem.n(); ++i) back.residual[order[i]] = b.residual[i];
  assert_same_answer(problem, a, back);
}

RC_GTEST_PROP(SvrProperty, TranslationOfYMovesBAlone, ()) {
  const Draw drawn = draw();
  const Problem problem = problem_of(drawn);
  Problem moved = problem;
  const double shift = *rc::gen::inRange(-8, 9);
  for (double& y : moved.y) y += shift;
  const Solution a = solve(problem), b = solve(moved);
  RC_ASSERT(std::abs(a.dual - b.dual) <= tolerance::objective() * relative(a.dual));
  RC_ASSERT(std::abs(a.b_lo + shift - b.b_lo) <= tolerance::function() * scale_of(moved));
  RC_ASSERT(std::abs(a.b_hi + shift - b.b_hi) <= tolerance::function() * scale_of(moved));
  for (int i = 0; i < problem.n(); ++i)
    RC_ASSERT(std::abs((a.residual[i] + a.b) - (b.residual[i] + b.b - shift)) <=
              tolerance::function() * scale_of(moved));
}

RC_GTEST_PROP(SvrProperty, SplitRunsAreTheSameBitForBit, ()) {
  const Problem problem = problem_of(draw());
  const Options options{.tolerance = 1e-5};
  const Solution whole = fit(problem, options);
  Fit split(problem, options);
  const int piece = *rc::gen::inRange(1, 50);
  while (!split.advance(piece)) (void)split.solution();
  const Solution s = split.solution();
  RC_ASSERT(s.alpha == whole.alpha);
  RC_ASSERT(s.alpha_star == whole.alpha_star);
  RC_ASSERT(s.b == whole.b);
}

RC_GTEST_PROP(SvrProperty, PredictionAtTheDataIsTheFit, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const std::vector<double> f = predict(problem, s, problem.x);
  double size = scale_of(problem);
  for (int i = 0; i < problem.n(); ++i) size = std::max(size, s.alpha[i] + s.alpha_star[i]);
  for (int i = 0; i < problem.n(); ++i)
    RC_ASSERT(std::abs(problem.y[i] - s.residual[i] - f[i]) <= tolerance::identity() * size * 100);
}

}  // namespace
}  // namespace proofground::svr
