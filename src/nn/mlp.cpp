#include "nn/mlp.h"

#include <algorithm>
#include <cmath>

#include "nn/panels.h"
#include "nn/product.h"
#include "nn/silu.h"

namespace proofground::nn {

int Mlp::Layer::rows() const { return padded(in); }
int Mlp::Layer::columns() const { return padded(out); }

Mlp::Mlp(const MlpShape& shape) : shape_(shape) {
  for (int l = 0; l <= shape.depth; ++l) {
    Layer layer{l == 0 ? shape.in : shape.width, l == shape.depth ? shape.out : shape.width, size_, 0};
    layer.bias = layer.weights + static_cast<std::size_t>(layer.rows()) * layer.columns();
    size_ = layer.bias + layer.columns();
    layers_.push_back(layer);
  }
}

std::size_t Mlp::weight_at(int layer, int in, int out) const {
  return layers_[layer].weights + place(layers_[layer].rows(), in, out);
}

void Mlp::initialise(Rng& rng, float* parameters) const {
  std::fill(parameters, parameters + size_, 0.0F);
  for (int l = 0; l + 1 < layers(); ++l) {
    const double reach = std::sqrt(3.0 / layers_[l].in);
    for (int i = 0; i < layers_[l].in; ++i)
      for (int o = 0; o < layers_[l].out; ++o)
        parameters[weight_at(l, i, o)] = static_cast<float>(rng.uniform(-reach, reach));
  }
}

bool Mlp::is_padded_with_zeros(const std::vector<float>& parameters) const {
  for (int l = 0; l < layers(); ++l) {
    const Layer& layer = layers_[l];
    for (int o = 0; o < layer.columns(); ++o) {
      for (int i = 0; i < layer.rows(); ++i)
        if ((i >= layer.in || o >= layer.out) && parameters[weight_at(l, i, o)] != 0) return false;
      if (o >= layer.out && parameters[bias_at(l, o)] != 0) return false;
    }
  }
  return true;
}

Tape Mlp::tape(int rows) const {
  Tape tape;
  tape.rows = rows;
  tape.x.resize(panel_size(rows, shape_.in));
  const std::size_t hidden = panel_size(rows, shape_.width), last = panel_size(rows, shape_.out);
  tape.h.assign(shape_.depth, std::vector<float>(hidden));
  tape.slope = tape.h;
  tape.y.resize(last);
  tape.dy.resize(last);
  tape.dz.resize(hidden);
  tape.dz_below.resize(hidden);
  tape.transposed.resize(static_cast<std::size_t>(padded(shape_.width)) *
                         std::max(padded(shape_.width), padded(shape_.out)));
  return tape;
}

Scratch Mlp::scratch() const {
  Scratch scratch;
  scratch.x.resize(panel_size(Scratch::kRows, shape_.in));
  scratch.h.resize(panel_size(Scratch::kRows, shape_.width));
  scratch.h2 = scratch.h;
  scratch.y.resize(panel_size(Scratch::kRows, shape_.out));
  scratch.bias.resize(padded(shape_.width));
  return scratch;
}

void Mlp::forward(const float* parameters, Tape& tape) const {
  const float* below = tape.x.data();
  for (int l = 0; l < layers(); ++l) {
    const Layer& layer = layers_[l];
    const bool last = l == shape_.depth;
    float* above = last ? tape.y.data() : tape.h[l].data();
    product(below, tape.rows, {parameters + layer.weights, layer.rows(), layer.columns(), layer.rows()},
            parameters + layer.bias, above);
    if (!last) silu(above, tape.slope[l].data(), tape.h[l].size());
    below = above;
  }
}

void Mlp::backward(const float* parameters, Tape& tape, float* gradient) const {
  const float* dz = tape.dy.data();
  for (int l = shape_.depth; l >= 0; --l) {
    const Layer& layer = layers_[l];
    const float* below = l == 0 ? tape.x.data() : tape.h[l - 1].data();
    product_of_columns(below, dz, tape.rows, layer.rows(), layer.columns(), gradient + layer.weights);
    column_sums(dz, tape.rows, layer.columns(), gradient + layer.bias);
    if (l == 0) break;
    transpose(parameters + layer.weights, layer.rows(), layer.columns(), tape.transposed.data());
    product(dz, tape.rows, {tape.transposed.data(), layer.columns(), layer.rows(), layer.columns()}, nullptr,
            tape.dz_below.data());
    silu_backward(tape.dz_below.data(), tape.slope[l - 1].data(), tape.dz_below.size());
    std::swap(tape.dz, tape.dz_below);
    dz = tape.dz.data();
  }
}

void Mlp::finish(const float* parameters, Scratch& scratch, int rows) const {
  const std::size_t hidden = panel_size(rows, shape_.width);
  silu(scratch.h.data(), hidden);
  for (int l = 1; l < layers(); ++l) {
    const Layer& layer = layers_[l];
    const bool last = l == shape_.depth;
    product(scratch.h.data(), rows, {parameters + layer.weights, layer.rows(), layer.columns(), layer.rows()},
            parameters + layer.bias, last ? scratch.y.data() : scratch.h2.data());
    if (last) break;
    silu(scratch.h2.data(), hidden);
    std::swap(scratch.h, scratch.h2);
  }
}

void Mlp::predict(const float* parameters, Scratch& scratch, int rows) const {
  const Layer& first = layers_.front();
  product(scratch.x.data(), rows, {parameters + first.weights, first.rows(), first.columns(), first.rows()},
          parameters + first.bias, scratch.h.data());
  finish(parameters, scratch, rows);
}

void Mlp::predict_varying(const float* parameters, Scratch& scratch, int rows, int varying) const {
  const Layer& first = layers_.front();
  product(scratch.x.data(), rows, {parameters + first.weights, padded(varying), first.columns(), first.rows()},
          scratch.bias.data(), scratch.h.data());
  finish(parameters, scratch, rows);
}

void Mlp::first_bias(const float* parameters, const float* shared, int varying, Scratch& scratch) const {
  const Layer& first = layers_.front();
  std::copy_n(parameters + first.bias, first.columns(), scratch.bias.data());
  for (int i = varying; i < first.in; ++i)
    for (int o = 0; o < first.out; ++o) scratch.bias[o] += shared[i - varying] * parameters[weight_at(0, i, o)];
}

}  // namespace proofground::nn
