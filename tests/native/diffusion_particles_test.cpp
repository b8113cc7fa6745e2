// Particles of the forward process, and one step back: against exact moments, Bayes' rule, and the claims' pictures.
#include <gtest/gtest.h>

#include <cmath>

#include "core/require.h"
#include "diffusion/particles.h"
#include "diffusion/process.h"
#include "diffusion/reverse.h"
#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

void expect_moments(const Particles& particles, const Moments& exact, int d) {
  const double n = static_cast<double>(particles.x.size()) / d;
  for (int c = 0; c < d; ++c) {
    const double variance = exact.covariance[static_cast<std::size_t>(c) * d + c];
    EXPECT_NEAR(particles.moments.mean[c], exact.mean[c], 5 * std::sqrt(variance / n));
    // No fourth moment of these data is above three times the squared variance by much.
    EXPECT_NEAR(particles.moments.covariance[static_cast<std::size_t>(c) * d + c], variance,
                5 * variance * std::sqrt(3 / n));
  }
}

TEST(DiffusionParticles, BothWaysHaveTheExactMoments) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  for (const Mixture& data : {plane(), modes(), points(60, 2, 1.5)}) {
    const Oracle oracle(data);
    for (const int t : {1, 10, 50}) {
      const Noised at = noised_particles(oracle, schedule, t, 4000, 7, true);
      expect_moments(at.closed, at.exact, data.d);
      expect_moments(*at.walked, at.exact, data.d);
      EXPECT_NE(at.closed.x, at.walked->x);
      EXPECT_NEAR(at.prior_kl, prior_kl(schedule.at(t).alpha_bar, schedule.at(t).noise, oracle.mean_square(), data.d),
                  1e-15 * (1 + at.prior_kl));
    }
  }
}

TEST(DiffusionParticles, EachKeepsToItsOwnPath) {
  const Schedule schedule = linear_schedule(50, 0.002, 0.4);
  const Oracle oracle(plane());
  const Noised start = noised_particles(oracle, schedule, 0, 100, 7, true);
  EXPECT_EQ(start.closed.x, start.x0);
  EXPECT_EQ(start.walked->x, start.x0);
  EXPECT_EQ(start.prior_kl, HUGE_VAL);
  const Noised ten = noised_particles(oracle, schedule, 10, 100, 7, true);
  const Noised eleven = noised_particles(oracle, schedule, 11, 100, 7, true);
  EXPECT_EQ(ten.x0, start.x0);
  EXPECT_EQ(eleven.x0, start.x0);
  EXPECT_FALSE(noised_particles(oracle, schedule, 10, 100, 7, false).walked.has_value());
  const double shrink = std::sqrt(schedule.at(11).alpha);
  for (std::size_t i = 0; i < ten.x0.size(); ++i) {
    // The same eps at both steps; and the eleventh step from where ten have led, at most 6 standard deviations.
    const auto eps = [&](const Noised& at, int t) {
      return (at.closed.x[i] - std::sqrt(schedule.at(t).alpha_bar) * at.x0[i]) / std::sqrt(schedule.at(t).noise);
    };
    EXPECT_NEAR(eps(ten, 10), eps(eleven, 11), 1e-12);
    EXPECT_LE(std::abs(eleven.walked->x[i] - shrink * ten.walked->x[i]), 6 * std::sqrt(schedule.at(11).beta));
  }
  EXPECT_NE(noised_particles(oracle, schedule, 10, 100, 8, false).x0, ten.x0);
}

