// The claims about the VAE: they pass on right answers to problems of all sizes, every mistake is noticed or changes nothing, and where
// nothing can be said the reason is given.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/require.h"
#include "diffusion/schedule.h"
#include "vae/claims/identity.h"
#include "vae/claims/toy_network.h"
#include "vae_claims_problems.h"

namespace proofground::vae::test {
namespace {

const std::vector<std::string> kIds{"4v1", "4v4"};

Problem problem_of(std::uint64_t seed) {
  return drawn_problem({1 + static_cast<int>(seed % 3), 1 + static_cast<int>(seed / 3 % 2)}, seed);
}

std::string reason_of(const std::string& id, const Problem& problem, const std::string& mistake) {
  return claim_of(id, problem, mistake).reason;
}

TEST(VaeClaims, PassOnTheExampleWithRoom) {
  for (const std::string& id : kIds) {
    const Claim claim = claim_of(id, plane());
    EXPECT_EQ(claim.verdict(), Verdict::pass) << text_of(claim);
    for (const Check& check : claim.checks)
      if (check.tolerance < 1) EXPECT_LE(check.value, check.bound / 20) << check.id;
  }
}

TEST(VaeClaims, FailOnTheExampleInEveryMistake) {
  for (const std::string& id : kIds) {
    const Solution solution = solution_of(id, plane());
    for (const std::string& code : mistakes(id))
      EXPECT_EQ(claim_of(id, plane(), solution, code).verdict(), Verdict::fail) << id << ' ' << code;
  }
}

// Small noise, narrow and wide q, x far from everything.
TEST(VaeClaims, TheIdentityPassesOnDrawnProblemsAndNoticesMistakes) {
  int noticed = 0, unchanged = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Problem problem = problem_of(seed);
    const Elbo elbo = linear_gaussian_elbo(problem.model, problem.x, problem.q);
    const std::vector<Compared> intact = judge_elbo(problem, elbo, seed);
    ASSERT_FALSE(intact.empty()) << seed;
    EXPECT_EQ(text_of({"4v1", checks_of(intact), ""}), "4v1 ") << seed;
    for (const std::string& code : mistakes("4v1")) {
      const auto broken = judge_elbo(problem, mistaken_elbo(problem, elbo, Mistake(code)), seed);
      if (no_difference(broken, intact, true).empty()) {
        EXPECT_EQ(Claim({"4v1", checks_of(broken), ""}).verdict(), Verdict::fail) << seed << ' ' << code;
        ++noticed;
      } else {
        ++unchanged;
        EXPECT_TRUE(code == "marginals" || (code == "kl-mean" && problem.model.dz == 1)) << seed << ' ' << code;
      }
    }
  }
  EXPECT_GT(noticed, 160);
  EXPECT_GT(unchanged, 20);  // one coordinate
}

TEST(VaeClaims, TheIdentityPassesAtTheEnds) {
  const auto passes = [](const Problem& problem, const char* what) {
    const auto all = judge_elbo(problem, linear_gaussian_elbo(problem.model, problem.x, problem.q), 1);
    EXPECT_FALSE(all.empty()) << what;
    EXPECT_EQ(text_of({"4v1", checks_of(all), ""}), "4v1 ") << what;
  };
  for (const double noise_var : {1e-4, 1e-8, 100.0, 1e8}) {
    Problem problem = plane();
    problem.model.noise_var = noise_var;
    passes(problem, "noise");
    problem.model.D = {20, 20, 20, 20};
    passes(problem, "equal columns");
    problem.model.D = {20, -20, 19.9, -20};
    passes(problem, "nearly equal columns");
    problem.model.D = {0, 0, 0, 0};
    passes(problem, "no signal");
    problem.x = {20, -20};
    problem.q = {{20, -20}, {1e-4, 100}};
    if (noise_var >= 1e-4) passes(problem, "far");
  }
  for (const double var : {1e-4, 1e-12, 100.0, 1e6}) {
    Problem problem = plane();
    problem.q.var = {var, 1};
    passes(problem, "q");
    problem.x = {1e4, 1e4};
    passes(problem, "far x");
  }
  // q is the posterior: the gap is 0.
  Problem problem = drawn_problem({3, 1}, 5);
  const Elbo elbo = linear_gaussian_elbo(problem.model, problem.x, problem.q);
  problem.q = {elbo.posterior_mean, elbo.posterior_cov};
  passes(problem, "the posterior itself");
  EXPECT_NEAR(linear_gaussian_elbo(problem.model, problem.x, problem.q).gap, 0, 1e-14);
  for (const int dx : {10, 64}) passes(drawn_problem({dx, 2}, 7), "many x");
}

TEST(VaeClaims, TheNetworkPassesForEverySeed) {
  double most = 0;
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    NetworkPicture picture;
    const ToyNetwork toy = trained_toy(seed);
    for (const Compared& each : judged_toy(toy, picture)) {
      EXPECT_LE(each.check.value, each.check.bound / 5) << seed << ' ' << each.check.id;
      most = std::max(most, each.check.value);
    }
    // It has learnt something, and its posterior is no Gaussian.
    EXPECT_GT(toy.claimed.elbo, -6) << seed;
    EXPECT_GT(toy.claimed.gap, 1e-3) << seed;
  }
  EXPECT_LT(most, 2e-6);
}

