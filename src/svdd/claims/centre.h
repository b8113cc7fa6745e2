// 2.5a. The centre is where the multipliers balance, and no other centre is cheaper.
//
//   sum_i alpha_i (phi(x_i) - mu) = 0
//   F(mu) = min_{rho >= 0} rho + (1/nu) sum_i C_i max(|phi(x_i) - mu|^2 - rho, 0)  is least at mu
//
// The balance alone proves nothing where mu was made as the weighted mean: it holds for any alpha. What makes these alpha
// the multipliers is that mu is optimal.
//
// The certificate's own squared distances d_i^2 are distances from mu. By the law of cosines they give the resulting
// force without coordinates:
//
//   |sum_i alpha_i (phi(x_i) - mu)|^2 = s sum_i alpha_i d_i^2 - 1/2 sum_ij alpha_i alpha_j |phi(x_i) - phi(x_j)|^2
//   1/2 sum_ij alpha_i alpha_j |phi(x_i) - phi(x_j)|^2 = s sum_i alpha_i k_ii - |sum_i alpha_i phi(x_i)|^2
//
// Checks:
//   balance    this force, against the largest squared distance
//   force      linear kernel: the vector sum_i alpha_i (x_i - center), largest coordinate
//   distances  the certificate's d_i^2 against the recomputed ones
//   norm       its |mu|^2 likewise
//   elsewhere  by how much F is lower at another centre mu + eta: random ones in the span of the points, from near to
//              far, and those of cutting planes, the first of which goes to the steepest side (descent.h)
//   bound      F(mu) above the dual of alpha, which is at most F at any centre: so no centre at all is cheaper by more
//   sum, multipliers  without sum alpha = 1 and 0 <= alpha_i <= C_i / nu the dual would be no bound
//
// Cannot see which alpha it is where many balance; nor rho (2.5b) and the slacks (2.5d).
//
// Broken:
//   plain         mu moved a tenth of the way to the farthest point, its distances with it; the force is then s/10 of that
//                 distance
//   mean          all points pull, alpha_i = C_i / sum C, and mu is their mean: this balances, but costs more
//   support-mean  mu is the plain mean of the points with alpha_i > 0
//   nu-sum        multipliers that sum to nu, not to 1: mu = sum_i alpha_i phi(x_i) comes out nu times as long
//
// Vacuous: "coincident" (only then can s be 0, and mu anything). "no-difference": the mistake gives the same distances, or
// for "mean" the same cost.
//
// Cost: O(n d) and 150 times O(n log n), besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<CentrePicture> check_centre(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake);

}  // namespace proofground::svdd
