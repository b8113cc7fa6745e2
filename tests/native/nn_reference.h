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
    for (int l = 0; l < mlp.layers(); ++l) {
      for (int i = 0; i < mlp.inputs(l); ++i)
        for (int o = 0; o < mlp.outputs(l); ++o) parameters.push_back(weights[mlp.weight_at(l, i, o)]);
      for (int o = 0; o < mlp.outputs(l); ++o) parameters.push_back(weights[mlp.bias_at(l, o)]);
    }
  }
  /// Where each of `parameters` is in the network's array.
  [[nodiscard]] std::vector<std::size_t> places() const {
    std::vector<std::size_t> all;
    for (int l = 0; l < mlp.layers(); ++l) {
      for (int i = 0; i < mlp.inputs(l); ++i)
        for (int o = 0; o < mlp.outputs(l); ++o) all.push_back(mlp.weight_at(l, i, o));
      for (int o = 0; o < mlp.outputs(l); ++o) all.push_back(mlp.bias_at(l, o));
    }
    return all;
  }
  [[nodiscard]] std::vector<T> operator()(const std::vector<double>& x) const {
    std::vector<T> h(x.begin(), x.end());
    std::size_t at = 0;
    for (int l = 0; l < mlp.layers(); ++l) {
      std::vector<T> z(mlp.outputs(l), T(0));
      for (int i = 0; i < mlp.inputs(l); ++i)
        for (T& sum : z) sum += h[i] * parameters[at++];
      for (T& sum : z) {
        sum += parameters[at++];
        if (l + 1 < mlp.layers()) sum = sum / (T(1) + std::exp(-sum));
      }
      h = z;
    }
    return h;
  }

  const Mlp& mlp;
  std::vector<T> parameters;
};

/// 1/2 sum of (y - target)^2.
template <class T>
T half_square(const Reference<T>& network, const std::vector<std::vector<double>>& xs,
              const std::vector<std::vector<double>>& targets) {
  T sum(0);
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const std::vector<T> y = network(xs[i]);
    for (std::size_t c = 0; c < y.size(); ++c) sum += (y[c] - targets[i][c]) * (y[c] - targets[i][c]) / T(2);
  }
  return sum;
}

}  // namespace proofground::nn::test
