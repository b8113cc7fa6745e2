// The classifier: its loss and slope against the formula in double and central differences, what it learns, its bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

#include "core/bytes.h"
#include "digits/classifier.h"
#include "digits_images.h"
#include "hashed.h"
#include "nn/panels.h"
#include "nn_reference.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::digits {
namespace {

using test::columns;
using test::kPixels;
using test::kSide;

/// The mean of -log softmax of each row at its label.
double cross_entropy(const std::vector<std::vector<double>>& y, const std::vector<int>& labels) {
  double sum = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    double all = 0;
    for (const double value : y[i]) all += std::exp(value - y[i][labels[i]]);
    sum += std::log(all) / static_cast<double>(y.size());
  }
  return sum;
}

TEST(DigitsClassifier, LossAndSlopeAreThoseOfTheFormula) {
  Rng rng(3);
  for (const int classes : {2, 4, 7, 10, 100}) {
    const int rows = 5;
    std::vector<std::vector<double>> y(rows, std::vector<double>(classes));
    std::vector<float> panels(nn::panel_size(rows, classes)), dy(panels.size());
    std::vector<int> labels(rows);
    for (int i = 0; i < rows; ++i) {
      labels[i] = rng.below(classes);
      for (int c = 0; c < classes; ++c)
        panels[nn::place(rows, i, c)] = static_cast<float>(y[i][c] = float(3 * rng.normal()));
    }
    const double loss = softmax_cross_entropy(panels.data(), rows, classes, labels.data(), dy.data());
    EXPECT_NEAR(loss, cross_entropy(y, labels), tolerance::network_float() * loss);
    for (int i = 0; i < rows; ++i)
      for (int c = 0; c < classes; ++c) {
        auto above = y, below = y;
        above[i][c] += 1e-5;
        below[i][c] -= 1e-5;
        const double slope = (cross_entropy(above, labels) - cross_entropy(below, labels)) / 2e-5;
        EXPECT_NEAR(dy[nn::place(rows, i, c)], slope, tolerance::network_float());
      }
    for (int i = 0; i < rows; ++i)
      for (int c = classes; c < nn::padded(classes); ++c) EXPECT_EQ(dy[nn::place(rows, i, c)], 0);
  }
}

TEST(DigitsClassifier, LossOfFarScoresIsFinite) {
  std::vector<float> y(nn::panel_size(1, 2)), dy(y.size());
  y[nn::place(1, 0, 0)] = -1e4F;
  y[nn::place(1, 0, 1)] = 1e4F;
  const int label = 0;
  EXPECT_NEAR(softmax_cross_entropy(y.data(), 1, 2, &label, dy.data()), 2e4, 1e-2);
  EXPECT_NEAR(dy[nn::place(1, 0, 0)], -1, 1e-6);
}

TEST(DigitsClassifier, GradientOfTheWholeNetwork) {
  const nn::Mlp mlp({3, 4, 5, 2});
  Rng rng(8);
  std::vector<float> weights(mlp.size()), gradient(mlp.size());
  for (const std::size_t place : nn::test::Reference<double>(mlp, weights).places())
    weights[place] = static_cast<float>(rng.normal() / 2);
  const nn::test::Reference<double> reference(mlp, weights);
  const int rows = 6;
  nn::Tape tape = mlp.tape(rows);
  std::vector<std::vector<double>> xs(rows);
  std::vector<int> labels(rows);
  for (int i = 0; i < rows; ++i) {
    labels[i] = rng.below(4);
    for (int c = 0; c < 3; ++c) xs[i].push_back(tape.x[nn::place(rows, i, c)] = static_cast<float>(rng.normal()));
  }
  mlp.forward(weights.data(), tape);
  softmax_cross_entropy(tape.y.data(), rows, 4, labels.data(), tape.dy.data());
  mlp.backward(weights.data(), tape, gradient.data());

  const auto loss = [&](const nn::test::Reference<double>& network) {
    std::vector<std::vector<double>> y;
    for (const auto& x : xs) y.push_back(network(x));
    return cross_entropy(y, labels);
  };
  const std::vector<std::size_t> places = reference.places();
  for (std::size_t k = 0; k < places.size(); ++k) {
    auto above = reference, below = reference;
    above.parameters[k] += 1e-5;
    below.parameters[k] -= 1e-5;
    EXPECT_NEAR(gradient[places[k]], (loss(above) - loss(below)) / 2e-5, tolerance::network_float());
  }
}

TEST(DigitsClassifier, SoftmaxInDouble) {
  std::vector<double> y{1000, 1001, -1000};
  softmax(y);
  EXPECT_NEAR(y[0], 1 / (1 + std::exp(1.0)), tolerance::closed_form());
  EXPECT_NEAR(y[1], 1 / (1 + std::exp(-1.0)), tolerance::closed_form());
  EXPECT_EQ(y[2], 0);
}

Classifier trained(int steps, std::uint64_t seed) {
  const test::Labelled data = columns(60, 1);
  return Classifier::train(data.images, kPixels, data.labels, {kSide, 12, steps, seed});
}

double accuracy(const Classifier& classifier, const test::Labelled& data) {
  const Classified found = classifier.classify(data.images);
  const auto m = static_cast<int>(data.labels.size());
  double right = 0;
  for (int i = 0; i < m; ++i) {
    const auto row = found.probability.begin() + static_cast<std::ptrdiff_t>(i) * kSide;
    double sum = 0;
    for (int c = 0; c < kSide; ++c) sum += row[c];
    EXPECT_NEAR(sum, 1, tolerance::closed_form());
    EXPECT_EQ(found.label[i], std::max_element(row, row + kSide) - row);
    right += found.label[i] == data.labels[i];
  }
  return right / m;
}

