// Kernels k(x, z) on dense row-major data.
//
//   linear   x.z
//   rbf      exp(-gamma |x - z|^2)
//   poly     (gamma x.z + coef0)^degree
//   sigmoid  tanh(gamma x.z + coef0)
#pragma once

#include <vector>

#include "core/points.h"

namespace proofground {

enum class KernelType { linear, rbf, poly, sigmoid };

struct Kernel {
  KernelType type = KernelType::rbf;
  double gamma = 1;  ///< > 0; unused by linear
  double coef0 = 0;  ///< poly and sigmoid only
  int degree = 3;    ///< poly only, 1..kLargestDegree
};

inline constexpr int kLargestDegree = 16;

/// @throws InvalidArgument  gamma <= 0, degree outside 1..kLargestDegree, a parameter that is not finite
void require_valid(const Kernel& kernel);

/// k(x, z) for x, z of d coordinates: the plain scalar formula, kept as the reference for KernelRows.
double evaluate(const Kernel& kernel, const double* x, const double* z, int d);

}  // namespace proofground
