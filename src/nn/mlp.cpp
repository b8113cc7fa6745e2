#include "nn/mlp.h"

#include <algorithm>

#include "nn/activation.h"

namespace proofground::nn {

Mlp::Mlp(const MlpShape& shape, std::size_t first) : shape_(shape), first_(first) {
  std::size_t at = first;
  for (int l = 0; l <= shape.depth; ++l) {
    layers_.emplace_back(l == 0 ? shape.in : shape.width, l == shape.depth ? shape.out : shape.width, at);
    at = layers_.back().end();
  }
}

void Mlp::initialise(Rng& rng, float* parameters) const {
  std::fill(parameters + first_, parameters + end(), 0.0F);
  for (int l = 0; l < shape_.depth; ++l) layers_[l].initialise(rng, parameters);
}

Tape Mlp::tape(int rows, InputGradient input) const {
  Tape tape;
  tape.rows = rows;
  tape.x.resize(panel_size(rows, shape_.in));
  const std::size_t hidden = panel_size(rows, shape_.width), last = panel_size(rows, shape_.out);
  tape.h.assign(shape_.depth, std::vector<float>(hidden));
  tape.slope = tape.h;
  tape.y.resize(last);
  tape.dy.resize(last);
  if (input == InputGradient::yes) tape.dx.resize(tape.x.size());
  tape.dz.resize(hidden);
  tape.dz_below.resize(hidden);
  std::size_t largest = 0;
  for (std::size_t l = input == InputGradient::yes ? 0 : 1; l < layers_.size(); ++l)
    largest = std::max(largest, layers_[l].transposed_size());
  tape.transposed.resize(largest);
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
  for (int l = 0; l < shape_.depth; ++l) {
    layers_[l].forward(parameters, below, tape.rows, tape.h[l].data());
    silu(tape.h[l].data(), tape.slope[l].data(), tape.h[l].size());
    below = tape.h[l].data();
  }
  layers_.back().forward(parameters, below, tape.rows, tape.y.data());
}

void Mlp::backward(const float* parameters, Tape& tape, float* gradient) const {
  const float* dz = tape.dy.data();
  for (int l = shape_.depth; l > 0; --l) {
    const Dense& layer = layers_[l];
    layer.backward(tape.h[l - 1].data(), dz, tape.rows, gradient);
    layer.transpose(parameters, tape.transposed.data());
    layer.backward_input(tape.transposed.data(), dz, tape.rows, tape.dz_below.data());
    activation_backward(tape.dz_below.data(), tape.slope[l - 1].data(), tape.dz_below.size());
    std::swap(tape.dz, tape.dz_below);
    dz = tape.dz.data();
  }
  layers_.front().backward(tape.x.data(), dz, tape.rows, gradient);
  if (tape.dx.empty()) return;
  layers_.front().transpose(parameters, tape.transposed.data());
  layers_.front().backward_input(tape.transposed.data(), dz, tape.rows, tape.dx.data());
}

void Mlp::finish(const float* parameters, Scratch& scratch, int rows) const {
  const std::size_t hidden = panel_size(rows, shape_.width);
  silu(scratch.h.data(), hidden);
  for (int l = 1; l < shape_.depth; ++l) {
    layers_[l].forward(parameters, scratch.h.data(), rows, scratch.h2.data());
    silu(scratch.h2.data(), hidden);
    std::swap(scratch.h, scratch.h2);
  }
  layers_.back().forward(parameters, scratch.h.data(), rows, scratch.y.data());
}

void Mlp::predict(const float* parameters, Scratch& scratch, int rows) const {
  layers_.front().forward(parameters, scratch.x.data(), rows, scratch.h.data());
  finish(parameters, scratch, rows);
}

void Mlp::predict_varying(const float* parameters, Scratch& scratch, int rows, int varying) const {
  layers_.front().forward_leading(parameters, scratch.x.data(), rows, varying, scratch.bias.data(), scratch.h.data());
  finish(parameters, scratch, rows);
}

void Mlp::first_bias(const float* parameters, const float* shared, int varying, Scratch& scratch) const {
  layers_.front().bias_with_shared(parameters, shared, varying, scratch.bias.data());
}

}  // namespace proofground::nn
