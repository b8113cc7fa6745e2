// 2.6. With C_i = 1/n, nu is a share of the points: at least the share strictly outside, at most the share not inside.
//
//   #{d_i^2 > rho} / n <= nu <= #{d_i^2 >= rho} / n
//
// Counts are taken with the recomputed band on the harmless side.
//
// Checks, in shares of n:
//   outside     by how much the first inequality is violated
//   not-inside  by how much the second one is
//   sweep       the same at the worst of a sweep of nu, whose fits the picture draws; each fit is judged by its own
//               kkt_gap, and a fit that did not finish within its bounded number of iterations is left out
//
// Broken: rho moved beyond every point: nothing is then on or outside the sphere.
//
// Vacuous: "weights-differ" (a count says nothing; 2.5c is the statement then).
//
// Cost: 24 fits of at most 1e8 / (24 n) iterations each, on at most 1000 points.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<NuPicture> check_meaning_of_nu(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake);

}  // namespace proofground::svdd
