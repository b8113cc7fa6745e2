// Fits of the same points for other values of nu, each measured anew: what 2.2 and 2.6 draw and check beside the
// certificate.
#pragma once

#include <vector>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {

struct SweptFit {
  double nu = 0;
  Solution solution;
  Recomputed at;  ///< its tau is what was measured
};

/// The fits that came near enough to an optimum: the violation of their multipliers, measured, is below 1e-3 of the
/// largest squared distance. All of them together take about 1e8 iterations times points.
/// @param nus each in (0, sum of weights)
std::vector<SweptFit> sweep(const Problem& problem, const Recomputed& certificate, const std::vector<double>& nus);

}  // namespace proofground::svdd
