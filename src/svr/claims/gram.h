// 1d1. Training needs inner products only.
//
//   D(delta) = sum y_i delta_i - epsilon sum |delta_i| - 1/2 sum_ij delta_i delta_j k(x_i, x_j)
//
// The data enter D through K alone, and K through the inner products x_i.x_j alone (|x - z|^2 = x.x - 2 x.z + z.z). So
// a solver that is given K and not X finds the same answer, and so does one given the data after an orthogonal map.
// Checks: eigenvalue: (-smallest eigenvalue of K)+ relative to the largest; inner-products: largest change of an
// x_i.x_j under the map, relative to the largest |x_i|^2; gram-alone, rotated: f - b at the points, solved again (it is
// unique, delta need not be); dual-gram, dual-rotated: the optimal D; unique: delta itself, where K's smallest
// eigenvalue makes it unique and tells it well enough. Two answers whose residuals are within tau_1 and tau_2 of the
// staircase may differ: the staircase rises, so with D = delta_1 - delta_2, sum D = 0,   D'KD <= (tau_1 + tau_2) |D|_1,
// hence
//   |f_1 - f_2|^2 <= max k(x, x) (tau_1 + tau_2) |D|_1   and   |D|_2 <= (tau_1 + tau_2) sqrt(n) / smallest eigenvalue.
// Training from K takes a linear kernel about the data's mean (sum delta = 0 allows it); the picture shows K as it is.
//
// Broken: the map also stretches by 1.25. Inner products then change by more than half of the largest of them.
// Vacuous: "single-point"; "no-spread" (all inputs are one point: nothing distinguishes one K from another);
// "kernel-not-psd" (K is not a matrix of inner products). All three end before anything is solved.
// Cost: O(m^3 + m^2 d) and two solves of m points, m = min(n, 400). Above 400 points the whole claim is about the
// problem of 400 of them, evenly spaced by first coordinate, which is solved for comparison, too; check ids then end in
// "-sample".
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<GramPicture> check_gram(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                bool broken);

}  // namespace proofground::svr
