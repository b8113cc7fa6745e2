// The dense layer, y = x W + b, and the gradients of its parameters and of its input.
//
//   forward    y  = x W + b
//   backward   dW = x' dy
//              db = sum over examples of dy
//              dx = dy W'
//
// The class knows the layout only: W (in x out) in panels (panels.h), then b. Parameters are one array of floats that
// the caller owns, as are their gradients; every place is counted from that array's begin, so that a network, or two
// networks that are trained together, are a list of layers over one array. Padding holds zeros, and every operation
// here keeps it so. Nothing is allocated. Source of the products: product.h.
//
// dx is a step of its own, as the first layer of most networks needs none. No activation: activation.h.
#pragma once

#include <cstddef>
#include <vector>

#include "core/rng.h"
#include "nn/panels.h"
#include "nn/product.h"

namespace proofground::nn {

class Dense {
 public:
  /// @param in, out units, 1 or more each  @param first where its parameters begin in the array
  Dense(int in, int out, std::size_t first);

  [[nodiscard]] int in() const { return in_; }
  [[nodiscard]] int out() const { return out_; }
  /// Where its parameters end in the array, padding included: the next layer may begin there.
  [[nodiscard]] std::size_t end() const { return bias_ + padded(out_); }
  /// Where a weight, or a bias, is in the array.
  [[nodiscard]] std::size_t weight_at(int in, int out) const { return weights_ + place(padded(in_), in, out); }
  [[nodiscard]] std::size_t bias_at(int out) const { return bias_ + out; }
  /// Floats that the transposed weights take.
  [[nodiscard]] std::size_t transposed_size() const { return panel_size(padded(out_), in_); }

  /// Weights uniform with variance 1 / in (LeCun), biases and padding 0.
  void initialise(Rng& rng, float* parameters) const;

  /// Whether its padding holds zeros.
  [[nodiscard]] bool is_padded_with_zeros(const float* parameters) const;

  /// y = x W + b. @param x (rows x in) @param y (rows x out)
  void forward(const float* parameters, const float* x, int rows, float* y) const;
  /// dW and db into their places. @param x (rows x in) @param dy (rows x out)
  void backward(const float* x, const float* dy, int rows, float* gradient) const;

  /// W', for as many calls of backward_input() as the weights stay the same. @param to (transposed_size)
  void transpose(const float* parameters, float* to) const;
  /// dx = dy W'. @param transposed of transpose() @param dy (rows x out) @param dx (rows x in)
  void backward_input(const float* transposed, const float* dy, int rows, float* dx) const;

  /// y = x W + b where x has its first inputs only, whole panels of them, and b may be another.
  /// @param x (rows x leading) @param bias (out, padded) @param y (rows x out)
  void forward_leading(const float* parameters, const float* x, int rows, int leading, const float* bias,
                       float* y) const;
  /// bias = b + what inputs that all examples share add to y, which are those from `leading` on.
  /// @param shared (in - leading) @param bias (out, padded)
  void bias_with_shared(const float* parameters, const float* shared, int leading, float* bias) const;

 private:
  int in_, out_;
  std::size_t weights_, bias_;  // where they begin
};

/// Whether the padding of every layer holds zeros.
bool are_padded_with_zeros(const std::vector<Dense>& layers, const std::vector<float>& parameters);

}  // namespace proofground::nn
