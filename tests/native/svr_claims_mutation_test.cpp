// A certificate that is slightly wrong in one field: the claim about that field must fail.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "svm/spectrum.h"
#include "svr/claims/claims.h"
#include "svr/claims/gram_solver.h"
#include "svr/claims/recomputed.h"
#include "svr_claims_problems.h"

namespace proofground::svr::test {
namespace {

struct Mutation {
  std::string name;
  std::vector<std::string> claims;  // each of these must fail
  std::function<void(Solution&, const Problem&)> apply;
};

// The first point whose delta is strictly between the bounds, and the first at 0.
std::size_t free_point(const Solution& solution, double C) {
  for (std::size_t i = 0; i < solution.alpha.size(); ++i) {
    const double size = solution.alpha[i] + solution.alpha_star[i];
    if (size > 0.01 * C && size < 0.99 * C) return i;
  }
  ADD_FAILURE() << "no free support vector";
  return 0;
}
std::size_t inside_point(const Solution& solution) {
  for (std::size_t i = 0; i < solution.alpha.size(); ++i) {
    if (solution.alpha[i] + solution.alpha_star[i] == 0) return i;
  }
  ADD_FAILURE() << "no point inside the tube";
  return 0;
}
std::vector<double>& positive_part(Solution& solution, std::size_t i) {
  return solution.alpha[i] > 0 ? solution.alpha : solution.alpha_star;
}

const std::vector<Mutation> kMutations{
    {"one multiplier 1e-4 C larger: the sum is off",
     {"1a", "1b", "1c2"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = free_point(s, p.C);
       positive_part(s, i)[i] += 1e-4 * p.C;
     }},
    {"weight moved from a free point to one inside: the sum is kept",
     {"1a", "1b", "1c2"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = free_point(s, p.C), j = inside_point(s);
       const bool upper = s.alpha[i] > 0;
       (upper ? s.alpha : s.alpha_star)[i] -= 1e-3 * p.C;
       (upper ? s.alpha : s.alpha_star)[j] += 1e-3 * p.C;
     }},
    {"the same, larger: another fit",
     {"1a", "1b", "1c2", "1d1"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = free_point(s, p.C), j = inside_point(s);
       const bool upper = s.alpha[i] > 0;
       (upper ? s.alpha : s.alpha_star)[i] -= 1e-2 * p.C;
       (upper ? s.alpha : s.alpha_star)[j] += 1e-2 * p.C;
     }},
    {"both multipliers of a point 1e-4 C larger: delta is kept",
     {"1b", "1c2"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = inside_point(s);
       s.alpha[i] += 1e-4 * p.C;
       s.alpha_star[i] += 1e-4 * p.C;
     }},
    {"a negative multiplier",
     {"1a", "1b", "1c2"},
     [](Solution& s, const Problem& p) { s.alpha_star[free_point(s, p.C)] = -1e-3 * p.C; }},
    {"all multipliers 0.1 % larger",
     {"1a", "1b", "1c2"},
     [](Solution& s, const Problem&) {
       for (double& value : s.alpha) value *= 1.001;
       for (double& value : s.alpha_star) value *= 1.001;
     }},
    {"b 1e-4 larger", {"1a", "1c1", "1c2", "1d2"}, [](Solution& s, const Problem&) { s.b += 1e-4; }},
    {"b 1e-4 smaller", {"1c1", "1c2", "1d2"}, [](Solution& s, const Problem&) { s.b -= 1e-4; }},
    {"b_hi 1e-6 larger", {"1c1"}, [](Solution& s, const Problem&) { s.b_hi += 1e-6; }},
    {"b_lo 1e-6 smaller", {"1c1"}, [](Solution& s, const Problem&) { s.b_lo -= 1e-6; }},
    {"a slack 1e-6 larger", {"1c2"}, [](Solution& s, const Problem&) { s.xi.back() += 1e-6; }},
    {"a residual 1e-6 larger", {"1c2"}, [](Solution& s, const Problem&) { s.residual.front() += 1e-6; }},
    {"primal 1e-6 larger", {"1b"}, [](Solution& s, const Problem&) { s.primal *= 1 + 1e-6; }},
    {"dual 1e-6 smaller", {"1b"}, [](Solution& s, const Problem&) { s.dual *= 1 - 1e-6; }},
    {"a multiplier that is not a number",
     {"1a", "1b", "1c1", "1c2", "1d1", "1d2"},
     [](Solution& s, const Problem&) { s.alpha.front() = std::nan(""); }},
};

class SvrClaimMutations : public testing::TestWithParam<Mutation> {};

TEST_P(SvrClaimMutations, AreNoticed) {
  for (const Problem& problem :
       {wave(40, 1, rbf(1), 10, 0.1), wave(50, 2, kLinear, 1, 0.3, 3), wave(30, 2, poly(0.5, 1, 2), 5, 0.1)}) {
    Solution solution = certificate(problem);
    GetParam().apply(solution, problem);
    for (const std::string& id : GetParam().claims) {
      const Claim claim = check_claim(id, problem, solution, judged_finely(problem), {}).claim;
      // A NaN: nothing passes; it may be refused.
      EXPECT_NE(claim.verdict(), Verdict::pass) << id;
      if (claim.reason != "overflow") EXPECT_EQ(claim.verdict(), Verdict::fail) << id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Mutations, SvrClaimMutations, testing::ValuesIn(kMutations),
                         [](const auto& info) { return "m" + std::to_string(info.index); });

// From here on the wrong certificates are consistent with themselves: everything but alpha, alpha_star and b follows from
// these by the plain formulas, and the report says whatever makes the certificate look best.
struct Lie {
  const char* name;
  double kkt_gap;
};
constexpr std::array kLies{Lie{"no gap at all", 0}, Lie{"a gap that excuses everything", 1e9}};

Solution consistent(const Problem& problem, std::vector<double> alpha, std::vector<double> alpha_star, double b,
                    const Lie& lie) {
  Solution s;
  s.alpha = std::move(alpha);
  s.alpha_star = std::move(alpha_star);
  s.b = s.b_lo = s.b_hi = b;
  const Points points = problem.points();
  if (problem.kernel.type == KernelType::linear) s.w.assign(static_cast<std::size_t>(problem.d), 0.0);
  double half_norm = 0, linear = 0, slack = 0;
  for (int i = 0; i < points.n; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const double delta = s.alpha[at] - s.alpha_star[at];
    double u = 0;
    for (int j = 0; j < points.n; ++j) {
      const auto k = static_cast<std::size_t>(j);
      u += (s.alpha[k] - s.alpha_star[k]) * evaluate(problem.kernel, points.row(j), points.row(i), points.d);
    }
    for (std::size_t k = 0; k < s.w.size(); ++k) s.w[k] += delta * points.row(i)[k];
    s.residual.push_back(problem.y[at] - u - b);
    s.xi.push_back(std::max(std::abs(s.residual.back()) - problem.epsilon, 0.0));
    half_norm += delta * u / 2;
    linear += problem.y[at] * delta - problem.epsilon * (s.alpha[at] + s.alpha_star[at]);
    slack += problem.C * s.xi.back();
  }
  s.primal = half_norm + slack;
  s.dual = linear - half_norm;
  s.report = {.iterations = 1000, .converged = true, .kkt_gap = lie.kkt_gap};
  return s;
}

Solution consistent(const Problem& problem, const std::vector<double>& delta, double b, const Lie& lie) {
  std::vector<double> alpha, alpha_star;
  for (const double value : delta) {
    alpha.push_back(std::max(value, 0.0));
    alpha_star.push_back(std::max(-value, 0.0));
  }
  return consistent(problem, std::move(alpha), std::move(alpha_star), b, lie);
}

std::vector<double> delta_of(const Solution& s) {
  std::vector<double> delta(s.alpha);
  for (std::size_t i = 0; i < delta.size(); ++i) delta[i] -= s.alpha_star[i];
  return delta;
}

// The optimum without b: coordinate ascent on D over the box alone. Each point is then on the staircase at b = 0.
std::vector<double> optimum_without_b(const Problem& problem) {
  const std::size_t n = problem.y.size();
  std::vector<int> all(n);
  std::iota(all.begin(), all.end(), 0);
  const std::vector<double> gram = gram_matrix(problem.kernel, problem.points(), all);
  std::vector<double> delta(n, 0.0), fitted(n, 0.0);
  for (int sweep = 0; sweep < 200'000; ++sweep) {
    double moved = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double k = gram[i * n + i], target = problem.y[i] - fitted[i] + k * delta[i];
      const double size = std::clamp((std::abs(target) - problem.epsilon) / k, 0.0, problem.C);
      const double step = std::copysign(size, target) - delta[i];
      delta[i] += step;
      moved = std::max(moved, std::abs(step));
      for (std::size_t j = 0; j < n; ++j) fitted[j] += step * gram[i * n + j];
    }
    if (moved <= 1e-15 * problem.C) break;
  }
  return delta;
}

void expect_noticed(const std::string& what, const Problem& problem, const Solution& wrong,
                    const std::vector<std::string>& claims) {
  for (const std::string& id : claims) {
    for (const double tolerance : {fine_options(problem).tolerance, 1e-3}) {
      ClaimOptions options;
      options.tolerance = tolerance;
      const Claim claim = check_claim(id, problem, wrong, options, {}).claim;
      EXPECT_EQ(claim.verdict(), Verdict::fail)
          << what << ", " << id << ", reported gap " << wrong.report.kkt_gap << ", tolerance " << tolerance;
    }
  }
}

double value_of(const Claim& claim, const std::string& id) {
  for (const Check& check : claim.checks) {
    if (check.id == id) return check.value;
  }
  ADD_FAILURE() << "no check " << id;
  return 0;
}

const std::vector<std::string> kOfTheOptimum{"1a", "1b", "1c1", "1c2", "1d1"};

// y lifted by 3: without b a fit near it costs much.
Problem lifted() {
  Problem problem = wave(24, 1, rbf(1), 1, 0.1);
  for (double& y : problem.y) y += 3;
  return problem;
}

// Each row of the KKT table holds to rounding, yet the cost is many times the optimum: the table without the sum proves
// nothing.
TEST(SvrWrongCertificates, AnOptimumWithoutBIsOnTheStaircase) {
  const Problem problem = lifted();
  for (const Lie& lie : kLies) {
    const Solution wrong = consistent(problem, optimum_without_b(problem), 0, lie);
    const Claim claim = check_claim("1c2", problem, wrong, judged_finely(problem), {}).claim;
    EXPECT_LE(value_of(claim, "staircase"), 1e-9);
    EXPECT_GT(value_of(claim, "sum"), 1);
    EXPECT_GT(wrong.primal, 2 * certificate(problem).primal);
    expect_noticed("no b", problem, wrong, {"1a", "1b", "1c1", "1c2", "1d1", "1d2"});
  }
}

// Stopped early, with a report that says otherwise.
TEST(SvrWrongCertificates, AStoppedFitIsNotMadeGoodByItsReport) {
  for (const Problem& problem :
       {wave(40, 1, rbf(1), 10, 0.1), wave(50, 2, kLinear, 1, 0.3, 3), wave(30, 2, poly(0.5, 1, 2), 5, 0.1)}) {
    Options options;
    options.max_iterations = 12;
    const Solution early = fit(problem, options);
    for (const Lie& lie : kLies) {
      expect_noticed("stopped", problem, consistent(problem, delta_of(early), early.b, lie), kOfTheOptimum);
    }
  }
}

// The optimum of another problem: its rows and its sum are right there.
TEST(SvrWrongCertificates, TheOptimumOfAnotherProblemIsNoticed) {
  const Problem problem = wave(40, 1, rbf(1), 2, 0.1);
  const auto expect_other = [&](const std::string& what, const Problem& other, const std::vector<std::string>& claims) {
    const Solution solution = certificate(other);
    for (const Lie& lie : kLies)
      expect_noticed(what, problem, consistent(problem, delta_of(solution), solution.b, lie), claims);
  };
  Problem other = problem;
  other.C = 2 * problem.C;
  expect_other("2 C", other, {"1a", "1b", "1c2", "1d1"});
  other.C = problem.C / 2;
  expect_other("C / 2", other, kOfTheOptimum);
  other = problem;
  other.epsilon = 2 * problem.epsilon;
  expect_other("2 epsilon", other, kOfTheOptimum);
  other = problem;
  other.kernel = rbf(2);
  expect_other("another kernel", other, kOfTheOptimum);
  other = problem;
  other.y.front() += 0.5;
  expect_other("another y", other, kOfTheOptimum);
}

// A large C stands for "no slack": multipliers are then small beside it, and must not be measured by it.
TEST(SvrWrongCertificates, AFitThroughAllPointsIsNotExcusedByALargeC) {
  Problem exact = wave(12, 1, rbf(50), 1e7, 1e-7), problem = exact;
  problem.epsilon = 0.3;
  problem.C = 1e12;
  const Solution through = certificate(exact);
  for (const Lie& lie : kLies) {
    const Solution wrong = consistent(problem, delta_of(through), through.b, lie);
    expect_noticed("through all points", problem, wrong, {"1a", "1b", "1c2", "1d1"});
  }
}

// b moved within the tube's width: from a support vector at the bound, as if it were on the edge.
TEST(SvrWrongCertificates, AnOffsetFromABoundedPointIsNoticed) {
  const Problem problem = wave(40, 2, rbf(0.5), 0.3, 0.1);
  const Solution good = certificate(problem);
  for (std::size_t i = 0; i < good.alpha.size(); ++i) {
    if (std::max(good.alpha[i], good.alpha_star[i]) < problem.C) continue;
    const double b = good.b + good.residual[i] - (good.alpha[i] > 0 ? problem.epsilon : -problem.epsilon);
    if (std::abs(b - good.b) < 2e-3) continue;
    for (const Lie& lie : kLies) {
      const Solution wrong = consistent(problem, delta_of(good), b, lie);
      expect_noticed("bounded", problem, wrong, {"1a", "1b", "1c1", "1c2", "1d2"});
    }
  }
}

// w is written out for a linear kernel, and nothing else follows from it.
TEST(SvrWrongCertificates, AWThatForgetsAlphaStarIsNoticed) {
  const Problem problem = wave(50, 2, kLinear, 1, 0.3, 3);
  Solution wrong = certificate(problem);
  std::fill(wrong.w.begin(), wrong.w.end(), 0.0);
  for (std::size_t i = 0; i < wrong.alpha.size(); ++i) {
    for (std::size_t k = 0; k < 2; ++k) wrong.w[k] += wrong.alpha[i] * problem.x[2 * i + k];
  }
  expect_noticed("w", problem, wrong, {"1d2"});
}

// Slacks that are wrong at two points, of which L adds up the same: one is too small, the other one too large.
TEST(SvrWrongCertificates, ASlackIsNotMadeUpForByAnother) {
  const Problem problem = wave(40, 2, rbf(0.5), 0.3, 0.1);
  Solution wrong = certificate(problem);
  std::vector<std::size_t> bounded;
  for (std::size_t i = 0; i < wrong.xi.size(); ++i) {
    if (wrong.xi[i] > 0.01) bounded.push_back(i);
  }
  ASSERT_GE(bounded.size(), 2U);
  wrong.xi[bounded[0]] -= 0.01;
  wrong.xi[bounded[1]] += 0.01;
  const Claim claim = check_claim("1a", problem, wrong, judged_finely(problem), {}).claim;
  EXPECT_NEAR(value_of(claim, "complementary"), 0.02 * problem.C, 1e-6);  // without any draw
  expect_noticed("slacks", problem, wrong, {"1a", "1c2"});
}

// Of two equal points one takes the weight of both, more than C: neither f nor D shows it.
TEST(SvrWrongCertificates, AMultiplierBeyondCOfARepeatedPointIsNoticed) {
  const Problem problem = literal({-1, -1, 1, 1}, 1, {-1, -1, 1, 1}, kLinear, 0.25, 0.25);
  for (const Lie& lie : kLies) {
    const Solution wrong = consistent(problem, {-0.1875, -0.1875, 0.375, 0}, 0, lie);
    expect_noticed("beyond C", problem, wrong, {"1a", "1b", "1c2", "1d1"});
  }
}

// A point at the origin on the tube's edge, and b = 0: its multiplier changes the sum, but neither f nor D.
TEST(SvrWrongCertificates, ASumThatChangesNeitherFNorDIsNoticed) {
  const Problem problem = literal({-1, 0, 1}, 1, {-1, 0.25, 1}, kLinear, 1, 0.25);
  for (const Lie& lie : kLies) {
    const Solution wrong = consistent(problem, {-0.375, 0.5, 0.375}, 0, lie);
    expect_noticed("sum", problem, wrong, {"1a", "1b", "1c2", "1d1"});
  }
}

// Two multipliers of one point, both as large as a large C allows: all others are small beside them, but not none.
TEST(SvrWrongCertificates, TwoLargeMultipliersOfOnePointHideNoOther) {
  Problem exact = wave(12, 1, rbf(50), 1e7, 1e-7), problem = exact;
  problem.epsilon = 0.3;
  problem.C = 1e12;
  const Solution through = certificate(exact);
  for (const Lie& lie : kLies) {
    Solution wrong = consistent(problem, delta_of(through), through.b, lie);
    wrong.alpha.front() += problem.C / 4;
    wrong.alpha_star.front() += problem.C / 4;
    wrong = consistent(problem, wrong.alpha, wrong.alpha_star, wrong.b, lie);
    const OffsetFunction g(problem, recompute(problem, wrong, 1e-3));
    wrong.b_lo = g.lo();
    wrong.b_hi = g.hi();
    expect_noticed("two large multipliers", problem, wrong, {"1a", "1b", "1c1", "1c2", "1d1"});
  }
}

// b in the middle of what is left halves the distance to every row, but not the violation.
TEST(SvrWrongCertificates, AViolationOfMoreThanTheToleranceIsNoticed) {
  const Problem problem = wave(40, 1, rbf(1), 10, 0.1);
  Options coarse;
  coarse.tolerance = 1e-2;
  const Solution solution = fit(problem, coarse);
  ClaimOptions options;
  options.tolerance = solution.report.kkt_gap / 1.5;
  for (const std::string& id : kOfTheOptimum)
    EXPECT_EQ(check_claim(id, problem, solution, options, {}).claim.verdict(), Verdict::fail) << id;
}

// A tolerance as large as the data is met by no multipliers at all: that shows nothing.
TEST(SvrWrongCertificates, AToleranceAsLargeAsTheDataShowsNothing) {
  const Problem problem = wave(40, 1, rbf(1), 10, 0.1);
  const Solution nothing = consistent(problem, std::vector<double>(40, 0.0), 0, kLies[0]);
  ClaimOptions options;
  options.tolerance = 1e3;
  for (const std::string& id : kOfTheOptimum)
    EXPECT_EQ(check_claim(id, problem, nothing, options, {}).claim.reason, "coarse") << id;
}

// "no-difference" is not said where the mistake is seen, however small it is beside C or beside a coarse tolerance.
TEST(SvrMistakes, SmallOnesAreNoticed) {
  const auto verdict_of = [](const std::string& id, const Problem& problem, const std::string& code, double tolerance) {
    ClaimOptions options;
    options.tolerance = tolerance;
    return check_claim(id, problem, certificate(problem), options, Mistake(code)).claim.verdict();
  };
  // alpha = 0.375: every beta is C / 2000.
  const Problem nearly_bounded = literal({-1, 1}, 1, {-1, 1}, kLinear, 0.3752, 0.25);
  EXPECT_EQ(verdict_of("1a", nearly_bounded, "beta", 1e-9), Verdict::fail);
  // b = 0.005, and no other b is optimal.
  const Problem nearly_zero = literal({-1, 1}, 1, {-0.995, 1.005}, kLinear, 10, 0.25);
  EXPECT_EQ(verdict_of("1c1", nearly_zero, "zero", 1e-2), Verdict::fail);
}

struct Draw {
  int n, d, kernel, log_C, seed;
};

Problem random_problem(const Draw& draw) {
  const std::array kernels{kLinear, rbf(0.8), poly(0.5, 1, 2)};
  Rng rng(static_cast<std::uint64_t>(draw.seed));
  Problem problem{.x = {},
                  .d = draw.d,
                  .y = {},
                  .kernel = kernels[static_cast<std::size_t>(draw.kernel)],
                  .C = std::pow(10, draw.log_C),
                  .epsilon = 0.05 + 0.3 * rng.uniform()};
  const bool coarse = rng.below(4) == 0;  // repeated points and ties
  for (int i = 0; i < draw.n * draw.d; ++i) problem.x.push_back(coarse ? rng.below(4) - 1.5 : rng.normal());
  for (int i = 0; i < draw.n; ++i) problem.y.push_back(coarse ? rng.below(3) * 0.5 : rng.normal());
  return problem;
}

// On random problems an honest fit passes, and each mistake is noticed where it changes something at all.
RC_GTEST_PROP(SvrClaimsRandom, HoldAndNoticeEveryMistake, ()) {
  const Draw draw{*rc::gen::inRange(2, 30), *rc::gen::inRange(1, 4), *rc::gen::inRange(0, 3), *rc::gen::inRange(-2, 6),
                  *rc::gen::inRange(0, 1 << 20)};
  const Problem problem = random_problem(draw);
  const Solution solution = certificate(problem);
  if (!solution.report.converged) return;
  ClaimOptions options = judged_finely(problem);
  if (solution.report.kkt_gap > options.tolerance) options.tolerance = Options{}.tolerance;
  options.point = draw.seed % draw.n;
  options.seed = static_cast<std::uint64_t>(draw.seed);
  for (const std::string id : {"1a", "1b", "1c1", "1c2", "1d1", "1d2"}) {
    const Claim intact = check_claim(id, problem, solution, options, {}).claim;
    if (!intact.reason.empty()) continue;
    RC_LOG() << id << ' ' << text_of(intact) << '\n';
    RC_ASSERT(intact.verdict() == Verdict::pass);
    for (const std::string& code : mistakes(id)) {
      const Claim broken = check_claim(id, problem, solution, options, Mistake(code)).claim;
      RC_LOG() << id << ':' << code << ' ' << broken.reason << text_of(broken) << '\n';
      RC_ASSERT(broken.verdict() == Verdict::fail || (broken.reason == kNoDifference && code != "plain"));
    }
  }
}

// The solver that 1d1 compares with, on its own: from K it finds what the fit finds from X.
TEST(GramSolver, FindsTheSameDualOptimum) {
  for (const Named& named : problems()) {
    const Problem& problem = named.problem;
    if (mercer(problem.kernel, problem.points()) != Mercer::positive || problem.kernel.type == KernelType::linear)
      continue;
    std::vector<int> all(problem.y.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    const GramSolution s = solve_from_gram(gram_matrix(problem.kernel, problem.points(), all), problem.y, problem.C,
                                           problem.epsilon, 1e-9, 2'000'000);
    const Solution reference = certificate(problem);
    EXPECT_LE(s.kkt_gap, 1e-8) << named;
    EXPECT_NEAR(s.dual, reference.dual, 1e-6 * std::abs(reference.dual) + 1e-12) << named;
    double sum = 0;
    for (const double delta : s.delta) {
      sum += delta;
      EXPECT_LE(std::abs(delta), problem.C) << named;
    }
    EXPECT_NEAR(sum, 0, 1e-10 * problem.C) << named;
  }
}

TEST(GramSolver, StopsWhenToldTo) {
  const Problem problem = wave(40, 1, rbf(1), 10, 0.1);
  std::vector<int> all(40);
  for (int i = 0; i < 40; ++i) all[static_cast<std::size_t>(i)] = i;
  const std::vector<double> gram = gram_matrix(problem.kernel, problem.points(), all);
  EXPECT_GT(solve_from_gram(gram, problem.y, 10, 0.1, 1e-9, 3).kkt_gap, 1e-3);
  EXPECT_EQ(solve_from_gram(gram, problem.y, 10, 0.1, 1e-9, 0).dual, 0);
}

}  // namespace
}  // namespace proofground::svr::test
