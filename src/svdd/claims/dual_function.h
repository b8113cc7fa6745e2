// 2.3 and 2.4. The dual function, and the dual without beta and gamma.
//
//   theta(alpha, beta, gamma) = sum_i alpha_i k_ii - |sum_i alpha_i phi(x_i)|^2 / s       s = sum_i alpha_i; 0 at s = 0
//                               if 1 - s - gamma = 0 and C_i / nu - alpha_i - beta_i = 0;
//                               -infinity otherwise                                                                (9)
//   theta(alpha)              = s (sum_i ah_i k_ii - sum_ij ah_i ah_j k_ij)               alpha = s ah            (10)
//
// Both are tried on multipliers over at most 16 points (the farthest ones among them), by two routes: theta from inner
// products, and L from squared distances:
//
//   D_pq               = |phi(x_p) - phi(x_q)|^2
//   mu'                = sum_q w_q phi(x_q),   sum_q w_q = 1
//   |phi(x_p) - mu'|^2 = sum_q w_q D_pq - 1/2 w'Dw
//
// 2.3 checks, over 20 draws of alpha with 50 of (rho, mu, xi) each:
//   below     theta - L at the worst
//   tight     |L - theta| at mu' = sum_p alpha_p phi(x_p) / s
//   ride      the slope of L in rho and in xi once an equality is violated, against the violation
// 2.3 broken: gamma is 1/2 too large, so that rho's coefficient is -1/2 and L falls below any theta.
//
// 2.4 checks:
//   equal     (9) against (10), the latter from D: s/2 ah'D ah
//   concave   midpoints of 200 pairs
//   ray       theta(t alpha) = t theta(alpha)
//   optimal   the largest theta of a feasible draw over the certificate's
//   feasible  0 <= alpha_i <= C_i / nu, s <= 1
//   reported  the certificate's dual
// 2.4 broken: (10) without its leading s.
//
// Vacuous: "coincident" (theta is 0).
//
// Cost: O(1e6).
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<DualFunctionPicture> check_dual_function(const Problem& problem, const Solution& solution,
                                                 const ClaimOptions& options, const Mistake& mistake);
Checked<SimplifiedDualPicture> check_simplified_dual(const Problem& problem, const Solution& solution,
                                                     const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
