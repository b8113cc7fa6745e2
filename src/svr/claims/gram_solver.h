// Support vector regression from the Gram matrix alone: no point is among the arguments.
//
//   max_delta  sum_i y_i delta_i - epsilon sum_i |delta_i| - 1/2 delta'K delta
//   s.t.       sum_i delta_i = 0,   |delta_i| <= C
//
// It works on delta itself, of length n, not on alpha and alpha_star. A pair (i, j) moves by +t, -t along a concave
// function with kinks where delta_i or delta_j passes 0; the step ends at a kink at the latest. Pairs: i of the largest
// violation, j of the largest gain in D. It shares no code with svm/smo, so that agreement means something.
//
// Source: the working pair as in Fan, Chen and Lin (2005), here for a piecewise quadratic function.
#pragma once

#include <vector>

namespace proofground::svr {

struct GramSolution {
  std::vector<double> delta;   ///< (n)
  std::vector<double> fitted;  ///< (n) K delta = f - b
  double dual = 0;
  double kkt_gap = 0;  ///< units of y
};

/// @param gram (n x n) row-major, positive semi-definite  @param y (n)
/// Ends at kkt_gap <= tolerance or after max_iterations, each O(n).
GramSolution solve_from_gram(const std::vector<double>& gram, const std::vector<double>& y, double C, double epsilon,
                             double tolerance, long max_iterations);

}  // namespace proofground::svr
