// Every mistake about centre, radius and slack on every problem: noticed, or without any difference there.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "core/rng.h"
#include "svdd/claims/claims.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

const std::vector<std::string> kPrimal{"2.5a", "2.5b", "2.5c", "2.5d", "2.5e"};

std::string text_of(const Claim& claim) {
  std::ostringstream text;
  text.precision(17);
  for (const Check& check : claim.checks) text << check.id << ' ' << check.value << " <= " << check.bound << "; ";
  return text.str();
}

std::vector<std::string> failing(const Claim& claim) {
  std::vector<std::string> ids;
  for (const Check& check : claim.checks)
    if (check.verdict() == Verdict::fail) ids.push_back(check.id);
  return ids;
}

/// How often each mistake was noticed, by claim and code.
using Count = std::map<std::string, int>;

void expect_noticed(const std::string& name, const Problem& problem, const Solution& solution,
                    const ClaimOptions& options, Count& noticed) {
  for (const std::string& id : kPrimal) {
    const Claim intact = check_claim(id, problem, solution, options, {}).claim;
    EXPECT_NE(intact.verdict(), Verdict::fail) << name << ": " << id << ' ' << text_of(intact);
    for (const std::string& code : mistakes(id)) {
      const Claim broken = check_claim(id, problem, solution, options, Mistake(code)).claim;
      const std::string what = name + ": " + id + ' ' + code + ' ' + broken.reason + ' ' + text_of(broken);
      if (!intact.reason.empty()) {
        EXPECT_EQ(broken.reason, intact.reason) << what;
      } else if (broken.verdict() == Verdict::vacuous) {
        EXPECT_EQ(broken.reason, "no-difference") << what;
        EXPECT_NE(code, "plain") << what;
      } else {
        EXPECT_EQ(broken.verdict(), Verdict::fail) << what;
        ++noticed[id + ' ' + code];
      }
    }
  }
}

void expect_all_met(const Count& noticed, int least) {
  for (const std::string& id : kPrimal) {
    for (const std::string& code : mistakes(id)) {
      const auto found = noticed.find(id + ' ' + code);
      EXPECT_GE(found == noticed.end() ? 0 : found->second, least) << id << ' ' << code;
    }
  }
}

TEST(SvddMistakes, AreNoticedOrWithoutAnyDifferenceOnEveryProblem) {
  Count noticed;
  for (const Named& named : all_problems()) {
    for (const int point : {0, named.problem.n() - 1}) {
      ClaimOptions options;
      options.point = point;
      expect_noticed(named.name, named.problem, certificate(named.problem), options, noticed);
      options.tolerance = coarse_tolerance(named.problem);
      expect_noticed(named.name + ", coarse", named.problem, coarse(named.problem), options, noticed);
    }
  }
  expect_all_met(noticed, 8);
}

// Whole numbers make ties, equal points and equal weights; the others make none of them.
Problem random_problem(Rng& rng, bool ties) {
  const int n = 1 + rng.below(12), d = 1 + rng.below(3);
  Problem problem{.x = {}, .d = d, .weights = {}, .nu = 0, .kernel = kLinear};
  for (int i = 0; i < n * d; ++i) problem.x.push_back(ties ? rng.below(4) : 3 * rng.normal());
  for (int i = 0; i < n; ++i) problem.weights.push_back(ties ? 1.0 / n : rng.uniform(0.1, 2));
  const double sum = weight_sum(problem);
  problem.nu = ties && n > 1 ? (1.0 + rng.below(n - 1)) / n : sum * rng.uniform(0.02, 0.98);
  if (rng.below(3) == 0) problem.kernel = rbf(0.3);
  if (rng.below(4) == 0) problem.kernel = poly(0.5, 1, 2);
  return problem;
}

TEST(SvddMistakes, AreNoticedOrWithoutAnyDifferenceOnRandomProblems) {
  Count noticed;
  Rng rng(7);
  for (int k = 0; k < 400; ++k) {
    const Problem problem = random_problem(rng, k % 2 == 0);
    ClaimOptions options;
    options.seed = static_cast<std::uint64_t>(k);
    options.point = rng.below(problem.n());
    expect_noticed("random " + std::to_string(k), problem, certificate(problem), options, noticed);
  }
  expect_all_met(noticed, 20);
}

std::string reason_of(const std::string& id, const Problem& problem, const std::string& code) {
  return check_claim(id, problem, certificate(problem), {}, Mistake(code)).claim.reason;
}

