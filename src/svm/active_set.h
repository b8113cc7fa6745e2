// A step of an active-set method: the minimum over the points that are at no bound, all others held where they are.
//
//   min_c  1/2 c'Kc - slope'c     s.t.  1'c = 0,   -down_k <= c_k <= up_k           K of those points alone
//
//   (K + r I) d = slope + lambda 1,   1'd = 0          the minimum without the bounds, r far below what K's rounding is
//   c += t d                                           t = 1, or as far as the first bound
//
// A point that arrives at a bound is held there, and the smaller system is solved next, until one is solved with t = 1:
// as many systems as there are points at most. K + r I is factorised once. To hold a point is to delete a row and a
// column, after which the rest of the factor is that of the rest of the matrix plus a square: O(m^2).
//
// Where sequential minimal optimisation is slow, it is slow here: a kernel matrix of low rank or of badly scaled columns
// leaves a long, flat valley, along which changes of two multipliers at a time make little way. It is quick at finding
// out which points are at a bound, which is what this step takes as given. So the two take turns (svm/smo.cpp).
//
// r is a proximal term: a step only comes a little less far where K is flat. It makes the factor exist where K is
// singular, as it is for equal points. Every move lowers the objective, whether K is positive semi-definite or not.
//
// Does not release points from their bounds.
//
// Source: Fletcher, Practical Methods of Optimization (1987), section 10.3; for support vector machines Scheinberg, JMLR
// 7 (2006); the deletion in Golub and Van Loan, Matrix Computations, section 6.5.3.
#pragma once

#include <vector>

namespace proofground {

/// The problem of m points.
struct FreePoints {
  std::vector<double> K;         ///< (m x m) symmetric
  std::vector<double> slope;     ///< (m) how fast the objective falls as c_k grows from 0
  std::vector<double> down, up;  ///< (m) > 0: the room to the bounds
  double band = 0;               ///< a point that ends this near to the bound it moves to is at it
};

struct FreeStep {
  std::vector<double> c;   ///< (m) exactly up or -down at a bound; sums to 0 up to rounding
  std::vector<bool> held;  ///< (m) whether it is at a bound
  double fall = 0;         ///< of the objective, >= 0
  long solves = 0;         ///< of systems; 0: K + r I is not positive definite, or nothing can be gained, and c is 0
};

/// O(m^3 + held m^2)
FreeStep minimise(FreePoints points);

}  // namespace proofground
