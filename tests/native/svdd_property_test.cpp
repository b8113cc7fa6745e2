// Properties of the ball on random problems. RC_PARAMS="seed=..." repeats a failure.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/rng.h"
#include "svdd/distance.h"
#include "svdd/svdd.h"
#include "svdd_problems.h"
#include "svdd_smallest_ball.h"
#include "tolerances.h"

namespace proofground::svdd {
namespace {

/// A random problem. Everything follows from a few drawn numbers, so that a counter-example shrinks to a small one.
struct Draw {
  int n, d, kernel, share, seed;
};

Draw draw() {
  return {*rc::gen::inRange(1, 40), *rc::gen::inRange(1, 5), *rc::gen::inRange(0, 3), *rc::gen::inRange(1, 20),
          *rc::gen::inRange(0, 1 << 20)};
}

Problem problem_of(const Draw& draw) {
  const std::vector<Kernel> kernels{test::kLinear, test::rbf(0.8), test::poly(0.5, 1, 2)};
  Rng rng(static_cast<std::uint64_t>(draw.seed));
  Problem problem{.x = {}, .d = draw.d, .weights = {}, .nu = 0, .kernel = kernels[draw.kernel]};
  // Coordinates from a coarse grid and equal weights now and then: repeated points and ties.
  const bool coarse = rng.below(4) == 0;
  for (int i = 0; i < draw.n * draw.d; ++i) problem.x.push_back(coarse ? rng.below(4) - 1.5 : rng.normal());
  for (int i = 0; i < draw.n; ++i) problem.weights.push_back(coarse ? 1 : rng.uniform(0.25, 2));
  problem.nu = draw.share / 20.0 * test::weight_sum(problem);
  return problem;
}

double plain_kernel(const Problem& problem, int i, int j) {
  return evaluate(problem.kernel, problem.points().row(i), problem.points().row(j), problem.d);
}

/// max(1, the largest squared distance of two points): the unit of everything measured here.
double scale_of(const Problem& problem) {
  double scale = 1;
  for (int i = 0; i < problem.n(); ++i)
    for (int j = 0; j < i; ++j)
      scale =
          std::max(scale, plain_kernel(problem, i, i) + plain_kernel(problem, j, j) - 2 * plain_kernel(problem, i, j));
  return scale;
}

Solution solve(const Problem& problem) {
  return fit(problem, {.tolerance = tolerance::kPropertyGap * scale_of(problem), .max_iterations = 2'000'000});
}

/// How far P may lie above D: each point is within the gap of its place, at the price of its weight.
double gap_allowance(const Problem& problem) {
  return tolerance::kkt() * scale_of(problem) * (1 + test::weight_sum(problem) / problem.nu);
}

RC_GTEST_PROP(SvddProperty, FeasibleAndWithoutGap, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const double scale = scale_of(problem);
  RC_ASSERT(s.report.converged);
  double sum = 0, dual = 0, primal = s.rho;
  for (int i = 0; i < problem.n(); ++i) {
    RC_ASSERT(s.alpha[i] >= 0 && s.alpha[i] <= problem.weights[i] / problem.nu * (1 + tolerance::identity()));
    RC_ASSERT(s.xi[i] >= 0 && s.distance2[i] <= s.rho + s.xi[i] + tolerance::identity() * scale);
    sum += s.alpha[i];
    dual += s.alpha[i] * plain_kernel(problem, i, i);
    for (int j = 0; j < problem.n(); ++j) dual -= s.alpha[i] * s.alpha[j] * plain_kernel(problem, i, j);
    primal += problem.weights[i] / problem.nu * s.xi[i];
  }
  RC_ASSERT(std::abs(sum - 1) <= tolerance::identity());
  RC_ASSERT(std::abs(s.dual - dual) <= tolerance::identity() * scale * problem.n());
  RC_ASSERT(std::abs(s.primal - primal) <= tolerance::identity() * scale * problem.n());
  RC_ASSERT(s.primal >= s.dual - tolerance::identity() * scale * problem.n());
  RC_ASSERT(s.primal <= s.dual + gap_allowance(problem));
  RC_ASSERT(0 <= s.rho_lo && s.rho_lo <= s.rho && s.rho <= s.rho_hi);
}

RC_GTEST_PROP(SvddProperty, KktStaircaseForEveryRhoOfTheInterval, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const double band = tolerance::kkt() * scale_of(problem);
  for (double rho : {s.rho_lo, s.rho, s.rho_hi}) {
    for (int i = 0; i < problem.n(); ++i) {
      const double box = problem.weights[i] / problem.nu, tie = kTieBand * box;
      if (s.distance2[i] < rho - band) RC_ASSERT(s.alpha[i] <= tie);
      if (s.distance2[i] > rho + band) RC_ASSERT(s.alpha[i] >= box - tie);
    }
  }
}

// (11): what lies strictly outside weighs at most nu, and with the sphere itself at least nu.
RC_GTEST_PROP(SvddProperty, WeightOutsideStraddlesNu, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const double band = tolerance::kkt() * scale_of(problem), tie = tolerance::identity() * test::weight_sum(problem);
  double outside = 0, not_inside = 0;
  for (int i = 0; i < problem.n(); ++i) {
    if (s.distance2[i] > s.rho + band) outside += problem.weights[i];
    if (s.distance2[i] >= s.rho - band) not_inside += problem.weights[i];
  }
  RC_ASSERT(outside <= problem.nu + tie);
  RC_ASSERT(not_inside >= problem.nu - tie);
}

void assert_same_ball(const Problem& problem, const Solution& a, const Solution& b) {
  const double scale = scale_of(problem);
  RC_ASSERT(std::abs(a.dual - b.dual) <= tolerance::objective() * scale);
  for (std::size_t i = 0; i < a.distance2.size(); ++i)
    RC_ASSERT(std::abs(a.distance2[i] - b.distance2[i]) <= tolerance::function() * scale);
  RC_ASSERT(std::abs(a.rho_lo - b.rho_lo) <= tolerance::function() * scale);
  RC_ASSERT(std::abs(a.rho_hi - b.rho_hi) <= tolerance::function() * scale);
}

RC_GTEST_PROP(SvddProperty, PermutationOfPointsPermutesTheAnswer, ()) {
  const Draw drawn = draw();
  const Problem problem = problem_of(drawn);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 1);
  std::vector<int> order(problem.n());
  std::iota(order.begin(), order.end(), 0);
  for (int i = problem.n() - 1; i > 0; --i) std::swap(order[i], order[rng.below(i + 1)]);
  Problem shuffled = problem;
  for (int i = 0; i < problem.n(); ++i) {
    shuffled.weights[i] = problem.weights[order[i]];
    for (int k = 0; k < problem.d; ++k) shuffled.x[i * problem.d + k] = problem.x[order[i] * problem.d + k];
  }
  const Solution b = solve(shuffled);
  Solution back = b;
  for (int i = 0; i < problem.n(); ++i) back.distance2[order[i]] = b.distance2[i];
  assert_same_ball(problem, solve(problem), back);
}

RC_GTEST_PROP(SvddProperty, RigidMotionMovesTheBallAlong, ()) {
  Draw drawn = draw();
  drawn.kernel = *rc::gen::inRange(0, 2);  // linear, rbf: the kernels that see distances alone
  const Problem problem = problem_of(drawn);
  const int n = problem.n(), d = problem.d;
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 2);
  Eigen::MatrixXd random(d, d);
  for (double& entry : random.reshaped()) entry = rng.normal();
  const Eigen::MatrixXd turn = random.householderQr().householderQ();
  Eigen::VectorXd move(d);
  for (double& entry : move) entry = rng.uniform(-5, 5);
  Problem moved = problem;
  for (int i = 0; i < n; ++i)
    Eigen::Map<Eigen::VectorXd>(moved.x.data() + i * d, d) =
        turn * Eigen::Map<const Eigen::VectorXd>(problem.x.data() + i * d, d) + move;
  const Solution a = solve(problem), b = solve(moved);
  assert_same_ball(problem, a, b);
  if (problem.kernel.type != KernelType::linear) return;
  const Eigen::VectorXd expected = turn * Eigen::Map<const Eigen::VectorXd>(a.center.data(), d) + move;
  for (int k = 0; k < d; ++k)
    RC_ASSERT(std::abs(b.center[k] - expected(k)) <= tolerance::function() * std::sqrt(scale_of(problem)));
}

