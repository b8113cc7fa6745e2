// The parts of problem 4 by themselves: schedules, the process, divergences, the oracle and its averages, at both ends.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "diffusion/mixture.h"
#include "diffusion/nelbo.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"
#include "diffusion_claims_problems.h"
#include "diffusion_drawn.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::diffusion::test {
namespace {

using proofground::test::refused_field;

RC_GTEST_PROP(DiffusionSchedule, BothEndsKeepTwelveDigits, ()) {
  const std::vector<double> beta = *betas();
  const Schedule schedule = schedule_of(beta);
  long double alpha_bar = 1, noise = 0;  // by the definitions, in more digits
  for (int t = 1; t <= schedule.T(); ++t) {
    const long double b = beta[t - 1];
    const long double noise_prev = noise, alpha_bar_prev = alpha_bar;
    noise = (1 - b) * noise + b;
    alpha_bar *= 1 - b;
    const Step& step = schedule.at(t);
    const auto near = [](double value, long double expected) {
      const long double underflow = 1e-290L;
      return std::abs(value - expected) <= tolerance::golden_diffusion().schedule * std::abs(expected) + underflow;
    };
    RC_ASSERT(near(step.noise, noise));
    RC_ASSERT(near(step.alpha_bar, alpha_bar));
    RC_ASSERT(near(step.variance, noise_prev / noise * b));
    RC_ASSERT(near(step.mean_x0, std::sqrt(alpha_bar_prev) * b / noise));
    RC_ASSERT((t == 1 ? std::isinf(step.weight) : near(step.weight, b / (2 * (1 - b) * noise_prev))));
    RC_ASSERT(step.variance <= step.beta);
  }
}

RC_GTEST_PROP(DiffusionSchedule, ThinningKeepsAlphaBar, ()) {
  const Schedule schedule = schedule_of(*betas());
  const int count = *rc::gen::inRange(1, schedule.T() + 1);
  const Schedule chain = thinned(schedule, count);
  RC_ASSERT(chain.T() == count);
  for (int k = 1; k <= count; ++k) {
    const double kept = schedule.at(k * schedule.T() / count).alpha_bar;
    RC_ASSERT(std::abs(chain.at(k).alpha_bar - kept) <= 1e-9 * kept + 1e-13);
  }
}

RC_GTEST_PROP(DiffusionProcess, BothMeansAreOneAndDdimKeepsTheNoise, ()) {
  const Schedule schedule = schedule_of(*betas());
  const int t = *rc::gen::inRange(1, schedule.T() + 1);
  const Step& step = schedule.at(t);
  RC_PRE(step.alpha_bar > 1e-6);
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  const std::vector<double> x0{rng.normal()}, eps{rng.normal()}, xt = noised(step, x0, eps);
  const double scale = 1e-12 / step.alpha_bar;
  RC_ASSERT(std::abs(predicted_x0(step, xt, eps)[0] - x0[0]) <= scale);
  RC_ASSERT(std::abs(mean_of_noise(step, xt, eps)[0] - posterior_mean(step, xt, x0)[0]) <= scale);
  // DDIM with the true noise gives x_0 with the same noise, one step before.
  const double before = std::sqrt(step.alpha_bar_prev) * x0[0] + std::sqrt(step.noise_prev) * eps[0];
  RC_ASSERT(std::abs(ddim_step(step, xt, eps)[0] - before) <= scale);
}

TEST(DiffusionProcess, ZeroStepsGoNowhere) {
  Rng rng(1);
  EXPECT_EQ(walked(text(), 0, {1, 2}, rng), (std::vector<double>{1, 2}));
}

TEST(DiffusionProcess, PriorKlKeepsItsDigitsNextToZero) {
  EXPECT_NEAR(prior_kl(2e-9, 1 - 2e-9, 0, 3), 3 * 1e-18, 1e-26);
}

RC_GTEST_PROP(DiffusionOracle, AnswersFitTogether, ()) {
  const int d = *rc::gen::inRange(1, 4);
  const Mixture data = drawn_mixture(*rc::gen::arbitrary<std::uint64_t>(), d);
  const Oracle oracle(data);
  const double alpha_bar = up_to_one(*rc::gen::inRange(1, 1000)), noise = 1 - alpha_bar;
  Rng rng(*rc::gen::arbitrary<std::uint64_t>());
  std::vector<double> x(static_cast<std::size_t>(d));
  for (double& value : x) value = 3 * rng.normal();
  const Denoised at = oracle.denoise(alpha_bar, noise, x);
  RC_ASSERT(at.x0_variance[0] >= 0);
  for (int c = 0; c < d; ++c) {
    // x_t is the sum of its expected parts, and the score the slope of log q.
    const double sum = std::sqrt(alpha_bar) * at.x0[c] + std::sqrt(noise) * at.eps[c];
    RC_ASSERT(std::abs(sum - x[c]) <= 1e-11 * (1 + std::abs(x[c])));
    const double h = 1e-5 * std::sqrt(noise);
    std::vector<double> up(x), down(x);
    up[c] += h;
    down[c] -= h;
    const double slope =
        (oracle.denoise(alpha_bar, noise, up).log_density[0] - oracle.denoise(alpha_bar, noise, down).log_density[0]) /
        (2 * h);
    RC_ASSERT(std::abs(slope - at.score[c]) <= 1e-5 * (1 + std::abs(at.score[c])) / noise);
  }
}

RC_GTEST_PROP(DiffusionOracle, WeightsOrderAndRepetitionDoNotMatter, ()) {
  const int d = *rc::gen::inRange(1, 3);
  const Mixture data = drawn_mixture(*rc::gen::arbitrary<std::uint64_t>(), d);
  Mixture other{{}, {}, {}, d};
  for (int k = data.size() - 1; k >= 0; --k) {
    for (const double part : {2.0, 5.0}) {
      other.weights.push_back(part * data.weights[k]);
      other.means.insert(other.means.end(), &data.means[k * d], &data.means[k * d] + d);
      other.covariances.insert(other.covariances.end(), &data.covariances[k * d * d],
                               &data.covariances[k * d * d] + d * d);
    }
  }
  const std::vector<double> x(static_cast<std::size_t>(d), 0.7);
  const Denoised a = Oracle(data).denoise(0.3, 0.7, x), b = Oracle(other).denoise(0.3, 0.7, x);
  RC_ASSERT(std::abs(a.log_density[0] - b.log_density[0]) <= 1e-12 * (1 + std::abs(a.log_density[0])));
  RC_ASSERT(std::abs(a.x0_variance[0] - b.x0_variance[0]) <= 1e-11);
  for (int c = 0; c < d; ++c) RC_ASSERT(std::abs(a.x0[c] - b.x0[c]) <= 1e-11);
}

TEST(DiffusionOracle, ReachesBothEnds) {
  const Oracle oracle(plane());
  // Pure noise: nothing is known of x_0, and eps is x_t itself.
  const Denoised noise = oracle.denoise(0, 1, {1.5, -2});
  EXPECT_NEAR(noise.x0[0], 0, 1e-15);
  EXPECT_NEAR(noise.x0[1], 0.5, 1e-15);
  EXPECT_NEAR(noise.eps[0], 1.5, 1e-14);
  EXPECT_NEAR(noise.eps[1], -2, 1e-14);
  // No noise: x_0 is x_t.
  const Denoised data = oracle.denoise(1, 0, {1.5, -2});
  EXPECT_NEAR(data.x0[0], 1.5, 1e-14);
  EXPECT_NEAR(data.x0[1], -2, 1e-14);
  EXPECT_EQ(data.eps, (std::vector<double>{0, 0}));
  EXPECT_NEAR(data.x0_variance[0], 0, 1e-15);
  // So little noise that every density but one is 0, and 1 - alpha_bar would round to 0.
  const Denoised near = Oracle(points(5, 1, 1)).denoise(1, 1e-20, {std::sin(8.0) + 1e-10});
  EXPECT_EQ(near.x0[0], std::sin(8.0));
  EXPECT_NEAR(near.eps[0], 1, 1e-5);
  // Far from all points: every density is 0 in double, and the nearest point gets the whole responsibility.
  const Denoised far = Oracle(points(5, 1, 1)).denoise(0.5, 0.5, {1e6});
  EXPECT_TRUE(std::isfinite(far.log_density[0]));
  EXPECT_EQ(far.x0[0], std::sin(8.0));
}

TEST(DiffusionOracle, DrawsHaveItsMoments) {
  const Oracle oracle(plane());
  const Moments exact = oracle.moments(1, 0);
  Rng rng(3);
  const int n = 20000;
  const std::vector<double> x = oracle.draw(n, rng);
  double mean[2] = {}, square = 0, product = 0;
  for (int i = 0; i < n; ++i) {
    for (int c = 0; c < 2; ++c) mean[c] += x[2 * i + c] / n;
    square += (x[2 * i] * x[2 * i] + x[2 * i + 1] * x[2 * i + 1]) / n;
    product += (x[2 * i] - exact.mean[0]) * (x[2 * i + 1] - exact.mean[1]) / n;
  }
  for (int c = 0; c < 2; ++c) EXPECT_NEAR(mean[c], exact.mean[c], 5 * std::sqrt(exact.covariance[3 * c] / n));
  EXPECT_NEAR(product, exact.covariance[1], 5 * std::sqrt(exact.covariance[0] * exact.covariance[3] / n));
  EXPECT_NEAR(square, oracle.mean_square(), 0.1);
  EXPECT_NEAR(oracle.mean_square(),
              exact.covariance[0] + exact.covariance[3] + exact.mean[0] * exact.mean[0] + exact.mean[1] * exact.mean[1],
              1e-12);
}

TEST(DiffusionQuadrature, AveragesWhatIsKnown) {
  const auto one = [](const std::vector<double>&, const Denoised& at) {
    return std::vector<double>(at.log_density.size(), 1.0);
  };
  for (const Mixture& data : {modes(), plane(), points(5, 1, 1), gaussian(1e5, 1e-6), gaussian(0, 1e6)}) {
    const Oracle oracle(data);
    EXPECT_NEAR(expected(oracle, 0.7, 0.3, one), 1, 1e-12);
    const Moments exact = oracle.moments(0.7, 0.3);
    const double mean = expected(oracle, 0.7, 0.3, [&](const std::vector<double>& x, const Denoised& at) {
      std::vector<double> first;
      for (std::size_t i = 0; i < at.log_density.size(); ++i) first.push_back(x[i * oracle.d()]);
      return first;
    });
    EXPECT_NEAR(mean, exact.mean[0], 1e-12 * (1 + std::abs(exact.mean[0]) + std::sqrt(exact.covariance[0])));
  }
  // Of one Gaussian Cov[x_0 | x_t] = (1 / v + alpha_bar / (1 - alpha_bar))^-1.
  EXPECT_NEAR(expected_x0_variance(Oracle(gaussian(3, 0.25)), text().at(300)),
              1 / (4 + text().at(300).alpha_bar / text().at(300).noise), 1e-13);
}

TEST(DiffusionNelbo, HasTheErrorThatErrorsOfItsVariancesGiveIt) {
  const Schedule schedule = constant_schedule(5, 0.3);
  const Oracle oracle(modes());
  const std::vector<double> variance = x0_variances(oracle, schedule);
  for (const auto choice : {ReverseVariance::posterior, ReverseVariance::forward, ReverseVariance::best}) {
    double first = 0, later = 0;
    for (std::size_t i = 0; i < variance.size(); ++i) {
      const double step = 1e-4 * variance[i];
      std::vector<double> more = variance, less = variance;
      more[i] += step;
      less[i] -= step;
      const double change =
          nelbo(oracle, schedule, more, choice, 0).total - nelbo(oracle, schedule, less, choice, 0).total;
      (i == 0 ? first : later) += change * change / 4;
    }
    std::vector<double> error = variance;
    for (double& value : error) value *= 1e-4;
    const NelboErrors errors = nelbo_errors(schedule, variance, error, choice, 1);
    EXPECT_NEAR(errors.first, std::sqrt(first), 1e-6 * std::sqrt(first) + 1e-12);
    EXPECT_NEAR(errors.later, std::sqrt(later), 1e-6 * std::sqrt(later));
    EXPECT_NEAR(errors.total(), std::sqrt(first + later), 1e-6 * std::sqrt(first + later));
    EXPECT_EQ(nelbo_errors(schedule, variance, std::vector<double>(5, 0.0), choice, 1).total(), 0);
    const Nelbo bound = nelbo(oracle, schedule, variance, choice, 0);
    EXPECT_NEAR(bound.prior + bound.terms.front() + bound.later(), bound.total, 1e-12 * std::abs(bound.total));
  }
}

TEST(DiffusionNelbo, OfAPointHasNoBound) {
  const Schedule schedule = constant_schedule(3, 0.3);
  const Oracle oracle(points(1, 1, 1));
  const std::vector<double> nothing(3, 0.0);
  EXPECT_EQ(nelbo(oracle, schedule, nothing, ReverseVariance::best).total, -HUGE_VAL);
  EXPECT_EQ(nelbo(oracle, schedule, nothing, ReverseVariance::posterior).total, -HUGE_VAL);
  EXPECT_TRUE(std::isfinite(nelbo(oracle, schedule, nothing, ReverseVariance::forward).total));
}

TEST(DiffusionNelbo, OfAUnitGaussianIsItsEntropyWhateverTheSteps) {
  for (const int T : {1, 2, 10, 100}) {
    const Schedule schedule = linear_schedule(T, 0.05, 0.3);
    const Oracle oracle(gaussian(0, 1));
    // The reverse chain of N(0, 1) is the forward one, with variance beta_t: nothing is lost, and beta_t is the best.
    const std::vector<double> variance = x0_variances(oracle, schedule);
    EXPECT_NEAR(nelbo(oracle, schedule, variance, ReverseVariance::forward).gap(), 0, 1e-12) << T;
    EXPECT_NEAR(nelbo(oracle, schedule, variance, ReverseVariance::best).gap(), 0, 1e-12) << T;
    const double text_gap = nelbo(oracle, schedule, variance, ReverseVariance::posterior).gap();
    if (T == 1) {
      EXPECT_NEAR(text_gap, 0, 1e-12);
    } else {
      EXPECT_GT(text_gap, 0.01);
    }
  }
  // For one point x_t determines x_0: the best variance of the last step is 0, and the bound is -infinity.
  const Oracle point(empirical({0.5}, 1));
  const std::vector<double> known(1000, 0.0);
  EXPECT_EQ(nelbo(point, text(), known, ReverseVariance::best).total, -HUGE_VAL);
  EXPECT_TRUE(std::isfinite(nelbo(point, text(), known, ReverseVariance::forward).total));
  EXPECT_EQ(nelbo(Oracle(points(3, 1, 1)), text(), std::vector<double>(1000, 1.0), ReverseVariance::forward).entropy,
            -HUGE_VAL);
}

TEST(DiffusionInput, IsRefusedByName) {
  const auto none = std::vector<double>{};
  EXPECT_EQ(refused_field([&] { (void)schedule_of(none); }), "T");
  EXPECT_EQ(refused_field([] { (void)schedule_of({0.1, 0}); }), "beta");
  EXPECT_EQ(refused_field([] { (void)schedule_of({0.1, 1}); }), "beta");
  EXPECT_EQ(refused_field([] { (void)schedule_of({std::nan("")}); }), "beta");
  EXPECT_EQ(refused_field([] { (void)linear_schedule(0, 0.1, 0.2); }), "T");
  EXPECT_EQ(refused_field([] { (void)linear_schedule(100'001, 0.1, 0.2); }), "T");
  EXPECT_EQ(refused_field([] { (void)linear_schedule(10, 0, 0.2); }), "beta1");
  EXPECT_EQ(refused_field([] { (void)linear_schedule(10, 0.1, 1); }), "betaT");
  EXPECT_EQ(refused_field([] { (void)cosine_schedule(10, -0.1, 0.9); }), "s");
  EXPECT_EQ(refused_field([] { (void)cosine_schedule(10, 0.008, 1); }), "betaMax");
  EXPECT_EQ(refused_field([] { (void)constant_schedule(10, HUGE_VAL); }), "beta");
  EXPECT_EQ(refused_field([] { (void)thinned(constant_schedule(10, 0.1), 11); }), "count");
  const Step step = constant_schedule(1, 0.1).at(1);
  EXPECT_EQ(refused_field([&] { (void)noised(step, {1}, {1, 2}); }), "eps");
  EXPECT_EQ(refused_field([&] { (void)posterior_mean(step, {1}, {}); }), "x0");
  EXPECT_EQ(refused_field([] { (void)predicted_x0(constant_schedule(1500, 0.5).at(1500), {1}, {1}); }), "alphaBar");
  EXPECT_EQ(refused_field([] { Oracle({{}, {}, {}, 1}); }), "weights");
  EXPECT_EQ(refused_field([] { Oracle({{0}, {1}, {1}, 1}); }), "weights");
  EXPECT_EQ(refused_field([] { Oracle({{1}, {1, 2}, {1}, 1}); }), "means");
  EXPECT_EQ(refused_field([] { Oracle({{1}, {std::nan("")}, {1}, 1}); }), "means[0]");
  EXPECT_EQ(refused_field([] { Oracle({{1}, {1, 2}, {1, 0.5, 0, 1}, 2}); }), "covariances");
  EXPECT_EQ(refused_field([] { Oracle({{1}, {1, 2}, {1, 2, 2, 1}, 2}); }), "covariances");
  EXPECT_EQ(refused_field([] { Oracle({{1}, {1}, {1}, 0}); }), "d");
  const Oracle three(points(3, 1, 1)), two(plane());
  EXPECT_EQ(refused_field([&] { (void)three.denoise(1, 0, {1}); }), "alphaBar");
  EXPECT_EQ(refused_field([&] { (void)three.denoise(1.5, 0, {1}); }), "alphaBar");
  EXPECT_EQ(refused_field([&] { (void)two.denoise(0.5, 0.5, {1}); }), "x");
  EXPECT_EQ(refused_field([] { (void)grid_size(Oracle(points(3, 3, 1)), 0.5, 0.5); }), "d");
  EXPECT_EQ(refused_field([] { (void)bayes_error(Oracle({{1, 1}, {0, 0}, {1e-18, 1e6}, 1}), Step{.alpha_bar = 1}); }),
            "means");
  EXPECT_EQ(refused_field([&] { (void)nelbo(two, text(), {1}, ReverseVariance::best); }), "x0Variance");
}

}  // namespace
}  // namespace proofground::diffusion::test
