// Compiled for speed: the steps of a training that a page waits for.
#include "digits/classifier.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/bytes.h"
#include "core/exp.h"
#include "core/require.h"
#include "core/rng.h"
#include "nn/lanes.h"
#include "nn/panels.h"
#include "nn/train_state.h"

namespace proofground::digits {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'I', 'C'};
constexpr std::uint32_t kVersion = 1;
constexpr int kDepth = 2, kBatch = 64, kMostWidth = 512, kMostImages = 100'000;
constexpr double kRate = 4e-3, kDecay = 0.98, kPixelNoise = 0.15, kLargestPixel = 1e6;

float input_of(double pixel) { return static_cast<float>(2 * pixel - 1); }

void require_range(int value, int least, int most, const char* field, const char* expected) {
  require(value >= least && value <= most, field, expected, value);
}

void require_shape(const nn::MlpShape& shape, const char* d, const char* classes, const char* width) {
  require_range(shape.in, 1, kMostPixels, d, "a whole number from 1 to 4096");
  require_range(shape.out, 2, kMostClasses, classes, "a whole number from 2 to 100");
  require_range(shape.width, 1, kMostWidth, width, "a whole number from 1 to 512");
}

void require_images(const std::vector<double>& images, int d) {
  require(!images.empty() && images.size() % d == 0 && images.size() / d <= kMostImages, "images",
          "d numbers for each of 1 to 100000 images", static_cast<double>(images.size()));
  for (const double pixel : images)
    require(std::abs(pixel) <= kLargestPixel, "images", "pixels of at most 1e6 in size", pixel);
}

}  // namespace

double softmax_cross_entropy(const float* y, int rows, int classes, const int* labels, float* dy) {
  std::array<float, nn::padded(kMostClasses)> e{};
  const float share = 1 / static_cast<float>(rows);
  const int lanes = nn::padded(classes);
  double loss = 0;
  for (int i = 0; i < rows; ++i) {
    float largest = y[nn::place(rows, i, 0)];
    for (int c = 1; c < classes; ++c) largest = std::max(largest, y[nn::place(rows, i, c)]);
    for (int c = 0; c < classes; ++c) e[c] = y[nn::place(rows, i, c)] - largest;
    const double of_label = e[labels[i]];
    for (int c = 0; c < lanes; c += nn::kLanes) nn::store(&e[c], nn::exp(nn::load(&e[c])));
    float sum = 0;
    for (int c = 0; c < classes; ++c) sum += e[c];
    loss += portable_log(sum) - of_label;
    for (int c = 0; c < classes; ++c) dy[nn::place(rows, i, c)] = share * (e[c] / sum - (c == labels[i] ? 1.0F : 0.0F));
  }
  return loss / rows;
}

void softmax(std::vector<double>& y) {
  const double largest = *std::max_element(y.begin(), y.end());
  double sum = 0;
  for (double& value : y) sum += value = exp_below_zero(value - largest);
  for (double& value : y) value /= sum;
}

Classifier::Classifier(const nn::MlpShape& shape) : mlp_(shape), weights_(mlp_.size()) {}

Classifier Classifier::train(const std::vector<double>& images, int d, const std::vector<int>& labels,
                             const ClassifierSettings& settings) {
  const nn::MlpShape shape{d, settings.classes, settings.width, kDepth};
  require_shape(shape, "d", "classes", "width");
  require_images(images, d);
  const int n = static_cast<int>(images.size()) / d;
  require(labels.size() == static_cast<std::size_t>(n), "labels", "one for each image",
          static_cast<double>(labels.size()));
  for (const int label : labels)
    require(label >= 0 && label < settings.classes, "labels", "classes from 0 to classes - 1", label);
  require_range(settings.steps, 1, 100'000, "steps", "a whole number from 1 to 100000");

  Rng rng(settings.seed);
  Classifier result(shape);
  std::vector<float> weights(result.mlp_.size()), gradient(weights.size());
  result.mlp_.initialise(rng, weights.data());
  nn::TrainState state(weights.size(), kDecay, rng);
  nn::Tape tape = result.mlp_.tape(kBatch);
  std::vector<int> drawn(kBatch);
  for (int step = 0; step < settings.steps; ++step) {
    for (int i = 0; i < kBatch; ++i) {
      const int k = state.rng.below(n);
      drawn[i] = labels[k];
      for (int c = 0; c < d; ++c)
        tape.x[nn::place(kBatch, i, c)] =
            input_of(images[static_cast<std::size_t>(k) * d + c] + kPixelNoise * state.rng.normal());
    }
    result.mlp_.forward(weights.data(), tape);
    softmax_cross_entropy(tape.y.data(), kBatch, settings.classes, drawn.data(), tape.dy.data());
    result.mlp_.backward(weights.data(), tape, gradient.data());
    state.step(kRate, gradient.data(), weights, result.weights_);
  }
  return result;
}

Classified Classifier::classify(const std::vector<double>& images) const {
  require_images(images, d());
  const int m = static_cast<int>(images.size()) / d();
  Classified result;
  result.label.reserve(m);
  result.probability.reserve(static_cast<std::size_t>(m) * classes());
  nn::Scratch scratch = mlp_.scratch();
  std::vector<double> y(classes());
  for (int done = 0; done < m; done += nn::Scratch::kRows) {
    const int rows = std::min(nn::Scratch::kRows, m - done);
    for (int i = 0; i < rows; ++i)
      for (int c = 0; c < d(); ++c)
        scratch.x[nn::place(rows, i, c)] = input_of(images[static_cast<std::size_t>(done + i) * d() + c]);
    mlp_.predict(weights_.data(), scratch, rows);
    for (int i = 0; i < rows; ++i) {
      for (int c = 0; c < classes(); ++c) y[c] = scratch.y[nn::place(rows, i, c)];
      softmax(y);
      result.label.push_back(static_cast<int>(std::max_element(y.begin(), y.end()) - y.begin()));
      result.probability.insert(result.probability.end(), y.begin(), y.end());
    }
  }
  return result;
}

std::vector<std::uint8_t> Classifier::save() const {
  ByteWriter out(kTag, kVersion);
  for (const int value : {mlp_.shape().in, mlp_.shape().out, mlp_.shape().width})
    out.value(static_cast<std::int32_t>(value));
  out.floats(weights_);
  return out.finish();
}

Classifier Classifier::load(const std::vector<std::uint8_t>& bytes, const char* field) {
  ByteReader in(bytes, kTag, kVersion, field);
  nn::MlpShape shape;
  shape.in = in.value<std::int32_t>();
  shape.out = in.value<std::int32_t>();
  shape.width = in.value<std::int32_t>();
  shape.depth = kDepth;
  require_shape(shape, field, field, field);
  require(in.left() == nn::Mlp(shape).size() * sizeof(float), field, "as many weights as the sizes say",
          static_cast<double>(in.left()));
  Classifier result(shape);
  in.floats(result.weights_);
  require(result.mlp_.is_padded_with_zeros(result.weights_), field, "zeros as padding", "other numbers");
  in.finish();
  return result;
}

}  // namespace proofground::digits
