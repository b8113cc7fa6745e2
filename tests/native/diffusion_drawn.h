// Random schedules and mixtures for the properties of problem 4.
#pragma once

#include <rapidcheck.h>

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "diffusion/mixture.h"

namespace proofground::diffusion::test {

inline double up_to_one(int i) { return i / 1000.0; }

/// Betas over many sizes, the largest 0.999.
inline rc::Gen<std::vector<double>> betas() {
  const auto beta =
      rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 9), rc::gen::inRange(1, 1000)),
                   [](const std::pair<int, int>& p) { return up_to_one(p.second) * std::pow(10, -p.first); });
  return rc::gen::mapcat(rc::gen::inRange(1, 200),
                         [beta](int T) { return rc::gen::container<std::vector<double>>(T, beta); });
}

/// One to four components with full covariances.
inline Mixture drawn_mixture(std::uint64_t seed, int d) {
  Rng rng(seed);
  const int count = 1 + rng.below(4);
  Mixture data;
  data.d = d;
  for (int k = 0; k < count; ++k) {
    data.weights.push_back(rng.uniform(0.1, 1));
    for (int c = 0; c < d; ++c) data.means.push_back(rng.uniform(-3, 3));
    std::vector<double> root(static_cast<std::size_t>(d) * d);
    for (double& value : root) value = rng.uniform(-1, 1);
    for (int i = 0; i < d; ++i)
      for (int j = 0; j < d; ++j) {
        double sum = 0;
        for (int l = 0; l < d; ++l) sum += root[i * d + l] * root[j * d + l];
        data.covariances.push_back(sum);
      }
  }
  return data;
}

}  // namespace proofground::diffusion::test
