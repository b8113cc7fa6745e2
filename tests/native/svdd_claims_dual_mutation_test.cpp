// Wrong certificates that are consistent with themselves, and every named mistake: the claims about the dual (2.1 to 2.4)
// and about nu (2.6) must notice them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numeric>
#include <sstream>

#include "svdd/claims/ball_of.h"
#include "svdd/claims/claims.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

const std::vector<std::string> kDual{"2.1", "2.2", "2.3", "2.4", "2.6"};

std::string text_of(const Claim& claim) {
  std::ostringstream text;
  text.precision(17);
  text << claim.reason << ' ';
  for (const Check& check : claim.checks) text << check.id << ' ' << check.value << " <= " << check.bound << "; ";
  return text.str();
}

Claim claim_of(const std::string& id, const Problem& problem, const Solution& solution) {
  return check_claim(id, problem, solution, {}, {}).claim;
}

double value_of(const Claim& claim, const std::string& check) {
  for (const Check& each : claim.checks)
    if (each.id == check) return each.value;
  ADD_FAILURE() << "no check " << check;
  return 0;
}

bool fails(const Claim& claim, const std::string& check) {
  return std::any_of(claim.checks.begin(), claim.checks.end(),
                     [&](const Check& each) { return each.id == check && each.verdict() == Verdict::fail; });
}

// The ball of these multipliers with everything recomputed from them, and a report that claims to be exact.
Solution consistent(const Problem& problem, const std::vector<double>& alpha, const Solution& like) {
  Solution ball = ball_of(problem, alpha, like);
  ball.report.kkt_gap = 0;
  ball.report.converged = true;
  return ball;
}

std::vector<double> mixed(const std::vector<double>& a, const std::vector<double>& b, double share) {
  std::vector<double> out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) out[i] = (1 - share) * a[i] + share * b[i];
  return out;
}

Solution optimal_for(Problem problem, double nu) {
  problem.nu = nu;
  return certificate(problem);
}

std::vector<Problem> clouds() {
  return {cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5)), cloud(30, 2, 0.3, poly(0.5, 1, 2)),
          cloud(40, 2, 0.35, kLinear, true, 1e4)};
}

// Feasible multipliers that are not the best, as anybody might hand them in.
TEST(SvddSuboptimal, MultipliersAreNoticedThoughTheBallIsTheirs) {
  for (const Problem& problem : clouds()) {
    const Solution best = certificate(problem);
    const std::vector<double> mean = mean_multipliers(problem);
    std::vector<double> pair = best.alpha;
    std::size_t up = 0, down = 0;
    for (std::size_t i = 0; i < pair.size(); ++i) {
      const double room = std::min(problem.weights[i] / problem.nu, 1.0) - pair[i];
      if (room > 0.01 && up == 0) up = i;
      if (pair[i] > 0.01) down = i;
    }
    ASSERT_NE(up, down);
    pair[up] += 0.01;
    pair[down] -= 0.01;
    const std::vector<std::pair<const char*, std::vector<double>>> wrong{
        {"1 % of the mean mixed in", mixed(best.alpha, mean, 0.01)},
        {"all equal", mean},
        {"optimal for a larger nu", optimal_for(problem, 1.2 * problem.nu).alpha},
        {"1 % moved between two points", pair}};
    for (const auto& [name, alpha] : wrong) {
      const Solution ball = consistent(problem, alpha, best);
      EXPECT_TRUE(fails(claim_of("2.1", problem, ball), "saddle-below")) << name;
      EXPECT_TRUE(fails(claim_of("2.2", problem, ball), "gap")) << name;
      const Claim dual = claim_of("2.4", problem, ball);
      EXPECT_TRUE(fails(dual, "optimal")) << name << ' ' << text_of(dual);
      // The way up does not lead above the optimum.
      EXPECT_LE(value_of(dual, "optimal"), (best.dual - ball.dual) * (1 + 1e-6) + 1e-9 * best.dual) << name;
      const Claim nu = claim_of("2.6", problem, ball);
      if (nu.reason.empty()) EXPECT_TRUE(fails(nu, "places")) << name << ' ' << text_of(nu);
    }
  }
}

TEST(SvddSuboptimal, ALyingReportWidensNoBound) {
  for (const Problem& problem : clouds()) {
    Solution ball = consistent(problem, mean_multipliers(problem), certificate(problem));
    ball.report.kkt_gap = 1e6;
    for (const char* id : {"2.1", "2.2", "2.4"}) EXPECT_EQ(claim_of(id, problem, ball).verdict(), Verdict::fail) << id;
  }
}