TEST(SvddMistakes, HaveNoDifferenceWhereTheyHaveNone) {
  // Symmetric: every mean is the centre.
  EXPECT_EQ(reason_of("2.5a", three(0.5), "mean"), "no-difference");
  EXPECT_EQ(reason_of("2.5a", three(0.5), "support-mean"), "no-difference");
  EXPECT_EQ(reason_of("2.5a", three(0.5), "nu-sum"), "no-difference");  // 0 times nu
  // Of radius 1.
  EXPECT_EQ(reason_of("2.5b", three(0.5), "radius"), "no-difference");
  // No point outside: all support vectors are on the sphere, and no slack.
  EXPECT_EQ(reason_of("2.5b", three(0.5), "all-support"), "no-difference");
  // Another set of minimisers: 0 alone, in place of [0, 1].
  EXPECT_EQ(reason_of("2.5b", three(2.0 / 3), "no-nu"), "");
  EXPECT_EQ(reason_of("2.5c", three(0.5), "exchanged"), "no-difference");
  EXPECT_EQ(reason_of("2.5c", three(2.0 / 3), "exchanged"), "");
  EXPECT_EQ(reason_of("2.5c", three(0.5), "count"), "no-difference");
  // rho = 0 already.
  EXPECT_EQ(reason_of("2.5c", three(0.8), "nu-too-large"), "no-difference");
  EXPECT_EQ(reason_of("2.5d", cloud(20, 2, 1e-3), "distance"), "no-difference");
  EXPECT_EQ(reason_of("2.5d", cloud(20, 2, 0.3), "distance"), "");
  Problem one = literal({0, 1, 2, 7}, 1, {1, 1, 1, 1}, 1);
  EXPECT_EQ(reason_of("2.5e", one, "nu-sum"), "no-difference");
  EXPECT_EQ(reason_of("2.5e", one, "no-nu"), "no-difference");
  EXPECT_EQ(reason_of("2.5a", literal({2, 2}, 1, {1, 1}, 0.5), "mean"), "coincident");
}

// What a mistake breaks, and nothing else.
TEST(SvddMistakes, AreNoticedByTheChecksThatForbidThem) {
  using Ids = std::vector<std::string>;
  const Problem problem = cloud(40, 2, 0.2);
  const Solution solution = certificate(problem);
  const auto by = [&](const std::string& id, const std::string& code) {
    return failing(check_claim(id, problem, solution, {}, Mistake(code)).claim);
  };
  EXPECT_EQ(by("2.5a", "mean"), (Ids{"elsewhere", "bound"}));  // it balances
  EXPECT_EQ(by("2.5d", "weight-0"), (Ids{"slack"}));           // it costs nothing
  EXPECT_EQ(by("2.5d", "plain"), (Ids{"slack", "total", "complementary", "reported"}));
  EXPECT_EQ(by("2.5c", "nu-too-large"), (Ids{"upper", "ends"}));
  EXPECT_EQ(by("2.5e", "nu-too-large").size(), 3U);
  EXPECT_EQ(by("2.5e", "nu-sum").back(), "sum");
}

template <class Picture>
Picture broken_picture(const std::string& id, const Problem& problem, const std::string& code) {
  return std::get<Picture>(check_claim(id, problem, certificate(problem), {}, Mistake(code)).picture);
}

TEST(SvddMistakes, AreDrawn) {
  const Problem problem = cloud(40, 2, 0.2);
  const Solution solution = certificate(problem);
  const auto ball = [&](const std::string& id, const std::string& code) {
    const auto found = check_claim(id, problem, solution, {}, Mistake(code)).broken_certificate;
    EXPECT_TRUE(found) << id << ' ' << code;
    return found.value_or(solution);
  };
  double mean = 0;
  for (int i = 0; i < 40; ++i) mean += problem.x[static_cast<std::size_t>(2 * i)] / 40;
  EXPECT_NEAR(ball("2.5a", "mean").center[0], mean, 1e-12);
  EXPECT_NEAR(ball("2.5a", "nu-sum").center[0], 0.2 * solution.center[0], 1e-9);
  EXPECT_NEAR(ball("2.5b", "radius").rho, std::sqrt(solution.rho), 1e-12);
  EXPECT_GT(ball("2.5b", "all-support").rho, solution.rho * 1.01);
  // sum C = 1: S reaches it before the nearest point.
  EXPECT_LT(ball("2.5b", "no-nu").rho, *std::min_element(solution.distance2.begin(), solution.distance2.end()));
  // S = nu on an interval: one point short, all later.
  EXPECT_GT(ball("2.5c", "not-strict").rho, solution.rho);
  const auto centre = broken_picture<CentrePicture>("2.5a", problem, "mean");
  EXPECT_LT(centre.least, centre.here * 0.999);
  EXPECT_NEAR(*std::min_element(centre.cost.begin(), centre.cost.end()), centre.least, 1e-6 * centre.here);
  // Intact, the line is of a length that is seen, and mu is lowest on it.
  const auto intact = std::get<CentrePicture>(check_claim("2.5a", problem, solution, {}, {}).picture);
  EXPECT_GT(intact.distance.back() * intact.distance.back(), 0.2 * solution.rho);
  EXPECT_GT(intact.cost.front(), intact.here * 1.01);
  EXPECT_GT(intact.cost.back(), intact.here * 1.01);
  EXPECT_NEAR(*std::min_element(intact.cost.begin(), intact.cost.end()), intact.here, 1e-6 * intact.here);
  const auto h = broken_picture<RadiusPicture>("2.5b", problem, "no-nu");
  ASSERT_EQ(h.wrong.size(), h.rho.size());
  EXPECT_LT(h.wrong.front(), h.h.front());
  const auto interval = broken_picture<RadiusPicture>("2.5c", problem, "nu-too-large");
  EXPECT_DOUBLE_EQ(interval.nu, 1.25);
  EXPECT_EQ(interval.right_nu, problem.nu);
  EXPECT_EQ(interval.hi, 0);
  const auto slack = broken_picture<SlackPicture>("2.5d", problem, "weight-0");
  EXPECT_EQ(slack.xi.size(), 41U);
  EXPECT_EQ(broken_picture<StaircasePicture>("2.5e", problem, "no-nu").outside_level, problem.nu);
  EXPECT_EQ(broken_picture<StaircasePicture>("2.5e", problem, "reversed").inside_level, 1);
}

}  // namespace
}  // namespace proofground::svdd::test
