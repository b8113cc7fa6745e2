// A schedule that is slightly wrong in one field: the claim about that field must fail.
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

struct Mutation {
  std::string name;
  std::vector<std::string> claims;   // each of these must fail
  std::function<void(Step&)> apply;  // to one step t >= 2
};

const double kNan = std::numeric_limits<double>::quiet_NaN();

const std::vector<Mutation> kMutations{
    {"alpha_bar 1e-9 larger", {"4a"}, [](Step& s) { s.alpha_bar *= 1 + 1e-9; }},
    {"1 - alpha_bar 1e-9 larger", {"4a"}, [](Step& s) { s.noise *= 1 + 1e-9; }},
    {"alpha 1e-9 smaller", {"4a"}, [](Step& s) { s.alpha *= 1 - 1e-9; }},
    {"alpha_bar 1e-5 larger", {"4a", "4c", "4r1"}, [](Step& s) { s.alpha_bar *= 1 + 1e-5; }},
    {"1 - alpha_bar 1e-5 larger", {"4a", "4c", "4d", "4r1"}, [](Step& s) { s.noise *= 1 + 1e-5; }},
    {"alpha 1e-5 smaller", {"4a", "4c", "4d"}, [](Step& s) { s.alpha *= 1 - 1e-5; }},
    {"alpha_bar of the step before 1e-9 larger", {"4a"}, [](Step& s) { s.alpha_bar_prev *= 1 + 1e-9; }},
    {"1 - alpha_bar of the step before 1e-9 larger", {"4a"}, [](Step& s) { s.noise_prev *= 1 + 1e-9; }},
    {"beta 1e-6 larger than what follows from it", {"4a", "4b", "4d", "4r1"}, [](Step& s) { s.beta *= 1 + 1e-6; }},
    {"beta~ 1e-9 larger", {"4b"}, [](Step& s) { s.variance *= 1 + 1e-9; }},
    {"beta~ is beta", {"4b", "4d"}, [](Step& s) { s.variance = s.beta; }},
    {"beta~ is 0 where it is not", {"4b", "4d"}, [](Step& s) { s.variance = 0; }},
    {"coefficient of x_t 1e-9 larger", {"4b", "4c"}, [](Step& s) { s.mean_xt *= 1 + 1e-9; }},
    {"coefficient of x_0 1e-9 larger", {"4b"}, [](Step& s) { s.mean_x0 *= 1 + 1e-9; }},
    {"coefficient of x_0 without its root",
     {"4b", "4c", "4d"},
     [](Step& s) { s.mean_x0 *= std::sqrt(s.alpha_bar_prev); }},
    {"weight 1e-9 larger", {"4d"}, [](Step& s) { s.weight *= 1 + 1e-9; }},
    {"weight with 1 - alpha_bar_t", {"4d"}, [](Step& s) { s.weight *= s.noise_prev / s.noise; }},
    {"alpha_bar is not a number", {"4a", "4c", "4r1"}, [](Step& s) { s.alpha_bar = kNan; }},
    {"alpha_bar is 0", {"4a", "4c", "4r1"}, [](Step& s) { s.alpha_bar = 0; }},
    {"beta~ is not a number", {"4b", "4d"}, [](Step& s) { s.variance = kNan; }},
    {"weight is not a number", {"4d"}, [](Step& s) { s.weight = kNan; }},
};

class DiffusionClaimMutations : public testing::TestWithParam<Mutation> {};

TEST_P(DiffusionClaimMutations, AreNoticedAtWhateverStep) {
  for (const Schedule& intact : {linear_schedule(100, 1e-3, 0.2), cosine_schedule(50, 0.008, 0.999)}) {
    for (const int t : {2, 7, intact.T() / 2}) {
      Schedule schedule = intact;
      GetParam().apply(schedule.steps[t - 1]);
      for (const std::string& id : GetParam().claims) {
        const Claim claim = check_claim(id, plane(), schedule, {}, {}).claim;
        EXPECT_EQ(claim.verdict(), Verdict::fail) << GetParam().name << ": " << id << " at t = " << t;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Mutations, DiffusionClaimMutations, testing::ValuesIn(kMutations),
                         [](const auto& info) { return "m" + std::to_string(info.index); });

TEST(DiffusionClaimMutationsOfTheFirstStep, AreNoticed) {
  const auto verdict = [](const std::string& id, auto change) {
    Schedule schedule = linear_schedule(50, 0.002, 0.4);
    change(schedule.steps.front());
    return check_claim(id, modes(), schedule, {}, {}).claim.verdict();
  };
  EXPECT_EQ(verdict("4b", [](Step&) {}), Verdict::pass);
  EXPECT_EQ(verdict("4b", [](Step& s) { s.variance = 1e-300; }), Verdict::fail);
  EXPECT_EQ(verdict("4b", [](Step& s) { s.mean_x0 = 1 - 1e-15; }), Verdict::fail);
  EXPECT_EQ(verdict("4b", [](Step& s) { s.mean_xt = 1e-20; }), Verdict::fail);
  EXPECT_EQ(verdict("4d", [](Step& s) { s.weight = 1e300; }), Verdict::fail);
}

// Claims that are checked by draws notice errors of the size of their standard errors: a few per cent.
TEST(DiffusionClaimMutationsThatDrawsNotice, AreNoticed) {
  const auto verdict = [](const std::string& id, auto change) {
    Schedule schedule = linear_schedule(50, 0.002, 0.4);
    for (Step& step : schedule.steps) change(step);
    ClaimOptions options;
    options.t = 25;
    return check_claim(id, modes(), schedule, options, {}).claim.verdict();
  };
  for (const std::string& id : kIds) EXPECT_EQ(verdict(id, [](Step&) {}), Verdict::pass) << id;
  EXPECT_EQ(verdict("4r2", [](Step& s) { s.noise *= 1 + 1e-8; }), Verdict::fail);
  EXPECT_EQ(verdict("4r2", [](Step& s) { s.alpha_bar *= 1 - 1e-8; }), Verdict::fail);
  EXPECT_EQ(verdict("4r3", [](Step& s) { s.variance *= 0.5; }), Verdict::fail);
  EXPECT_EQ(verdict("4r3", [](Step& s) { s.mean_xt *= 0.99; }), Verdict::fail);
  EXPECT_EQ(verdict("4bridge", [](Step& s) { s.variance *= 1.5; }), Verdict::fail);
  EXPECT_EQ(verdict("4bridge", [](Step& s) { s.mean_xt *= 0.8; }), Verdict::fail);
}

}  // namespace
}  // namespace proofground::diffusion::test