TEST(DigitsClassifier, LearnsWhatItHasNotSeen) {
  const test::Labelled fresh = columns(150, 2);
  EXPECT_LT(accuracy(trained(1, 5), fresh), 0.9);
  EXPECT_EQ(accuracy(trained(60, 5), fresh), 1);
}

TEST(DigitsClassifier, OneSeedOneClassifier) {
  EXPECT_EQ(trained(20, 5).save(), trained(20, 5).save());
  EXPECT_NE(trained(20, 5).save(), trained(20, 6).save());
  // Written down: the same bits natively, under the sanitizers and as WebAssembly.
  EXPECT_EQ(proofground::test::hash_of(trained(20, 5).save()), 4797034033462074820u);
  EXPECT_EQ(proofground::test::hash_of(trained(20, 5).classify(columns(70, 4).images).probability),
            13931555424664734276u);
}

TEST(DigitsClassifier, SaveAndLoad) {
  const Classifier classifier = trained(20, 5);
  const std::vector<std::uint8_t> bytes = classifier.save();
  const Classifier loaded = Classifier::load(bytes, "classifier");
  EXPECT_EQ(loaded.save(), bytes);
  EXPECT_EQ(loaded.d(), kPixels);
  EXPECT_EQ(loaded.classes(), kSide);
  const test::Labelled data = columns(70, 4);
  EXPECT_EQ(loaded.classify(data.images).probability, classifier.classify(data.images).probability);
}

TEST(DigitsClassifier, RefusesHostileBytes) {
  const std::vector<std::uint8_t> good = trained(1, 5).save();
  const auto refused = [](const std::vector<std::uint8_t>& bytes) {
    return proofground::test::refused_field([&] { (void)Classifier::load(bytes, "classifier"); });
  };
  ASSERT_EQ(refused(good), "");
  const auto with = [&](std::size_t offset, auto value) {
    std::vector<std::uint8_t> bytes = good;
    std::memcpy(bytes.data() + offset, &value, sizeof value);
    Fingerprint sum;
    sum.take(bytes.data(), bytes.size() - 8);
    const std::uint64_t check = sum.get();
    std::memcpy(bytes.data() + bytes.size() - 8, &check, 8);
    return bytes;
  };
  EXPECT_EQ(refused(with(8, kPixels)), "");
  for (const int bad : {0, -1, kPixels + 1, kMostPixels + 1}) EXPECT_EQ(refused(with(8, bad)), "classifier") << bad;
  for (const int bad : {1, kSide + 5, kMostClasses + 1}) EXPECT_EQ(refused(with(12, bad)), "classifier") << bad;
  for (const int bad : {0, 513}) EXPECT_EQ(refused(with(16, bad)), "classifier") << bad;
  EXPECT_EQ(refused(with(20, INFINITY)), "classifier");
  const nn::Mlp mlp({kPixels, kSide, 12, 2});
  EXPECT_EQ(refused(with(20 + 4 * mlp.layers().front().bias_at(12), 1.0F)), "classifier") << "padding";
  std::vector<std::uint8_t> cut = good;
  cut.resize(cut.size() - 5);
  EXPECT_EQ(refused(cut), "classifier");
  EXPECT_EQ(refused({}), "classifier");
}

TEST(DigitsClassifier, RefusesWhatItCannotTrainOn) {
  const test::Labelled data = columns(8, 1);
  const auto refused =
      [&](const std::function<void(std::vector<double>&, int&, std::vector<int>&, ClassifierSettings&)>& change) {
        std::vector<double> images = data.images;
        std::vector<int> labels = data.labels;
        int d = kPixels;
        ClassifierSettings settings{kSide, 3, 1, 1};
        change(images, d, labels, settings);
        return proofground::test::refused_field([&] { (void)Classifier::train(images, d, labels, settings); });
      };
  EXPECT_EQ(refused([](auto&, auto&, auto&, auto&) {}), "");
  EXPECT_EQ(refused([](auto& images, auto&, auto&, auto&) { images.clear(); }), "images");
  EXPECT_EQ(refused([](auto& images, auto&, auto&, auto&) { images.pop_back(); }), "images");
  EXPECT_EQ(refused([](auto& images, auto&, auto&, auto&) { images[3] = NAN; }), "images");
  EXPECT_EQ(refused([](auto& images, auto&, auto&, auto&) { images[3] = 1e7; }), "images");
  EXPECT_EQ(refused([](auto&, auto& d, auto&, auto&) { d = 0; }), "d");
  EXPECT_EQ(refused([](auto&, auto&, auto& labels, auto&) { labels.pop_back(); }), "labels");
  EXPECT_EQ(refused([](auto&, auto&, auto& labels, auto&) { labels[0] = kSide; }), "labels");
  EXPECT_EQ(refused([](auto&, auto&, auto& labels, auto&) { labels[0] = -1; }), "labels");
  EXPECT_EQ(refused([](auto&, auto&, auto&, auto& settings) { settings.classes = 1; }), "classes");
  EXPECT_EQ(refused([](auto&, auto&, auto&, auto& settings) { settings.width = 0; }), "width");
  EXPECT_EQ(refused([](auto&, auto&, auto&, auto& settings) { settings.steps = 0; }), "steps");
  EXPECT_EQ(proofground::test::refused_field([&] { (void)trained(1, 1).classify({1, 2, 3}); }), "images");
}

}  // namespace
}  // namespace proofground::digits
