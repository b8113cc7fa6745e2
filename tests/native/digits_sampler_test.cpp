// Sampling images with networks whose answer is known: v_theta = 0 is the exact one of data N(0, I). Guidance, in-painting, the way back
// and the arc.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "digits/inversion.h"
#include "digits/sampler.h"
#include "digits_drawn.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::digits {
namespace {

using diffusion::cosine_schedule, diffusion::ReverseVariance, diffusion::SampleMethod, diffusion::Schedule,
    diffusion::Step;
using proofground::test::refused_field;
using test::drawn, test::v_of;

constexpr int kImages = 600;
const DenoiserShape kShape{4, 3, 8, 12, 2};

const Schedule& schedule() {
  static const Schedule all = cosine_schedule(30, 0.008, 0.999);
  return all;
}
/// The exact network of data N(0, I).
Denoiser exact() { return Denoiser(kShape); }

SampleSettings of(std::vector<int> classes) {
  SampleSettings settings;
  settings.classes = std::move(classes);
  settings.steps = 10;
  settings.seed = 5;
  return settings;
}

std::vector<double> in_units(std::vector<double> pixels) {
  for (double& value : pixels) value = 2 * value - 1;
  return pixels;
}

std::vector<double> sampled(const Denoiser& network, const SampleSettings& settings) {
  Sampler sampler(network, schedule(), settings);
  EXPECT_TRUE(sampler.advance(1000));
  EXPECT_EQ(sampler.t(), 0);
  return sampler.x();
}

double mean_square(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return sum / static_cast<double>(values.size());
}

// eps = sqrt(1 - alpha_bar) x: ancestral's mean is sqrt(alpha) x, so the variance goes from s to alpha s + sigma^2.
TEST(DigitsSampler, AncestralMomentsOfAGaussian) {
  for (const ReverseVariance variance : {ReverseVariance::posterior, ReverseVariance::forward}) {
    SampleSettings settings = of(std::vector<int>(kImages, 1));
    settings.method = SampleMethod::ancestral;
    settings.variance = variance;
    Sampler sampler(exact(), schedule(), settings);
    double expected = 1;
    while (sampler.t() > 0) {
      const Step& step = schedule().at(sampler.t());
      const double sigma2 = variance == ReverseVariance::forward ? step.beta : step.variance;
      expected = step.alpha * expected + (sampler.t() > 1 ? sigma2 : 0);
      (void)sampler.advance(1);
      const double measured = mean_square(in_units(sampler.x()));
      ASSERT_NEAR(measured / expected, 1, tolerance::standard_errors() * std::sqrt(2.0 / (kImages * 4)));
    }
  }
}

// On the circle where sqrt(alpha_bar) and sqrt(1 - alpha_bar) are cosine and sine, DDIM's step multiplies by the cosine of the angle
// gone.
TEST(DigitsSampler, DdimOfAGaussianShrinksByCosines) {
  const SampleSettings settings = of({0, 1, kNoClass});
  Sampler sampler(exact(), schedule(), settings);
  EXPECT_EQ(sampler.total(), 10);
  EXPECT_EQ(sampler.t(), 30);
  std::vector<double> x = in_units(sampler.x());
  const std::vector<double> first = in_units(sampler.x0());
  for (std::size_t i = 0; i < x.size(); ++i)
    EXPECT_NEAR(first[i], std::sqrt(schedule().at(30).alpha_bar) * x[i], tolerance::closed_form());
  const Schedule chain = diffusion::thinned(schedule(), 10);
  for (int k = 10; k >= 1; --k) {
    const Step& step = chain.at(k);
    EXPECT_EQ(sampler.advance(1), k == 1);
    EXPECT_EQ(sampler.t(), 3 * (k - 1));
    const std::vector<double> reached = in_units(sampler.x()), x0 = in_units(sampler.x0());
    const double factor = std::sqrt(step.alpha_bar * step.alpha_bar_prev) + std::sqrt(step.noise * step.noise_prev);
    for (std::size_t i = 0; i < x.size(); ++i) {
      ASSERT_NEAR(reached[i], factor * x[i],
                  1e3 * tolerance::closed_form());  // the step from T divides by a small number
      ASSERT_NEAR(x0[i], std::sqrt(step.alpha_bar) * x[i], 1e3 * tolerance::closed_form());
    }
    x = reached;
  }
}

TEST(DigitsGuided, IsTheLineThroughNoneAndClass) {
  const Denoiser network = drawn(kShape, 4);
  const std::vector<int> classes{2, 0, kNoClass}, none(3, kNoClass);
  std::vector<double> x;
  Rng rng(2);
  for (int i = 0; i < 12; ++i) x.push_back(rng.normal());
  const Step& step = schedule().at(12);
  const std::vector<double> with = v_of(network, x, classes, 12 / 30.0), without = v_of(network, x, none, 12 / 30.0);
  for (const double w : {0.0, 1.0, 2.5, -1.0}) {
    GuidedSource source(network, schedule(), classes, w);
    const std::vector<double> eps = source.eps(x, 12);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double v = without[i] + w * (with[i] - without[i]);
      ASSERT_NEAR(eps[i], std::sqrt(step.noise) * x[i] + std::sqrt(step.alpha_bar) * v, tolerance::closed_form());
      // What x and eps say of x_0, divided.
      const double x0 = (x[i] - std::sqrt(step.noise) * eps[i]) / std::sqrt(step.alpha_bar);
      ASSERT_NEAR(source.x0()[i], x0, tolerance::closed_form());
      if (classes[i / 4] == kNoClass) ASSERT_NEAR(v, without[i], tolerance::closed_form());
    }
  }
  EXPECT_NE(with[0], without[0]);
}

