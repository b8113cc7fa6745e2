// 2.1. The Lagrangian, term by term, and its saddle point.
//
//   L(rho, mu, xi; alpha, beta, gamma) = rho + sum (C_i / nu) xi_i                                rho, slack
//     + sum alpha_i (d_i^2 - rho - xi_i) - sum beta_i xi_i - gamma rho                   balls, slacks, radius
//
// Claim: the same number grouped by variable, rho (1 - s - gamma) + sum xi_i (C_i / nu - alpha_i - beta_i) +
// sum alpha_i d_i^2; and L(.; l) <= L(.; l*) <= L(rho', mu', xi'; l*) for all l >= 0 and all (rho', mu', xi').
// Checks: grouped: both forms at every draw; saddle-below, saddle-above: the worst excess of 200 random draws each;
// complementary: |balls| + |slacks| + |radius| at the certificate; multipliers: the most negative one.
//
// Draws: multipliers near the certificate's, all of them at random, or a single one. mu' = mu + sum eta_j (phi(x_j) -
// mu) over 8 points, rho' and xi' of both signs, since rho >= 0 and xi >= 0 are what gamma and beta are for. Broken:
// the sign of - sum beta_i xi_i turned round; the two forms then differ by 2 sum beta_i xi_i at every draw with beta
// and xi at random. Cost: O(200 n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, bool broken);

}  // namespace proofground::svdd