// A far point is forgotten: no multiplier, no slack. L does not have it, so the saddle is one, and the gap is 0.
TEST(SvddLagrangian, APointThatIsLeftOutIsNoticed) {
  Problem problem = cloud(40, 2, 0.2), rest = problem;
  rest.x.resize(78);
  rest.weights.pop_back();
  problem.x[78] = problem.x[79] = 9;
  const Solution without = certificate(rest);
  Solution ball = consistent(
      problem,
      [&] {
        auto a = without.alpha;
        a.push_back(0);
        return a;
      }(),
      certificate(problem));
  move_radius(ball, problem, without.rho);
  ball.primal -= problem.weights.back() / problem.nu * ball.xi.back();
  ball.xi.back() = 0;
  const Claim claim = claim_of("2.1", problem, ball);
  EXPECT_TRUE(fails(claim, "covered"));
  EXPECT_FALSE(fails(claim, "saddle-above")) << text_of(claim);
  EXPECT_FALSE(fails(claim, "complementary")) << text_of(claim);
}

// Optimal, with its own primal and dual, but for another nu.
TEST(SvddDuality, TheAnswerForAnotherNuIsNoticed) {
  for (const Problem& problem : clouds())
    for (const double factor : {0.7, 0.999, 1.001, 1.3}) {
      const Solution other = optimal_for(problem, factor * problem.nu);
      EXPECT_NEAR(other.primal, other.dual, 1e-6 * other.dual);
      EXPECT_EQ(claim_of("2.2", problem, other).verdict(), Verdict::fail) << factor;
      EXPECT_EQ(claim_of("2.4", problem, other).verdict(), Verdict::fail) << factor;
    }
}

TEST(SvddDuality, AHyperplaneThatCutsTheSetIsNoticed) {
  const Problem problem = cloud(40, 2, 0.2);
  Solution steep = certificate(problem);
  // Multipliers above their boxes: the dual promises more than the primal costs.
  for (double& value : steep.alpha) value *= 1.3;
  const Claim claim = claim_of("2.2", problem, steep);
  EXPECT_TRUE(fails(claim, "support"));
  EXPECT_TRUE(fails(claim, "feasible"));
}

TEST(SvddDualFunction, AValueByAWrongFormulaIsNoticed) {
  const Problem problem = cloud(40, 2, 0.2);
  const Solution best = certificate(problem);
  std::vector<double> alpha = best.alpha;
  for (double& value : alpha) value *= 0.8;
  Solution ball = consistent(problem, alpha, best);
  EXPECT_EQ(claim_of("2.3", problem, ball).verdict(), Verdict::pass);  // any multipliers have their theta
  double trace = 0;
  for (int i = 0; i < problem.n(); ++i)
    for (int k = 0; k < 2; ++k) trace += alpha[i] * problem.x[2 * i + k] * problem.x[2 * i + k];
  ball.dual = trace - 0.8 * 0.8 * ball.center_norm2;  // not divided by the sum
  EXPECT_TRUE(fails(claim_of("2.3", problem, ball), "reported"));
  for (double& value : alpha) value *= 1.4;  // gamma = 1 - s < 0
  EXPECT_TRUE(fails(claim_of("2.3", problem, consistent(problem, alpha, best)), "multipliers"));
}

TEST(SvddSimplifiedDual, AWrongEndOfTheRangeOfSumsIsNoticed) {
  struct Case {
    Problem problem;
    double right;
    std::vector<double> wrong;
  };
  for (const auto& [problem, right, wrong] :
       {Case{three(0.8), 5.0 / 6, {1, 0.9, 0.8, 0.5, 5.0 / 6 + 1e-6, 5.0 / 6 - 1e-6}},
        Case{three(2.0 / 3), 1, {0.9, 2.0 / 3}}, Case{cloud(40, 2, 0.2), 1, {0.99, 0.5, 0}}}) {
    Solution solution = certificate(problem);
    EXPECT_NEAR(solution.alpha_sum_lo, right, 1e-12);
    EXPECT_EQ(claim_of("2.4", problem, solution).verdict(), Verdict::pass)
        << text_of(claim_of("2.4", problem, solution));
    for (const double value : wrong) {
      solution.alpha_sum_lo = value;
      const Claim claim = claim_of("2.4", problem, solution);
      EXPECT_TRUE(fails(claim, "least")) << value;
      // By the values of theta, too: too small a sum is worse, and below too large a one it is as good.
      if (std::abs(value - right) > 0.01) {
        if (value < right) EXPECT_TRUE(fails(claim, "as-good")) << value;
        if (value == 1 && right < 1) EXPECT_TRUE(fails(claim, "worse")) << text_of(claim);
      }
    }
  }
}

// Another rho with the same points outside, and another centre with right counts.
TEST(SvddMeaningOfNu, ARhoThatKeepsTheCountOutsideIsNoticed) {
  const Problem problem = cloud(40, 2, 0.21);
  Solution solution = certificate(problem);
  std::vector<double> d2 = solution.distance2;
  std::sort(d2.begin(), d2.end());
  const auto next = std::upper_bound(d2.begin(), d2.end(), solution.rho * (1 + 1e-6));
  ASSERT_NE(next, d2.end());
  solution.rho = solution.rho / 2 + *next / 2;
  move_radius(solution, problem, solution.rho);
  const Claim claim = claim_of("2.6", problem, solution);
  EXPECT_FALSE(fails(claim, "outside"));
  EXPECT_TRUE(fails(claim, "not-inside"));
  EXPECT_TRUE(fails(claim, "places"));
}

