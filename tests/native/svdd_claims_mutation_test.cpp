// A certificate that is slightly wrong in one field: the claim about that field must fail.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "svdd/claims/claims.h"
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

INSTANTIATE_TEST_SUITE_P(Mutations, SvddClaimMutations, testing::ValuesIn(kMutations),
                         [](const auto& info) { return "m" + std::to_string(info.index); });

}  // namespace
}  // namespace proofground::svdd::test
