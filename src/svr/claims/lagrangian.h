// 1a. The Lagrangian, term by term, and its saddle point.
//
//   L(w, b, xi; alpha, alpha_star, beta)
//     =   1/2 |w|^2                                              half_norm
//       + C sum_i xi_i                                           slack
//       + sum_i alpha_i (y_i - f(x_i) - epsilon - xi_i)          upper
//       + sum_i alpha_star_i (f(x_i) - y_i - epsilon - xi_i)     lower
//       - sum_i beta_i xi_i                                      nonnegative
//
//   L(w, b, xi; l) <= L(w, b, xi; l*) <= L(w', b', xi'; l*)      for all l >= 0 and all (w', b', xi')
//
// Checks:
//   saddle-below, saddle-above  the worst excess of 200 random draws each
//   complementary               sum of |multiplier times constraint| at the certificate, over all constraints
//   multipliers                 the most negative one
//   sum                         |sum delta|
//   violation                   of the KKT conditions (recomputed.h): the draws are allowed what is left of it
//
// Cannot see: a direction that no draw has. That there is none is what complementary and violation show.
//
// Draws: multipliers near the certificate's, all of them at random, or a single one, up to the size at which a
// violation of epsilon outweighs the whole objective. w' = w + sum_j eta_j phi(x_j) over 8 points; b' and xi' up to
// where a slope of C in L outweighs the objective. xi' has both signs, since the multiplier beta is there for xi >= 0.
//
// Broken, by code ("no-difference" where that changes nothing that a check could see):
//   plain       constraint (3) with the opposite sign, alpha_star_i (f - y + epsilon + xi). Since b is the middle of its
//               optimal set, some e_i + epsilon >= epsilon > 0, and a draw with alpha_star_i > 0 raises L above the saddle
//               (unless rounding is of the size of all these)
//   sum, two-c  another certificate (wrong.h): sum, or multipliers
//   tube-twice  2 epsilon in constraint (2): complementary is epsilon sum alpha
//   beta        the last term left out: L is linear in each xi_i with the slope beta_i
//   half        |w|^2 for 1/2 |w|^2: a shorter w lowers L
//
// Vacuous: "kernel-not-psd" (then |w'|^2 is no norm and L has no minimum).
//
// Cost: O(200 n) besides the recomputation.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svr
