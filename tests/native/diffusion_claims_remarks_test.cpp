// The claims about the remarks and the bridge: wrong certificates that are consistent with themselves, every mistake on
// every problem, and the rate at which samplers converge.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numbers>

#include "diffusion/claims/bridge.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/claims/recomputed_mixture.h"
#include "diffusion/claims/samplers.h"
#include "diffusion/claims/score.h"
#include "diffusion/process.h"
#include "diffusion_claims_problems.h"
#include "diffusion_drawn.h"

namespace proofground::diffusion::test {
namespace {

const std::vector<std::string> kRemarks{"4r1", "4r2", "4r3", "4bridge"};

std::vector<std::string> failing(const std::vector<Check>& checks) {
  std::vector<std::string> ids;
  for (const Check& check : checks)
    if (check.verdict() == Verdict::fail) ids.push_back(check.id);
  return ids;
}

bool fails(const std::vector<Check>& checks, const std::string& id) {
  const std::vector<std::string> ids = failing(checks);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string list(const std::vector<Check>& checks) {
  std::string text;
  for (const std::string& id : failing(checks)) text += id + " ";
  return text;
}

// Every mistake.

class DiffusionRemarkMistakes : public testing::TestWithParam<Named> {};

TEST_P(DiffusionRemarkMistakes, AreNoticedOrChangeNothing) {
  const auto& [name, data, schedule] = GetParam();
  for (const std::string& id : kRemarks) {
    for (const int t : {1, (schedule.T() + 1) / 2, schedule.T()}) {
      ClaimOptions options;
      options.t = t;
      const std::string reason = check_claim(id, data, schedule, options, {}).claim.reason;
      for (const std::string& code : mistakes(id)) {
        // Grids in the plane take long, and only these two concern them.
        if (id == "4bridge" && data.d == 2 && code != "plain" && code != "one-point") continue;
        const Claim claim = check_claim(id, data, schedule, options, Mistake(code)).claim;
        if (!reason.empty() || claim.reason == kNoDifference)
          EXPECT_EQ(claim.verdict(), Verdict::vacuous) << id << ' ' << code;
        else
          EXPECT_EQ(claim.verdict(), Verdict::fail) << id << ' ' << code << " at t = " << t << claim.reason;
        if (!reason.empty()) EXPECT_EQ(claim.reason, reason) << id << ' ' << code;
      }
      if (id != "4r2") break;  // the others are about all steps
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, DiffusionRemarkMistakes, testing::ValuesIn(problems()),
                         [](const auto& info) { return "p" + std::to_string(info.index); });

TEST(DiffusionRemarkMistakesThatChangeNothing, AreThese) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  const auto reason = [&](const std::string& id, const std::string& code, const Mixture& data, int t = 25) {
    ClaimOptions options;
    options.t = t;
    return check_claim(id, data, schedule, options, Mistake(code)).claim.reason;
  };
  for (const std::string& id : kRemarks)
    for (const std::string& code : mistakes(id)) EXPECT_EQ(reason(id, code, modes()), "") << id << ' ' << code;
  EXPECT_EQ(reason("4r2", "alpha", modes(), 1), kNoDifference);  // alpha_1 is alpha_bar_1
  EXPECT_EQ(reason("4r1", "plain", gaussian(0, 1e-12)), kNoDifference);
  EXPECT_EQ(reason("4r1", "step", gaussian(0, 1e-12)), "");
}

RC_GTEST_PROP(DiffusionRemarkMistakesOnDrawnProblems, AreNoticedOrChangeNothing, ()) {
  std::vector<double> beta = *betas();
  if (*rc::gen::arbitrary<bool>()) std::sort(beta.begin(), beta.end());
  const std::string id = *rc::gen::elementOf(kRemarks);
  if (id == "4bridge" && beta.size() > 20) beta.resize(20);  // a grid for each
  const Schedule schedule = schedule_of(beta);
  const Mixture data = drawn_mixture(*rc::gen::arbitrary<std::uint64_t>(), 1);
  ClaimOptions options;
  options.t = *rc::gen::inRange(1, schedule.T() + 1);
  options.seed = *rc::gen::arbitrary<std::uint64_t>();
  const std::string code = *rc::gen::elementOf(mistakes(id));
  const Claim claim = check_claim(id, data, schedule, options, Mistake(code)).claim;
  if (claim.verdict() == Verdict::pass) RC_FAIL(id + " passes with " + code);
}

// Remark 1.

TEST(DiffusionSimpleLoss, NoticesASchedulesWithAnotherAlphaBarAndAllThatFollowsFromIt) {
  // Betas as given; all else as if they were other ones.
  const auto judged = [](const std::vector<double>& beta, auto change) {
    std::vector<double> other(beta);
    change(other);
    Schedule schedule = schedule_of(other);
    for (std::size_t i = 0; i < beta.size(); ++i) schedule.steps[i].beta = beta[i];
    return check_claim("4r1", modes(), schedule, {}, {}).claim;
  };
  std::vector<double> beta;
  for (const Step& step : linear_schedule(50, 0.002, 0.4).steps) beta.push_back(step.beta);
  EXPECT_EQ(judged(beta, [](auto&) {}).verdict(), Verdict::pass);
  const auto tenth = [](auto& b) { b[30] *= 1.001; };
  const auto index = [](auto& b) { std::rotate(b.begin(), b.begin() + 1, b.end()); };
  const auto root = [](auto& b) {
    for (double& value : b) value = 1 - std::sqrt(1 - value);
  };
  EXPECT_TRUE(fails(judged(beta, tenth).checks, "second"));
  EXPECT_TRUE(fails(judged(beta, index).checks, "second"));
  EXPECT_TRUE(fails(judged(beta, root).checks, "second"));
}

TEST(DiffusionSimpleLoss, NoticesAnotherAlphaBarOfDataThatKeepTheirSize) {
  // E|x_0|^2 = d: with any alpha_bar, and the noise that goes with it, E|x_t|^2 = d.
  Schedule schedule = linear_schedule(50, 0.002, 0.4);
  for (Step& step : schedule.steps) {
    step.alpha_bar *= step.alpha_bar;
    step.noise = 1 - step.alpha_bar;
  }
  EXPECT_TRUE(fails(check_claim("4r1", gaussian(0, 1), schedule, {}, {}).claim.checks, "second"));
}

// Remark 2.

struct ScoreCase {
  Mixture data = plane();
  Schedule schedule = linear_schedule(100, 1e-3, 0.2);
  int t = 30;
  std::vector<double> x;
  ScoreCase() {
    Rng rng(1);
    x = drawn(data, 64, rng);
    std::vector<double> eps(x.size());
    for (double& value : eps) value = rng.normal();
    x = noised(schedule.at(t), x, eps);
  }
  [[nodiscard]] ScoreAnswer answer(const Oracle& oracle, const Step& step) const {
    ScoreAnswer a{x, oracle.denoise(step, x), {}};
    complete(a);
    return a;
  }
  // Everything that follows from the score, anew.
  void complete(ScoreAnswer& a) const {
    const Step& step = schedule.at(t);
    a.tweedie.clear();
    for (std::size_t j = 0; j < x.size(); ++j) {
      a.at.eps[j] = -std::sqrt(step.noise) * a.at.score[j];
      a.at.x0[j] = (x[j] + step.noise * a.at.score[j]) / std::sqrt(step.alpha_bar);
      a.tweedie.push_back(a.at.x0[j]);
    }
  }
  [[nodiscard]] std::vector<Check> judged(const ScoreAnswer& a) const {
    const RecomputedChain e = recompute(schedule);
    return judge_score(data, e.alpha_bar[t], e.noise[t], a);
  }
};

TEST(DiffusionScore, NoticesOraclesThatAreConsistentWithThemselves) {
  const ScoreCase c;
  const Step& step = c.schedule.at(c.t);
  EXPECT_EQ(list(c.judged(c.answer(Oracle(c.data), step))), "");
  // The score of N(0, I).
  ScoreAnswer prior = c.answer(Oracle(c.data), step);
  for (std::size_t j = 0; j < c.x.size(); ++j) prior.at.score[j] = -c.x[j];
  c.complete(prior);
  EXPECT_EQ(list(c.judged(prior)), "score noise mean tweedie ");
  // A density that is off by a factor of 2: no gradient changes.
  ScoreAnswer twice = c.answer(Oracle(c.data), step);
  for (double& value : twice.at.log_density) value += std::numbers::ln2;
  EXPECT_EQ(list(c.judged(twice)), "density ");
  // The oracle of data that are nearly these.
  Mixture heavier = c.data, moved = c.data;
  heavier.weights[0] *= 1 + 1e-6;
  moved.means[0] += 1e-6;
  EXPECT_EQ(list(c.judged(c.answer(Oracle(heavier), step))), "density score noise mean tweedie ");
  EXPECT_EQ(list(c.judged(c.answer(Oracle(moved), step))), "density score noise mean tweedie ");
  // Of another step.
  EXPECT_EQ(list(c.judged(c.answer(Oracle(c.data), c.schedule.at(c.t + 1)))), "density score noise mean tweedie ");
  // The score of the likeliest component alone.
  ScoreAnswer hard = c.answer(Oracle(c.data), step);
  const Oracle first({{1}, {0, 0}, {0.5, 0.2, 0.2, 0.3}, 2});
  hard.at.score = first.denoise(step, c.x).score;
  c.complete(hard);
  EXPECT_EQ(list(c.judged(hard)), "score noise mean tweedie ");
}

// Remark 3.

Checked<SamplersPicture> with_steps(const Mixture& data, const Schedule& schedule, auto change) {
  const Moments moments = Oracle(data).moments(1, 0);
  SamplerSteps steps = sampler_steps(moments.mean[0], moments.covariance[0], {});
  change(steps);
  return judge_samplers(data, schedule, {}, steps, {});
}

auto scaled_noise(double factor) {
  return [factor](SamplerSteps& steps) {
    steps.noise = [honest = steps.noise, factor](const Step& step) { return factor * honest(step); };
  };
}

TEST(DiffusionSamplers, NoticeALastingBias) {
  for (const Schedule& schedule : {text(), cosine_schedule(1000, 0.008, 0.999), cosine_schedule(50, 0.008, 0.999),
                                   linear_schedule(100, 1e-3, 0.2), constant_schedule(100, 0.02)}) {
    const auto failed = [&](auto change) { return with_steps(modes(), schedule, change).claim.checks; };
    EXPECT_EQ(list(failed([](SamplerSteps&) {})), "");
    for (const double factor : {0.95, 0.99, 1.01}) {
      EXPECT_TRUE(fails(failed(scaled_noise(factor)), "arrive")) << factor;
      EXPECT_TRUE(fails(failed(scaled_noise(factor)), "meet")) << factor;
      EXPECT_TRUE(fails(failed(scaled_noise(factor)), "law")) << factor;
    }
    // Both samplers lead to a mean that is 1 % of a standard deviation off: they meet, but do not arrive.
    const auto biased = failed([](SamplerSteps& steps) {
      for (SamplerSteps::Down* down : {&steps.ancestral, &steps.flow}) {
        *down = [honest = *down](const Oracle& oracle, const Step& step, const std::vector<double>& x) {
          std::vector<double> next = honest(oracle, step, x);
          if (step.noise_prev == 0)
            for (double& value : next) value += 0.01 * std::sqrt(1.04);
          return next;
        };
      }
    });
    EXPECT_TRUE(fails(biased, "arrive"));
    EXPECT_FALSE(fails(biased, "meet"));
  }
}

// Those that converge to the data as well: the limit is right, and the law says that they are other samplers.
TEST(DiffusionSamplers, LetPassWhatHasTheRightLimit) {
  for (const Schedule& schedule : {text(), cosine_schedule(1000, 0.008, 0.999), linear_schedule(100, 1e-3, 0.2)}) {
    const auto beta = with_steps(modes(), schedule, [](SamplerSteps& steps) {
      steps.noise = [](const Step& step) { return step.noise_prev == 0 ? 0 : std::sqrt(step.beta); };
    });
    EXPECT_EQ(list(beta.claim.checks), "law ");
    const auto last = with_steps(modes(), schedule, [](SamplerSteps& steps) {
      steps.noise = [](const Step& step) { return std::sqrt(step.noise_prev == 0 ? step.beta : step.variance); };
    });
    EXPECT_EQ(list(last.claim.checks), "law ");
  }
}

// Right at the two places from which a slope would be taken, and nowhere else.
TEST(DiffusionSamplers, NoticeStepsThatAreNotAffine) {
  for (SamplerSteps::Down SamplerSteps::* which : {&SamplerSteps::ancestral, &SamplerSteps::flow}) {
    const auto bent = with_steps(modes(), linear_schedule(50, 0.002, 0.4), [which](SamplerSteps& steps) {
      steps.*which = [honest = steps.*which](const Oracle& oracle, const Step& step, const std::vector<double>& x) {
        std::vector<double> next = honest(oracle, step, x);
        for (std::size_t i = 0; i < x.size(); ++i) next[i] += 1e-6 * std::sin(2 * std::numbers::pi * x[i]);
        return next;
      };
    });
    EXPECT_EQ(list(bent.claim.checks), "law ");
  }
}

TEST(DiffusionSamplers, NoticeAScheduleThatIsWrong) {
  const auto failed = [](auto change) {
    Schedule schedule = linear_schedule(50, 0.002, 0.4);
    for (Step& step : schedule.steps) change(step);
    return list(check_claim("4r3", modes(), schedule, {}, {}).claim.checks);
  };
  EXPECT_EQ(failed([](Step&) {}), "");
  EXPECT_NE(failed([](Step& s) { s.variance *= 0.99; }), "");
  EXPECT_NE(failed([](Step& s) { s.mean_xt *= 1 - 1e-6; }), "");
  EXPECT_NE(failed([](Step& s) { s.noise *= 1 - 1e-6; }), "");
}

// As the law says: the exact sums and products of the proof.
TEST(DiffusionSamplers, ConvergeAtFirstOrder) {
  const auto picture = picture_of<SamplersPicture>("4r3", modes(), text());
  for (const auto* sd : {&picture.ancestral_sd, &picture.flow_sd}) {
    const std::vector<double>& m = *sd;
    for (std::size_t i = 2; i < m.size(); ++i) {
      EXPECT_NEAR((m[i] - m[i - 1]) / (m[i - 1] - m[i - 2]), 0.5, 0.06) << i;
      EXPECT_LT(std::abs(m[i] - picture.sd), std::abs(m[i - 1] - picture.sd));
    }
  }
}

TEST(DiffusionSamplers, PassOnAllSchedulesThatCanBeCutFinely) {
  int passed = 0, coarse = 0;
  const auto tried = [&](const Schedule& schedule, double mean, double variance) {
    const Claim claim = check_claim("4r3", gaussian(mean, variance), schedule, {}, {}).claim;
    EXPECT_NE(claim.verdict(), Verdict::fail) << schedule.T() << ' ' << variance << ": " << text_of(claim);
    if (claim.verdict() == Verdict::pass) ++passed;
    if (claim.reason == "coarse-steps") ++coarse;
  };
  for (const double variance : {0.01, 0.3, 1.0, 4.0, 1e4}) {
    for (const int T : {1, 2, 7, 16, 17, 50, 333}) {
      tried(linear_schedule(T, 1e-4, 0.02), 1, variance);
      tried(linear_schedule(T, std::min(0.9, 0.1 / T), std::min(0.9, 20.0 / T)), -2, variance);
      tried(cosine_schedule(T, 0.008, 0.999), 0, variance);
      tried(cosine_schedule(T, 0, 0.999), 0, variance);
      tried(constant_schedule(T, 0.02), 0, variance);
      tried(constant_schedule(T, 0.3), 0, variance);
    }
  }
  EXPECT_GT(passed, 190);  // of 210
  EXPECT_LT(coarse, 20);
}

// The bridge.

struct BridgeCase {
  Mixture data = modes();
  Schedule schedule = cosine_schedule(20, 0.008, 0.999);
  Oracle oracle = Oracle(data);
  [[nodiscard]] BridgeAnswer answer(const Oracle& from) const {
    return bridge_answer(from, schedule, x0_variances(from, schedule));
  }
  [[nodiscard]] std::string judged(const BridgeAnswer& a, const Oracle& model) const {
    return list(judge_bridge(data, schedule, a, bridge_draws(data, model, schedule, 1)));
  }
  [[nodiscard]] std::string judged(auto change) const {
    BridgeAnswer a = answer(oracle);
    for (Nelbo* nelbo : {&a.posterior, &a.forward, &a.best}) change(*nelbo);
    return judged(a, oracle);
  }
};

TEST(DiffusionBridge, NoticesBoundsThatAreConsistentWithThemselves) {
  const BridgeCase c;
  EXPECT_EQ(c.judged([](Nelbo&) {}), "");
  // The total is the sum of its parts in all of these.
  EXPECT_EQ(c.judged([](Nelbo& n) {
    n.total += n.prior;
    n.prior *= 2;
  }),
            "prior ");
  EXPECT_EQ(c.judged([](Nelbo& n) {
    n.total += 1e-6;
    n.terms[6] += 1e-6;
  }),
            "terms ");
  EXPECT_EQ(c.judged([](Nelbo& n) {
    n.terms[6] += 1e-6;
    n.terms[7] -= 1e-6;
  }),
            "terms ");
  EXPECT_EQ(c.judged([](Nelbo& n) { n.total -= 1e-6; }), "sum ");
  // A constant added to the log density moves entropy and reconstruction alike, and no gap.
  const std::string shifted = c.judged([](Nelbo& n) {
    n.entropy += 0.5;
    n.terms[0] += 0.5;
    n.total += 0.5;
  });
  EXPECT_EQ(shifted, "reconstruction drawn entropy integral terms ");
  EXPECT_EQ(c.judged([](Nelbo& n) { n.entropy += 1e-6; }), "integral ");
}

// So many components that quadrature is not for every t: the terms of the others must have one v_t, which lies between its neighbours.
TEST(DiffusionBridge, NoticesTermsThatAreNotIntegrated) {
  BridgeCase c;
  std::vector<double> x;
  for (int k = 0; k < 40; ++k) x.push_back(std::sin(1.0 + 7.0 * k));
  c.data = empirical(x, 1, 0.2);
  c.schedule = cosine_schedule(50, 0.008, 0.999);
  c.oracle = Oracle(c.data);
  const BridgeAnswer intact = c.answer(c.oracle);
  const BridgeDraws draws = bridge_draws(c.data, c.oracle, c.schedule, 1);
  const auto judged = [&](auto change) {
    BridgeAnswer a = intact;
    change(a);
    return list(judge_bridge(c.data, c.schedule, a, draws));
  };
  const auto add = [](Nelbo& nelbo, int t, double value) {
    nelbo.terms[t - 1] += value;
    nelbo.total += value;
  };
  EXPECT_EQ(judged([](BridgeAnswer&) {}), "");
  EXPECT_EQ(judged([&](BridgeAnswer& a) { add(a.posterior, 3, 1e-6); }), "terms ");
  EXPECT_EQ(judged([&](BridgeAnswer& a) { add(a.best, 37, 1e-6); }), "terms ");
  EXPECT_EQ(judged([&](BridgeAnswer& a) { add(a.forward, 37, 1e-6); }), "terms ");
  // Consistent with itself: v_t of another t in all three.
  std::vector<double> variance = x0_variances(c.oracle, c.schedule);
  for (const auto& [t, other] : {std::pair{7, 2}, std::pair{7, 12}, std::pair{40, 20}}) {
    std::vector<double> wrong(variance);
    wrong[t - 1] = variance[other - 1];
    EXPECT_TRUE(fails(judge_bridge(c.data, c.schedule, bridge_answer(c.oracle, c.schedule, wrong), draws), "terms"));
  }
}

TEST(DiffusionBridge, NoticesTheOracleOfAnotherDataSet) {
  const BridgeCase c;
  for (const Mixture& other : {Mixture{{0.5, 0.5}, {-1, 1}, {0.0401, 0.0401}, 1},
                               Mixture{{0.5, 0.5}, {-1, 1.01}, {0.04, 0.04}, 1}, gaussian(0, 1.04)}) {
    const Oracle oracle(other);
    const std::string failed = c.judged(c.answer(oracle), oracle);
    EXPECT_NE(failed.find("integral"), std::string::npos) << failed;
    EXPECT_NE(failed.find("terms"), std::string::npos) << failed;
  }
}

TEST(DiffusionBridge, NoticesAScheduleThatIsWrong) {
  const auto failed = [](auto change) {
    Schedule schedule = linear_schedule(50, 0.002, 0.4);
    change(schedule.steps[20]);
    return list(check_claim("4bridge", modes(), schedule, {}, {}).claim.checks);
  };
  EXPECT_EQ(failed([](Step&) {}), "");
  EXPECT_NE(failed([](Step& s) { s.variance *= 1 + 1e-6; }), "");
  EXPECT_NE(failed([](Step& s) { s.mean_x0 *= 1 + 1e-6; }), "");
  EXPECT_NE(failed([](Step& s) { s.noise *= 1 + 1e-6; }), "");
}

// The mixture anew, against values known by hand and against the oracle.
TEST(DiffusionRecomputedMixture, HasTheMomentsAndTheDensityOfTheData) {
  EXPECT_NEAR(mean_square(modes()), 1.04, 1e-15);
  EXPECT_NEAR(mean_square({{3, 1}, {1, 0, 0, 2}, {1, 0.5, 0.5, 2, 0, 0, 0, 0}, 2}), (3 * 4 + 4) / 4.0, 1e-15);
  EXPECT_EQ(centred({{3, 1}, {1, 5}, {1, 1}, 1}).means, (std::vector<double>{-1, 3}));
  // N(0, 4): log density at 2, E|score|^2 = 1/4, entropy = log(2 pi e 4) / 2.
  const RecomputedMixture one(gaussian(0, 4), 1, 0);
  const double place = 2;
  EXPECT_NEAR(one.log_density(&place), -0.5 - std::log(2 * std::numbers::pi * 4) / 2, 1e-14);
  EXPECT_NEAR(one.slope(&place, 0), -0.5, 1e-15);
  EXPECT_NEAR(one.averages().information, 0.25, 1e-13);
  EXPECT_NEAR(one.averages().entropy, std::log(2 * std::numbers::pi * std::numbers::e * 4) / 2, 1e-12);
  const Mixture tilted{{1}, {1, 2}, {1, 0.8, 0.8, 1}, 2};
  const RecomputedMixture two(tilted, 0.5, 0.5);
  EXPECT_NEAR(two.averages().information, 2 / (1 - 0.16), 1e-11);  // the trace of the inverse of ((1, .4), (.4, 1))
  Rng rng(1);
  const std::vector<double> x = drawn(plane(), 2000, rng);
  const Oracle oracle(plane());
  double sum = 0;
  for (const double value : x) sum += value * value;
  EXPECT_NEAR(sum / 2000, oracle.mean_square(), 0.3);
}

}  // namespace
}  // namespace proofground::diffusion::test
