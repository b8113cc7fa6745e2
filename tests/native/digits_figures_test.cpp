// The figures on sets whose answers are known, and what the baselines are draws of.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "digits/baselines.h"
#include "digits/figures.h"
#include "digits_images.h"
#include "hashed.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::digits {
namespace {

using test::columns;
using test::kPixels;
using test::kSide;
using test::Labelled;

const Labelled& training() {
  static const Labelled data = columns(60, 1);
  return data;
}
const Classifier& classifier() {
  static const Classifier trained =
      Classifier::train(training().images, kPixels, training().labels, {kSide, 12, 80, 5});
  return trained;
}
/// The request that judges these images.
FiguresRequest judge(const std::vector<double>& images, const std::optional<std::vector<int>>& asked) {
  static const std::vector<double> held_out = nearest(columns(100, 2).images, training().images, kPixels).distance;
  return {images, asked, training().images, held_out, 0.05};
}

TEST(DigitsFigures, CopiesOfTrainingImagesAreFound) {
  const Figures found = figures(classifier(), judge(training().images, training().labels));
  for (std::size_t i = 0; i < training().labels.size(); ++i) {
    EXPECT_EQ(found.nearest.index[i], static_cast<int>(i));
    EXPECT_EQ(found.nearest.distance[i], 0);
    EXPECT_EQ(found.close[i], 1);
  }
  EXPECT_EQ(found.near_copies, 1);
  EXPECT_DOUBLE_EQ(found.near_copies_error, std::sqrt(62.0 * 2 / 64 / 64 / 64));
  EXPECT_EQ(found.distance_quantiles.back(), 0);
  EXPECT_EQ(found.accuracy, 1);
  EXPECT_EQ(found.class_counts, std::vector<int>(kSide, 15));
  EXPECT_NEAR(found.effective_classes, kSide, tolerance::closed_form());
}

TEST(DigitsFigures, HeldOutImagesHaveTheShareOfNearCopiesThatIsTheirQuantile) {
  const Labelled held_out = columns(100, 2);
  const Figures found = figures(classifier(), judge(held_out.images, held_out.labels));
  EXPECT_DOUBLE_EQ(found.near_copies, 0.05);
  EXPECT_DOUBLE_EQ(found.near_copies_error, std::sqrt(7.0 * 97 / 104 / 104 / 104));
  EXPECT_EQ(std::count(found.close.begin(), found.close.end(), 1), 5);
  std::vector<double> sorted = found.nearest.distance;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(found.distance_quantiles.front(), sorted.front());
  EXPECT_EQ(found.distance_quantiles.back(), sorted.back());
  EXPECT_DOUBLE_EQ(found.distance_quantiles[kQuantiles / 2], (sorted[49] + sorted[50]) / 2);
  EXPECT_DOUBLE_EQ(found.close_distance, found.distance_quantiles[5]);
}

TEST(DigitsFigures, OneClassIsOneEffectiveClass) {
  const Labelled held_out = columns(80, 3);
  std::vector<double> images;
  for (int i = 2; i < 80; i += kSide)
    images.insert(images.end(), held_out.images.begin() + i * kPixels, held_out.images.begin() + (i + 1) * kPixels);
  std::vector<int> asked(images.size() / kPixels, 2);
  const Figures right = figures(classifier(), judge(images, asked));
  EXPECT_EQ(right.accuracy, 1);
  EXPECT_EQ(right.effective_classes, 1);
  EXPECT_EQ(right.class_counts, (std::vector<int>{0, 0, 20, 0}));
  // The same images, where half of them should have been of another class.
  std::fill_n(asked.begin(), 10, 1);
  const Figures half = figures(classifier(), judge(images, asked));
  EXPECT_EQ(half.accuracy, 0.5);
  EXPECT_DOUBLE_EQ(half.accuracy_error, std::sqrt(0.25 / 24));
  EXPECT_EQ(figures(classifier(), judge(images, {})).accuracy, std::nullopt);
}

TEST(DigitsFigures, ImagesAreCutToTheRangeOfInk) {
  std::vector<double> images = training().images;
  for (double& pixel : images) pixel = pixel < 0.1 ? -0.5 : pixel > 0.9 ? 3 : pixel;
  const Figures found = figures(classifier(), judge(images, {}));
  for (double& pixel : images) pixel = pixel < 0 ? 0 : pixel > 1 ? 1 : pixel;
  EXPECT_EQ(found.images, images);
  EXPECT_EQ(found.nearest.distance, nearest(images, training().images, kPixels).distance);
  EXPECT_EQ(found.classified.probability, classifier().classify(images).probability);
}

TEST(DigitsFigures, ConfidenceIsTheMeanOfTheLargestProbability) {
  const Labelled held_out = columns(7, 3);
  const Figures found = figures(classifier(), judge(held_out.images, {}));
  double sum = 0;
  for (int i = 0; i < 7; ++i)
    sum += *std::max_element(found.classified.probability.begin() + i * kSide,
                             found.classified.probability.begin() + (i + 1) * kSide);
  EXPECT_NEAR(found.confidence, sum / 7, tolerance::closed_form());
}

TEST(DigitsFigures, NoiseIsToldFromImages) {
  const Labelled held_out = columns(200, 3);
  const std::vector<double> noise =
      baseline({Baseline::uniform, kPixels, training().images, training().labels, held_out.labels, 4});
  const Figures of_noise = figures(classifier(), judge(noise, held_out.labels));
  const Figures of_images = figures(classifier(), judge(held_out.images, held_out.labels));
  EXPECT_NEAR(*of_noise.accuracy, 1.0 / kSide, tolerance::standard_errors() * of_noise.accuracy_error);
  EXPECT_LT(of_noise.confidence, of_images.confidence);
  // Nearer to an image than the middle one of images is no image of noise.
  EXPECT_GT(of_noise.distance_quantiles.front(), of_images.distance_quantiles[kQuantiles / 2]);
  EXPECT_EQ(of_noise.near_copies, 0);
}

TEST(DigitsFigures, Quantiles) {
  EXPECT_EQ(quantile({7}, 0.3), 7);
  EXPECT_EQ(quantile({1, 2, 4}, 0), 1);
  EXPECT_EQ(quantile({1, 2, 4}, 0.25), 1.5);
  EXPECT_EQ(quantile({1, 2, 4}, 0.75), 3);
  EXPECT_EQ(quantile({1, 2, 4}, 1), 4);
}

TEST(DigitsNearest, IsTheFirstOfTheNearest) {
  const Nearest found = nearest({0, 0, 3, 4}, {3, 3, 0, 1, 0, 1, -1, 0}, 2);
  EXPECT_EQ(found.index, (std::vector<int>{1, 0}));
  EXPECT_EQ(found.distance, (std::vector<double>{1, 1}));
}

BaselineRequest draws(Baseline kind, int count, std::uint64_t seed) {
  std::vector<int> asked;
  for (int i = 0; i < count; ++i) asked.push_back(i % kSide);
  return {kind, kPixels, training().images, training().labels, asked, seed};
}

TEST(DigitsBaselines, PixelsAreOfTrainingImages) {
  const std::vector<double> x = baseline(draws(Baseline::pixels, 20, 3));
  for (std::size_t k = 0; k < x.size(); ++k) {
    bool found = false;
    for (std::size_t i = 0; i < training().labels.size(); ++i)
      found = found || training().images[i * kPixels + k % kPixels] == x[k];
    EXPECT_TRUE(found);
  }
}

/// Mean and covariance of every kSide-th image from `first`.
struct Moments {
  std::vector<double> mean = std::vector<double>(kPixels), covariance = std::vector<double>(kPixels * kPixels);
  int count = 0;
  Moments(const std::vector<double>& x, int first) {
    const int n = static_cast<int>(x.size()) / kPixels;
    for (int i = first; i < n; i += kSide, ++count)
      for (int a = 0; a < kPixels; ++a) mean[a] += x[i * kPixels + a];
    for (double& value : mean) value /= count;
    for (int i = first; i < n; i += kSide)
      for (int a = 0; a < kPixels; ++a)
        for (int b = 0; b < kPixels; ++b)
          covariance[a * kPixels + b] += (x[i * kPixels + a] - mean[a]) * (x[i * kPixels + b] - mean[b]) / (count - 1);
  }
};

TEST(DigitsBaselines, MeansAreTheMeans) {
  const std::vector<double> x = baseline(draws(Baseline::means, 8, 3));
  for (int i = 0; i < 8; ++i) {
    const Moments of(training().images, i % kSide);
    for (int a = 0; a < kPixels; ++a) EXPECT_NEAR(x[i * kPixels + a], of.mean[a], tolerance::closed_form());
  }
}

TEST(DigitsBaselines, GaussiansHaveTheMomentsOfTheirClass) {
  // Grey images, so that nothing is cut.
  BaselineRequest request = draws(Baseline::gaussians, 8000, 3);
  for (double& pixel : request.images) pixel = 0.45 + 0.1 * pixel;
  const std::vector<double> x = baseline(request);
  for (int c = 0; c < kSide; ++c) {
    const Moments drawn(x, c), given(request.images, c);
    const auto variance = [&](int a) { return given.covariance[a * kPixels + a]; };
    for (int a = 0; a < kPixels; ++a) {
      EXPECT_NEAR(drawn.mean[a], given.mean[a], tolerance::standard_errors() * std::sqrt(variance(a) / drawn.count));
      for (int b = 0; b <= a; ++b) {
        const double covariance = given.covariance[a * kPixels + b];
        const double error = std::sqrt((variance(a) * variance(b) + covariance * covariance) / drawn.count);
        EXPECT_NEAR(drawn.covariance[a * kPixels + b], covariance, tolerance::standard_errors() * error);
      }
    }
  }
}

TEST(DigitsBaselines, AreSeededAndInRange) {
  for (const Baseline kind : {Baseline::uniform, Baseline::pixels, Baseline::gaussians}) {
    const std::vector<double> x = baseline(draws(kind, 40, 3));
    EXPECT_EQ(x, baseline(draws(kind, 40, 3)));
    EXPECT_NE(x, baseline(draws(kind, 40, 4)));
    EXPECT_GE(*std::min_element(x.begin(), x.end()), 0);
    EXPECT_LE(*std::max_element(x.begin(), x.end()), 1);
  }
  // Written down: the same bits everywhere.
  EXPECT_EQ(proofground::test::hash_of(baseline(draws(Baseline::gaussians, 40, 3))), 15940579847795646766u);
}

TEST(DigitsFigures, Refusals) {
  const auto refused = [](const std::function<void(FiguresRequest&)>& change) {
    FiguresRequest request = judge(training().images, training().labels);
    change(request);
    return proofground::test::refused_field([&] { (void)figures(classifier(), request); });
  };
  EXPECT_EQ(refused([](auto&) {}), "");
  EXPECT_EQ(refused([](auto& r) { r.images.pop_back(); }), "images");
  EXPECT_EQ(refused([](auto& r) { r.images[1] = INFINITY; }), "images[1]");
  EXPECT_EQ(refused([](auto& r) { r.asked->pop_back(); }), "asked");
  EXPECT_EQ(refused([](auto& r) { r.training.clear(); }), "training");
  EXPECT_EQ(refused([](auto& r) { r.training.pop_back(); }), "training");
  EXPECT_EQ(refused([](auto& r) { r.held_out_distances.clear(); }), "heldOutDistances");
  EXPECT_EQ(refused([](auto& r) { r.held_out_distances[1] = NAN; }), "heldOutDistances[1]");
  EXPECT_EQ(refused([](auto& r) { r.close_share = 1.1; }), "closeShare");
  EXPECT_EQ(refused([](auto& r) { r.close_share = NAN; }), "closeShare");
  EXPECT_EQ(proofground::test::refused_field([] { (void)nearest({1}, {1}, 0); }), "d");
  EXPECT_EQ(proofground::test::refused_field([] { (void)nearest({1, 2, 3}, {1, 2}, 2); }), "images");
  EXPECT_EQ(proofground::test::refused_field([] { (void)nearest({1, 2}, {}, 2); }), "among");
}

TEST(DigitsBaselines, Refusals) {
  const auto refused = [](Baseline kind, const std::function<void(BaselineRequest&)>& change) {
    BaselineRequest request = draws(kind, 8, 1);
    change(request);
    return proofground::test::refused_field([&] { (void)baseline(request); });
  };
  EXPECT_EQ(refused(Baseline::uniform, [](auto& r) { r.d = 0; }), "d");
  EXPECT_EQ(refused(Baseline::pixels, [](auto& r) { r.images.pop_back(); }), "images");
  EXPECT_EQ(refused(Baseline::pixels, [](auto& r) { r.images[0] = NAN; }), "images[0]");
  EXPECT_EQ(refused(Baseline::means, [](auto& r) { r.labels.pop_back(); }), "labels");
  EXPECT_EQ(refused(Baseline::uniform, [](auto& r) { r.asked.clear(); }), "asked");
  EXPECT_EQ(refused(Baseline::gaussians, [](auto& r) { r.asked[0] = kSide; }), "asked");
  EXPECT_EQ(refused(Baseline::means, [](auto& r) { r.labels[0] = 9, r.asked[0] = 9; }), "asked");
}

}  // namespace
}  // namespace proofground::digits
