// 1b. The dual problem, and the gap that closes.
//
//   max D(delta) = sum y_i delta_i - epsilon sum |delta_i| - 1/2 delta'K delta,   delta = alpha - alpha_star
//   s.t. sum delta_i = 0,   beta_i = C - alpha_i - alpha_star_i >= 0,   alpha, alpha_star >= 0
//
// One slack per point: the bound is on the sum alpha_i + alpha_star_i, not on each; alpha_i alpha_star_i = 0 at the
// optimum because epsilon > 0 makes the smaller of two positive multipliers cost 2 epsilon each and give nothing.
// Checks: gap |P - D|; sum; multipliers (the most negative of alpha, alpha_star, beta); product min(alpha, alpha_star);
// weak-duality: the largest D along the path over the smallest P; reported: the certificate's own P and D.
//
// The path is the solver's own, run again without shrinking, as far as 3e8 operations reach; the certificate is its
// last point. P along it is that of the best b for the w of that iteration (the middle of argmin g, recomputed.h): any b
// gives an upper bound of D, this one the least. Broken: alpha of the chosen point raised by C/2, as if stationarity in
// b did not ask for sum delta = 0. The sum is then C/2 off, whatever the data. Vacuous: "kernel-not-psd" (then D is not
// concave, and no primal problem stands over it). Cost: those operations, and O(n log n) for each of at most 512 kept
// points, fewer of a large problem.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

/// P of an iterate's w with the b that is best for that w: the least primal that the iterate can stand for, so that P -
/// D is the gap of its w and not of its b. O(n log n)
double best_primal(const Problem& problem, const Solution& at);

Checked<DualPicture> check_dual(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                bool broken);

}  // namespace proofground::svr
