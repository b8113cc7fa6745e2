#include "nn/activation.h"

#include "nn/lanes.h"

namespace proofground::nn {

void silu(float* z, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    const f32x4 value = load(z + i);
    store(z + i, value * sigmoid(value));
  }
}

void silu(float* z, float* slope, std::size_t count) {
  const f32x4 one = splat(1);
  for (std::size_t i = 0; i < count; i += kLanes) {
    const f32x4 value = load(z + i), s = sigmoid(value);
    store(z + i, value * s);
    store(slope + i, s * (one + value * (one - s)));
  }
}

void tanh(float* z, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(z + i, tanh_and_slope(load(z + i)).value);
}

void tanh(float* z, float* slope, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    const TanhSlope both = tanh_and_slope(load(z + i));
    store(z + i, both.value);
    store(slope + i, both.slope);
  }
}

void sigmoid(float* z, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(z + i, sigmoids(load(z + i)).of_x);
}

void sigmoid(float* z, float* slope, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    const Sigmoids both = sigmoids(load(z + i));
    store(z + i, both.of_x);
    store(slope + i, both.of_x * both.of_minus_x);
  }
}

void sigmoid_and_complement(float* z, float* complement, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    const Sigmoids both = sigmoids(load(z + i));
    store(z + i, both.of_x);
    store(complement + i, both.of_minus_x);
  }
}

void activation_backward(float* dh, const float* slope, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(dh + i, load(dh + i) * load(slope + i));
}

}  // namespace proofground::nn
