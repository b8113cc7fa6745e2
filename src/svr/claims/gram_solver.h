// Support vector regression from the Gram matrix alone: the arguments are all it knows, and no point is among them.
//
//   max sum y_i delta_i - epsilon sum |delta_i| - 1/2 delta'K delta    s.t.  sum delta_i = 0,  |delta_i| <= C
//
// On delta itself, of length n, not on alpha and alpha_star: a pair (i, j) moves by +t, -t along a concave function
// whose kinks lie where delta_i or delta_j passes 0; the step ends there at the latest. Pairs: i of the largest
// violation, j of the largest gain in D. Shares no code with svm/smo, so that agreement means something. Source: the
// working pair as in Fan, Chen and Lin (2005), here for a piecewise quadratic function.
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
