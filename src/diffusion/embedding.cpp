#include "diffusion/embedding.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/require.h"
#include "nn/sine.h"

namespace proofground::diffusion {
namespace {

/// Largest frequency, at u = 1: up to this angle the error of sine_cosine() is below 1e-14.
constexpr float kLargestAngle = 1e4F;

}  // namespace

void require_features(int features) {
  require(features >= 2 && features <= kMostFeatures && features % 2 == 0, "features", "an even number from 2 to 256",
          features);
}

std::vector<float> frequencies_of(Embedding embedding, int features, Rng& rng) {
  std::vector<float> frequencies(features / 2);
  const auto count = static_cast<int>(frequencies.size());
  for (int i = 0; i < count; ++i) {
    // Rounding to float hides the last digit of pow, in which platforms differ.
    const double a = embedding == Embedding::fourier
                         ? 2 * std::numbers::pi * rng.normal()
                         : 1000 * std::pow(10'000.0, -static_cast<double>(i) / std::max(count - 1, 1));
    frequencies[i] = static_cast<float>(a);
  }
  return frequencies;
}

void embed(const std::vector<float>& frequencies, double u, float* out) {
  for (const float frequency : frequencies) {
    const nn::SineCosine both = nn::sine_cosine(frequency * u);
    *out++ = static_cast<float>(both.sine);
    *out++ = static_cast<float>(both.cosine);
  }
}

void read_frequencies(ByteReader& in, std::vector<float>& frequencies, const char* field) {
  in.floats(frequencies);
  for (const float a : frequencies)
    require(std::abs(a) <= kLargestAngle, field, "frequencies of at most 10000 in size", a);
}

}  // namespace proofground::diffusion
