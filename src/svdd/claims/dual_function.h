// 2.3. The dual function.
//
//   theta(alpha, beta, gamma) = sum_i alpha_i k_ii - |sum_i alpha_i phi(x_i)|^2 / s       s = sum_i alpha_i; 0 at s = 0
//                               if 1 - s - gamma = 0 and C_i / nu - alpha_i - beta_i = 0;
//                               -infinity otherwise                                                                (9)
//
// It is tried on multipliers over at most 16 points (the farthest ones among them) by two routes: theta from inner
// products, and L from squared distances (few.h). And on all points between the certificate's multipliers and others that
// are feasible, where theta is the lower envelope of lines: L at one centre is affine in alpha.
//
// Checks, over 20 draws of alpha with 50 of (rho, mu, xi) each:
//   below        theta - L at the worst
//   tight        |L - theta| at mu' = sum_p alpha_p phi(x_p) / s
//   ride         the slope of L in rho and in xi once an equality is violated, against the violation
//   envelope     on the way to the certificate: theta above a line, or off the one that it touches
//   multipliers  the most negative of the certificate's, with gamma = 1 - s and beta_i = C_i / nu - alpha_i
//   reported     the certificate's dual against L at its own centre, sum alpha_i d_i^2
// What it cannot see: whether the certificate's multipliers are the best ones. The formula holds for all.
//
// Broken: gamma is 1/2 too large, so that rho's coefficient is -1/2 and L falls below any theta. Likewise
//   "twice"      the square is divided by s^2
//   "undivided"  the square is not divided
//   "cross"      |x - mu|^2 without the 2 in 2 <x, mu>, in L
// The last three change nothing where all inner products are 0.
//
// Cost: O(1e6), and O(n) for each of 9 lines.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<DualFunctionPicture> check_dual_function(const Problem& problem, const Solution& solution,
                                                 const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
