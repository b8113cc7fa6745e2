// 1d2. Prediction needs inner products only.
//
//   f(x) - b = sum_i (alpha_i - alpha_star_i) k(x_i, x)        one bar per point; no w, no phi
//
// Where phi can be written down, the same number comes from it:
//
//   k(x, z) = x.z                    phi(x) = x
//   k(x, z) = (gamma x.z + c)^2      phi(x) = (c, sqrt(2 gamma c) x_k, gamma x_k^2, sqrt(2) gamma x_k x_l)
//                                    c >= 0, over all k and all k < l
//
// Checks, at the x shown and at up to 64 training points:
//   bars         f of predict() against the bars of the plain formula, added with compensation
//   feature-map  the identity k = phi.phi, with the problem's own gamma and c if it is a polynomial of degree 2,
//                else with c = 1 and 1/gamma the largest |x|^2
//   explicit     w.phi(x) with w = sum_i delta_i phi(x_i) against the bars (linear and such polynomials only)
//   offset       the certificate's b against argmin g from the bars alone (offset.h): b, too, needs K only
//   weights      the certificate's own w against sum_i delta_i x_i (linear only)
//
// Cannot see: whether delta is optimal. The sum is that of the delta given.
//
// Broken, by code:
//   plain     the point with the largest bar at the x shown is left out of each sum. Where no bar counts there (a Gaussian
//             far from all points), the point with the largest share of any of the sums tried: at that place it is at
//             least 1/n of all bars together, far above 1e-10 of them
//   star      bars of alpha_i k alone
//   sign      bars of (alpha_i + alpha_star_i) k
//   b-inside  b added to every bar
// The broken certificate is the one that predicts so.
//
// Vacuous: "kernel-not-psd": no inner product has these values; "no-bars": every bar is zero (no support vectors, or all of them orthogonal to everything): f = b.
//
// Cost: O(65 n d + 65^2 d^2) besides the recomputation.
#pragma once

#include "svr/claims/claims.h"

namespace proofground::svr {

Checked<PredictionPicture> check_prediction(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svr
