// A multilayer perceptron in any number type, by the formula: what the one in float is compared with.
#pragma once

#include <cmath>
#include <complex>
#include <vector>

#include "nn/mlp.h"

namespace proofground::nn::test {

template <class T>
struct Reference {
  /// Takes over the parameters of a network.
  Reference(const Mlp& layout, const std::vector<float>& weights) : mlp(layout) {
    for (const std::size_t place : places()) parameters.push_back(weights[place]);
  }
  /// Where each of `parameters` is in the network's array.
  [[nodiscard]] std::vector<std::size_t> places() const {
    std::vector<std::size_t> all;
    for (const Dense& layer : mlp.layers()) {
      for (int i = 0; i < layer.in(); ++i)
        for (int o = 0; o < layer.out(); ++o) all.push_back(layer.weight_at(i, o));
      for (int o = 0; o < layer.out(); ++o) all.push_back(layer.bias_at(o));
    }
    return all;
  }
  /// @param x double or T
  template <class X>
  [[nodiscard]] std::vector<T> operator()(const std::vector<X>& x) const {
    std::vector<T> h(x.begin(), x.end());
    std::size_t at = 0;
    for (const Dense& layer : mlp.layers()) {
      std::vector<T> z(layer.out(), T(0));
      for (int i = 0; i < layer.in(); ++i)
        for (T& sum : z) sum += h[i] * parameters[at++];
      for (T& sum : z) {
        sum += parameters[at++];
        if (&layer != &mlp.layers().back()) sum = sum / (T(1) + std::exp(-sum));
      }
      h = z;
    }
    return h;
  }

  const Mlp& mlp;
  std::vector<T> parameters;
};

/// 1/2 sum of (y - target)^2. @param network any function from x to y
template <class T, class Network, class X>
T half_square(const Network& network, const std::vector<std::vector<X>>& xs,
              const std::vector<std::vector<double>>& targets) {
  T sum(0);
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const std::vector<T> y = network(xs[i]);
    for (std::size_t c = 0; c < y.size(); ++c) sum += (y[c] - targets[i][c]) * (y[c] - targets[i][c]) / T(2);
  }
  return sum;
}

}  // namespace proofground::nn::test
