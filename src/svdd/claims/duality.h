// 2.2. The duality gap is zero.
//
// In R the feasible set d^2 <= R^2 + xi is not convex; in rho = R^2 it is. There the Slater point mu = 0, rho = 1, xi_i
// = k_ii + 1 (here in units of the data) is strictly feasible, so convex duality gives P = D.
//
// Checks:
//   gap           |P - D|
//   slater        how far the largest constraint at that point is from -1 unit
//   sum           |sum alpha - 1|
//   weak-duality  the largest D along the solver's path over the smallest P
//   reported      the certificate's own P and D
//
// The path is the solver's own, run again without shrinking, as far as 3e8 operations reach; its last point is the
// certificate. P along it is min h(rho) for the mu of that iteration (radius.h).
//
// Broken: rho moved beyond every point, as if any feasible ball were optimal; P is then above D by at least half the
// largest squared distance.
//
// Cost: those operations, and O(n log n) for each of at most 512 kept points.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

/// P at an iterate's mu and the best rho for that mu: min h. O(n log n)
double best_primal(const Problem& problem, const Solution& at);

Checked<DualityPicture> check_duality(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                      const Mistake& mistake);

}  // namespace proofground::svdd
