// 1c2. Where each point is on the staircase: delta_i = alpha_i - alpha_star_i is a subgradient of C max(|e| - epsilon,
// 0) at e_i.
//
//   case           e_i             delta_i     the multiplier that must be 0
//   below          < -epsilon      -C          alpha
//   lower edge     = -epsilon      [-C, 0]     alpha
//   inside         |e| < epsilon   0           both
//   upper edge     = epsilon       [0, C]      alpha_star
//   above          > epsilon       C           alpha_star
//
// and xi_i = max(|e_i| - epsilon, 0) in all five. The text leaves the last column out; without it alpha_i =
// alpha_star_i + C would pass as well. "=" means within a band that is shown. The distance to the staircase is the
// shorter way along one axis, dimensionless: in e by max(half y's range, epsilon), in delta by the largest multiplier
// (at most C).
//
// The rows alone prove nothing: an optimum of the problem without b is on the staircase, too, at b = 0. They are the
// KKT conditions together with sum delta = 0.
//
// Checks:
//   staircase         the largest distance
//   slack             xi
//   other-multiplier  the largest one that must be 0
//   sum               |sum delta|
//   multipliers       the most negative of alpha, alpha_star, C - alpha - alpha_star
//   violation         of the KKT conditions by delta and b (recomputed.h)
//   residual          the certificate's e_i against those summed again
//
// Cannot see: which optimum it is, where there are several.
//
// Broken, by code:
//   plain           at the chosen point the right multiplier is raised by C/4, and the wrong one to 5C/4 above it. The point
//                   is then C/4 beyond the staircase's end on the wrong side, wherever it was; and both multipliers are
//                   positive, which other-multiplier notices on any data: in every row one of them must be 0
//   turned          alpha and alpha_star exchanged, as -e for e does
//   tube-forgotten  xi = |e|
//                   In these three the residuals stay those of the given certificate: the rows are then about multipliers
//                   and slacks that do not belong to their residuals
//   sum, two-c      another certificate (wrong.h): the first is on the staircase everywhere, and only sum is wrong
//   bounded         b from points at the bound (wrong.h): all residuals move
//
// Vacuous: "kernel-not-psd": where K has a negative direction the rows describe stationary points, not optima.
//
// Cost: O(n) besides the recomputation.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake);

}  // namespace proofground::svr
