// Solving again, more sharply, so that a claim's allowance for an early stop is invisible.
#pragma once

#include <algorithm>

#include "svm/dual_run.h"

namespace proofground {

/// Iterations times points that solving again may cost: some tenths of a second in a browser.
inline constexpr double kPolishWork = 1e8;
/// Above this many points a second solve is felt.
inline constexpr int kPolishPoints = 1000;

/// kPolishWork / n, but at least 100: an iteration costs O(n).
inline long polish_iterations(int n) { return std::max(100L, static_cast<long>(kPolishWork / n)); }

/// solve(fine), or a copy of the solution: of a large problem, when it is not converged, when it is already that sharp
/// and when solving again did not sharpen it.
template <class Solution, class Solve>
Solution polished_by(int n, const Solution& solution, const FitOptions& fine, Solve solve) {
  if (n > kPolishPoints || !solution.report.converged || solution.report.kkt_gap <= fine.tolerance) return solution;
  Solution sharp = solve(fine);
  if (!(sharp.report.kkt_gap <= solution.report.kkt_gap)) return solution;
  // As sharp as it gets: converged in the sense that the fit it replaces was.
  sharp.report.converged = true;
  return sharp;
}

}  // namespace proofground
