// Small images with a class that can be seen: a bright column on a dark ground, with noise.
#pragma once

#include <vector>

#include "core/rng.h"

namespace proofground::digits::test {

inline constexpr int kSide = 4, kPixels = kSide * kSide;

struct Labelled {
  std::vector<double> images;  ///< (n x kPixels)
  std::vector<int> labels;     ///< (n) the bright column, 0..kSide - 1
};

inline Labelled columns(int n, std::uint64_t seed) {
  Rng rng(seed);
  Labelled out;
  for (int i = 0; i < n; ++i) {
    out.labels.push_back(i % kSide);
    for (int k = 0; k < kPixels; ++k) out.images.push_back((k % kSide == i % kSide ? 0.6 : 0.0) + 0.4 * rng.uniform());
  }
  return out;
}

}  // namespace proofground::digits::test
