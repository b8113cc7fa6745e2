// 2.1. The Lagrangian, term by term, and its saddle point.
//
//   L(rho, mu, xi; alpha, beta, gamma)
//     =   rho                                                    rho
//       + sum_i (C_i / nu) xi_i                                  slack
//       + sum_i alpha_i (d_i^2 - rho - xi_i)                     balls
//       - sum_i beta_i xi_i                                      slacks
//       - gamma rho                                              radius
//
//     =   rho (1 - s - gamma)                                    the same, grouped by variable; s = sum_i alpha_i
//       + sum_i xi_i (C_i / nu - alpha_i - beta_i)
//       + sum_i alpha_i d_i^2
//
//   L(rho, mu, xi; l) <= L(rho, mu, xi; l*) <= L(rho', mu', xi'; l*)     for all l >= 0 and all (rho', mu', xi')
//
// Checks:
//   grouped                     both forms at every draw
//   saddle-below, saddle-above  the worst excess of 200 random draws each
//   complementary               |balls| + |slacks| + |radius| at the certificate
//   multipliers                 the most negative one
//
// Draws: multipliers near the certificate's, all of them at random, or a single one. mu' = mu + sum_j eta_j (phi(x_j) -
// mu) over 8 points. rho' and xi' have both signs, since the multipliers gamma and beta are there for rho >= 0 and xi
// >= 0.
//
// Broken: the term slacks has the opposite sign. The two forms then differ by 2 sum_i beta_i xi_i at every draw with
// beta and xi at random.
//
// Cost: O(200 n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
