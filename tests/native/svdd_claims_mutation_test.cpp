// A certificate that is slightly wrong in one field: the claim about that field must fail.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "svdd/claims/claims.h"
#include "svdd/claims/radius.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

struct Mutation {
  std::string name;
  std::vector<std::string> claims;  // each of these must fail
  std::function<void(Solution&, const Problem&)> apply;
};

// The first point on the sphere with a multiplier well inside its box, and the first without one.
std::size_t free_point(const Solution& s, const Problem& problem) {
  for (std::size_t i = 0; i < s.alpha.size(); ++i) {
    const double share = s.alpha[i] / std::min(problem.weights[i] / problem.nu, 1.0);
    if (share > 0.05 && share < 0.95) return i;
  }
  ADD_FAILURE() << "no free support vector";
  return 0;
}
std::size_t inside_point(const Solution& s) {
  for (std::size_t i = 0; i < s.alpha.size(); ++i)
    if (s.alpha[i] == 0) return i;
  ADD_FAILURE() << "no point inside";
  return 0;
}

const std::vector<Mutation> kMutations{
    {"one multiplier 1e-4 larger: the sum is off",
     {"2.1", "2.2", "2.4", "2.5e"},
     [](Solution& s, const Problem& p) { s.alpha[free_point(s, p)] += 1e-4; }},
    {"weight moved from a free point to one inside: the sum is kept, the ball is another",
     // Not 2.5b: rho may well be best for that other centre too.
     {"2.5a", "2.5c", "2.5d", "2.5e"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = free_point(s, p), j = inside_point(s);
       s.alpha[i] -= 1e-3;
       s.alpha[j] += 1e-3;
     }},
    {"a negative multiplier",
     {"2.1", "2.4", "2.5e"},
     [](Solution& s, const Problem& p) {
       const std::size_t i = free_point(s, p), j = inside_point(s);
       s.alpha[i] += 1e-4;
       s.alpha[j] -= 1e-4;
     }},
    {"all multipliers 0.1 % larger",
     {"2.1", "2.2", "2.4", "2.5e"},
     [](Solution& s, const Problem&) {
       for (double& value : s.alpha) value *= 1.001;
     }},
    {"rho 1e-4 larger", {"2.5b", "2.5c", "2.5d", "2.5e"}, [](Solution& s, const Problem&) { s.rho *= 1 + 1e-4; }},
    {"rho 1e-4 smaller", {"2.5b", "2.5c", "2.5d", "2.5e"}, [](Solution& s, const Problem&) { s.rho *= 1 - 1e-4; }},
    {"rho_hi 1e-6 larger", {"2.5c"}, [](Solution& s, const Problem&) { s.rho_hi *= 1 + 1e-6; }},
    {"rho_lo 1e-6 smaller", {"2.5c"}, [](Solution& s, const Problem&) { s.rho_lo *= 1 - 1e-6; }},
    {"a slack 1e-6 larger", {"2.5d"}, [](Solution& s, const Problem& p) { s.xi.back() += 1e-6 * s.rho * p.d; }},
    {"a distance 1e-6 larger", {"2.5a"}, [](Solution& s, const Problem&) { s.distance2.front() += 1e-6 * s.rho; }},
    {"the centre's norm 1e-6 larger", {"2.5a"}, [](Solution& s, const Problem&) { s.center_norm2 += 1e-6 * s.rho; }},
    {"the centre moved",
     {"2.5a"},
     [](Solution& s, const Problem&) {
       if (s.center.empty()) s.center_norm2 *= 1.001;
       for (double& value : s.center) value += 1e-6;
     }},
    {"primal 1e-6 larger", {"2.2", "2.5d"}, [](Solution& s, const Problem&) { s.primal *= 1 + 1e-6; }},
    {"dual 1e-6 smaller", {"2.2", "2.4"}, [](Solution& s, const Problem&) { s.dual *= 1 - 1e-6; }},
    {"a multiplier that is not a number", kIds, [](Solution& s, const Problem&) { s.alpha.front() = std::nan(""); }},
};

class SvddClaimMutations : public testing::TestWithParam<Mutation> {};

TEST_P(SvddClaimMutations, AreNoticed) {
  for (const Problem& problem :
       {cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5)), cloud(30, 2, 0.3, poly(0.5, 1, 2), true)}) {
    Solution solution = certificate(problem);
    GetParam().apply(solution, problem);
    for (const std::string& id : GetParam().claims) {
      const Claim claim = check_claim(id, problem, solution, {}, {}).claim;
      // A NaN: nothing passes; it is refused.
      EXPECT_NE(claim.verdict(), Verdict::pass) << GetParam().name << ": " << id;
      if (claim.reason != "overflow")
        EXPECT_EQ(claim.verdict(), Verdict::fail) << GetParam().name << ": " << id << ' ' << claim.reason;
    }
  }
}

