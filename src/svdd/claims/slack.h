// 2.5d. No slack is larger than its point needs.
//
//   xi_i = max(d_i^2 - rho, 0)
//
// Which xi that is depends on which rho of the interval is taken: the picture shows both ends.
//
// Checks:
//   slack          the largest difference from the formula, with recomputed distances
//   covered        by how much a point is outside rho + xi_i, or xi_i or rho below 0
//   total          rho + (1/nu) sum_i C_i xi_i against the dual, summed from alpha and inner products: the slacks cost what
//                  an optimal ball costs, and it knows of no slack
//   complementary  sum_i |beta_i xi_i| + |alpha_i (d_i^2 - rho - xi_i)|, with beta_i = C_i / nu - alpha_i
//   multipliers, sum  without 0 <= alpha_i <= C_i / nu and sum alpha = 1 the dual would be no bound: the ball through the
//                  corners of an obtuse triangle has no slack, either
//   reported       the solver's P against rho + (1/nu) sum_i C_i xi_i
//
// Cannot see which rho of the interval it is: each has its own slacks, and all cost the same.
//
// Broken:
//   plain     the chosen point's slack is too long by a tenth of the largest squared distance, which gains nothing
//   distance  xi_i = max(d_i - R, 0): distances, not squared ones
//   radius    xi_i = max(d_i^2 - R, 0): R for R^2
//   signed    xi_i = d_i^2 - rho, also where that is negative
//   weight-0  a hypothesis: a copy of the chosen point with C_i = 0, and a slack that is too long as in "plain". It costs
//             nothing, so every check but "slack" still holds: the optimum is not unique
//
// Vacuous: "no-difference": the mistake gives every point the slack that it needs.
//
// Cost: O(n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<SlackPicture> check_slack(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                  const Mistake& mistake);

}  // namespace proofground::svdd
