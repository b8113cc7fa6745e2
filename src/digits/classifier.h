// A small classifier of images, to judge others' images by.
//
//   p(c | x)  = softmax(y)_c = exp(y_c) / sum_k exp(y_k),    y = MLP(2 x - 1)      the MLP of nn/mlp.h, two hidden layers
//   loss      = -(1/B) sum_i log p(label_i | x_i + noise_i),   noise ~ N(0, kPixelNoise^2)
//   dloss/dy  = (p - onehot(label)) / B
//
// Adam's steps; the running mean of the weights classifies. Noise on the pixels keeps it from learning a few hundred images by
// heart. Seeded: the same images, settings and seed give the same bytes everywhere (nn/lanes.h), so that a fixed seed is a frozen
// classifier.
//
// Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990), for the softmax.
//
// No convolution: images of a few pixels. No early stop, no calibration of p.
#pragma once

#include <cstdint>
#include <vector>

#include "nn/mlp.h"

namespace proofground::digits {

inline constexpr int kMostPixels = 4096, kMostClasses = 100;

struct ClassifierSettings {
  int classes = 10;  ///< 2..kMostClasses
  int width = 64;    ///< 1..512
  int steps = 1000;  ///< 1..1e5
  std::uint64_t seed = 1;
};

struct Classified {
  std::vector<int> label;           ///< (m) the likeliest class, the first of equal ones
  std::vector<double> probability;  ///< (m x classes)
};

class Classifier {
 public:
  /// @param images (n x d) pixels 0..1 @param labels (n)
  /// @throws InvalidArgument  fields d, images, labels, classes, width, steps
  static Classifier train(const std::vector<double>& images, int d, const std::vector<int>& labels,
                          const ClassifierSettings& settings);

  /// What save() gave. @param field how refusals name the bytes @throws InvalidArgument  bytes that are no classifier, of another
  /// version, damaged, with sizes out of range or values that are not finite
  static Classifier load(const std::vector<std::uint8_t>& bytes, const char* field);
  [[nodiscard]] std::vector<std::uint8_t> save() const;

  [[nodiscard]] int d() const { return mlp_.shape().in; }
  [[nodiscard]] int classes() const { return mlp_.shape().out; }

  /// @param images (m x d), pixels of any size up to 1e6 @throws InvalidArgument  field images
  [[nodiscard]] Classified classify(const std::vector<double>& images) const;

 private:
  explicit Classifier(const nn::MlpShape& shape);

  nn::Mlp mlp_;
  std::vector<float> weights_;  // (mlp_.size())
};

/// The loss of a batch, and its derivative by y. @param y (rows x classes) in panels @param labels (rows)
/// @param dy (rows x classes) in panels, whose padding stays as it is
double softmax_cross_entropy(const float* y, int rows, int classes, const int* labels, float* dy);

/// exp(y_c - max y) / sum, in double: the same bits everywhere. @param y (classes), overwritten
void softmax(std::vector<double>& y);

}  // namespace proofground::digits
