// Solving a regression again, as precisely as double precision and a bounded effort allow.
#pragma once

#include "core/require.h"
#include "svr/svr.h"

namespace proofground::svr {

/// Smallest tolerance that a solve accepts.
inline constexpr double kLeastTolerance = kSmallestParameter;

/// tolerance: 1e-9 of half y's range (of epsilon if y is constant), but at least 1e-13 of the largest |y|, where
/// rounding starts. max_iterations: 1e8 / n, but at least 100: an iteration costs O(n).
Options fine_options(const Problem& problem);

/// The certificate of the claims: the problem solved again to a kkt_gap of about 1e-9 of y's range, as far as a bounded
/// number of iterations reaches. A copy of the solution if n > 1000, if it is not converged, or if it is already that
/// precise. Make it once for all claims of one fit. O(1e8) operations at most.
Solution polished(const Problem& problem, const Solution& solution);

/// How far apart two fits of the problem are: the largest |f - f| at the training points, from their residuals, relative
/// to half the range of y (to epsilon if y is constant).
double apart(const Problem& problem, const Solution& a, const Solution& b);

}  // namespace proofground::svr
