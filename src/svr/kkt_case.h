// Where a point is relative to the tube: the rows of equation (6), from below to above. e = y - f(x).
//
// "On the edge" means within a band, since e is rounded and a solver stops within its tolerance.
//
// Classifies residuals alone, without multipliers; claim 1c2 (claims/kkt_cases.h) checks that the two agree.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace proofground::svr {

enum KktCase : std::uint8_t { kBelow, kLowerEdge, kInside, kUpperEdge, kAbove };

/// @param epsilon > 0  @param band >= 0: ||e| - epsilon| <= band is on the edge
inline KktCase classify(double e, double epsilon, double band) {
  if (std::abs(std::abs(e) - epsilon) <= band) return e < 0 ? kLowerEdge : kUpperEdge;
  if (std::abs(e) < epsilon) return kInside;
  return e < 0 ? kBelow : kAbove;
}

/// The band in which an iterate's residuals count as on the edge: the solver's tolerance, which bounds how far a free
/// support vector may be off it; but never so wide that most of the tube is edge.
inline double edge_band(double epsilon, double tolerance) { return std::min(tolerance, epsilon / 10); }

/// (n) KktCase of each residual.
inline std::vector<std::uint8_t> classify_all(const std::vector<double>& residual, double epsilon, double band) {
  std::vector<std::uint8_t> cases(residual.size());
  std::transform(residual.begin(), residual.end(), cases.begin(), [&](double e) { return classify(e, epsilon, band); });
  return cases;
}

}  // namespace proofground::svr
