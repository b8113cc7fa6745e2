// The claims about the VAE: they pass on right answers to problems of all sizes, every mistake is noticed or changes nothing, and where
// nothing can be said the reason is given.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/require.h"
#include "vae_claims_problems.h"

namespace proofground::vae::test {
namespace {

const std::vector<std::string> kIds{"4v1", "4v4"};

TEST(VaeClaims, PassOnTheExample) {
  for (const std::string& id : kIds) {
    const Claim claim = claim_of(id, plane());
    EXPECT_EQ(claim.verdict(), Verdict::pass) << text_of(claim);
    for (const Check& check : claim.checks)
      std::printf("%s %s %.3g of %.3g\n", id.c_str(), check.id.c_str(), check.value, check.bound);
  }
}

TEST(VaeClaims, PassOnDrawnProblems) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Problem problem = drawn_problem({1 + static_cast<int>(seed % 3), 1 + static_cast<int>(seed / 3 % 2)}, seed);
    for (const std::string& id : kIds) {
      if (id == "4v4" && seed > 60) continue;
      const Claim claim = claim_of(id, problem);
      EXPECT_EQ(claim.verdict(), Verdict::pass) << seed << ' ' << text_of(claim);
    }
  }
}

TEST(VaeClaims, NoticeEveryMistakeOrItChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Problem problem = drawn_problem({1 + static_cast<int>(seed % 3), 1 + static_cast<int>(seed / 3 % 2)}, seed);
    for (const std::string& id : kIds) {
      if (id == "4v4" && seed > 20) continue;
      const Solution solution = solution_of(id, problem);
      for (const std::string& code : mistakes(id)) {
        const Claim claim = claim_of(id, problem, solution, code);
        if (claim.reason == kNoDifference)
          std::printf("%d %s %s\n", int(seed), id.c_str(), code.c_str());
        else
          EXPECT_EQ(claim.verdict(), Verdict::fail) << seed << ' ' << id << ' ' << code << claim.reason;
      }
    }
  }
}

}  // namespace
}  // namespace proofground::vae::test
