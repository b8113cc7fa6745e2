// 1c1. b minimises g.
//
//   g(b) = C sum_i max(|r_i - b| - epsilon, 0),   r_i = y_i - w.phi(x_i)
//
// g is a convex polyline. Its slope is -C n far left and grows by C at each of the 2n breakpoints r_i -+ epsilon. So
// argmin g is the interval between the n-th and the (n+1)-th breakpoint: a statement about order and counts, without
// multipliers. It is an interval, not a point, iff as many points lie strictly above the tube as below and none on an
// edge.
//
// Checks, all at the certificate's b (a b to try changes the picture alone):
//   slope-left   <= 0, with breakpoints within the band of b counted on the harmless side
//   slope-right  >= 0, likewise
//   minimum      g(b) - min g
//   flat         the variation of g over argmin g
//   interval     argmin g against the certificate's [b_lo, b_hi], which comes from the multipliers
//   violation    of the KKT conditions by the certificate (recomputed.h): w is the optimal one
//
// Cannot see: a multiplier beyond C, or sum delta, as g knows no multipliers.
//
// Broken, by code:
//   plain                      b moved epsilon/2 (and 4 bands) beyond the interval's upper end: the left slope there is at
//                              least C
//   bounded, edge, mean, zero  b as it is wrongly read (wrong.h); outside the interval a slope has the wrong sign
//
// Vacuous: "kernel-not-psd": then the fit is a stationary point of a problem that has no optimum.
//
// Cost: O(n log n) besides the recomputation.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<OffsetPicture> check_offset(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake);

}  // namespace proofground::svr
