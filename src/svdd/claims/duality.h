// 2.2. The duality gap is zero.
//
// In R the feasible set is not convex (d^2 <= R^2 + xi), in rho = R^2 it is; there the Slater point mu = 0, rho = 1,
// xi_i = k_ii + 1 (here in units of the data) is strictly feasible, so convex duality gives P = D.
// Checks: gap |P - D|; slater: how far the largest constraint at that point is from -1 unit; sum |sum alpha - 1|;
// weak-duality: the largest D along the solver's path over the smallest P; reported: the certificate's own P and D.
//
// The path is the solver's own, run again without shrinking, as far as 3e8 operations reach; the certificate is its
// last point. P along it is min h(rho) for the mu of that iteration (radius.h). Broken: rho moved beyond every point,
// as if any feasible ball would do; P is then above D by at least the largest squared distance. Cost: those operations,
// and O(n log n) for each of at most 512 kept points.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

/// P of an iterate's mu with the rho that is best for that mu: min h. O(n log n)
double best_primal(const Problem& problem, const Solution& at);

Checked<DualityPicture> check_duality(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                      bool broken);

}  // namespace proofground::svdd
