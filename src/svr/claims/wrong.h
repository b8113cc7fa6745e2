// Certificates that well-known mistakes lead to, each computed in full from the problem.
//
//   "sum"          sum delta = 0 forgotten: the dual over the box alone, and b = 0
//   "two-c"        2 C for C
//   "tube-twice"   the tube counted twice: 2 epsilon for epsilon
//   "half"         the 1/2 before delta'K delta forgotten
//   "sign"         w = sum (alpha + alpha_star) phi
//   "epsilon-0"    no tube; both multipliers of every point then raised by the same amount, which costs nothing
//   "two-slacks"   a slack for each side: the box [0, C]^2 allows both multipliers of a point, up to C each
//
// and b as it is read from single points, with r_i = y_i - w.phi(x_i):
//
//   "bounded"      r_i -+ epsilon of a point at the bound, as if it were on the tube's edge: the chosen one, or the first
//   "edge"         r_i of a support vector, on the edge if one is, epsilon forgotten
//   "mean"         the mean of all r_i, as in least squares
//   "zero"         b = 0, b forgotten
//
// They are consistent with themselves: residuals, slacks, P, D and w follow from alpha, alpha_star and b.
#pragma once

#include <optional>

#include "core/mistake.h"
#include "svr/claims/claims.h"
#include "svr/claims/recomputed.h"

namespace proofground::svr {

/// The problem that the mistake is judged by: the given one, but with epsilon = 0 for "epsilon-0".
Problem judged_problem(const Problem& problem, const Mistake& mistake);

/// The certificate of one of the mistakes above; nothing for any other one, and where no point is of the kind that b is
/// read from. A solve of a problem with n points, or O(n) @param given of the solution
std::optional<Solution> wrong_certificate(const Problem& problem, const Solution& solution, const Recomputed& given,
                                          const ClaimOptions& options, const Mistake& mistake);

/// Whether it is another answer by more than a check allows for: in sum delta, in the bound C, in both multipliers at
/// once, or else no optimum, with its b. @param wrong recomputed from tried
bool differs(const Problem& problem, const Solution& tried, const Recomputed& wrong, const Mistake& mistake);

}  // namespace proofground::svr