RC_GTEST_PROP(SvddProperty, IntegerWeightsAreRepeatedPoints, ()) {
  const Draw drawn = draw();
  Problem weighted = problem_of(drawn);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 3);
  Problem repeated = weighted;
  repeated.x.clear();
  repeated.weights.clear();
  std::vector<int> copies;
  for (int i = 0; i < weighted.n(); ++i) {
    copies.push_back(1 + rng.below(3));
    weighted.weights[i] = copies.back();
    for (int copy = 0; copy < copies.back(); ++copy) {
      repeated.weights.push_back(1);
      repeated.x.insert(repeated.x.end(), weighted.points().row(i), weighted.points().row(i) + weighted.d);
    }
  }
  weighted.nu = repeated.nu = drawn.share / 20.0 * test::weight_sum(weighted);
  const Solution a = solve(weighted), b = solve(repeated);
  Solution first_copies = b;
  first_copies.distance2.clear();
  for (std::size_t i = 0, at = 0; i < copies.size(); at += static_cast<std::size_t>(copies[i++]))
    first_copies.distance2.push_back(b.distance2[at]);
  assert_same_ball(weighted, a, first_copies);
}

RC_GTEST_PROP(SvddProperty, SmallNuIsTheSmallestEnclosingBall, ()) {
  Draw drawn = draw();
  drawn.kernel = 0;
  drawn.d = *rc::gen::inRange(2, 4);
  Problem problem = problem_of(drawn);
  problem.nu = *std::min_element(problem.weights.begin(), problem.weights.end()) * 0.99;
  const test::Ball ball = test::smallest_ball(problem);
  RC_PRE(problem.nu < test::weight_sum(problem));
  const Solution s = solve(problem);
  RC_ASSERT(std::abs(s.rho - ball.radius2) <= tolerance::objective() * scale_of(problem));
  for (int k = 0; k < problem.d; ++k)
    RC_ASSERT(std::abs(s.center[k] - ball.center(k)) <= tolerance::function() * std::sqrt(scale_of(problem)));
  for (double xi : s.xi) RC_ASSERT(xi <= tolerance::kkt() * scale_of(problem));
}

