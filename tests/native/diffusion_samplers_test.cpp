// Samplers with the exact eps of a Gaussian, where every moment and every path is known in closed form.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>

#include "core/require.h"
#include "diffusion/samplers.h"
#include "golden.h"
#include "tolerances.h"

namespace proofground::diffusion {
namespace {

constexpr int kParticles = 2000;

Mixture gaussian(double mean, double variance) { return {{1}, {mean}, {variance}, 1}; }

Sampler sampler_of(const Mixture& data, const Schedule& schedule, const SampleSettings& settings) {
  return {schedule, oracle_source(data, schedule, 2000, 77), settings};
}

/// Mean and variance of the particles, in standard errors from the expected ones.
void expect_moments(const std::vector<double>& x, double mean, double variance) {
  const auto n = static_cast<double>(x.size());
  double sum = 0, square = 0;
  for (const double value : x) sum += value / n;
  for (const double value : x) square += (value - mean) * (value - mean) / n;
  EXPECT_NEAR((sum - mean) / std::sqrt(variance / n), 0, tolerance::standard_errors());
  EXPECT_NEAR((square - variance) / (variance * std::sqrt(2 / n)), 0, tolerance::standard_errors());
}

double number(const rapidjson::Value& value) {
  return value.IsString() ? std::strtod(value.GetString(), nullptr) : value.GetDouble();
}

TEST(DiffusionSamplers, AncestralMomentsAreTheGoldenOnes) {
  int cases = 0;
  const rapidjson::Document document = golden::read("ddpm.json");
  for (const auto& golden : document["cases"].GetArray()) {
    if (std::string("ancestral_gaussian") != golden["type"].GetString()) continue;
    SCOPED_TRACE(golden["id"].GetString());
    const auto& spec = golden["schedule"];
    const int T = spec["T"].GetInt();
    const Schedule schedule = std::string("linear") == spec["kind"].GetString()
                                  ? linear_schedule(T, number(spec["beta_1"]), number(spec["beta_T"]))
                                  : cosine_schedule(T, number(spec["s"]), number(spec["max_beta"]));
    for (const bool posterior : {true, false}) {
      SampleSettings settings;
      settings.variance = posterior ? ReverseVariance::posterior : ReverseVariance::forward;
      settings.count = kParticles;
      Sampler sampler =
          sampler_of(gaussian(number(golden["data_mean"]), number(golden["data_var"])), schedule, settings);
      for (const auto& row : golden[posterior ? "x_t_moments_beta_tilde" : "x_t_moments_beta"].GetArray()) {
        const int t = row["t"].GetInt();
        if (sampler.t() > t) sampler.advance(sampler.t() - t);
        ASSERT_EQ(sampler.t(), t);
        expect_moments(sampler.x(), number(row["mean"]), number(row["var"]));
      }
      EXPECT_TRUE(sampler.advance(1));
      ++cases;
    }
  }
  EXPECT_EQ(cases, 8);
}

// With the best variance a Gaussian's chain has the data's own variance at every t, where x_T has that of q_T.
TEST(DiffusionSamplers, TheBestVarianceKeepsAGaussian) {
  const Schedule schedule = linear_schedule(25, 0.002, 0.6);
  SampleSettings settings;
  settings.variance = ReverseVariance::best;
  settings.count = kParticles;
  Sampler sampler = sampler_of(gaussian(2, 0.25), schedule, settings);
  ASSERT_LT(schedule.steps.back().alpha_bar, 1e-3);
  while (!sampler.advance(6)) {
    const Step& step = schedule.at(sampler.t());
    expect_moments(sampler.x(), 2 * std::sqrt(step.alpha_bar), 0.25 * step.alpha_bar + step.noise);
  }
}

TEST(DiffusionSamplers, WhatIsKnownOfEps) {
  const Schedule schedule = linear_schedule(50, 1e-4, 0.2);
  const double s2 = 0.5;
  const auto source = oracle_source({{1}, {1, 0}, {s2, 0, 0, s2}, 2}, schedule, 500, 3);
  for (const int t : {1, 20, 50}) {
    const Step& step = schedule.at(t);
    // Cov[x_0 | x_t] of a Gaussian is the same everywhere, so that draws leave no error.
    EXPECT_NEAR(source->share_known({}, t), step.noise / (step.alpha_bar * s2 + step.noise), tolerance::closed_form());
  }
  Rng rng(1);
  const auto network = network_source(Denoiser({2, {}, 2, 2, 1}, rng), schedule);
  EXPECT_EQ(network->share_known({0.5, -0.5, 0.5, 0.5}, 1), 0.25);
  EXPECT_EQ(network->share_known({3, 3, 3, 3}, 1), 1);
}

// The best variance is that of the NELBO, whose route is E trace Cov[x_0 | x_t].
TEST(DiffusionSamplers, TheBestVarianceIsTheNelbos) {
  const Schedule schedule = cosine_schedule(30, 0.008, 0.999);
  const Mixture data{{1, 1}, {-1, 1}, {0.04, 0.04}, 1};
  const std::vector<double> v = x0_variances(Oracle(data), schedule);
  const auto source = oracle_source(data, schedule, 20'000, 5);
  for (const int t : {2, 10, 20, 29}) {
    const Step& step = schedule.at(t);
    const double best =
        step.variance + step.beta * step.beta / (step.alpha * step.noise) * (1 - source->share_known({}, t));
    EXPECT_NEAR(best, reverse_variance(step, ReverseVariance::best, v[t - 1], 1, false), 0.03 * best) << t;
  }
}

/// The probability flow of N(mean, variance) from T to 0: quantiles are kept.
double flown(const Schedule& schedule, double mean, double variance, double x) {
  const Step& last = schedule.steps.back();
  return mean + std::sqrt(variance) * (x - std::sqrt(last.alpha_bar) * mean) /
                    std::sqrt(last.alpha_bar * variance + last.noise);
}

double worst_error(SampleMethod method, int steps) {
  const Schedule schedule = cosine_schedule(2000, 0.008, 0.999);
  SampleSettings settings;
  settings.method = method;
  settings.steps = steps;
  settings.count = 20;
  Sampler sampler = sampler_of(gaussian(0.7, 0.5), schedule, settings);
  const std::vector<double> start = sampler.x();
  EXPECT_TRUE(sampler.advance(steps));
  const std::vector<double> end = sampler.x();
  double worst = 0;
  for (std::size_t i = 0; i < end.size(); ++i)
    worst = std::max(worst, std::abs(end[i] - flown(schedule, 0.7, 0.5, start[i])));
  return worst;
}

// Heun's order is 2 except for the last step, Euler's, to which more and more of the small error is due.
TEST(DiffusionSamplers, DdimFollowsTheFlowAtFirstOrderAndHeunAtAHigherOne) {
  const double ddim = worst_error(SampleMethod::ddim, 40), ddim2 = worst_error(SampleMethod::ddim, 80);
  EXPECT_LT(ddim, 0.1);
  EXPECT_NEAR(std::log2(ddim / ddim2), 1, 0.25);
  const double heun = worst_error(SampleMethod::flow, 40), heun2 = worst_error(SampleMethod::flow, 80);
  EXPECT_LT(heun, ddim / 10);
  EXPECT_GT(std::log2(heun / heun2), 1.4);
}

// DDIM with all T steps and eta = 1 is the ancestral sampler with beta~, with the same noise.
TEST(DiffusionSamplers, DdimWithFullNoiseIsAncestral) {
  const Schedule schedule = linear_schedule(30, 1e-3, 0.3);
  const Mixture data{{1, 2}, {-1, 0, 1, 0.5}, {0.1, 0, 0, 0.2, 0.1, 0.05, 0.05, 0.1}, 2};
  SampleSettings settings;
  settings.count = 50;
  Sampler ancestral = sampler_of(data, schedule, settings);
  settings.method = SampleMethod::ddim;
  settings.eta = 1;
  settings.steps = 30;
  Sampler ddim = sampler_of(data, schedule, settings);
  ancestral.advance(30);
  ddim.advance(30);
  const std::vector<double> a = ancestral.x(), b = ddim.x();
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-9);
}

const std::vector<SampleSettings>& all_methods() {
  static const std::vector<SampleSettings> all = [] {
    std::vector<SampleSettings> list(6);
    list[1].variance = ReverseVariance::forward;
    list[2].variance = ReverseVariance::best;
    list[3].method = list[4].method = SampleMethod::ddim;
    list[4].eta = 0.7;
    list[5].method = SampleMethod::flow;
    for (SampleSettings& settings : list) {
      settings.steps = 11;
      settings.count = 30;
      settings.seed = 4;
    }
    return list;
  }();
  return all;
}

// Data that are one point: with the exact eps every path ends there, unless the last step added noise.
TEST(DiffusionSamplers, EndAtAPointExactly) {
  const Schedule schedule = linear_schedule(23, 1e-3, 0.4);
  for (const SampleSettings& settings : all_methods()) {
    Sampler sampler = sampler_of({{1}, {3, -2}, {0, 0, 0, 0}, 2}, schedule, settings);
    sampler.advance(100);
    const std::vector<double> x = sampler.x();
    for (std::size_t i = 0; i < x.size(); i += 2) {
      EXPECT_NEAR(x[i], 3, 1e-9);
      EXPECT_NEAR(x[i + 1], -2, 1e-9);
    }
  }
}

TEST(DiffusionSamplers, OneSeedIsOneStartAndStepsMayBeSplit) {
  const Schedule schedule = cosine_schedule(23, 0.008, 0.999);
  const Mixture data{{1, 2}, {-1, 0, 1, 0.5}, {0.1, 0, 0, 0.2, 0.1, 0.05, 0.05, 0.1}, 2};
  Rng rng(9);
  const std::vector<double> start = sampler_of(data, schedule, all_methods()[0]).x();
  for (const SampleSettings& settings : all_methods()) {
    Sampler whole = sampler_of(data, schedule, settings), split = sampler_of(data, schedule, settings);
    Sampler network(schedule, network_source(Denoiser({}, rng), schedule), settings);
    EXPECT_EQ(whole.x(), start);
    EXPECT_EQ(network.x(), start);
    EXPECT_EQ(whole.t(), 23);
    EXPECT_EQ(whole.total(), settings.method == SampleMethod::ancestral ? 23 : 11);
    EXPECT_TRUE(whole.advance(1000));
    EXPECT_EQ(whole.taken(), whole.total());
    int last = split.t();
    while (!split.advance(3)) {
      EXPECT_LT(split.t(), last);
      last = split.t();
    }
    EXPECT_EQ(split.t(), 0);
    EXPECT_EQ(split.x(), whole.x());
    EXPECT_TRUE(network.advance(1000));
    for (const double value : network.x()) EXPECT_TRUE(std::isfinite(value));
  }
}

// A network that predicts 0: DDIM divides by sqrt(alpha_t) step after step.
TEST(DiffusionSamplers, NetworkOfZeroScalesOnly) {
  const Schedule schedule = linear_schedule(20, 1e-3, 0.2);
  Rng rng(2);
  SampleSettings settings = all_methods()[3];
  Sampler sampler(schedule, network_source(Denoiser({}, rng), schedule), settings);
  const std::vector<double> start = sampler.x();
  sampler.advance(11);
  const std::vector<double> x = sampler.x();
  for (std::size_t i = 0; i < x.size(); ++i)
    EXPECT_NEAR(x[i] * std::sqrt(schedule.steps.back().alpha_bar), start[i], tolerance::closed_form());
}

TEST(DiffusionSamplers, RefusesByName) {
  const Schedule schedule = linear_schedule(20, 1e-3, 0.2);
  const auto field = [&](const std::function<void(SampleSettings&)>& change) {
    SampleSettings settings = all_methods()[4];
    change(settings);
    try {
      sampler_of(gaussian(0, 1), schedule, settings).advance(0);
    } catch (const InvalidArgument& error) {
      return error.field() + " " + error.got();
    }
    return std::string();
  };
  EXPECT_EQ(field([](SampleSettings& s) { s.count = 0; }), "count 0");
  EXPECT_EQ(field([](SampleSettings& s) { s.count = 1'000'001; }), "count 1000001");
  EXPECT_EQ(field([](SampleSettings& s) { s.eta = -0.1; }), "eta -0.1");
  EXPECT_EQ(field([](SampleSettings& s) { s.eta = 1.5; }), "eta 1.5");
  EXPECT_EQ(field([](SampleSettings& s) { s.steps = 0; }), "steps 0");
  EXPECT_EQ(field([](SampleSettings& s) { s.steps = 21; }), "steps 21");
  EXPECT_EQ(field([](SampleSettings&) {}), "steps 0");  // advance(0)
}

}  // namespace
}  // namespace proofground::diffusion
