#include "digits/packed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/require.h"

namespace proofground::digits {
namespace {

constexpr std::array<char, 4> kTag{'P', 'G', 'D', 'Q'};
constexpr std::uint32_t kVersion = 1;
constexpr int kLargest = 127;
constexpr float kLargestScale = 1e30F;

/// Largest weight of a unit.
float reach(const nn::Dense& layer, const std::vector<float>& weights, int unit) {
  float largest = 0;
  for (int i = 0; i < layer.in(); ++i) largest = std::max(largest, std::abs(weights[layer.weight_at(i, unit)]));
  return largest;
}

void write_layer(const nn::Dense& layer, const std::vector<float>& weights, ByteWriter& out) {
  std::vector<float> scale(layer.out()), bias(layer.out());
  for (int o = 0; o < layer.out(); ++o) {
    scale[o] = reach(layer, weights, o) / kLargest;
    bias[o] = weights[layer.bias_at(o)];
  }
  out.floats(scale);
  for (int i = 0; i < layer.in(); ++i) {
    for (int o = 0; o < layer.out(); ++o) {
      const double ratio = scale[o] > 0 ? static_cast<double>(weights[layer.weight_at(i, o)]) / scale[o] : 0;
      out.value(static_cast<std::int8_t>(std::clamp<long>(std::lround(ratio), -kLargest, kLargest)));
    }
  }
  out.floats(bias);
}

void read_layer(const nn::Dense& layer, std::vector<float>& weights, ByteReader& in, const char* field) {
  std::vector<float> scale(layer.out()), bias(layer.out());
  in.floats(scale);
  for (const float s : scale) require(s >= 0 && s <= kLargestScale, field, "scales from 0 to 1e30", s);
  for (int i = 0; i < layer.in(); ++i)
    for (int o = 0; o < layer.out(); ++o)
      weights[layer.weight_at(i, o)] = scale[o] * static_cast<float>(in.value<std::int8_t>());
  in.floats(bias);
  for (int o = 0; o < layer.out(); ++o) weights[layer.bias_at(o)] = bias[o];
}

Denoiser unpacked(const std::vector<std::uint8_t>& bytes, const char* field) {
  ByteReader in(bytes, kTag, kVersion, field);
  Denoiser network(Denoiser::read_shape(in, field));
  for (const nn::Dense& layer : network.mlp().layers()) read_layer(layer, network.weights(), in, field);
  in.finish();
  return network;
}

}  // namespace

std::vector<std::uint8_t> packed(const Denoiser& network) {
  for (const float w : network.weights())
    require(std::abs(w) <= kLargestScale, "network", "weights of at most 1e30 in size", w);
  ByteWriter out(kTag, kVersion);
  network.write_shape(out);
  for (const nn::Dense& layer : network.mlp().layers()) write_layer(layer, network.weights(), out);
  return out.finish();
}

Denoiser read_network(const std::vector<std::uint8_t>& bytes, const char* field) {
  const bool is_packed = bytes.size() >= kTag.size() && std::memcmp(bytes.data(), kTag.data(), kTag.size()) == 0;
  return is_packed ? unpacked(bytes, field) : Denoiser::load(bytes, field);
}

}  // namespace proofground::digits
