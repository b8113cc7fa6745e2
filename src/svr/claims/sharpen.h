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

}  // namespace proofground::svr
