// Every claim on every problem: passes on the intact schedule, fails when broken, vacuous where it should be.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>

#include "core/require.h"
#include "diffusion_claims_problems.h"
#include "diffusion_drawn.h"

namespace proofground::diffusion::test {
namespace {

bool has(const Named& named, const std::string& word) { return named.name.find(word) != std::string::npos; }

/// The expected reason why this claim is vacuous on this problem at this t, or "".
std::string expected_reason(const Named& named, const std::string& id, int t) {
  const int T = named.schedule.T();
  const bool pointwise = has(named, "point") || has(named, "flat");
  if (id == "4bridge" && pointwise) return "points";
  if (T == 1 && (id == "4b" || id == "4d" || id == "4r1")) return "one-step";
  if (id == "4r1" && has(named, "origin")) return "no-signal";
  if (id == "4r3" && has(named, "one point")) return "no-spread";
  if (id == "4r3" && (has(named, "underflow") || has(named, "narrow"))) return "coarse-steps";
  if (id == "4r2" && has(named, "underflow") && t == T) return "no-signal";
  return has(named, "no noise") ? "no-noise" : "";
}

class DiffusionClaims : public testing::TestWithParam<Named> {};

TEST_P(DiffusionClaims, HoldWhenIntactAndFailWhenBroken) {
  const auto& [name, data, schedule] = GetParam();
  const int T = schedule.T();
  for (const std::string& id : kIds) {
    for (const int t : {1, std::min(2, T), (T + 1) / 2, T}) {
      SCOPED_TRACE(id + " at t = " + std::to_string(t));
      ClaimOptions options;
      options.t = t;
      options.seed = static_cast<std::uint64_t>(t);
      const ClaimResult intact = check_claim(id, data, schedule, options, {});
      const ClaimResult broken = check_claim(id, data, schedule, options, Mistake("plain"));
      EXPECT_EQ(intact.mistake, "");
      EXPECT_EQ(broken.mistake, "plain");
      EXPECT_EQ(intact.claim.id, id);
      EXPECT_EQ(intact.claim.reason, expected_reason(GetParam(), id, t));
      EXPECT_EQ(broken.claim.reason, intact.claim.reason);
      const bool vacuous = !intact.claim.reason.empty();
      EXPECT_EQ(intact.claim.checks.empty(), vacuous);
      EXPECT_EQ(intact.claim.verdict(), vacuous ? Verdict::vacuous : Verdict::pass) << text_of(intact.claim);
      EXPECT_EQ(broken.claim.verdict(), vacuous ? Verdict::vacuous : Verdict::fail) << text_of(broken.claim);
      for (const Check& check : intact.claim.checks) EXPECT_GE(check.value, 0) << check.id;
      if (id == "4d" || id == "4r1" || id == "4r3" || id == "4bridge") break;  // the others depend on t
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, DiffusionClaims, testing::ValuesIn(problems()), [](const auto& info) {
  std::string name = info.param.name;
  for (char& letter : name) {
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0) letter = '_';
  }
  return name;
});

RC_GTEST_PROP(DiffusionClaimsOfDrawnProblems, HoldWhenIntactAndFailWhenBroken, ()) {
  std::vector<double> beta = *betas();
  if (*rc::gen::arbitrary<bool>()) std::sort(beta.begin(), beta.end());
  // One about a step and one about all of them; a hundred problems come.
  const std::string step = *rc::gen::elementOf(std::vector<std::string>{"4a", "4b", "4c", "4r2"});
  const std::string chain = *rc::gen::elementOf(std::vector<std::string>{"4d", "4r1", "4r3", "4bridge"});
  if (chain == "4bridge" && beta.size() > 20) beta.resize(20);  // a grid for each
  const Schedule schedule = schedule_of(beta);
  const Mixture data = drawn_mixture(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(1, 4));
  ClaimOptions options;
  options.t = *rc::gen::inRange(1, schedule.T() + 1);
  options.seed = *rc::gen::arbitrary<std::uint64_t>();
  for (const std::string& id : {step, chain}) {
    if (id == "4bridge" && data.d == 2) continue;  // grids in the plane work like those on the line, and take long
    const Claim intact = check_claim(id, data, schedule, options, {}).claim;
    const Claim broken = check_claim(id, data, schedule, options, Mistake("plain")).claim;
    if (intact.verdict() == Verdict::fail || broken.verdict() == Verdict::pass)
      RC_FAIL(id + (intact.verdict() == Verdict::fail ? " fails: " + text_of(intact) : " passes when broken"));
    RC_ASSERT(intact.reason == broken.reason);
  }
}

// 4a to 4d: with their mistakes.
TEST(DiffusionClaimSeeds, ThirtyIntactDrawsPass) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  for (const std::string& id : {"4r1", "4r2", "4r3", "4bridge"}) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      ClaimOptions options;
      options.t = 1 + static_cast<int>(seed % 50);
      options.seed = seed;
      const Claim claim = check_claim(id, modes(), schedule, options, {}).claim;
      EXPECT_EQ(claim.verdict(), Verdict::pass) << id << ' ' << seed << ' ' << text_of(claim);
    }
  }
}

TEST(DiffusionClaimVacuous, GridsThatWouldBeTooLarge) {
  const auto reason = [](const Mixture& data) { return check_claim("4bridge", data, text(), {}, {}).claim.reason; };
  EXPECT_EQ(reason(plane()), "extent");
  EXPECT_EQ(reason({{1}, {0, 0, 0}, {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3}), "extent");
  EXPECT_EQ(reason({{1, 1}, {0, 0}, {1e-14, 1e6}, 1}), "extent");
  EXPECT_EQ(reason(modes()), "");
}

TEST(DiffusionClaimOptions, RefuseByName) {
  const Schedule schedule = constant_schedule(10, 0.1);
  const auto field = [&](const std::string& id, const Mixture& data, const Schedule& tried, auto change) {
    ClaimOptions options;
    change(options);
    try {
      (void)check_claim(id, data, tried, options, {});
    } catch (const InvalidArgument& refused) {
      return refused.field();
    }
    return std::string();
  };
  const auto nothing = [](ClaimOptions&) {};
  EXPECT_EQ(field("4a", modes(), schedule, nothing), "");
  EXPECT_EQ(field("4e", modes(), schedule, nothing), "id");
  EXPECT_EQ(field("4a", modes(), {}, nothing), "schedule");
  EXPECT_EQ(field("4a", modes(), {{Step{}}}, nothing), "schedule.beta");
  EXPECT_EQ(field("4a", {{1}, {0}, {-1}, 1}, schedule, nothing), "covariances");
  EXPECT_EQ(field("4a", modes(), schedule, [](ClaimOptions& o) { o.t = 0; }), "t");
  EXPECT_EQ(field("4a", modes(), schedule, [](ClaimOptions& o) { o.t = 11; }), "t");
  EXPECT_EQ(field("4a", modes(), schedule, [](ClaimOptions& o) { o.x0 = {1, 2}; }), "x0");
  EXPECT_EQ(field("4b", modes(), schedule, [](ClaimOptions& o) { o.xt = {1, 2}; }), "xt");
  EXPECT_EQ(field("4c", modes(), schedule, [](ClaimOptions& o) { o.eps = {std::nan("")}; }), "eps[0]");
  EXPECT_EQ(field("4d", modes(), schedule, [](ClaimOptions& o) { o.guess = {HUGE_VAL}; }), "guess[0]");
}

}  // namespace
}  // namespace proofground::diffusion::test
