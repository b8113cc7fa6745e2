// A certificate that is slightly wrong in one field: the claim about that field must fail.
#include <gtest/gtest.h>

#include <functional>

#include "svm/spectrum.h"
#include "svr/claims/claims.h"
#include "svr/claims/gram_solver.h"
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
      const Claim claim = check_claim(id, problem, solution, {}, {}).claim;
      // A NaN: nothing passes; it may be refused.
      EXPECT_NE(claim.verdict(), Verdict::pass) << id;
      if (claim.reason != "overflow") EXPECT_EQ(claim.verdict(), Verdict::fail) << id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Mutations, SvrClaimMutations, testing::ValuesIn(kMutations),
                         [](const auto& info) { return "m" + std::to_string(info.index); });

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
