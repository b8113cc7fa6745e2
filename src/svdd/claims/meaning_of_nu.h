// 2.6. With C_i = 1/n, nu is a share of the points: at least what lies strictly outside, at most what is not inside.
//
//   #{d_i^2 > rho} / n <= nu <= #{d_i^2 >= rho} / n
//
// Counts are taken with the recomputed band on the harmless side. Checks, in shares of n: outside, not-inside: by
// how much either inequality is violated; sweep: the same at the worst of a sweep of nu, whose fits the picture draws;
// each of them is judged by its own kkt_gap, and one that its bounded effort did not finish is left out. Broken: rho
// moved beyond every point: nothing is then on or outside the sphere. Vacuous: "weights-differ" (a count says nothing;
// 2.5c is the statement then). Cost: 24 fits of at most 1e8 / (24 n) iterations each, on at most 1000 points.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<NuPicture> check_meaning_of_nu(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       bool broken);

}  // namespace proofground::svdd
