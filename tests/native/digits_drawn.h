// Denoisers of images that no training has made.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "digits/denoiser.h"
#include "nn_reference.h"

namespace proofground::digits::test {

/// A network whose weights are all drawn, the last layer's too.
inline Denoiser drawn(const DenoiserShape& shape, std::uint64_t seed) {
  Rng rng(seed);
  Denoiser network(shape, rng);
  const nn::test::Reference<double> reference(network.mlp(), network.weights());
  for (const std::size_t place : reference.places())
    network.weights()[place] = static_cast<float>(rng.normal() / std::sqrt(shape.width));
  return network;
}

inline std::vector<double> v_of(const Denoiser& network, const std::vector<double>& x, const std::vector<int>& labels,
                                double u) {
  nn::Scratch scratch = network.mlp().scratch();
  std::vector<double> v(x.size());
  network.v(x.data(), labels.data(), static_cast<int>(labels.size()), u, scratch, v.data());
  return v;
}

}  // namespace proofground::digits::test
