// Adam, and a running mean of the weights that is unbiased from the first step.
//
//   m    = b1 m + (1 - b1) g,    b1 = 0.9
//   v    = b2 v + (1 - b2) g^2,  b2 = 0.999
//   w    = w - rate (m / (1 - b1^k)) / (sqrt(v / (1 - b2^k)) + 1e-8),  k = 1, 2, ...
//   mean = mean + c_k (w - mean),  c_k = (1 - decay) / (1 - decay^k)
//
// With that c_k the mean is sum decay^(k-i) w_i / sum decay^(k-i) exactly: c_1 = 1, and the weights before the first
// step have no part in it.
//
// Source: Kingma and Ba, "Adam" (2015), algorithm 1.
//
// No weight decay, no schedule of the rate.
#pragma once

#include <cstddef>
#include <vector>

namespace proofground::nn {

/// Everything that an optimiser remembers.
struct Adam {
  explicit Adam(std::size_t size) : m(size), v(size) {}
  std::vector<float> m, v;
  double power1 = 1, power2 = 1;  ///< b1^k, b2^k

  /// One step. @param rate > 0 @param gradient (size) @param w (size)
  void step(double rate, const float* gradient, float* w);
};

struct RunningMean {
  double decay = 0;  ///< 0 <= decay < 1
  double power = 1;  ///< decay^k

  /// mean takes in w. @param w, mean (size), a multiple of four
  void take(const float* w, float* mean, std::size_t size);
};

}  // namespace proofground::nn
