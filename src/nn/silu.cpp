#include "nn/silu.h"

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

void silu_backward(float* dh, const float* slope, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) store(dh + i, load(dh + i) * load(slope + i));
}

}  // namespace proofground::nn
