// Every claim of problem 3 on every problem: passes on the library's answer, fails when broken, vacuous where it should be.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cctype>

#include "cifg_claims_problems.h"

namespace proofground::cifg::test {
namespace {

/// The expected reason why this claim is vacuous on this problem, or "".
std::string expected_reason(const Named& named, const std::string& id) {
  if (named.name == "overflow") return "overflow";
  if (id == "3horizon" && named.problem.sizes.T == 1) return "one-step";
  const bool of_loss = id == "3b" || id == "3c" || id == "3ledger";
  return of_loss && named.name == "no loss" ? "no-loss" : "";
}

class CifgClaims : public testing::TestWithParam<Named> {};

TEST_P(CifgClaims, HoldWhenIntactAndFailWhenBroken) {
  const Problem<double>& problem = GetParam().problem;
  for (const std::string& id : kIds) {
    if (of_one_sequence(id) && problem.sizes.batch > 1) continue;
    if (operations(id, problem.sizes) > 3e7) continue;
    SCOPED_TRACE(id);
    const Solution solution = solution_of(id, problem);
    const Claim intact = claim_of(id, problem, solution);
    EXPECT_EQ(intact.reason, expected_reason(GetParam(), id));
    const bool vacuous = !intact.reason.empty();
    EXPECT_EQ(intact.verdict(), vacuous ? Verdict::vacuous : Verdict::pass) << text_of(intact);
    for (const std::string& mistake : mistakes(id)) {
      const Claim broken = claim_of(id, problem, solution, mistake);
      if (vacuous) {
        EXPECT_EQ(broken.reason, intact.reason) << mistake;
      } else if (mistake == "plain" || broken.reason != "no-difference") {
        EXPECT_EQ(broken.verdict(), Verdict::fail) << mistake << text_of(broken);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, CifgClaims, testing::ValuesIn(all_problems()), [](const auto& info) {
  std::string name = info.param.name;
  for (char& letter : name) {
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
  }
  return name;
});

RC_GTEST_PROP(CifgClaimsOfDrawnProblems, HoldWhenIntactAndFailWhenBroken, ()) {
  const Problem<double> problem = any_problem(2);
  for (const std::string& id : kIds) {
    if (of_one_sequence(id) && problem.sizes.batch > 1) continue;
    if (operations(id, problem.sizes) > 3e6) continue;
    const Solution solution = solution_of(id, problem);
    const Claim intact = claim_of(id, problem, solution);
    if (intact.verdict() == Verdict::fail) RC_FAIL(text_of(intact));
    RC_ASSERT(intact.reason == (id == "3horizon" && problem.sizes.T == 1 ? "one-step" : ""));
    const std::vector<std::string> codes = mistakes(id);
    for (const std::string& mistake : {std::string("plain"), codes[*rc::gen::inRange<std::size_t>(1, codes.size())]}) {
      const Claim broken = claim_of(id, problem, solution, mistake);
      if (broken.verdict() == Verdict::pass) RC_FAIL(id + " passes with " + mistake);
      if (mistake == "plain") RC_ASSERT(broken.reason == intact.reason);
    }
  }
}

}  // namespace
}  // namespace proofground::cifg::test