TEST(SvddMeaningOfNu, TheSweepCountsAboveAThousandPoints) {
  for (const Problem& problem : {cloud(1500, 2, 0.1, rbf(1)), cloud(3000, 2, 0.3)}) {
    ClaimOptions options;
    options.tolerance = 1e-4;
    const ClaimResult result = check_claim("2.6", problem, fit(problem, {.tolerance = 1e-4}), options, {});
    const auto& picture = std::get<NuPicture>(result.picture);
    EXPECT_EQ(picture.sweep_tried, 12);
    EXPECT_EQ(picture.sweep_points, 1000);
    EXPECT_EQ(picture.sweep_nu.size(), 12U);
    EXPECT_EQ(result.claim.verdict(), Verdict::pass) << text_of(result.claim);
    value_of(result.claim, "sweep");
  }
}

class SvddDualMistakes : public testing::TestWithParam<Named> {};

// Each is noticed on every problem, or changes nothing there.
TEST_P(SvddDualMistakes, AreNoticedOrChangeNothing) {
  const Problem& problem = GetParam().problem;
  const Solution fine = certificate(problem), rough = coarse(problem);
  for (const std::string& id : kDual) {
    for (const Solution* solution : {&fine, &rough}) {
      ClaimOptions options;
      options.point = problem.n() - 1;
      if (solution == &rough) options.tolerance = coarse_tolerance(problem);
      const Claim intact = check_claim(id, problem, *solution, options, {}).claim;
      for (const std::string& code : mistakes(id)) {
        const ClaimResult result = check_claim(id, problem, *solution, options, Mistake(code));
        if (!intact.reason.empty()) {
          EXPECT_EQ(result.claim.reason, intact.reason) << id << ' ' << code;
        } else if (result.claim.reason.empty()) {
          EXPECT_EQ(result.claim.verdict(), Verdict::fail) << id << ' ' << code << ' ' << text_of(result.claim);
        } else {
          EXPECT_EQ(result.claim.reason, "no-difference") << id << ' ' << code;
          EXPECT_NE(code, "plain") << id;
          EXPECT_FALSE(result.broken_certificate) << id << ' ' << code;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, SvddDualMistakes, testing::ValuesIn(all_problems()), [](const auto& info) {
  std::string name = info.param.name;
  for (char& letter : name)
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
  return name;
});

// On data with nothing special about them no mistake is without a difference.
TEST(SvddDualMistakesOnAnyData, AreNoticed) {
  for (const Problem& problem : {cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5)), cloud(1001, 2, 0.1)}) {
    const Solution solution = certificate(problem);
    ClaimOptions options;
    if (problem.n() > 1000) options.tolerance = coarse_tolerance(problem);
    for (const std::string& id : kDual)
      for (const std::string& code : mistakes(id)) {
        const Claim claim = check_claim(id, problem, solution, options, Mistake(code)).claim;
        EXPECT_EQ(claim.verdict(), Verdict::fail) << id << ' ' << code << ' ' << text_of(claim);
      }
  }
}

TEST(SvddDualMistakesOnAnyData, MistakesThatChangeNothingSaySo) {
  const auto reason = [](const char* id, const Problem& problem, const char* code) {
    return check_claim(id, problem, certificate(problem), {}, Mistake(code)).claim.reason;
  };
  EXPECT_EQ(reason("2.2", three(0.5), "radius"), "no-difference");  // rho = 1
  EXPECT_EQ(reason("2.2", three(0.5), "no-nu"), "no-difference");   // no slack
  EXPECT_EQ(reason("2.2", three(0.5), "mean"), "");  // the right centre, but not with the right multipliers
  EXPECT_EQ(reason("2.4", three(0.5), "mean"), "");
  EXPECT_EQ(reason("2.4", literal({0, 4}, 1, {1, 1}, 0.5), "mean"), "no-difference");
  EXPECT_EQ(reason("2.4", cloud(20, 2, 1 - 1e-12), "no-sum"), "no-difference");  // the boxes hold 1 together
  EXPECT_EQ(reason("2.4", cloud(20, 2, 1 - 1e-9), "no-sum"), "");
  EXPECT_EQ(reason("2.6", three(0.5), "radius"), "no-difference");
  EXPECT_EQ(reason("2.6", three(0.4), "weight-0"), "");
  EXPECT_EQ(reason("2.6", literal({0, 4}, 1, {1, 1}, 0.5), "weight-0"), "no-difference");  // both on the sphere
  EXPECT_EQ(reason("2.1", literal({0, 4, 7}, 1, {1, 1, 1}, 1), "no-nu"), "no-difference");
}

}  // namespace
}  // namespace proofground::svdd::test