RC_GTEST_PROP(SvddProperty, NoFeasiblePairNudgeImprovesTheDual, ()) {
  const Draw drawn = draw();
  RC_PRE(drawn.n >= 2);
  const Problem problem = problem_of(drawn);
  const Solution s = solve(problem);
  const double scale = scale_of(problem);
  Rng rng(static_cast<std::uint64_t>(drawn.seed) + 4);
  for (int trial = 0; trial < 20; ++trial) {
    const int i = rng.below(problem.n()), j = rng.below(problem.n());
    if (i == j) continue;
    const double room = std::min(problem.weights[i] / problem.nu - s.alpha[i], s.alpha[j]);
    const double step = room * std::pow(10, -5 * rng.uniform());
    if (!(step > 0)) continue;
    // D(a + t (e_i - e_j)) - D(a) from the definition.
    const double square = plain_kernel(problem, i, i) + plain_kernel(problem, j, j) - 2 * plain_kernel(problem, i, j);
    double slope = plain_kernel(problem, i, i) - plain_kernel(problem, j, j);
    for (int k = 0; k < problem.n(); ++k)
      slope -= 2 * s.alpha[k] * (plain_kernel(problem, i, k) - plain_kernel(problem, j, k));
    RC_ASSERT(step * slope - step * step * square <= step * tolerance::kkt() * scale + tolerance::identity() * scale);
  }
}

RC_GTEST_PROP(SvddProperty, SplitRunsAreTheSameBitForBit, ()) {
  const Problem problem = problem_of(draw());
  const Options options{.tolerance = 1e-5};
  const Solution whole = fit(problem, options);
  Fit split(problem, options);
  const int piece = *rc::gen::inRange(1, 50);
  while (!split.advance(piece)) (void)split.solution();
  const Solution s = split.solution();
  RC_ASSERT(s.alpha == whole.alpha);
  RC_ASSERT(s.distance2 == whole.distance2);
  RC_ASSERT(s.rho_lo == whole.rho_lo && s.rho_hi == whole.rho_hi);
}

RC_GTEST_PROP(SvddProperty, DistanceAtTheDataIsTheFit, ()) {
  const Problem problem = problem_of(draw());
  const Solution s = solve(problem);
  const std::vector<double> d2 = distance2(problem, s, problem.x);
  for (int i = 0; i < problem.n(); ++i)
    RC_ASSERT(std::abs(d2[i] - s.distance2[i]) <= tolerance::identity() * scale_of(problem) * 100);
}

}  // namespace
}  // namespace proofground::svdd