TEST(VaeClaims, OneStepPassesOnDrawnProblemsAndNoticesMistakes) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Problem problem = problem_of(seed);
    const Solution solution = solution_of("4v4", problem);
    const Claim intact = claim_of("4v4", problem, solution, "", seed);
    EXPECT_EQ(intact.verdict(), Verdict::pass) << seed << text_of(intact);
    for (const std::string& code : mistakes("4v4")) {
      const Claim claim = claim_of("4v4", problem, solution, code, seed);
      EXPECT_EQ(claim.verdict(), Verdict::fail) << seed << ' ' << code << ' ' << claim.reason;
    }
  }
}

// Modes so far apart that x_0 is on the other side than z once in 1e1 to 1e12 draws.
TEST(VaeClaims, OneStepPassesWhereTheOtherSideIsRare) {
  int above = 0, count = 0;
  for (const double apart : {1.0, 3.5, 4.3, 5.5, 7.0}) {
    for (const double mode_sd : {0.02, 0.2}) {
      Problem problem = plane();
      problem.modes = 4;
      problem.mode_sd = mode_sd;
      problem.alpha_bar = 1 / (1 + 16 / (apart * apart) - mode_sd * mode_sd);
      const Solution solution = solution_of("4v4", problem);
      for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        const Claim claim = claim_of("4v4", problem, solution, "", seed);
        EXPECT_EQ(claim.verdict(), Verdict::pass) << apart << ' ' << mode_sd << ' ' << text_of(claim);
        for (const Check& check : claim.checks) {
          above += check.tolerance > 1 && check.value > 3 ? 1 : 0;
          count += check.tolerance > 1 ? 1 : 0;
        }
      }
    }
  }
  EXPECT_EQ(count, 5 * 2 * 2 * 3);
  EXPECT_LE(above, 2);  // of z-scores 1 in 370 is
}

