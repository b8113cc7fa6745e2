// Problems on which every claim of problem 1 is tried: named, small, each with something that can go wrong.
#pragma once

#include <cmath>
#include <ostream>
#include <sstream>
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

std::vector<Named> problems();

/// A fit as the page makes it, then polished as the certificate of its claims is.
inline Solution certificate(const Problem& problem, double tolerance = 1e-3) {
  Options options;
  options.tolerance = tolerance;
  options.max_iterations = 300'000;
  return polished(problem, fit(problem, options));
}

/// The numbers of its checks.
inline std::string text_of(const Claim& claim) {
  std::ostringstream text;
  text.precision(17);
  for (const Check& check : claim.checks) text << check.id << ' ' << check.value << " <= " << check.bound << "; ";
  return text.str();
}

/// Of claims on such a certificate: judged by the tolerance that it was polished to, where it came that far.
inline ClaimOptions judged_finely(const Problem& problem) {
  ClaimOptions options;
  options.tolerance = fine_options(problem).tolerance;
  return options;
}

}  // namespace proofground::svr::test
