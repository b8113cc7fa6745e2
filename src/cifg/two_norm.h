// The 2-norm of a small matrix: its largest singular value.
//
//   A'A  by Lanczos with full reorthogonalisation: v_1, v_2, ... orthonormal, T = V' A'A V tridiagonal
//   |A|^2 = the largest eigenvalue of T, by bisection with Sturm counts, as soon as it does not grow any more
//
// The value grows from step to step towards |A|^2; the run ends when a step adds less than 1e-14 of it twice, or after
// n steps, when it is exact. A is first divided by its largest entry: neither overflow nor underflow.
//
// Source: Golub and Van Loan, Matrix Computations (4th ed., 2013), 8.4 and 10.1.
//
// Not for large matrices: the basis is kept.
#pragma once

namespace proofground::cifg {

/// |A|_2. @param a (n x n) row-major @return NaN or infinite where an entry is
double two_norm(const double* a, int n);

}  // namespace proofground::cifg
