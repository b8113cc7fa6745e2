// 2.6. With C_i = 1/n, nu is a share of the points: at least the share strictly outside, at most the share not inside.
//
//   #{d_i^2 > rho} / n <= nu <= #{d_i^2 >= rho} / n
//
// Counts are taken with the recomputed band on the harmless side.
//
// Checks, in shares of n:
//   outside      by how much the first inequality is violated
//   not-inside   by how much the second one is
//   places       what the proof counts with: alpha_i = C_i / nu outside and 0 inside, off by this share of the bound
//   sweep        the inequalities at the worst of a sweep of nu, whose fits the picture draws. Each fit is measured anew;
//                one that ended too far from an optimum does not count (sweep.h)
// What it cannot see: how near to nu the two shares are, which the statement leaves open.
//
// Half of the sweep's nu lie between two multiples of 1/n, the others on one. Above 1000 points it is a sweep of 1000 of
// them, evenly spaced, as a data set of its own.
//
// Broken: rho moved beyond every point: nothing is then on or outside the sphere. Likewise
//   "at-least"      points on the sphere are counted as outside: #{d_i^2 >= rho} / n <= nu
//   "radius"        R is taken for rho, with the d_i^2 as they are; changes nothing if it is one of the optimal rho
//   "no-nu"         alpha_i <= C_i in the place of C_i / nu, which is the ball for nu = 1; if that is not below the sum of
//                   the weights all multipliers are at C_i: the ball around the mean with rho = 0
//   "nu-too-large"  the hypothesis nu < sum C is dropped, nu = 5/4 sum C: rho = 0, and more than all points were needed
//   "weight-0"      the hypothesis C_i > 0 is dropped: points of weight 0 beside one that is inside, or outside. They leave
//                   the ball as it is, but a count has them
//
// Vacuous: "weights-differ" (a count says nothing; 2.5c is the statement then); "no-fit" (none of the sweep's fits counts).
//
// Cost: 24 fits, 12 above 1000 points, of at most 1e8 iterations times points together.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<NuPicture> check_meaning_of_nu(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake);

}  // namespace proofground::svdd
