// Solving again to a smaller tolerance, so that a claim's allowance for an early stop is invisible.
#pragma once

#include <algorithm>

#include "svm/dual_run.h"

namespace proofground {

/// Iterations times points that solving again may cost: some tenths of a second in a browser.
inline constexpr double kPolishWork = 1e8;
/// Above this many points a second solve takes noticeable time, and is not made.
inline constexpr int kPolishPoints = 1000;

/// kPolishWork / n, but at least 100: an iteration costs O(n).
inline long polish_iterations(int n) { return std::max(100L, static_cast<long>(kPolishWork / n)); }

/// solve(fine). A copy of the solution instead if n > kPolishPoints, if it is not converged, if its kkt_gap is already
/// at most fine.tolerance, or if solving again made its kkt_gap larger.
template <class Solution, class Solve>
Solution polished_by(int n, const Solution& solution, const FitOptions& fine, Solve solve) {
  if (n > kPolishPoints || !solution.report.converged || solution.report.kkt_gap <= fine.tolerance) return solution;
  Solution finer = solve(fine);
  if (!(finer.report.kkt_gap <= solution.report.kkt_gap)) return solution;
  // At least as precise as the fit that it replaces, which counted as converged.
  finer.report.converged = true;
  return finer;
}

}  // namespace proofground
