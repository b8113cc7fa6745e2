// 2.4. The dual without beta and gamma.
//
//   theta(alpha) = s (sum_i ah_i k_ii - sum_ij ah_i ah_j k_ij)      alpha = s ah, s = sum_i alpha_i; 0 at s = 0     (10)
//   s.t.           s <= 1,   0 <= alpha_i <= C_i / nu
//
// The optimal sums are s in [min(1, S(0) / nu), 1], S(0) the weight of the points that are not at mu.
//
// Checks, the first three over multipliers on at most 16 points (few.h):
//   equal     (9), from inner products, against (10), from distances: s/2 ah'D ah
//   concave   midpoints of 200 pairs
//   ray       theta(t alpha) = t theta(alpha)
//   optimal   what theta gains on the way up from the certificate. With d theta / d alpha_i = d_i^2 the steepest way is a
//             pair over all points, one multiplier up and another down; each step goes as far as it gains
//   feasible  0 <= alpha_i <= C_i / nu, s <= 1
//   sum       |s - 1|: the sum that step 5 of the proof reaches, and the solver fixes
//   reported  the certificate's dual
//   least     the certificate's least sum against min(1, S(0) / nu), counted here from distances; points within the band
//             of mu may count or not
//   as-good   what theta loses where multipliers at mu are lowered until the sum is the least one
//   worse     the largest objective that 7/8 of the certificate's least sum allows, over the largest at all. theta is
//             concave, so with P = D no alpha' has more than sum_i d_i^2 alpha'_i, which is largest with the boxes of the
//             farthest points full
// What it cannot see: whether the pairs on the way up would reach the optimum; they stop after 64.
//
// Broken: (10) without its leading s. Likewise
//   "mean"          all multipliers in the proportion of the weights: feasible, and their centre is the mean
//   "sign"          (10) with + in the place of -; changes nothing where all inner products are 0
//   "cross"         the double sum with each pair once, not twice; nor does this, where those of pairs are
//   "no-sum"        s <= 1 is forgotten: every multiplier at C_i / nu; changes nothing where nu is sum C up to the tolerance
//   "nu-too-large"  the hypothesis nu < sum C is dropped, nu = 5/4 sum C: no multipliers have the sum 1 (step 5)
//
// Vacuous: "coincident" (theta is 0).
//
// Cost: O(1e6), and O(64 n (d + 8)).
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<SimplifiedDualPicture> check_simplified_dual(const Problem& problem, const Solution& solution,
                                                     const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
