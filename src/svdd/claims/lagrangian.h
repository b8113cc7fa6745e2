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
//   saddle-below, saddle-above  the worst excess of 200 random draws each; no multipliers at all are one of them, where
//                               the left inequality is P <= D
//   complementary               |balls| + |slacks| + |radius| at the certificate
//   multipliers                 the most negative one
//   covered                     the largest constraint at the certificate: a point without multiplier may be left out
//                               of the ball unnoticed by L
// What it cannot see: a second saddle point beside this one. All have the same L.
//
// Draws: multipliers near the certificate's, all of them at random, or a single one. mu' = mu + sum_j eta_j (phi(x_j) -
// mu) over 8 points. rho' and xi' have both signs, since the multipliers gamma and beta are there for rho >= 0 and xi
// >= 0.
//
// Broken: the term slacks has the opposite sign. The two forms then differ by 2 sum_i beta_i xi_i at every draw with
// beta and xi at random. Likewise, all in the form by terms:
//   "radius"  the balls have R in the place of R^2: d_i^2 - sqrt(rho) - xi_i
//   "no-nu"   the slack has no 1 / nu: sum_i C_i xi_i; changes nothing at nu = 1
//   "gamma"   the term radius is left out
// The form by variable stays right, so "grouped" notices each wherever it changes L.
//
// Cost: O(200 n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