// Wrong certificates that are consistent with themselves: everything is what honest code makes of the wrong alpha.

using Wrong = std::function<std::vector<double>(const Problem&, const Solution& right)>;

/// Ball, slacks, objectives and report of these alpha. The report lies.
Solution made_of(const Problem& problem, const std::vector<double>& alpha, double kkt_gap) {
  Solution s;
  s.alpha = alpha;
  const auto n = static_cast<std::size_t>(problem.n()), d = static_cast<std::size_t>(problem.d);
  const auto k = [&](std::size_t i, std::size_t j) {
    return evaluate(problem.kernel, problem.points().row(static_cast<int>(i)),
                    problem.points().row(static_cast<int>(j)), problem.d);
  };
  if (problem.kernel.type == KernelType::linear) {
    s.center.assign(d, 0);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t c = 0; c < d; ++c) s.center[c] += alpha[i] * problem.x[i * d + c];
  }
  double trace = 0;
  s.distance2.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    trace += alpha[i] * k(i, i);
    for (std::size_t j = 0; j < n; ++j) {
      s.center_norm2 += alpha[i] * alpha[j] * k(i, j);
      s.distance2[i] -= 2 * alpha[j] * k(i, j);
    }
  }
  std::vector<double> box(problem.weights);
  for (double& value : box) value /= problem.nu;
  for (std::size_t i = 0; i < n; ++i) s.distance2[i] = std::max(s.distance2[i] + k(i, i) + s.center_norm2, 0.0);
  const RadiusFunction h(s.distance2, box);
  s.rho_lo = h.lo();
  s.rho_hi = h.hi();
  s.primal = s.rho = s.rho_lo + (s.rho_hi - s.rho_lo) / 2;
  for (std::size_t i = 0; i < n; ++i) {
    s.xi.push_back(std::max(s.distance2[i] - s.rho, 0.0));
    s.primal += box[i] * s.xi.back();
  }
  s.dual = trace - s.center_norm2;
  s.report = {.iterations = 100, .converged = true, .kkt_gap = kkt_gap};
  return s;
}

std::vector<double> mixed(const std::vector<double>& a, const std::vector<double>& b, double share) {
  std::vector<double> out(a);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += share * (b[i] - a[i]);
  return out;
}
std::vector<double> uniform(const Problem& problem) {
  std::vector<double> alpha(problem.weights);
  const double sum = weight_sum(problem);
  for (double& value : alpha) value /= sum;
  return alpha;
}
std::vector<double> of_another_nu(const Problem& problem, double factor) {
  Problem other = problem;
  other.nu *= factor;
  return certificate(other).alpha;
}

// All of them have sum 1; all but the last are in their boxes.
const std::vector<std::pair<std::string, Wrong>> kWrong{
    {"uniform", [](const Problem& p, const Solution&) { return uniform(p); }},
    {"1 % towards uniform", [](const Problem& p, const Solution& s) { return mixed(s.alpha, uniform(p), 0.01); }},
    {"0.01 % towards uniform", [](const Problem& p, const Solution& s) { return mixed(s.alpha, uniform(p), 1e-4); }},
    {"of a larger nu", [](const Problem& p, const Solution&) { return of_another_nu(p, 1.5); }},
    {"of a nu 1 % larger", [](const Problem& p, const Solution&) { return of_another_nu(p, 1.01); }},
    {"1 % of a free multiplier given to a point inside",
     [](const Problem& p, const Solution& s) {
       std::vector<double> alpha(s.alpha);
       const std::size_t i = free_point(s, p), j = inside_point(s);
       alpha[j] += 0.01 * alpha[i];
       alpha[i] *= 0.99;
       return alpha;
     }},
    {"of a smaller nu, outside the boxes", [](const Problem& p, const Solution&) { return of_another_nu(p, 0.7); }},
};

const std::vector<Problem> kWrongProblems{cloud(40, 2, 0.2), cloud(40, 3, 0.4, rbf(0.5)),
                                          cloud(30, 2, 0.3, poly(0.5, 1, 2), true), cloud(60, 10, 0.3)};

