#include "svm/kernel.h"

#include <cmath>

#include "core/require.h"

namespace proofground {

void require_valid(const Kernel& kernel) {
  if (kernel.type == KernelType::linear) return;
  require_positive(kernel.gamma, "kernel.gamma");
  if (kernel.type == KernelType::rbf) return;
  require(std::abs(kernel.coef0) <= kLargestMagnitude, "kernel.coef0", "a finite number of at most 1e100 in size",
          kernel.coef0);
  if (kernel.type == KernelType::sigmoid) return;
  require(kernel.degree >= 1 && kernel.degree <= kLargestDegree, "kernel.degree", "an integer from 1 to 16",
          kernel.degree);
}

double evaluate(const Kernel& kernel, const double* x, const double* z, int d) {
  double dot = 0, distance2 = 0;
  for (int k = 0; k < d; ++k) {
    dot += x[k] * z[k];
    distance2 += (x[k] - z[k]) * (x[k] - z[k]);
  }
  switch (kernel.type) {
    case KernelType::linear:
      return dot;
    case KernelType::rbf:
      return std::exp(-kernel.gamma * distance2);
    case KernelType::poly:
      return std::pow(kernel.gamma * dot + kernel.coef0, kernel.degree);
    case KernelType::sigmoid:
      return std::tanh(kernel.gamma * dot + kernel.coef0);
  }
  return 0;
}

}  // namespace proofground
