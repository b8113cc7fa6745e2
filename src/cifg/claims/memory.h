// 3horizon. How much of c_t reaches c_T: the product of the forget gates, and what passes through h beside it.
//
//   P_t = f_{t+1} * ... * f_T      J_t = dc_T/dc_t = diag(P_t) + R_t      (horizon.h)
//
// "The forget gate keeps the gradient" is P_t alone: R_t is what passes through some h on the way.
//
// Checks, for all t:
//   states      the states against the equations, one step at a time
//   product     P_t against a complex step at c_t that stays in the cell at every step on the way to c_T
//   jacobian    J_t against a complex step at c_t, everything free
//   through-h   J_t - diag(P_t) against the sum over s = t..T-1 of what stays in the cell from t to s and leaves c_s for h_s there, free after
//   norm, norm-through-h   the largest singular values that are claimed, against those of the measured matrices by another algorithm
//   product-norm, share    the largest product, and |R_t| / (|diag(P_t)| + |R_t|), against those of what was measured
//
// Cannot see how long a memory is useful: only that a change of c_t is felt at T.
//
// Broken: plain       P_t and J_t a tenth too large: P_T is 1
//         product     J_t is taken for diag(P_t), and the part through h for nothing: the half-truth
//         f-t         P_t = f_t * ... * f_{T-1} (at t = 1 the first factor is f_1)
//         input-gate  P_t is the product of 1 - f
//         transposed  dc_t of dc_T: rows and columns of J_t exchanged
//
// Vacuous: "overflow"; "one-step": T = 1; "no-difference": neither P_t nor J_t changes.
#pragma once

#include "cifg/claims/claims.h"

namespace proofground::cifg {

/// Batch 1.
Checked<HorizonPicture> check_memory(const Problem<double>& problem, const Solution& solution,
                                     const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::cifg