TEST(SvddConsistentMutations, AWrongAlphaFailsWhateverIsReported) {
  for (const Problem& problem : kWrongProblems) {
    const Solution right = certificate(problem);
    for (const double kkt_gap : {0.0, 1e-12, 1e9}) {
      for (const auto& [name, wrong] : kWrong) {
        const Solution s = made_of(problem, wrong(problem, right), kkt_gap);
        // Not 2.5b and 2.5c: their statements are about rho at this centre, where it is right.
        for (const char* id : {"2.5a", "2.5d", "2.5e"})
          EXPECT_EQ(check_claim(id, problem, s, {}, {}).claim.verdict(), Verdict::fail)
              << name << ": " << id << " reported " << kkt_gap;
      }
      // The same code makes a certificate that holds of the right alpha.
      for (const std::string& id : {"2.5a", "2.5b", "2.5c", "2.5d", "2.5e"})
        EXPECT_EQ(check_claim(id, problem, made_of(problem, right.alpha, kkt_gap), {}, {}).claim.verdict(),
                  Verdict::pass)
            << id << " reported " << kkt_gap;
    }
  }
}

double value_of(const Claim& claim, const std::string& id) {
  for (const Check& check : claim.checks)
    if (check.id == id) return check.value / check.bound;
  ADD_FAILURE() << id;
  return 0;
}

// Not by the dual alone, which is made of the same alpha. Where another alpha has the same centre there is none.
TEST(SvddConsistentMutations, ACheaperCentreIsFoundWhereThereIsOne) {
  int found = 0;
  for (const Problem& problem : kWrongProblems) {
    const Solution right = certificate(problem);
    const auto expect_found = [&](const std::string& name, const std::vector<double>& alpha) {
      const Solution s = made_of(problem, alpha, 0);
      const Claim claim = check_claim("2.5a", problem, s, {}, {}).claim;
      EXPECT_LE(value_of(claim, "balance"), 1) << name;
      if (s.primal < right.primal * (1 + 3e-6)) return;
      EXPECT_GT(value_of(claim, "elsewhere"), 1) << name << ' ' << s.primal / right.primal - 1;
      ++found;
    };
    for (const auto& [name, wrong] : kWrong) expect_found(name, wrong(problem, right));
    for (double share = 0.3; share > 1e-7; share /= 3)
      expect_found(std::to_string(share), mixed(right.alpha, uniform(problem), share));
  }
  EXPECT_GE(found, 40);
}

// One honest field too many: rho fits the wrong distances, the interval is that of another nu, slacks and primal agree.
TEST(SvddConsistentMutations, TheIntervalOfAnotherNuFails) {
  for (const Problem& problem : kWrongProblems) {
    Problem other = problem;
    other.nu *= 2;
    Solution s = certificate(problem);
    const Solution another = made_of(other, s.alpha, 0);
    s.rho = another.rho;
    s.rho_lo = another.rho_lo;
    s.rho_hi = another.rho_hi;
    s.xi = another.xi;
    s.report.kkt_gap = 1e9;
    for (const char* id : {"2.5b", "2.5c", "2.5d", "2.5e"})
      EXPECT_EQ(check_claim(id, problem, s, {}, {}).claim.verdict(), Verdict::fail) << id;
  }
}

// rho is right for this centre, so the claims about rho hold; that the centre is wrong is for the others to say.
TEST(SvddConsistentMutations, ARhoThatIsRightForAWrongCentreIsLeftToTheOtherClaims) {
  for (const Problem& problem : kWrongProblems) {
    const Solution s = made_of(problem, uniform(problem), 0);
    for (const char* id : {"2.5b", "2.5c"})
      EXPECT_EQ(check_claim(id, problem, s, {}, {}).claim.verdict(), Verdict::pass) << id;
    for (const char* id : {"2.5a", "2.5d", "2.5e"})
      EXPECT_EQ(check_claim(id, problem, s, {}, {}).claim.verdict(), Verdict::fail) << id;
  }
}

// A fit that was stopped early and says otherwise: it did not reach the tolerance that it was asked for.
TEST(SvddConsistentMutations, AFitThatDidNotReachItsToleranceFails) {
  for (const Problem& problem : kWrongProblems) {
    for (const double share : {1e-1, 1e-2}) {
      Solution s = coarse(problem, share);
      if (s.report.kkt_gap < 1e-2 * coarse_tolerance(problem, share)) continue;
      ClaimOptions options;
      options.tolerance = s.report.kkt_gap / 4;
      s.report.kkt_gap = 0;
      EXPECT_EQ(check_claim("2.5e", problem, s, options, {}).claim.verdict(), Verdict::fail);
    }
  }
}

