// 2.5e. Where each point is on the staircase.
//
//   case       d_i^2     alpha_i
//   inside     < rho     0
//   boundary   = rho     [0, C_i / nu]
//   outside    > rho     C_i / nu
//
// "=" means within a band that is shown. The distance to the staircase is the shorter way along one axis,
// dimensionless: in d^2 by the largest one, in alpha by min(C_i / nu, 1), the largest value that sum alpha = 1 leaves.
//
// Checks:
//   staircase    the largest distance, for rho and for both ends of its interval; or how far rho is below 0
//   gap          sum_i (C_i / nu) max(d_i^2 - rho, 0) - alpha_i (d_i^2 - rho), which is P - D: many small distances add up
//   violation    by how much the multipliers could still be improved, against what the solver was asked for
//   multipliers  by how much one is outside [0, C_i / nu], relative
//   sum          |sum alpha - 1|
//
// Cannot see whether another alpha would do as well: where many balance, all of them are on the staircase.
//
// Broken, with the ball as it is:
//   plain         the chosen point's alpha raised to 3/2 C_i / nu: in no row, whatever the data
//   nu-sum        multipliers that sum to nu: alpha_i nu
//   no-nu         C_i for C_i / nu, in the table and as bound
//   reversed      "<" and ">" of the table exchanged
//   nu-too-large  a hypothesis: nu = 5/4 sum C. The boxes hold 4/5 together, so no alpha in them has sum 1
//
// Vacuous: "no-difference": nu is 1; or with "no-nu" no point is at its bound, or with "reversed" all are on the sphere.
//
// Cost: O(n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake);

}  // namespace proofground::svdd
