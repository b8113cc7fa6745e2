#include "nn/adam.h"

#include <cmath>

#include "nn/lanes.h"

namespace proofground::nn {
namespace {

constexpr double kBeta1 = 0.9, kBeta2 = 0.999, kEpsilon = 1e-8;

/// Lane by lane: one instruction.
f32x4 root(f32x4 v) {
  for (int lane = 0; lane < kLanes; ++lane) v[lane] = std::sqrt(v[lane]);
  return v;
}

}  // namespace

void Adam::step(double rate, const float* gradient, float* w) {
  power1 *= kBeta1;
  power2 *= kBeta2;
  const auto keep1 = static_cast<float>(kBeta1), keep2 = static_cast<float>(kBeta2);
  const f32x4 b1 = splat(keep1), b2 = splat(keep2), c1 = splat(1 - keep1), c2 = splat(1 - keep2);
  const f32x4 size = splat(static_cast<float>(rate / (1 - power1)));
  const f32x4 scale = splat(static_cast<float>(1 / std::sqrt(1 - power2)));
  const f32x4 epsilon = splat(static_cast<float>(kEpsilon));
  for (std::size_t i = 0; i < m.size(); i += kLanes) {
    const f32x4 g = load(gradient + i);
    const f32x4 first = b1 * load(&m[i]) + c1 * g, second = b2 * load(&v[i]) + c2 * (g * g);
    store(&m[i], first);
    store(&v[i], second);
    store(w + i, load(w + i) - size * first / (root(second) * scale + epsilon));
  }
}

void RunningMean::take(const float* w, float* mean, std::size_t size) {
  power *= decay;
  const f32x4 share = splat(static_cast<float>((1 - decay) / (1 - power)));
  for (std::size_t i = 0; i < size; i += kLanes)
    store(mean + i, load(mean + i) + share * (load(w + i) - load(mean + i)));
}

}  // namespace proofground::nn
