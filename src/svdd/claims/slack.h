// 2.5d. No slack is larger than its point needs.
//
//   xi_i = max(d_i^2 - rho, 0)
//
// Which xi that is depends on which rho of the interval is taken: the picture shows both ends.
//
// Checks:
//   slack    the largest difference from the formula, with recomputed distances
//   covered  by how much a point is outside rho + xi_i
//   total    (1/nu) sum_i C_i xi_i against P - rho
//
// Broken: the chosen point's slack is too long by a tenth of the largest squared distance, which gains nothing.
//
// Cost: O(n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<SlackPicture> check_slack(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                  const Mistake& mistake);

}  // namespace proofground::svdd
