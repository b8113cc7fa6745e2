// 1b. The dual problem, and the gap that closes.
//
//   max_delta  D(delta) = sum_i y_i delta_i - epsilon sum_i |delta_i| - 1/2 delta'K delta
//   s.t.       sum_i delta_i = 0
//              beta_i = C - alpha_i - alpha_star_i >= 0
//              alpha_i >= 0,   alpha_star_i >= 0
//   delta    = alpha - alpha_star
//
// One slack per point: the bound is on the sum alpha_i + alpha_star_i, not on each. At the optimum alpha_i alpha_star_i
// = 0: epsilon > 0 makes the smaller of two positive multipliers cost 2 epsilon each and gain nothing.
//
// Checks:
//   gap           |P - D|
//   sum           |sum delta|
//   multipliers   the most negative of alpha, alpha_star, beta
//   product       min(alpha, alpha_star)
//   weak-duality  the largest D along the path over the smallest P
//   violation     of the KKT conditions (recomputed.h): the gap is allowed what is left of it
//   reported      the certificate's own P and D
//
// Cannot see: another optimum of the same value (delta need not be unique).
//
// The path is the solver's own, run again without shrinking, as far as 3e8 operations reach; its last point is the
// certificate. P along it is taken at the best b for the w of that iteration (the middle of argmin g, recomputed.h):
// any b gives an upper bound of D, this one the least.
//
// Broken, by code:
//   plain       alpha of the chosen point raised by C/2, as if stationarity in b did not require sum delta = 0. The sum is
//               then off by C/2, whatever the data
//   sum, two-c, tube-twice, half, sign   another certificate (wrong.h)
//   epsilon-0   a hypothesis: judged by the problem with epsilon = 0, whose optimum is not one pair of multipliers for each
//               point. P = D, the sum and the bounds hold; product does not
//   two-slacks  a hypothesis: beyond the triangle alpha + alpha_star <= C, inside the box: multipliers and product
//
// Vacuous: "kernel-not-psd" (then D is not concave, and no primal problem belongs to it).
//
// Cost: those operations, and O(n log n) for each of at most 512 kept points, fewer for a large problem.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

/// P at an iterate's w and the best b for that w: the least primal value with this w, so that P - D is the gap of its w
/// and not of its b. O(n log n)
double best_primal(const Problem& problem, const Solution& at);

Checked<DualPicture> check_dual(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                const Mistake& mistake);

}  // namespace proofground::svr
