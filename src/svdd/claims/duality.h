// 2.2. The duality gap is zero.
//
// In R the feasible set d^2 <= R^2 + xi is not convex; in rho = R^2 it is. There the Slater point mu = 0, rho = 1, xi_i
// = k_ii + 1 (here in units of the data) is strictly feasible, so convex duality gives P = D.
//
// Checks:
//   gap           |P - D|
//   slater        how far the largest constraint at that point is from -1 unit
//   sum           |sum alpha - 1|
//   feasible      how far a multiplier is outside [0, C_i / nu], or rho below 0: D or P bounds nothing if it is
//   support       the largest height of the hyperplane D - u sum alpha above the cost of a ball that may violate every
//                 constraint on distances by u
//   weak-duality  the largest D along the solver's path over the smallest P
//   reported      the certificate's own P and D
// What it cannot see: which optimum the certificate is, if there are more.
//
// The path is the solver's own, run again without shrinking, as far as 3e8 operations reach; its last point is the
// certificate. P along it is min h(rho) for the mu of that iteration (radius.h).
//
// The least cost with violations of u is known exactly for u <= rho, where it is P - u, and where another fit, with a
// smaller nu, has its rho (duality.cpp says why); between these points it is convex.
//
// Broken: rho moved beyond every point, as if any feasible ball were optimal; P is then above D by at least half the
// largest squared distance. Likewise
//   "mean"    mu is the mean of the points, with its own best rho: P rises and D falls
//   "radius"  the cost has R in the place of R^2; changes nothing if rho is 0 or 1
//   "no-nu"   the cost has no 1 / nu: rho + sum C_i xi_i; changes nothing without slack, or at nu = 1
//
// Cost: those operations, O(n log n) for each of at most 512 kept points, and 15 fits (5 above 1000 points).
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

/// P at an iterate's mu and the best rho for that mu: min h. O(n log n)
double best_primal(const Problem& problem, const Solution& at);

Checked<DualityPicture> check_duality(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                      const Mistake& mistake);

}  // namespace proofground::svdd
