// 2.5a. The centre is where the multipliers balance.
//
//   sum_i alpha_i (phi(x_i) - mu) = 0
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
//
// Broken: mu moved a tenth of the way to the farthest point, its distances with it; the force is then s/10 of that
// distance.
//
// Vacuous: "coincident" (only then can s be 0, and mu anything).
//
// Cost: O(n d) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<CentrePicture> check_centre(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake);

}  // namespace proofground::svdd