TEST(DigitsGuided, OneIsTheClassAloneAndZeroIsNone) {
  const Denoiser network = drawn(kShape, 4);
  SampleSettings settings = of({2, 0, 1});
  SampleSettings none = of({kNoClass, kNoClass, kNoClass});
  settings.guidance = 0;
  EXPECT_EQ(sampled(network, settings), sampled(network, none));
  settings.guidance = 1;
  const std::vector<double> alone = sampled(network, settings);
  EXPECT_NE(alone, sampled(network, none));
  none.guidance = 7;
  settings.guidance = 0;
  EXPECT_EQ(sampled(network, settings), sampled(network, none));  // none has nothing to add
}

TEST(DigitsSampler, ASeedIsAStartForEveryMethodAndAStartMayBeGiven) {
  const Denoiser network = drawn(kShape, 4);
  SampleSettings settings = of({2, 0, 1});
  const std::vector<double> start = Sampler(network, schedule(), settings).x(), one = sampled(network, settings);
  EXPECT_EQ(sampled(network, settings), one);
  settings.method = SampleMethod::ancestral;
  EXPECT_EQ(Sampler(network, schedule(), settings).x(), start);
  settings = of({2, 0, 1});
  settings.start = in_units(start);
  settings.seed = 99;
  const std::vector<double> again = sampled(network, settings);
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NEAR(again[i], one[i], tolerance::closed_form() * 1e3);
  // An image does not depend on those beside it.
  settings.start.resize(4);
  settings.classes = {2};
  const std::vector<double> single = sampled(network, settings);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(single[i], one[i], tolerance::closed_form() * 1e3);
}

