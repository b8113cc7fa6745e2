// The claims about the KL in closed form and about the two gradients: they pass on right answers, every mistake is noticed or changes
// nothing, and certificates that are wrong and consistent with themselves fail.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>

#include "core/gaussian.h"
#include "tolerances.h"
#include "vae/claims/gradient_estimates.h"
#include "vae/claims/gradient_moments.h"
#include "vae_claims_problems.h"

namespace proofground::vae::test {
namespace {

using Ids = std::vector<std::string>;
const Ids kBoth{"4v2", "4v3"};

Problem sized(std::uint64_t seed) {
  return drawn_problem({1 + static_cast<int>(seed % 3), 1 + static_cast<int>(seed / 3 % 3)}, seed);
}

/// q is the best diagonal one: where dz = 1, the posterior.
Problem at_best(Problem problem) {
  const Elbo elbo = linear_gaussian_elbo(problem.model, problem.x, problem.q);
  problem.q = {elbo.posterior_mean, elbo.best_diag_var};
  return problem;
}

Problem at_prior(Problem problem) {
  std::fill(problem.q.mean.begin(), problem.q.mean.end(), 0.0);
  std::fill(problem.q.var.begin(), problem.q.var.end(), 1.0);
  return problem;
}

Claim with_draws(const std::string& id, const Problem& problem, int draws, std::uint64_t seed) {
  ClaimOptions options;
  options.seed = seed;
  options.draws = draws;
  return check_claim(id, problem, solution_of(id, problem), options, {}).claim;
}

TEST(VaeEstimateClaims, PassWhateverTheProblemTheSeedAndTheNumberOfDraws) {
  for (std::uint64_t seed = 1; seed <= 18; ++seed)
    for (const std::string& id : kBoth)
      for (const Problem& problem : {sized(seed), at_best(sized(seed)), at_prior(sized(seed))}) {
        const Claim claim = with_draws(id, problem, seed % 3 == 0 ? 100 : 600, seed);
        EXPECT_EQ(claim.verdict(), Verdict::pass) << seed << ' ' << text_of(claim);
      }
}

// The corners of what the page lets one set.
TEST(VaeEstimateClaims, PassInTheCornersOfThePage) {
  for (int corner = 0; corner < 64; ++corner) {
    const auto pick = [corner](int bit, double a, double b) { return (corner >> bit & 1) == 0 ? a : b; };
    Problem problem = plane();
    for (double& entry : problem.model.D) entry *= pick(0, 0.01, 16);
    problem.model.noise_var = pick(1, 1e-4, 100);
    problem.x = {pick(2, 0, 20), pick(2, 0, -20)};
    problem.q = {{pick(3, 0.1, 20), -0.3}, {pick(4, 1e-4, 100), pick(5, 1e-4, 100)}};
    for (const std::string& id : kBoth) {
      const Claim claim = with_draws(id, problem, 300, 1);
      EXPECT_EQ(claim.verdict(), Verdict::pass) << corner << ' ' << text_of(claim);
    }
  }
}

TEST(VaeEstimateClaims, NoticeEveryMistakeOrItChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 9; ++seed)
    for (const std::string& id : kBoth)
      for (const std::string& code : mistakes(id)) {
        const Claim claim = claim_of(id, sized(seed), code, seed);
        if (code == "kl-mean" && sized(seed).model.dz == 1)
          EXPECT_EQ(claim.reason, kNoDifference) << seed;
        else
          EXPECT_EQ(claim.verdict(), Verdict::fail) << seed << ' ' << id << ' ' << code << claim.reason;
      }
}

TEST(VaeEstimateClaims, EachMistakeFailsTheChecksThatItShould) {
  const auto of = [](const std::string& id, const std::string& code) { return failing(claim_of(id, plane(), code)); };
  EXPECT_EQ(of("4v2", "plain"), (Ids{"terms", "total"}));
  EXPECT_EQ(of("4v2", "kl-mean"), (Ids{"total", "slopes", "drawn-total"}));
  EXPECT_EQ(of("4v2", "kl-sign"), (Ids{"terms", "total", "slopes", "nonnegative", "drawn", "drawn-total"}));
  EXPECT_EQ(of("4v3", "plain"), Ids{"gradient"});
  EXPECT_EQ(of("4v3", "kept-eps"), (Ids{"gradient", "reparameterised-variance", "reparameterised-mean",
                                        "reparameterised-spread", "same-mean"}));
  EXPECT_EQ(of("4v3", "no-score"), (Ids{"score-variance", "score-mean", "score-spread", "same-mean"}));
  // These two agree with themselves: the same mean by both estimates.
  for (const std::string code : {"sigma", "kl-sign"}) {
    const Claim claim = claim_of("4v3", plane(), code);
    EXPECT_TRUE(fails(claim, "gradient")) << code;
    EXPECT_TRUE(fails(claim, "reparameterised-mean")) << code;
    EXPECT_FALSE(fails(claim, "same-mean")) << code;
  }
}

TEST(VaeEstimateClaims, AMistakeThatChangesNothingIsCalledThat) {
  const auto reason = [](const std::string& id, const Problem& problem, const std::string& code) {
    return claim_of(id, problem, code).reason;
  };
  const Problem line = drawn_problem({2, 1}, 5), prior = at_prior(plane());
  // One coordinate: q can be the posterior, f is constant there, and every eps gives the same slope.
  EXPECT_EQ(reason("4v3", at_best(line), "kept-eps"), kNoDifference);
  EXPECT_EQ(reason("4v3", line, "kept-eps"), "");
  EXPECT_EQ(reason("4v3", at_best(plane()), "kept-eps"), "");
  // No divergence from the prior, and no slope of it.
  for (const std::string& id : kBoth) EXPECT_EQ(reason(id, prior, "kl-sign"), kNoDifference) << id;
  EXPECT_EQ(reason("4v2", prior, "kl-mean"), kNoDifference);
  // log s^2 = 0 there, and its slope is not.
  EXPECT_EQ(failing(claim_of("4v2", prior, "no-log")), Ids{"slopes"});
}

TEST(VaeEstimateClaims, SayWhatTheyCannotJudge) {
  EXPECT_EQ(with_draws("4v3", drawn_problem({2, 4}, 1), 100, 1).verdict(), Verdict::pass);
  EXPECT_EQ(with_draws("4v3", drawn_problem({2, 5}, 1), 100, 1).reason, "latent");
  EXPECT_EQ(with_draws("4v2", drawn_problem({2, 5}, 1), 100, 1).verdict(), Verdict::pass);
  Problem far = plane();
  far.q.mean[0] = 1e60;
  EXPECT_EQ(with_draws("4v3", far, 100, 1).reason, "overflow");
  // The divergence has no such place: whatever the library takes.
  for (const double var : {1e-100, 1e-20, 1.0, 1e20, 1e100})
    for (const double mean : {0.0, 1e-50, -3.0, 1e50, 1e100}) {
      Problem extreme = plane();
      extreme.q = {{mean, 1}, {var, 0.5}};
      const Claim claim = with_draws("4v2", extreme, 100, 1);
      EXPECT_EQ(claim.verdict(), Verdict::pass) << var << ' ' << mean << text_of(claim);
      EXPECT_EQ(claim_of("4v2", extreme, "sigma").verdict(), Verdict::fail) << var << ' ' << mean;
    }
}

/// What is judged of a changed certificate.
Claim changed(const std::string& id, const Problem& problem, const std::function<void(Solution&)>& change) {
  Solution solution = solution_of(id, problem);
  change(solution);
  return claim_of(id, problem, solution);
}

void set_all(Solution& solution, const Problem& problem, const std::string& id) { solution = solution_of(id, problem); }

// The whole answer to a question next to the one that was asked: nothing in it contradicts itself.
TEST(VaeEstimateClaimMutations, OfAnotherProblem) {
  for (const std::string& id : kBoth) {
    const auto other = [&](const std::function<void(Problem&)>& change) {
      Problem asked = plane();
      change(asked);
      return changed(id, plane(), [&](Solution& s) { set_all(s, asked, id); });
    };
    EXPECT_EQ(other([](Problem&) {}).verdict(), Verdict::pass) << id;
    EXPECT_EQ(other([](Problem& p) { p.q.mean[1] *= 1 + 1e-8; }).verdict(), Verdict::fail) << id;
    EXPECT_EQ(other([](Problem& p) { p.q.var[0] *= 1 + 1e-8; }).verdict(), Verdict::fail) << id;
    EXPECT_EQ(other([](Problem& p) { std::swap(p.q.var[0], p.q.var[1]); }).verdict(), Verdict::fail) << id;
    EXPECT_EQ(other([](Problem& p) { p.q.mean[0] = -p.q.mean[0]; }).verdict(), Verdict::fail) << id;
    if (id == "4v2") continue;
    EXPECT_EQ(other([](Problem& p) { p.x[0] += 1e-8; }).verdict(), Verdict::fail);
    EXPECT_EQ(other([](Problem& p) { p.model.noise_var *= 1 + 1e-8; }).verdict(), Verdict::fail);
    EXPECT_EQ(other([](Problem& p) { std::swap(p.model.D[1], p.model.D[2]); }).verdict(), Verdict::fail);
  }
}

TEST(VaeEstimateClaimMutations, OfTheDivergence) {
  const Problem problem = plane();
  const auto failed = [&](const std::function<void(Solution&)>& change) {
    return failing(changed("4v2", problem, change));
  };
  // The same sum, from terms that are each none below 0.
  EXPECT_EQ(failed([](Solution& s) { std::swap(s.kl[0], s.kl[1]); }), (Ids{"terms", "drawn"}));
  EXPECT_EQ(failed([](Solution& s) { s.kl[0] += 1e-8, s.kl[1] -= 1e-8; }), Ids{"terms"});
  // Bits for nats.
  EXPECT_EQ(failed([](Solution& s) {
              for (auto* list : {&s.kl, &s.kl_slopes})
                for (double& value : *list) value /= std::log(2);
            }),
            (Ids{"terms", "total", "slopes", "drawn", "drawn-total"}));
  // KL(p || q), with the slopes that belong to it.
  EXPECT_TRUE(!failed([&](Solution& s) {
                 for (std::size_t j = 0; j < 2; ++j) {
                   const double m = problem.q.mean[j], v = problem.q.var[j];
                   s.kl[j] = gaussian_kl({{0}, {1}}, {{m}, {v}});
                   s.kl_slopes[j] = m / v;
                   s.kl_slopes[2 + j] = 0.5 * (1 - (1 + m * m) / v);
                 }
               }).empty());
  // Derivatives by s, or by s^2, for those by log s^2.
  for (const double power : {0.5, 1.0})
    EXPECT_EQ(failed([&](Solution& s) {
                for (std::size_t j = 0; j < 2; ++j)
                  s.kl_slopes[2 + j] *= (2 - 2 * (power - 0.5)) / std::pow(problem.q.var[j], power);
              }),
              Ids{"slopes"});
  EXPECT_EQ(failed([](Solution& s) { s.kl[1] = std::nan(""); }).size(), 5U);
}

TEST(VaeEstimateClaimMutations, OfATinyDivergence) {
  Problem problem = drawn_problem({1, 1}, 1);
  problem.q = {{0}, {1 + 1e-5}};
  // 2.5e-11: what a tolerance of 1e-10 without a scale would not see at all.
  EXPECT_EQ(changed("4v2", problem, [](Solution&) {}).verdict(), Verdict::pass);
  EXPECT_TRUE(fails(changed("4v2", problem, [](Solution& s) { s.kl[0] *= 1 + 1e-9; }), "terms"));
  EXPECT_TRUE(fails(changed("4v2", problem, [](Solution& s) { s.kl[0] = 0; }), "terms"));
}

TEST(VaeEstimateClaimMutations, OfTheGradients) {
  const Problem problem = plane();
  const auto failed = [&](const std::function<void(TwoGradients&)>& change) {
    return failing(changed("4v3", problem, [&](Solution& s) { change(s.gradients); }));
  };
  const auto& var = problem.q.var;
  // The estimates exchanged.
  EXPECT_EQ(failed([](TwoGradients& g) { std::swap(g.reparameterised_var, g.score_var); }),
            (Ids{"reparameterised-variance", "score-variance", "less-noise"}));
  // Mean squares for variances, and variances of the mean of the draws.
  EXPECT_EQ(failed([](TwoGradients& g) {
              for (std::size_t t = 0; t < 4; ++t) {
                g.reparameterised_var[t] += g.gradient[t] * g.gradient[t];
                g.score_var[t] += g.gradient[t] * g.gradient[t];
              }
            }),
            (Ids{"reparameterised-variance", "score-variance"}));
  EXPECT_EQ(failed([](TwoGradients& g) {
              for (double& value : g.reparameterised_var) value /= 2000;
            }),
            Ids{"reparameterised-variance"});
  // By s for by log s^2: dv = 2 ds / s. Each number is scaled as its square is, so all of them agree.
  EXPECT_EQ(failed([&](TwoGradients& g) {
              for (std::size_t j = 0; j < 2; ++j) {
                g.gradient[2 + j] *= 2 / std::sqrt(var[j]);
                g.reparameterised_var[2 + j] *= 4 / var[j];
                g.score_var[2 + j] *= 4 / var[j];
              }
            }),
            (Ids{"gradient", "reparameterised-variance", "score-variance"}));
  // The score function with a baseline, the ELBO: of the same mean and less variance, but another estimate.
  EXPECT_EQ(failed([&](TwoGradients& g) {
              const double e = linear_gaussian_elbo(problem.model, problem.x, problem.q).elbo;
              for (std::size_t j = 0; j < 2; ++j) {
                g.score_var[j] -= (e * e + 2 * e * 2 * g.gradient[2 + j]) / var[j];
                g.score_var[2 + j] -= 0.25 * (2 * e * e + 8 * e * 2 * g.gradient[2 + j]);
              }
            }),
            Ids{"score-variance"});
  for (std::size_t t = 0; t < 4; ++t) {
    EXPECT_EQ(failed([&](TwoGradients& g) { g.gradient[t] *= 1 + 1e-9; }), Ids{"gradient"}) << t;
    EXPECT_EQ(failed([&](TwoGradients& g) { g.reparameterised_var[t] *= 1 + 1e-9; }), Ids{"reparameterised-variance"});
    EXPECT_EQ(failed([&](TwoGradients& g) { g.score_var[t] *= 1 - 1e-9; }), Ids{"score-variance"}) << t;
  }
  EXPECT_EQ(failed([](TwoGradients& g) { g.gradient[0] = std::nan(""); }), Ids{"gradient"});
}

TEST(VaeEstimates, TheRuleIsExactToItsDegree) {
  for (const int count : {2, 5, 9, 20}) {
    const HermiteRule rule = hermite_rule(count);
    ASSERT_EQ(rule.nodes.size(), static_cast<std::size_t>(count));
    double moment = 1;
    for (int degree = 0; degree < 2 * count; degree += 2) {
      double sum = 0;
      for (std::size_t k = 0; k < rule.nodes.size(); ++k) sum += rule.weights[k] * std::pow(rule.nodes[k], degree);
      EXPECT_NEAR(sum / moment, 1, tolerance::closed_form()) << count << ' ' << degree;
      moment *= degree + 1;  // E eps^(k + 2) = (k + 1) E eps^k
    }
  }
}

// Quadratic f: never more noise by the slope than by the score function. At the posterior the slope has none.
RC_GTEST_PROP(VaeEstimates, TheSlopeVariesNoMoreThanTheScoreOfThisModel, ()) {
  const Problem problem = sized(*rc::gen::inRange<std::uint64_t>(1, 1u << 30));
  const TwoGradients g = two_gradients(problem);
  for (std::size_t t = 0; t < g.gradient.size(); ++t)
    RC_ASSERT(g.reparameterised_var[t] <= g.score_var[t] * (1 + 1e-12));
  Problem line = drawn_problem({2, 1}, *rc::gen::inRange<std::uint64_t>(1, 1u << 30));
  line.model.noise_var = 1;
  const TwoGradients none = two_gradients(at_best(line));
  for (const double value : none.gradient) RC_ASSERT(std::abs(value) <= 1e-8);
  for (const double value : none.reparameterised_var) RC_ASSERT(value <= 1e-16);
}

// And why it is a statement about this f: f(z) = sin(3 z), z ~ N(0, 1), by the mean.
TEST(VaeEstimates, OfOtherFunctionsTheScoreMayVaryLess) {
  const HermiteRule rule = hermite_rule(20);
  double slope = 0, score = 0, slope2 = 0, score2 = 0;
  for (std::size_t k = 0; k < rule.nodes.size(); ++k) {
    const double z = rule.nodes[k], by_slope = 3 * std::cos(3 * z), by_score = std::sin(3 * z) * z;
    slope += rule.weights[k] * by_slope;
    score += rule.weights[k] * by_score;
    slope2 += rule.weights[k] * by_slope * by_slope;
    score2 += rule.weights[k] * by_score * by_score;
  }
  EXPECT_NEAR(slope, score, 1e-6);
  EXPECT_GT(slope2 - slope * slope, 4 * (score2 - score * score));
}

TEST(VaeEstimates, PicturesAreOfTheirSizesAndOfTheirSeed) {
  const auto picture_of = [](const std::string& id, std::uint64_t seed, const std::string& mistake) {
    ClaimOptions options;
    options.seed = seed;
    options.draws = 500;
    return check_claim(id, plane(), solution_of(id, plane()), options, Mistake(mistake)).picture;
  };
  const auto gradients = std::get<GradientPicture>(picture_of("4v3", 1, "kept-eps"));
  for (const auto* list : {&gradients.claimed, &gradients.intact, &gradients.measured, &gradients.score.mean,
                           &gradients.reparameterised.variance_error, &gradients.intact_score.exact_variance})
    EXPECT_EQ(list->size(), 4U);
  EXPECT_EQ(gradients.reparameterised.singles.size() % 4, 0U);
  EXPECT_EQ(gradients.reparameterised.variance, std::vector<double>(4, 0.0));
  EXPECT_GT(gradients.intact_reparameterised.variance[0], 0);
  EXPECT_EQ(gradients.score.mean, gradients.intact_score.mean);
  const auto same = std::get<GradientPicture>(picture_of("4v3", 1, "")),
             other = std::get<GradientPicture>(picture_of("4v3", 2, ""));
  EXPECT_EQ(same.score.mean, gradients.intact_score.mean);
  EXPECT_NE(other.score.mean, same.score.mean);

  const auto kl = std::get<KlPicture>(picture_of("4v2", 1, "kl-sign"));
  EXPECT_EQ(kl.z.size(), kl.integrand.size());
  EXPECT_EQ(kl.z.size() % 2, 0U);
  // The area under the curve is the divergence, to what is drawn of it.
  double area = 0;
  const std::size_t n = kl.z.size() / 2;
  for (std::size_t k = 0; k + 1 < n; ++k)
    area += 0.5 * (kl.z[k + 1] - kl.z[k]) * (kl.integrand[k + 1] + kl.integrand[k]);
  EXPECT_NEAR(area, kl.intact[0], 0.01);
  EXPECT_EQ(kl.claimed[0], -kl.intact[0]);
  EXPECT_NEAR(kl.measured_total, kl.intact_total, 1e-12);
}

}  // namespace
}  // namespace proofground::vae::test
