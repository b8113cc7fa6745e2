#include "nn/clip.h"

#include <cmath>

namespace proofground::nn {

double norm(const float* gradient, std::size_t size) {
  double sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += static_cast<double>(gradient[i]) * gradient[i];
  return std::sqrt(sum);
}

double clip(float* gradient, std::size_t size, double largest) {
  const double before = norm(gradient, size);
  if (largest > 0 && before > largest && std::isfinite(before)) {
    const auto factor = static_cast<float>(largest / before);
    for (std::size_t i = 0; i < size; ++i) gradient[i] *= factor;
  }
  return before;
}

}  // namespace proofground::nn
