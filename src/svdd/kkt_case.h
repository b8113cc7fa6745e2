// Where a point is relative to the sphere: the rows of the KKT conditions, from inside to outside.
//
// "On the boundary" means within a band, since distances are rounded and a solver stops within its tolerance.
//
// Classifies distances alone, without multipliers; claim 2.5e (claims/kkt_cases.h) checks that the two agree.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "svdd/svdd.h"
#include "svm/centre.h"

namespace proofground::svdd {

enum KktCase : std::uint8_t { kInside, kBoundary, kOutside };

/// @param excess d^2 - rho  @param band >= 0: |excess| <= band is on the boundary
inline KktCase classify(double excess, double band) {
  return excess > band ? kOutside : excess < -band ? kInside : kBoundary;
}

/// Squared distances count as tied if they differ by at most this share of the largest one.
inline constexpr double kDistanceTie = 1e-9;
/// Rounding of a squared distance, relative to the largest kernel value that it is made from: 50 times what pairs of
/// rounding errors leave.
inline constexpr double kDistanceRounding = 1e-14;

/// Half width of the boundary, as a squared distance. @param farthest the largest squared distance
/// @param magnitude the largest kernel value  @param off how far a squared distance may be off because the solver
/// stopped
inline double boundary_band(double farthest, double magnitude, double off) {
  return kDistanceTie * farthest + kDistanceRounding * magnitude + off;
}

/// (n) KktCase of each point. The solver's tolerance bounds how far a free support vector may be off the sphere; but a
/// boundary is never so wide that most of the ball is boundary.
inline std::vector<std::uint8_t> classify_all(const Problem& problem, const Solution& at, double tolerance) {
  const double farthest = *std::max_element(at.distance2.begin(), at.distance2.end());
  const double band =
      boundary_band(farthest, kernel_bound(problem.kernel, problem.points()), std::min(tolerance, farthest / 10));
  std::vector<std::uint8_t> cases(at.distance2.size());
  std::transform(at.distance2.begin(), at.distance2.end(), cases.begin(),
                 [&](double d2) { return classify(d2 - at.rho, band); });
  return cases;
}

}  // namespace proofground::svdd
