// The network that learns eps: (x, t) -> eps_theta.
//
//   eps_theta(x, t) = MLP(x, embedding(t / T))      the MLP of nn/mlp.h, the embedding of embedding.h
//
// Time is t / T, so that a network does not depend on how many steps there are; that alpha_bar as a function of t / T
// is the one it was trained with is the caller's to see to. Float inside; one seed gives the same bits everywhere
// (nn/lanes.h).
//
// Source: Ho, Jain and Abbeel (2020), appendix B.
//
// No attention, no normalisation, no convolution: data of a few coordinates.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytes.h"
#include "core/rng.h"
#include "diffusion/embedding.h"
#include "nn/mlp.h"

namespace proofground::diffusion {

struct DenoiserShape {
  int d = 2;  ///< 1..16
  Embedding embedding = Embedding::sinusoidal;
  int features = 32;  ///< of the embedding; even, 2..256
  int width = 128;    ///< 1..512
  int depth = 3;      ///< hidden layers, 1..8
  bool operator==(const DenoiserShape&) const = default;
};

/// @throws InvalidArgument  a value out of its range; fields d, features, width, depth
void require_valid(const DenoiserShape& shape);

class Denoiser {
 public:
  /// Frequencies and weights are drawn; predicts 0 as long as it has learnt nothing.
  /// @throws InvalidArgument  as require_valid
  Denoiser(const DenoiserShape& shape, Rng& rng);

  /// What save() gave. @param field how refusals name the bytes
  /// @throws InvalidArgument  bytes that are no network, of another version, damaged, with a shape out of range or
  /// values that are not finite
  static Denoiser load(const std::vector<std::uint8_t>& bytes, const char* field);
  [[nodiscard]] std::vector<std::uint8_t> save() const;

  [[nodiscard]] const DenoiserShape& shape() const { return shape_; }
  [[nodiscard]] const nn::Mlp& mlp() const { return mlp_; }
  [[nodiscard]] std::vector<float>& weights() { return weights_; }
  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }
  [[nodiscard]] const std::vector<float>& frequencies() const { return frequencies_; }

  /// @param u t / T, in [0, 1]  @param out (features)
  void embed(double u, float* out) const { diffusion::embed(frequencies_, u, out); }

  /// eps_theta at m places and one time. @param x (m x d) @param u t / T @param eps (m x d), may be x
  /// @param scratch of mlp().scratch()
  void predict(const double* x, int m, double u, nn::Scratch& scratch, double* eps) const;

  /// Shape, frequencies and weights, without a header of their own: for states that hold a network.
  void write(ByteWriter& out) const;
  static Denoiser read(ByteReader& in, const char* field);

 private:
  explicit Denoiser(const DenoiserShape& shape);

  DenoiserShape shape_;
  nn::Mlp mlp_;
  std::vector<float> frequencies_;  // (features / 2) angles at u = 1
  std::vector<float> weights_;      // (mlp.size())
};

}  // namespace proofground::diffusion
