// Compiled for speed: the network, for every particle in every step.
#include "diffusion/denoiser.h"

#include <algorithm>
#include <array>

#include "core/require.h"
#include "nn/panels.h"

namespace proofground::diffusion {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'D', 'N'};
constexpr std::uint32_t kVersion = 1;

void require_range(int value, int least, int most, const char* field, const char* expected) {
  require(value >= least && value <= most, field, expected, value);
}

DenoiserShape valid(const DenoiserShape& shape) {
  require_valid(shape);
  return shape;
}

}  // namespace

void require_valid(const DenoiserShape& shape) {
  require_range(shape.d, 1, 16, "d", "a whole number from 1 to 16");
  require_features(shape.features);
  require_range(shape.width, 1, 512, "width", "a whole number from 1 to 512");
  require_range(shape.depth, 1, 8, "depth", "a whole number from 1 to 8");
}

Denoiser::Denoiser(const DenoiserShape& shape)
    : shape_(valid(shape)),
      mlp_({shape.d + shape.features, shape.d, shape.width, shape.depth}),
      frequencies_(shape.features / 2),
      weights_(mlp_.size()) {}

Denoiser::Denoiser(const DenoiserShape& shape, Rng& rng) : Denoiser(shape) {
  frequencies_ = frequencies_of(shape.embedding, shape.features, rng);
  mlp_.initialise(rng, weights_.data());
}

void Denoiser::predict(const double* x, int m, double u, nn::Scratch& scratch, double* eps) const {
  std::array<float, kMostFeatures> shared{};
  embed(u, shared.data());
  const int d = shape_.d;
  mlp_.first_bias(weights_.data(), shared.data(), d, scratch);
  for (int done = 0; done < m; done += nn::Scratch::kRows) {
    const int rows = std::min(nn::Scratch::kRows, m - done);
    std::fill_n(scratch.x.begin(), nn::panel_size(rows, d), 0.0F);
    for (int i = 0; i < rows; ++i)
      for (int c = 0; c < d; ++c)
        scratch.x[nn::place(rows, i, c)] = static_cast<float>(x[static_cast<std::size_t>(done + i) * d + c]);
    mlp_.predict_varying(weights_.data(), scratch, rows, d);
    for (int i = 0; i < rows; ++i)
      for (int c = 0; c < d; ++c) eps[static_cast<std::size_t>(done + i) * d + c] = scratch.y[nn::place(rows, i, c)];
  }
}

void Denoiser::write(ByteWriter& out) const {
  for (const int value : {shape_.d, static_cast<int>(shape_.embedding), shape_.features, shape_.width, shape_.depth})
    out.value(static_cast<std::int32_t>(value));
  out.floats(frequencies_);
  out.floats(weights_);
}

Denoiser Denoiser::read(ByteReader& in, const char* field) {
  DenoiserShape shape;
  shape.d = in.value<std::int32_t>();
  const int embedding = in.value<std::int32_t>();
  require(embedding == 0 || embedding == 1, field, "an embedding that is 0 or 1", embedding);
  shape.embedding = embedding == 0 ? Embedding::sinusoidal : Embedding::fourier;
  shape.features = in.value<std::int32_t>();
  shape.width = in.value<std::int32_t>();
  shape.depth = in.value<std::int32_t>();
  try {
    require_valid(shape);
  } catch (const InvalidArgument& error) {
    throw InvalidArgument(std::string(field) + "." + error.field(), error.expected(), error.got());
  }
  Denoiser network(shape);
  read_frequencies(in, network.frequencies_, field);
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

}  // namespace proofground::diffusion
