// Problems on which every claim of problem 1 is tried: named, small, each with something that can go wrong.
#pragma once

#include <cmath>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "svr/claims/claims.h"
#include "svr/claims/polish.h"
#include "svr/svr.h"

namespace proofground::svr::test {

struct Named {
  std::string name;
  Problem problem;
};

inline std::ostream& operator<<(std::ostream& out, const Named& named) { return out << named.name; }

inline const Kernel kLinear{.type = KernelType::linear};
inline Kernel rbf(double gamma) { return {.type = KernelType::rbf, .gamma = gamma}; }
inline Kernel poly(double gamma, double coef0, int degree) {
  return {.type = KernelType::poly, .gamma = gamma, .coef0 = coef0, .degree = degree};
}
inline Kernel sigmoid(double gamma, double coef0) {
  return {.type = KernelType::sigmoid, .gamma = gamma, .coef0 = coef0};
}

/// y = sin(2 x_0) + x_1 / 2 + noise on [-2, 2]^d, all of it shifted and scaled.
inline Problem wave(int n, int d, const Kernel& kernel, double C, double epsilon, double shift = 0, double scale = 1) {
  Rng rng(20251);
  Problem problem{.x = {}, .d = d, .y = {}, .kernel = kernel, .C = C, .epsilon = epsilon * scale};
  for (int i = 0; i < n; ++i) {
    double y = 0.1 * rng.normal();
    for (int k = 0; k < d; ++k) {
      const double x = rng.uniform(-2, 2);
      problem.x.push_back(shift + x);
      if (k == 0) y += std::sin(2 * x);
      if (k == 1) y += x / 2;
    }
    problem.y.push_back(scale * y + shift);
  }
  return problem;
}

inline Problem literal(std::vector<double> x, int d, std::vector<double> y, const Kernel& kernel, double C,
                       double epsilon) {
  return {.x = std::move(x), .d = d, .y = std::move(y), .kernel = kernel, .C = C, .epsilon = epsilon};
}

/// The two presets of claim 1c1, on which w = 0 and b is a whole interval.
inline Problem tie(double epsilon) { return literal({-1, 1, -1, 1}, 1, {0, 0, 1, 1}, kLinear, 1, epsilon); }

inline std::vector<Named> problems() {
  return {
      {"rbf", wave(40, 1, rbf(1), 10, 0.1)},
      {"rbf, C large", wave(30, 2, rbf(0.5), 1e5, 0.05)},
      {"rbf, C small", wave(40, 2, rbf(0.5), 1e-3, 0.1)},
      {"rbf, wide apart", wave(30, 2, rbf(1e6), 1, 0.1)},
      {"linear", wave(50, 3, kLinear, 1, 0.2)},
      {"linear, far from the origin", wave(30, 2, kLinear, 1, 0.2, 1e6)},
      {"linear, tiny units", wave(30, 2, kLinear, 1e-9, 0.2, 0, 1e-9)},
      {"linear, huge units", wave(30, 2, kLinear, 1e9, 0.2, 0, 1e9)},
      {"poly 2", wave(30, 2, poly(0.5, 1, 2), 5, 0.1)},
      {"poly 2, homogeneous", wave(30, 3, poly(0.5, 0, 2), 5, 0.1)},
      {"poly 3", wave(30, 1, poly(1, 1, 3), 1, 0.1)},
      {"tie .2", tie(0.2)},
      {"tie .6", tie(0.6)},
      {"all inside", literal({0, 1, 2, 3}, 1, {0, 0.1, -0.1, 0.05}, rbf(1), 1, 0.5)},
      {"constant y", literal({0, 1, 2, 3}, 1, {7, 7, 7, 7}, kLinear, 10, 0.25)},
      {"one point", literal({3, 4}, 2, {5}, rbf(2), 1, 0.125)},
      {"one point at the origin", literal({0}, 1, {5}, kLinear, 1, 0.125)},
      {"two points", literal({-1, 1}, 1, {-1, 1}, kLinear, 10, 0.25)},
      {"two points at the bound", literal({-1, 1}, 1, {-1, 1}, kLinear, 0.125, 0.25)},
      {"duplicates", literal({0, 0, 1, 1, 2, 2}, 1, {0, 0, 1, 1, 0.5, 0.5}, rbf(0.5), 4, 0.25)},
      {"duplicate x, two y", literal({0, 0, 1, 1, 2, 2}, 1, {-1, 1, 0, 1, 0.5, 2}, rbf(0.5), 2, 0.1)},
      {"all x equal", literal({2, 2, 2, 2}, 1, {0, 1, 2, 5}, rbf(1), 1, 0.25)},
      {"all x zero", literal({0, 0}, 1, {0, 3}, kLinear, 1, 0.25)},
      {"range is 2 epsilon", literal({0, 1, 2, 3}, 1, {0, 1, 0, 1}, rbf(0.5), 10, 0.5)},
      {"four on the tube", literal({-2, -1, 0, 1, 2}, 1, {-1.5, -1.5, 0, 1.5, 1.5}, kLinear, 10, 0.5)},
      {"collinear", literal({0, 1, 1, 2, 2, 3, 3, 4}, 2, {0, 1.1, 1.9, 3.2}, kLinear, 5, 0.1)},
      {"thin tube", wave(20, 1, rbf(1), 1, 1e-9)},
      {"sigmoid, indefinite", wave(30, 2, sigmoid(0.5, -1), 1, 0.1)},
      {"sigmoid, conditionally positive", literal({0.5, 0.25, -0.75, 0.5, 0.25, -0.5, -0.25, -0.25, 0.75, 0.75}, 2,
                                                  {0.5, -0.25, 1, 0, -1}, sigmoid(0.5, -1), 2, 0.1)},
  };
}

/// A fit as the page makes it, then polished as the certificate of its claims is.
inline Solution certificate(const Problem& problem, double tolerance = 1e-3) {
  Options options;
  options.tolerance = tolerance;
  options.max_iterations = 300'000;
  return polished(problem, fit(problem, options));
}

}  // namespace proofground::svr::test
