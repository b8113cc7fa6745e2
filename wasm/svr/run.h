// A regression fit as JavaScript holds it.
#pragma once

#include <cstdint>
#include <vector>

#include "svr/claims/dual.h"
#include "svr/claims/polish.h"
#include "svr/standardise.h"
#include "wasm/svm/run.h"

namespace proofground::border {

class SvrRun : public Run<svr::Problem, svr::Fit, svr::Scaling> {
 public:
  /// @param problem SvrProblem  @param options SvrRunOptions (types.ts)
  SvrRun(const val& problem, const val& options);

  [[nodiscard]] val scaling() const;
  val solution();
  /// (m) f at x_new (m x d), user's units  @param other an SvrCertificate, null for the present iterate; so in curve
  std::vector<double> predict(std::vector<double> x_new, const val& other);
  /// f along one column over [from, to], the others at their means; fields column, from, to, samples. User's units
  val curve(const val& request, const val& other);
  /// Half width of the tube in the user's units of y.
  [[nodiscard]] double tube() const;
  /// (n) KktCase at the present iterate
  std::vector<std::uint8_t> cases();
  /// @param request fields id, broken  @param options SvrClaimOptions
  val claim(const val& request, const val& options);
};

}  // namespace proofground::border
