// Options for solving again, as sharply as double precision and a bounded effort allow.
#pragma once

#include "core/require.h"
#include "svr/svr.h"

namespace proofground::svr {

/// Smallest tolerance that a solve accepts.
inline constexpr double kLeastTolerance = kSmallestParameter;

/// tolerance: 1e-9 of half y's range (epsilon when y is constant), and 1e-13 of its largest size, where rounding
/// starts. max_iterations: 1e8/n, but at least 100: an iteration costs O(n).
Options fine_options(const Problem& problem);

/// The certificate solved again to a kkt_gap of about 1e-9 of y's range, for n <= 1000 and as far as a bounded number
/// of iterations reaches; otherwise, and when the certificate is not converged or already that sharp, a copy of it.
/// Make it once for all claims of one fit. O(1e8) operations at most.
Solution polished(const Problem& problem, const Solution& solution);

}  // namespace proofground::svr
