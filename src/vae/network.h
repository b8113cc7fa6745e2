// The variational autoencoder: two networks, the distributions that they say, and their files.
//
//   encoder    (mu, r) = MLP(x, c)                    q(z | x) = N(mu, diag(exp(v))),  v = 20 tanh(r / 20)
//   decoder    o = MLP(z, c)                          p(z) = N(0, I)
//   bernoulli  p(x | z): pixels with means sigmoid(o)    (likelihood.h; x may be any number from 0 to 1)
//   gaussian   p(x | z) = N(o, s2 I),  s2 given
//
// c is the class as a one-hot list, where the network is told classes. Both are the MLP of nn/mlp.h; without hidden
// layers (depth 0) they are linear, and the model is probabilistic PCA. The log variance v is held between -20 and 20 by
// that tanh, smoothly, so that its exponential is far from the ends of float; its slope is part of the gradient (pass.h).
//
// Both networks are in one array of parameters, the encoder first. Float inside; one seed gives the same bits everywhere
// (nn/lanes.h). What is read from a file is checked value by value.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), appendix C; Sohn, Lee and Yan, "Learning structured
// output representation using deep conditional generative models" (2015), for the class.
//
// No learned noise of the decoder, no full covariance of q.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/bytes.h"
#include "core/rng.h"
#include "nn/mlp.h"
#include "vae/likelihood.h"

namespace proofground::vae {

struct NetworkShape {
  int dx = 64;      ///< 1..1024
  int dz = 2;       ///< 1..64
  int width = 128;  ///< 1..512
  int depth = 1;    ///< hidden layers of each network, 0..8
  int classes = 0;  ///< 0: told none; or 2..64
  Likelihood likelihood = Likelihood::bernoulli;
  double noise_var = 1;  ///< s2, 1e-6..1e6; 1 of a Bernoulli likelihood
  bool operator==(const NetworkShape&) const = default;
};

/// Bound of the log variance.
inline constexpr float kLogVarBound = 20;

/// @throws InvalidArgument  a value out of its range; fields dx, dz, width, depth, classes, noiseVar
void require_valid(const NetworkShape& shape);

/// q(z | x) of m points, (m x dz) each.
struct Codes {
  std::vector<double> mu, log_var;
};

/// What the decoder says of m places, in the form that likelihood.h needs.
struct Outputs {
  std::vector<double> natural;        ///< (m x dx) o
  std::vector<double> log_partition;  ///< (m)
};

class Network {
 public:
  /// Every weight is drawn; biases are 0. @throws InvalidArgument  as require_valid
  Network(const NetworkShape& shape, Rng& rng);

  /// What save() gave. @param field how refusals name the bytes
  /// @throws InvalidArgument  bytes that are no network, of another version, damaged, with a shape out of range or values
  /// that are not finite
  static Network load(const std::vector<std::uint8_t>& bytes, const char* field);
  [[nodiscard]] std::vector<std::uint8_t> save() const;
  /// Shape and weights, without a header of their own: for states that hold a network.
  void write(ByteWriter& out) const;
  static Network read(ByteReader& in, const char* field);

  [[nodiscard]] const NetworkShape& shape() const { return shape_; }
  [[nodiscard]] const nn::Mlp& encoder() const { return encoder_; }
  [[nodiscard]] const nn::Mlp& decoder() const { return decoder_; }
  [[nodiscard]] std::vector<float>& weights() { return weights_; }
  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }
  /// Weights and biases of both, without padding.
  [[nodiscard]] int parameters() const;
  [[nodiscard]] bool is_padded_with_zeros(const std::vector<float>& parameters) const {
    return encoder_.is_padded_with_zeros(parameters) && decoder_.is_padded_with_zeros(parameters);
  }

  /// @param x (m x dx) @param labels (m), or empty where no classes are told @throws InvalidArgument  fields x, labels
  [[nodiscard]] Codes encode(const std::vector<double>& x, const std::vector<int>& labels) const;
  /// @param z (m x dz) @param labels as encode @throws InvalidArgument  fields z, labels
  [[nodiscard]] Outputs decode(const std::vector<double>& z, const std::vector<int>& labels) const;
  /// (m x dx) means of p(x | z).
  [[nodiscard]] std::vector<double> means(const Outputs& outputs) const { return likelihood().means(outputs.natural); }
  [[nodiscard]] LikelihoodTerms likelihood() const { return {shape_.likelihood, shape_.dx, shape_.noise_var}; }

 private:
  explicit Network(const NetworkShape& shape);

  NetworkShape shape_;
  nn::Mlp encoder_, decoder_;
  std::vector<float> weights_;
};

/// Whole points, finite, and such as the likelihood can have. @throws InvalidArgument, fields x, labels
void require_points(const NetworkShape& shape, const std::vector<double>& x, const std::vector<int>& labels);

}  // namespace proofground::vae