// Known pixels end as they are and are noised to each step on the way.
TEST(DigitsInpainting, KeepsKnownPixels) {
  const Denoiser network = drawn(kShape, 4);
  for (const bool ddim : {false, true}) {
    SampleSettings settings = of(std::vector<int>(kImages, 1));
    settings.method = ddim ? SampleMethod::ddim : SampleMethod::ancestral;
    const std::vector<double> free = sampled(network, settings);
    const std::vector<double> start = in_units(Sampler(network, schedule(), settings).x());
    for (int i = 0; i < kImages; ++i) settings.known.images.insert(settings.known.images.end(), {0.25, 1, 0, 0.5});
    settings.known.mask = {1, 0, 1, 0};
    Sampler sampler(network, schedule(), settings);
    while (!sampler.advance(3)) {
      const Step& step = schedule().at(sampler.t());
      const std::vector<double> x = in_units(sampler.x());
      std::vector<double> noise;
      for (int i = 0; i < kImages; ++i) {
        noise.push_back((x[4 * i] - std::sqrt(step.alpha_bar) * -0.5) / std::sqrt(step.noise));
        noise.push_back((x[4 * i + 2] - std::sqrt(step.alpha_bar) * -1) / std::sqrt(step.noise));
        if (ddim) ASSERT_NEAR(noise.back(), start[4 * i + 2], 1e3 * tolerance::closed_form());
      }
      EXPECT_NEAR(mean_square(noise), 1, tolerance::standard_errors() * std::sqrt(2.0 / (2 * kImages)));
    }
    const std::vector<double> x = sampler.x();
    int others = 0;
    for (int i = 0; i < kImages; ++i) {
      ASSERT_EQ(x[4 * i], 0.25);
      ASSERT_EQ(x[4 * i + 2], 0);
      if (x[4 * i + 1] != free[4 * i + 1]) ++others;
    }
    EXPECT_EQ(others, kImages);  // what is painted depends on what is known
  }
}

// v_theta = 0: the way up divides by the cosines that the way down multiplies by.
TEST(DigitsInversion, OfAGaussianDividesByCosines) {
  const std::vector<double> images{0, 0.5, 1, 0.25};
  const std::vector<double> start = inverted(exact(), schedule(), images, {1}, 1, 30);
  double factor = 1;
  for (const Step& step : schedule().steps)
    factor *= std::sqrt(step.alpha_bar * step.alpha_bar_prev) + std::sqrt(step.noise * step.noise_prev);
  for (int i = 0; i < 4; ++i) EXPECT_NEAR(start[i], (2 * images[i] - 1) / factor, tolerance::identity());
  SampleSettings settings = of({1});
  settings.steps = 30;
  settings.start = start;
  const std::vector<double> back = sampled(exact(), settings);
  for (int i = 0; i < 4; ++i) EXPECT_NEAR(back[i], images[i], 10 * tolerance::identity());
}

// A network that is no projection: 30 steps up and down again end where they began, but for corrections that were not made and
// the floats of the network.
TEST(DigitsInversion, ComesBack) {
  const Denoiser network = drawn(kShape, 4);
  const std::vector<double> images{0, 0.5, 1, 0.25, 1, 1, 0, 0.75};
  SampleSettings settings = of({2, kNoClass});
  settings.steps = 30;
  settings.guidance = 1.5;
  settings.start = inverted(network, schedule(), images, settings.classes, settings.guidance, 30);
  const std::vector<double> back = sampled(network, settings);
  for (int i = 0; i < 8; ++i) EXPECT_NEAR(back[i], images[i], 1e-4);
}

double length(const double* x, int d) {
  double sum = 0;
  for (int i = 0; i < d; ++i) sum += x[i] * x[i];
  return std::sqrt(sum);
}

TEST(DigitsArc, GoesEvenlyInAngleAndLength) {
  const std::vector<double> from{3, 0, 0}, to{0, 4, 3};
  const std::vector<double> points = arc(from, to, 5);
  for (int k = 0; k < 5; ++k) {
    EXPECT_NEAR(length(&points[3 * k], 3), 3 + k * 0.5, tolerance::closed_form());
    EXPECT_NEAR(points[3 * k] / length(&points[3 * k], 3), std::cos(k * std::acos(0.0) / 4), tolerance::closed_form());
    EXPECT_NEAR(points[3 * k + 1] * 3, points[3 * k + 2] * 4, 10 * tolerance::closed_form());
  }
  EXPECT_EQ(std::vector<double>(points.begin(), points.begin() + 3), from);
  EXPECT_EQ(std::vector<double>(points.end() - 3, points.end()), to);
  const std::vector<double> still = arc(to, to, 3);
  for (int i = 0; i < 9; ++i) EXPECT_NEAR(still[i], to[i % 3], tolerance::closed_form());
}

