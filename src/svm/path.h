// Primal and dual objective along the solver's path: the gap that closes.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "svm/dual_run.h"

namespace proofground {

/// Points of the path, one entry each.
struct Path {
  std::vector<double> iteration, dual, primal, kkt_gap;
};

/// Weak duality over a path: every D is at most every P.
struct PathBounds {
  double largest_dual = -std::numeric_limits<double>::infinity();
  double smallest_primal = std::numeric_limits<double>::infinity();
};

inline constexpr long kPathKept = 512;           ///< points of a path that a picture can show
inline constexpr double kPathPictureCost = 2e7;  ///< operations spent on the kept points
/// Operations spent on getting there: n (d + 8) in an iteration with a new kernel row.
inline constexpr double kPathCost = 3e8;

/// The path: the start, evenly spaced iterations of the fit run again without shrinking, as far as kPathCost reaches,
/// and the certificate itself. The model's best_primal(problem, solution) is the least primal value of an iterate.
/// @param tolerance at most the certificate's kkt_gap
template <class Fit, class Problem, class Solution>
PathBounds walk(Path& path, const Problem& problem, const Solution& certificate, double tolerance) {
  PathBounds bounds;
  const auto keep = [&](const Solution& at) {
    path.iteration.push_back(static_cast<double>(at.report.iterations));
    path.dual.push_back(at.dual);
    path.primal.push_back(best_primal(problem, at));
    path.kkt_gap.push_back(at.report.kkt_gap);
    bounds.largest_dual = std::max(bounds.largest_dual, at.dual);
    bounds.smallest_primal = std::min(bounds.smallest_primal, path.primal.back());
  };
  const long last = certificate.report.iterations;
  const double n = problem.n();
  const long kept = std::clamp(static_cast<long>(kPathPictureCost / (n * std::log2(n + 2))), 32L, kPathKept);
  const long stride = std::max(1L, (last + kept - 2) / (kept - 1));
  FitOptions options;
  options.tolerance = tolerance;
  options.max_iterations = std::min(last, static_cast<long>(kPathCost / (n * (problem.d + 8.0))));
  options.shrinking = false;  // then the values of all points are at hand in every iteration
  Fit fit(problem, options);
  keep(fit.solution());
  while (!fit.advance(stride) && fit.report().iterations < last) keep(fit.solution());
  keep(certificate);
  return bounds;
}

}  // namespace proofground
