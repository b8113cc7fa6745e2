// The network that learns the noise of images of several classes: (x, class, t) -> eps_theta.
//
//   v_theta(x, c, t)   = MLP(x, one-hot of c, embedding(t / T))           c = none: all zeros
//   eps_theta(x, c, t) = sqrt(1 - alpha_bar_t) x + sqrt(alpha_bar_t) v_theta
//   x0_theta(x, c, t)  = sqrt(alpha_bar_t) x - sqrt(1 - alpha_bar_t) v_theta
//
// What the MLP has to learn is v = sqrt(alpha_bar_t) eps - sqrt(1 - alpha_bar_t) x_0, which is as large at every t. eps
// itself is nearly x where there is much noise: 64 numbers would have to be carried through all layers unchanged. Both lines
// above are that one network, so x0_theta = (x - sqrt(1 - alpha_bar_t) eps_theta) / sqrt(alpha_bar_t), without the
// division.
//
// Time is t / T, the schedule is the caller's. Pixels are -1..1 here. Float inside; one seed gives the same bits everywhere
// (nn/lanes.h).
//
// Source: Salimans and Ho, "Progressive distillation for fast sampling of diffusion models" (2022), appendix D, for v;
// Ho and Salimans, "Classifier-free diffusion guidance" (2022), for the class that may be none. MLP: nn/mlp.h, embedding
// (sinusoidal): diffusion/embedding.h.
//
// No convolution, no attention: images of 8 x 8 pixels, whose pixels are features.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytes.h"
#include "core/rng.h"
#include "nn/mlp.h"

namespace proofground::digits {

/// The class of an image of which none is known.
inline constexpr int kNoClass = -1;

struct DenoiserShape {
  int d = 64;         ///< pixels, 1..256
  int classes = 10;   ///< 1..32
  int features = 32;  ///< of the embedding; even, 2..256
  int width = 192;    ///< 1..512
  int depth = 3;      ///< hidden layers, 1..8
  bool operator==(const DenoiserShape&) const = default;
};

/// @throws InvalidArgument  a value out of its range; fields d, classes, features, width, depth
void require_valid(const DenoiserShape& shape);

class Denoiser {
 public:
  /// Weights are drawn; v_theta is 0 as long as it has learnt nothing.
  /// @throws InvalidArgument  as require_valid
  Denoiser(const DenoiserShape& shape, Rng& rng);
  /// All weights 0.
  explicit Denoiser(const DenoiserShape& shape);

  /// What save() gave. @param field how refusals name the bytes
  /// @throws InvalidArgument  bytes that are no network, of another version, damaged, with a shape out of range or
  /// values that are not finite
  static Denoiser load(const std::vector<std::uint8_t>& bytes, const char* field);
  [[nodiscard]] std::vector<std::uint8_t> save() const;

  [[nodiscard]] const DenoiserShape& shape() const { return shape_; }
  [[nodiscard]] const nn::Mlp& mlp() const { return mlp_; }
  [[nodiscard]] std::vector<float>& weights() { return weights_; }
  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }
  /// Weights and biases, without padding.
  [[nodiscard]] int parameters() const;

  /// @param u t / T, in [0, 1]  @param out (features)
  void embed(double u, float* out) const;

  /// v_theta of m images at one time. @param x (m x d) @param label (m) 0..classes-1 or kNoClass @param u t / T
  /// @param scratch of mlp().scratch() @param v (m x d), may be x
  void v(const double* x, const int* label, int m, double u, nn::Scratch& scratch, double* v) const;

  /// Shape and weights, without a header of their own: for states that hold a network.
  void write(ByteWriter& out) const;
  static Denoiser read(ByteReader& in, const char* field);
  void write_shape(ByteWriter& out) const;
  /// @throws InvalidArgument  fields "<field>.d" and so on
  static DenoiserShape read_shape(ByteReader& in, const char* field);

 private:
  DenoiserShape shape_;
  nn::Mlp mlp_;
  std::vector<float> frequencies_;  // (features / 2) angles at u = 1
  std::vector<float> weights_;      // (mlp.size())
};

}  // namespace proofground::digits