TEST(DigitsArc, Refuses) {
  const auto field = [](const std::vector<double>& from, const std::vector<double>& to, int count) {
    return refused_field([&] { (void)arc(from, to, count); });
  };
  EXPECT_EQ(field({}, {}, 3), "from");
  EXPECT_EQ(field({1, 0}, {1}, 3), "to");
  EXPECT_EQ(field({0, 0}, {1, 0}, 3), "from");
  EXPECT_EQ(field({1, 0}, {0, 0}, 3), "to");
  EXPECT_EQ(field({1, 0}, {-2, 0}, 3), "to");
  EXPECT_EQ(field({1, 0}, {0, std::nan("")}, 3), "to[1]");
  EXPECT_EQ(field({1, 0}, {0, 1}, 1), "count");
}

TEST(DigitsSampler, RefusesWhatItCannotSample) {
  const auto field = [](const std::function<void(SampleSettings&)>& change) {
    SampleSettings settings = of({2, 0});
    change(settings);
    return refused_field([&] { const Sampler sampler(exact(), schedule(), settings); });
  };
  EXPECT_EQ(field([](SampleSettings&) {}), "");
  EXPECT_EQ(field([](SampleSettings& s) { s.method = SampleMethod::flow; }), "method");
  EXPECT_EQ(field([](SampleSettings& s) { s.variance = ReverseVariance::best; }), "variance");
  EXPECT_EQ(field([](SampleSettings& s) { s.classes = {3}; }), "classes");
  EXPECT_EQ(field([](SampleSettings& s) { s.classes = {-2}; }), "classes");
  EXPECT_EQ(field([](SampleSettings& s) { s.classes.clear(); }), "classes");
  EXPECT_EQ(field([](SampleSettings& s) { s.guidance = 21; }), "guidance");
  EXPECT_EQ(field([](SampleSettings& s) { s.guidance = std::nan(""); }), "guidance");
  EXPECT_EQ(field([](SampleSettings& s) { s.eta = 2; }), "eta");
  EXPECT_EQ(field([](SampleSettings& s) { s.steps = 31; }), "steps");
  EXPECT_EQ(field([](SampleSettings& s) { s.start = {1, 2}; }), "start");
  EXPECT_EQ(field([](SampleSettings& s) { s.start.assign(8, std::nan("")); }), "start[0]");
  EXPECT_EQ(field([](SampleSettings& s) { s.known = {{1, 0}, {1, 0, 1, 0}}; }), "known.images");
  EXPECT_EQ(field([](SampleSettings& s) { s.known = {std::vector<double>(8, 2), {1, 0, 1, 0}}; }), "known.images");
  EXPECT_EQ(field([](SampleSettings& s) { s.known = {std::vector<double>(8, 1), {1, 0, 1}}; }), "known.mask");
  EXPECT_EQ(field([](SampleSettings& s) { s.known = {std::vector<double>(8, 1), {1, 0, 1, 0.5}}; }), "known.mask");
  EXPECT_EQ(field([](SampleSettings& s) { s.known = {{}, {1, 0, 1, 1}}; }), "known.mask");
  const auto back = [](const std::vector<double>& images, const std::vector<int>& classes, int steps) {
    return refused_field([&] { (void)inverted(exact(), schedule(), images, classes, 1, steps); });
  };
  EXPECT_EQ(back({1, 0, 1, 0}, {1}, 10), "");
  EXPECT_EQ(back({1, 0, 1}, {1}, 10), "images");
  EXPECT_EQ(back({1, 0, 1, 3}, {1}, 10), "images");
  EXPECT_EQ(back({1, 0, 1, 0}, {3}, 10), "classes");
  EXPECT_EQ(back({1, 0, 1, 0}, {1}, 0), "steps");
  EXPECT_EQ(back({1, 0, 1, 0}, {1}, 31), "steps");
}

}  // namespace
}  // namespace proofground::digits