TEST(DiffusionParticles, RefuseByName) {
  const auto refused = [](int t, int count) {
    try {
      (void)noised_particles(Oracle(plane()), text(), t, count, 1, false);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  EXPECT_EQ(refused(-1, 1), "t");
  EXPECT_EQ(refused(1001, 1), "t");
  EXPECT_EQ(refused(1, 0), "count");
}

TEST(DiffusionReverse, IsBayesRule) {
  const Schedule schedule = text();
  const std::vector<double> x0{0.7, -1.2}, xt{0.1, 0.4};
  for (const int t : {2, 5, 500, 1000}) {
    const StepBack back = step_back(schedule, t, x0, xt, std::nullopt);
    EXPECT_NEAR(1 / back.posterior.variance, 1 / back.prior.variance + 1 / back.likelihood.variance,
                1e-10 / back.posterior.variance);
    std::vector<double> u;
    const double width = std::sqrt(back.posterior.variance);
    for (int i = -20; i <= 20; ++i) u.push_back(back.posterior.mean[0] + width * i / 10);
    const std::vector<double> prior = bell(back.prior, 0, u), likelihood = bell(back.likelihood, 0, u);
    const std::vector<double> posterior = bell(back.posterior, 0, u);
    // One constant for all places where it has not underflowed.
    const double constant = prior[20] * likelihood[20];
    for (std::size_t i = 0; i < u.size() && constant > 1e-200; ++i)
      EXPECT_NEAR(prior[i] * likelihood[i], constant * posterior[i], 1e-8 * constant);
    EXPECT_EQ(posterior[20], 1);
    for (std::size_t c = 0; c < 2; ++c)
      EXPECT_NEAR(back.share_xt[c] + back.share_x0[c], back.posterior.mean[c], 1e-15) << t;
    EXPECT_EQ(back.error2, 0);
  }
}

TEST(DiffusionReverse, IsWhatTheClaimsDraw) {
  for (const Named& problem : problems()) {
    if (problem.schedule.T() < 2) continue;
    ClaimOptions options;
    options.t = 1 + problem.schedule.T() / 2;
    const auto size = static_cast<std::size_t>(problem.data.d);
    options.x0.assign(size, 0.4);
    options.xt.assign(size, -0.3);
    const StepBack back = step_back(problem.schedule, options.t, options.x0, options.xt, std::nullopt);
    const auto picture = picture_of<PosteriorPicture>("4b", problem.data, problem.schedule, options);
    EXPECT_EQ(back.posterior.mean, picture.mean) << problem.name;
    EXPECT_EQ(back.posterior.variance, picture.variance) << problem.name;
    EXPECT_NEAR(back.likelihood.variance, picture.likelihood_variance, 1e-12 * picture.likelihood_variance);
    EXPECT_NEAR(back.prior.variance, picture.prior_variance, 1e-12 * picture.prior_variance);
    EXPECT_NEAR(back.prior.mean[0], picture.prior_mean[0], 1e-12);

    options.eps.assign(size, 0.6);
    options.guess.assign(size, -0.5);
    const auto means = picture_of<MeansPicture>("4c", problem.data, problem.schedule, options);
    const StepBack guessed = step_back(problem.schedule, options.t, options.x0, means.xt, options.guess);
    EXPECT_EQ(guessed.noise_form, means.noise_form) << problem.name;
    EXPECT_EQ(guessed.x0_hat.value_or(std::vector<double>{}), means.x0_hat) << problem.name;
    EXPECT_EQ(guessed.posterior_form.value_or(std::vector<double>{}), means.posterior_form) << problem.name;
    const double weight = problem.schedule.at(options.t).weight;
    EXPECT_EQ(guessed.weighted_error, weight * guessed.error2) << problem.name;
    // The same point but for rounding, which 1 / sqrt(alpha_bar) magnifies.
    const double signal = std::sqrt(problem.schedule.at(options.t).alpha_bar);
    if (guessed.difference) EXPECT_LT(*guessed.difference, 1e-14 / signal + 1e-14) << problem.name;
    EXPECT_NEAR(guessed.eps[0], 0.6, 1e-9 / std::sqrt(problem.schedule.at(options.t).noise));

    // A difference of two means has as many digits as that difference keeps.
    const auto divergence = picture_of<DivergencePicture>("4d", problem.data, problem.schedule, options);
    const double kl = divergence.kl[options.t - 1];
    if (!(problem.schedule.at(options.t).beta > 1e-4)) continue;
    EXPECT_NEAR(guessed.kl, kl, 1e-8 * kl) << problem.name;
    EXPECT_NEAR(guessed.weighted_error, guessed.kl, 1e-8 * kl) << problem.name;
  }
}

TEST(DiffusionReverse, HasBothEnds) {
  const StepBack first = step_back(text(), 1, {0.5}, {0.7}, std::vector<double>{0.1});
  EXPECT_EQ(first.posterior.mean, (std::vector<double>{0.5}));
  EXPECT_EQ(first.posterior.variance, 0);
  EXPECT_EQ(first.prior.variance, 0);
  EXPECT_EQ(first.kl, HUGE_VAL);
  EXPECT_EQ(first.weighted_error, HUGE_VAL);
  const StepBack last = step_back(constant_schedule(1500, 0.5), 1500, {0.5}, {0.7}, std::nullopt);
  EXPECT_FALSE(last.x0_hat.has_value());
  EXPECT_FALSE(last.posterior_form.has_value());
  EXPECT_NEAR(last.kl, 0, 1e-28);
  const auto refused = [](int t, std::vector<double> x0, std::vector<double> xt, std::vector<double> guess) {
    try {
      (void)step_back(text(), t, x0, xt, guess);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  EXPECT_EQ(refused(0, {1}, {1}, {1}), "t");
  EXPECT_EQ(refused(5, {1}, {}, {1}), "xt");
  EXPECT_EQ(refused(5, {1, 2}, {1}, {1}), "x0");
  EXPECT_EQ(refused(5, {1}, {1}, {}), "guess");
  EXPECT_EQ(refused(5, {1}, {HUGE_VAL}, {1}), "xt[0]");
  EXPECT_EQ(refused(5, {std::nan("")}, {1}, {1}), "x0[0]");
  EXPECT_EQ(refused(5, {1}, {1}, {1e101}), "guess[0]");
}

}  // namespace
}  // namespace proofground::diffusion::test
