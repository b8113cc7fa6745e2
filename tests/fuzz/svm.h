// What fuzzers of both support vector machines share.
#pragma once

#include <string>

#include "bytes.h"
#include "core/claim.h"
#include "svm/dual_run.h"
#include "svm/kernel.h"

namespace proofground::fuzz {

inline Kernel kernel_of(Bytes& bytes) {
  Kernel kernel;
  kernel.type = static_cast<KernelType>(bytes.below(4));
  kernel.gamma = bytes.positive();
  kernel.coef0 = bytes.number();
  kernel.degree = 1 + bytes.below(5);
  return kernel;
}

/// A fit ends, however hard it is: few points, and a bound on its iterations that says so where it is reached.
inline FitOptions options_of(Bytes& bytes) {
  FitOptions options;
  options.tolerance = std::pow(10, -1 - bytes.below(8));
  options.max_iterations = 20'000;
  options.shrinking = bytes.below(2) == 0;
  if (bytes.below(4) == 0) options.patience = bytes.below(8);
  return options;
}

/// Weak duality, where the kernel is an inner product. @param rounding what the objectives may have lost to it
inline void hold_gap(double primal, double dual, const FitReport& report, const Kernel& kernel, double rounding) {
  hold(std::isfinite(primal), "a finite primal objective", primal);
  hold(std::isfinite(dual), "a finite dual objective", dual);
  hold(report.kkt_gap >= 0, "a KKT violation that is not negative", report.kkt_gap);
  const bool is_inner_product = kernel.type == KernelType::linear || kernel.type == KernelType::rbf ||
                                (kernel.type == KernelType::poly && kernel.coef0 >= 0);
  if (!is_inner_product || !report.converged) return;
  hold(primal - dual >= -1e-7 * (1 + std::abs(primal) + std::abs(dual)) - rounding, "a gap that is not negative",
       primal - dual);
}

/// A claim about an honest certificate passes, or says why it tells nothing.
inline void hold_claim(const Claim& claim) {
  if (claim.verdict() != Verdict::fail) return;
  for (const Check& check : claim.checks)
    if (check.verdict() == Verdict::fail)
      std::fprintf(stderr, "%s %s: %.17g above %.17g\n", claim.id.c_str(), check.id.c_str(), check.value, check.bound);
  hold(false, "a claim that is not broken", 0);
}

}  // namespace proofground::fuzz