TEST(VaeClaims, SayWhyTheySayNothing) {
  EXPECT_EQ(reason_of("4v1", drawn_problem({4, 3}, 1), ""), "latent");
  EXPECT_EQ(reason_of("4v1", drawn_problem({4, 3}, 1), "plain"), "latent");
  Problem narrow = plane();
  narrow.model.noise_var = 1e-30;
  EXPECT_EQ(reason_of("4v1", narrow, ""), "overflow");
  EXPECT_EQ(reason_of("4v1", narrow, "reversed"), "overflow");

  const Problem line = drawn_problem({2, 1}, 3);
  EXPECT_EQ(reason_of("4v1", line, "kl-mean"), kNoDifference);
  EXPECT_EQ(reason_of("4v1", line, "marginals"), kNoDifference);
  Problem upright = plane();
  upright.model.D = {1, 0, 0, 2};
  EXPECT_EQ(reason_of("4v1", upright, "marginals"), kNoDifference);
  EXPECT_EQ(reason_of("4v1", upright, "kl-mean"), "");
  Problem prior = plane();
  prior.q = {{0, 0}, {1, 1}};
  EXPECT_EQ(reason_of("4v1", prior, "kl-sign"), kNoDifference);
  const Elbo elbo = linear_gaussian_elbo(line.model, line.x, line.q);
  Problem best = line;
  best.q = {elbo.posterior_mean, elbo.posterior_cov};
  EXPECT_EQ(reason_of("4v1", best, "reversed"), kNoDifference);
  Problem flat = plane();
  flat.model.D = {0, 0, 0, 0};
  EXPECT_EQ(reason_of("4v1", flat, "mean-only"), kNoDifference);

  // The variance of q costs 1e-5 nats of a million, which no bound of the identity can tell: in the terms and in their sum alike.
  const Problem far{{2, 1, {0.01, 0.01}, {0, 20}, 1e-3}, {20, -20}, {{-20}, {1e-4}}};
  EXPECT_EQ(reason_of("4v1", far, "mean-only"), kNoDifference);
  EXPECT_EQ(claim_of("4v1", far, "kl-sign").verdict(), Verdict::fail);

  Problem unit = plane();
  unit.modes = 0;
  unit.mode_sd = 1;
  EXPECT_EQ(reason_of("4v4", unit, "beta"), kNoDifference);
  EXPECT_EQ(reason_of("4v4", unit, "one-point"), "");
  unit.mode_sd = 1e-3;
  unit.alpha_bar = 1e-6;
  EXPECT_EQ(reason_of("4v4", unit, "one-point"), kNoDifference);
}

// Only what overflows excuses a wrong answer.
TEST(VaeClaims, AreNotExcusedByAMistakeThatChangesNothing) {
  const Problem line = drawn_problem({2, 1}, 3);
  Solution solution = solution_of("4v1", line);
  solution.elbo.log_px += 1;
  EXPECT_EQ(claim_of("4v1", line, solution, "kl-mean").verdict(), Verdict::fail);
}

// The numbers of the bridge at T = 1.
TEST(VaeClaims, OneStepHasTheGapOfTheBridge) {
  Problem problem = plane();
  problem.alpha_bar = diffusion::cosine_schedule(1, 0.008, 0.999).at(1).alpha_bar;
  const OneStep one = solution_of("4v4", problem).one_step;
  EXPECT_NEAR(problem.alpha_bar, 1e-3, 1e-15);  // beta is capped
  EXPECT_NEAR(one.vae.total - one.entropy, 0.936, 5e-4);
  EXPECT_NEAR(one.diffusion.total, one.vae.total, 1e-13);
  EXPECT_NEAR(one.entropy, 0.503, 5e-4);
  EXPECT_NEAR(one.vae.total, 1.439, 5e-4);
}

TEST(VaeClaims, RefuseWhatTheyCannotTake) {
  const auto refused = [](const char* field, const auto& change) {
    Problem problem = plane();
    ClaimOptions options;
    change(problem, options);
    try {
      (void)check_claim("4v4", problem, {}, options, {});
      ADD_FAILURE() << field;
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.field(), field);
    }
  };
  refused("modes", [](Problem& p, ClaimOptions&) { p.modes = -1; });
  refused("modes", [](Problem& p, ClaimOptions&) { p.modes = std::nan(""); });
  refused("modeSd", [](Problem& p, ClaimOptions&) { p.mode_sd = 0; });
  refused("alphaBar", [](Problem& p, ClaimOptions&) { p.alpha_bar = 1; });
  refused("alphaBar", [](Problem& p, ClaimOptions&) { p.alpha_bar = 0; });
  refused("noiseVar", [](Problem& p, ClaimOptions&) { p.model.noise_var = 0; });
  refused("draws", [](Problem&, ClaimOptions& o) { o.draws = 99; });
  EXPECT_THROW((void)solution_of("4v9", plane()), InvalidArgument);
  EXPECT_THROW((void)check_claim("4v1", plane(), {}, {}, {}), InvalidArgument);
  EXPECT_THROW((void)claim_of("4v1", plane(), "no-prior"), InvalidArgument);
}

}  // namespace
}  // namespace proofground::vae::test
