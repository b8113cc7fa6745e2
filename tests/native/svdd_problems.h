// Spherical problems that the tests share.
#pragma once

#include <utility>
#include <vector>

#include "core/rng.h"
#include "svdd/svdd.h"

namespace proofground::svdd::test {

inline const Kernel kLinear{.type = KernelType::linear};
inline Kernel rbf(double gamma) { return {.type = KernelType::rbf, .gamma = gamma}; }
inline Kernel poly(double gamma, double coef0, int degree) {
  return {.type = KernelType::poly, .gamma = gamma, .coef0 = coef0, .degree = degree};
}
inline Kernel sigmoid(double gamma, double coef0) {
  return {.type = KernelType::sigmoid, .gamma = gamma, .coef0 = coef0};
}

inline Problem literal(std::vector<double> x, int d, std::vector<double> weights, double nu,
                       const Kernel& kernel = kLinear) {
  return {.x = std::move(x), .d = d, .weights = std::move(weights), .nu = nu, .kernel = kernel};
}

/// The preset of claim 2.5c: (-1, 0, 1) with weight 1/3 each.
inline Problem three(double nu) { return literal({-1, 0, 1}, 1, {1.0 / 3, 1.0 / 3, 1.0 / 3}, nu); }

/// n normal points and a few far ones. @param nu as a share of the weights, which are 1/n, or random around it
inline Problem cloud(int n, int d, double share, const Kernel& kernel = kLinear, bool weighted = false,
                     double shift = 0, double scale = 1) {
  Rng rng(20251);
  Problem problem{.x = {}, .d = d, .weights = {}, .nu = 0, .kernel = kernel};
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double spread = i % 10 == 3 ? 3 : 1;
    for (int k = 0; k < d; ++k) problem.x.push_back(shift + scale * spread * rng.normal());
    problem.weights.push_back((weighted ? rng.uniform(0.25, 2) : 1) / n);
    sum += problem.weights.back();
  }
  problem.nu = share * sum;
  return problem;
}

inline double weight_sum(const Problem& problem) {
  double sum = 0;
  for (double weight : problem.weights) sum += weight;
  return sum;
}

}  // namespace proofground::svdd::test
