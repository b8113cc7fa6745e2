// The 2-norm of a small matrix: its largest singular value.
//
//   A'A  by Lanczos with full reorthogonalisation: v_1, v_2, ... orthonormal, T = V' A'A V tridiagonal
//   |A|^2 = the largest eigenvalue of T, by bisection with Sturm counts, as soon as it does not grow any more
//
// The value grows from step to step towards |A|^2; the run ends when a step adds less than 1e-11 of it twice, or after
// n steps, when it is exact. So the error is far below what a plot or a printed number of six digits shows.
//
// Source: Golub and Van Loan, Matrix Computations (4th ed., 2013), 8.4 and 10.1.
//
// Not for matrices whose squares leave the range of double: the caller scales.
#pragma once

#include <vector>

namespace proofground::cifg {

/// |A|_2. @param a (n x n) row-major, finite, its largest entry between 1e-100 and 1e100, or all 0
double two_norm(const std::vector<double>& a, int n);

}  // namespace proofground::cifg
