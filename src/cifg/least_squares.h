// The shortest solution of a least-squares problem, also where its columns depend on one another.
//
//   |A w - y| -> min, and |w| where that leaves a choice
//
//   A = Q R     Gram-Schmidt, the longest remaining column first, r columns: those that are left are rounding
//   R' = Z S    the same on the rows of R, of which none is left
//   w = Z v,    S' v = Q' y:  triangular in the order in which the rows were taken
//
// Each new direction is made orthogonal to the earlier ones twice, which keeps Q orthonormal to rounding.
//
// Source: Golub and Van Loan, Matrix Computations (4th ed., 2013), 5.2.8 and 5.5.
//
// No weights, no scaling: columns that are to count alike come with like sizes.
#pragma once

#include <vector>

namespace proofground::cifg {

/// What remains of a column below this share of the longest column's length counts as rounding.
inline constexpr double kLeastColumn = 1e-10;

/// w (columns). @param columns of A, at least one, each as long as y; finite
std::vector<double> least_squares(std::vector<std::vector<double>> columns, const std::vector<double>& y);

}  // namespace proofground::cifg
