// Compiled for speed: the network, for every image in every step.
#include "digits/denoiser.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/require.h"
#include "diffusion/embedding.h"
#include "nn/panels.h"

namespace proofground::digits {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'D', 'G'};
constexpr std::uint32_t kVersion = 1;

void require_range(int value, int least, int most, const char* field, const char* expected) {
  require(value >= least && value <= most, field, expected, value);
}

DenoiserShape valid(const DenoiserShape& shape) {
  require_valid(shape);
  return shape;
}

std::vector<float> sinusoidal(int features) {
  Rng none(0);  // nothing is drawn
  return diffusion::frequencies_of(diffusion::Embedding::sinusoidal, features, none);
}

}  // namespace

void require_valid(const DenoiserShape& shape) {
  require_range(shape.d, 1, 256, "d", "a whole number from 1 to 256");
  require_range(shape.classes, 1, 32, "classes", "a whole number from 1 to 32");
  diffusion::require_features(shape.features);
  require_range(shape.width, 1, 512, "width", "a whole number from 1 to 512");
  require_range(shape.depth, 1, 8, "depth", "a whole number from 1 to 8");
}

Denoiser::Denoiser(const DenoiserShape& shape)
    : shape_(valid(shape)),
      mlp_({shape.d + shape.classes + shape.features, shape.d, shape.width, shape.depth}),
      frequencies_(sinusoidal(shape.features)),
      weights_(mlp_.size()) {}

Denoiser::Denoiser(const DenoiserShape& shape, Rng& rng) : Denoiser(shape) { mlp_.initialise(rng, weights_.data()); }

int Denoiser::parameters() const {
  int count = 0;
  for (const nn::Dense& layer : mlp_.layers()) count += (layer.in() + 1) * layer.out();
  return count;
}

void Denoiser::embed(double u, float* out) const { diffusion::embed(frequencies_, u, out); }

void Denoiser::v(const double* x, const int* label, int m, double u, nn::Scratch& scratch, double* v) const {
  std::array<float, diffusion::kMostFeatures> shared{};
  embed(u, shared.data());
  const int d = shape_.d, varying = d + shape_.classes;
  mlp_.first_bias(weights_.data(), shared.data(), varying, scratch);
  for (int done = 0; done < m; done += nn::Scratch::kRows) {
    const int rows = std::min(nn::Scratch::kRows, m - done);
    std::fill_n(scratch.x.begin(), nn::panel_size(rows, varying), 0.0F);
    for (int i = 0; i < rows; ++i) {
      const double* from = x + static_cast<std::size_t>(done + i) * d;
      for (int c = 0; c < d; ++c) scratch.x[nn::place(rows, i, c)] = static_cast<float>(from[c]);
      if (label[done + i] != kNoClass) scratch.x[nn::place(rows, i, d + label[done + i])] = 1;
    }
    mlp_.predict_varying(weights_.data(), scratch, rows, varying);
    for (int i = 0; i < rows; ++i)
      for (int c = 0; c < d; ++c) v[static_cast<std::size_t>(done + i) * d + c] = scratch.y[nn::place(rows, i, c)];
  }
}

void Denoiser::write_shape(ByteWriter& out) const {
  for (const int value : {shape_.d, shape_.classes, shape_.features, shape_.width, shape_.depth})
    out.value(static_cast<std::int32_t>(value));
}

DenoiserShape Denoiser::read_shape(ByteReader& in, const char* field) {
  DenoiserShape shape;
  for (int* value : {&shape.d, &shape.classes, &shape.features, &shape.width, &shape.depth})
    *value = in.value<std::int32_t>();
  try {
    require_valid(shape);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument(std::string(field) + "." + error.field(), error.expected(), error.got());
  }
  return shape;
}

void Denoiser::write(ByteWriter& out) const {
  write_shape(out);
  out.floats(weights_);
}

Denoiser Denoiser::read(ByteReader& in, const char* field) {
  Denoiser network(read_shape(in, field));
  in.floats(network.weights_);
  require(network.mlp_.is_padded_with_zeros(network.weights_), field, "zeros as padding", "other numbers");
  return network;
}

std::vector<std::uint8_t> Denoiser::save() const {
  ByteWriter out(kTag, kVersion);
  write(out);
  return out.finish();
}

Denoiser Denoiser::load(const std::vector<std::uint8_t>& bytes, const char* field) {
  ByteReader in(bytes, kTag, kVersion, field);
  Denoiser network = read(in, field);
  in.finish();
  return network;
}

}  // namespace proofground::digits
