// 1d1. Training needs inner products only.
//
//   D(delta) = sum_i y_i delta_i - epsilon sum_i |delta_i| - 1/2 sum_ij delta_i delta_j k(x_i, x_j)
//
// The data enter D through K alone, and K through the inner products x_i.x_j alone (|x - z|^2 = x.x - 2 x.z + z.z). So
// a solver that is given K and not X finds the same solution, and so does one given the data after an orthogonal map.
//
// Checks:
//   violation                of the KKT conditions by the certificate (recomputed.h)
//   sum, multipliers         |sum delta|, and the largest |delta| - C: where delta is not unique, neither f nor D shows them
//   eigenvalue               max(0, -smallest eigenvalue of K), relative to the largest one
//   inner-products           largest change of an x_i.x_j under the map, relative to the largest |x_i|^2
//   gram-alone, rotated      f - b at the points, solved again (f is unique, delta need not be)
//   dual-gram, dual-rotated  the optimal D
//   unique                   delta itself, if K's smallest eigenvalue makes it unique and precise enough to compare
//
// Two solutions with residuals within tau_1 and tau_2 of the staircase may differ. The staircase rises, so
//
//   delta             = delta_1 - delta_2,   sum delta = 0
//   delta'K delta    <= (tau_1 + tau_2) |delta|_1
//   |f_1 - f_2|^2    <= max k(x, x) (tau_1 + tau_2) |delta|_1
//   |delta|_2        <= (tau_1 + tau_2) sqrt(n) / smallest eigenvalue
//
// Training from K takes a linear kernel about the data's mean (sum delta = 0 allows it); the picture shows K as it is.
//
// Broken, by code:
//   plain     the map also stretches by 1.25. Inner products then change by more than half of the largest of them
//   distance  K is taken to be |x_i - x_j|^2: its trace is 0, so that an eigenvalue is negative
//   shift     the map also moves all points by the longest one: its own inner product is then 4 times as large
//
// Vacuous: "single-point"; "no-spread" (all inputs are one point: nothing distinguishes one K from another; or all are so
// near to 0 that a rotation costs them digits);
// "kernel-not-psd" (K is not a matrix of inner products). All three end before anything is solved. "not-solved-again": the
// second or the third solution did not get as near to the optimum as the certificate, in the steps that they may take.
//
// Cannot see: b, which none of these numbers hold.
//
// Cost: O(m^3 + m^2 d) and two solves of m points, m = min(n, 400). Above 400 points the whole claim is about 400 of
// them, evenly spaced by first coordinate; that problem is solved for comparison, too, in the place of the given certificate;
// check ids end in "-sample", and the picture says how many points were solved.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<GramPicture> check_gram(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                const Mistake& mistake);

}  // namespace proofground::svr