Verdict verdict_of(const std::string& id, const Problem& problem, const Solution& s, const ClaimOptions& options = {}) {
  return check_claim(id, problem, s, options, {}).claim.verdict();
}

/// The certificate with another rho, its slacks and its cost.
Solution with_rho(Solution s, const Problem& problem, double rho) {
  s.rho = s.primal = rho;
  for (std::size_t i = 0; i < s.xi.size(); ++i) {
    s.xi[i] = std::max(s.distance2[i] - rho, 0.0);
    s.primal += problem.weights[i] / problem.nu * s.xi[i];
  }
  return s;
}

// C / nu is 1e9 or more: one point outside by less than rounding must not excuse a wrong centre.
TEST(SvddConsistentMutations, APointBarelyOutsideIsNoExcuseWhereBoxesAreLarge) {
  for (const double nu : {1e-9, 1e-15}) {
    for (const Problem& problem : {cloud(30, 2, nu), cloud(30, 2, nu, rbf(0.5))}) {
      const Solution right = certificate(problem);
      const Solution wrong = made_of(problem, mixed(right.alpha, uniform(problem), 0.01), 0);
      const Solution s = with_rho(wrong, problem, wrong.rho * (1 - 1e-14));
      for (const char* id : {"2.1", "2.2", "2.4", "2.5a", "2.5d", "2.5e"})
        EXPECT_EQ(verdict_of(id, problem, s), Verdict::fail) << id << ' ' << nu;
      for (const std::string& id : kIds) EXPECT_EQ(verdict_of(id, problem, right), Verdict::pass) << id << ' ' << nu;
    }
  }
}

// P is 3e-5 or 33 times too large, which is no matter of rounding.
TEST(SvddConsistentMutations, ARhoThatIsBarelyTooSmallFailsWhereBoxesAreLarge) {
  for (const double nu : {1e-9, 1e-15}) {
    const Problem problem = cloud(30, 2, nu);
    const Solution right = certificate(problem), s = with_rho(right, problem, right.rho * (1 - 1e-12));
    for (const char* id : {"2.1", "2.2", "2.5b", "2.5d", "2.5e"})
      EXPECT_EQ(verdict_of(id, problem, s), Verdict::fail) << id << ' ' << nu;
  }
}

// Near nu = sum C the cost is nearly the same for all rho up to the nearest point, below 0 as well.
TEST(SvddConsistentMutations, ARhoBelowZeroFails) {
  const Problem problem = cloud(30, 2, 1 - 1e-11);
  const Solution right = certificate(problem);
  Solution s = with_rho(right, problem, -right.distance2.front());
  s.rho_lo = s.rho_hi = s.rho;
  for (const char* id : {"2.1", "2.2", "2.5b", "2.5c", "2.5d", "2.5e"})
    EXPECT_EQ(verdict_of(id, problem, s), Verdict::fail) << id;
}

// The circle through the corners of an obtuse triangle, not the one about its longest side: all corners are on it, no slack
// is needed, and P = D, since one multiplier is negative.
TEST(SvddConsistentMutations, ACircumcircleThatIsTooLargeFails) {
  const Problem problem = literal({0, 0, 4, 0, 1, 0.5}, 2, {1, 1, 1}, 0.5);
  const Solution s = made_of(problem, {4.625, 1.875, -5.5}, 0);
  EXPECT_NEAR(s.distance2[0], s.distance2[1], 1e-9);
  EXPECT_NEAR(s.distance2[0], s.distance2[2], 1e-9);
  EXPECT_NEAR(s.primal, s.dual, 1e-9);
  for (const char* id : {"2.1", "2.2", "2.3", "2.4", "2.5a", "2.5d", "2.5e"})
    EXPECT_EQ(verdict_of(id, problem, s), Verdict::fail) << id;
}

// Whoever asks for nothing gets no verdict.
TEST(SvddConsistentMutations, ToleranceOfAnySizeLetsNoWrongAnswerPass) {
  ClaimOptions options;
  options.tolerance = 1e9;
  for (const Problem& problem : kWrongProblems) {
    const Solution s = made_of(problem, uniform(problem), 0);
    for (const std::string& id : kIds) {
      const Claim claim = check_claim(id, problem, s, options, {}).claim;
      EXPECT_EQ(claim.verdict(), Verdict::vacuous) << id;
      EXPECT_EQ(claim.reason, "coarse") << id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Mutations, SvddClaimMutations, testing::ValuesIn(kMutations),
                         [](const auto& info) { return "m" + std::to_string(info.index); });

}  // namespace
}  // namespace proofground::svdd::test
