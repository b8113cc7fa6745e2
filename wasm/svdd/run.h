// A spherical fit as JavaScript holds it.
#pragma once

#include <cstdint>
#include <vector>

#include "svdd/claims/duality.h"
#include "svdd/claims/polish.h"
#include "svdd/standardise.h"
#include "wasm/svm/run.h"

namespace proofground::border {

class SvddRun : public Run<svdd::Problem, svdd::Fit, XScaling> {
 public:
  /// @param problem SvddProblem  @param options SvddRunOptions (types.ts)
  SvddRun(const val& problem, const val& options);

  [[nodiscard]] val scaling() const;
  val solution();
  /// (m) squared distance to the centre, solved units, at x_new (m x d), user's units
  std::vector<double> distance2(std::vector<double> x_new);
  /// (height x width) the same on a window of two columns, the others at their means. @param request SvddMapRequest
  /// @param other an SvddCertificate, null for the present iterate
  std::vector<double> map(const val& request, const val& other);
  /// @param request field dims  @return Projection (types.ts)
  val projection(const val& request);
  /// (n) KktCase at the present iterate
  std::vector<std::uint8_t> cases();
  /// @param request fields id, broken  @param options SvddClaimOptions
  val claim(const val& request, const val& options);
};

}  // namespace proofground::border
