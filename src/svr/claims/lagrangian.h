// 1a. The Lagrangian, term by term, and its saddle point.
//
//   L(w, b, xi; alpha, alpha_star, beta) = 1/2 |w|^2 + C sum xi                                   half_norm, slack
//     + sum alpha_i (y_i - f(x_i) - epsilon - xi_i) + sum alpha_star_i (f(x_i) - y_i - epsilon - xi_i)   upper, lower
//     - sum beta_i xi_i                                                                           nonnegative
//
// Claim: L(w, b, xi; l) <= L(w, b, xi; l*) <= L(w', b', xi'; l*) for all multipliers l >= 0 and all (w', b', xi').
// Checks: saddle-below, saddle-above: the worst excess of 200 random draws each; complementary: |upper| + |lower| +
// |nonnegative| at the certificate; multipliers: the most negative one.
//
// Draws: multipliers near the certificate's, all of them at random, or a single one, up to the size at which a
// violation of epsilon outweighs the whole objective. w' = w + sum eta_j phi(x_j) over 8 points, b' and xi' up to where
// a slope of C in L outweighs the objective; xi' of both signs, since xi >= 0 is what beta is for. Broken: the
// constraint (3) with its sign turned round, alpha_star_i (f - y + epsilon + xi). Since b is the middle of its optimal
// set, some e_i + epsilon >= epsilon > 0, and a draw with alpha_star_i > 0 lifts L above the saddle. Vacuous:
// "kernel-not-psd" (then |w'|^2 is no norm and L has no minimum). Cost: O(200 n) besides the recomputation.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, bool broken);

}  // namespace proofground::svr
