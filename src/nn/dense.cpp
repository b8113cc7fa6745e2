#include "nn/dense.h"

#include <algorithm>
#include <cmath>

namespace proofground::nn {

Dense::Dense(int in, int out, std::size_t first)
    : in_(in), out_(out), weights_(first), bias_(first + panel_size(padded(in), out)) {}

void Dense::initialise(Rng& rng, float* parameters) const {
  std::fill(parameters + weights_, parameters + end(), 0.0F);
  const double limit = std::sqrt(3.0 / in_);
  for (int i = 0; i < in_; ++i)
    for (int o = 0; o < out_; ++o) parameters[weight_at(i, o)] = static_cast<float>(rng.uniform(-limit, limit));
}

bool Dense::is_padded_with_zeros(const float* parameters) const {
  for (int o = 0; o < padded(out_); ++o) {
    for (int i = 0; i < padded(in_); ++i)
      if ((i >= in_ || o >= out_) && parameters[weight_at(i, o)] != 0) return false;
    if (o >= out_ && parameters[bias_at(o)] != 0) return false;
  }
  return true;
}

void Dense::forward(const float* parameters, const float* x, int rows, float* y) const {
  forward_leading(parameters, x, rows, in_, parameters + bias_, y);
}

void Dense::backward(const float* x, const float* dy, int rows, float* gradient) const {
  product_of_columns(x, dy, rows, padded(in_), padded(out_), gradient + weights_);
  column_sums(dy, rows, padded(out_), gradient + bias_);
}

void Dense::transpose(const float* parameters, float* to) const {
  nn::transpose(parameters + weights_, padded(in_), padded(out_), to);
}

void Dense::backward_input(const float* transposed, const float* dy, int rows, float* dx) const {
  product(dy, rows, {transposed, padded(out_), padded(in_), padded(out_)}, nullptr, dx);
}

void Dense::forward_leading(const float* parameters, const float* x, int rows, int leading, const float* bias,
                            float* y) const {
  product(x, rows, {parameters + weights_, padded(leading), padded(out_), padded(in_)}, bias, y);
}

void Dense::bias_with_shared(const float* parameters, const float* shared, int leading, float* bias) const {
  std::copy_n(parameters + bias_, padded(out_), bias);
  for (int i = leading; i < in_; ++i)
    for (int o = 0; o < out_; ++o) bias[o] += shared[i - leading] * parameters[weight_at(i, o)];
}

bool are_padded_with_zeros(const std::vector<Dense>& layers, const std::vector<float>& parameters) {
  return std::all_of(layers.begin(), layers.end(),
                     [&](const Dense& layer) { return layer.is_padded_with_zeros(parameters.data()); });
}

}  // namespace proofground::nn
