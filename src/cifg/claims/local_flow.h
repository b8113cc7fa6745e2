// 3a. The local derivatives of the cell, and how a gradient flows through it.
//
//   c_t = f_t * c_{t-1} + (1 - f_t) * c~_t
//   dc_t/df_t = diag(c_{t-1} - c~_t)     dc_t/dc~_t = diag(1 - f_t)     dc_t/dc_{t-1} = diag(f_t)
//   dL/df_t = dL/dc_t * (c_{t-1} - c~_t)    dL/dc~_t = dL/dc_t * (1 - f_t)    dL/dc_{t-1} = dL/dc_t * f_t  (through the cell)
//
// Checks, at all steps and units:
//   states            the states against the equations, one step at a time
//   by-f, by-c-tilde, by-c-before   the diagonals against complex steps at f_t, c~_t, c_{t-1}
//   diagonal          every other entry is 0
//   delta-c           delta c_t, which the flows are made from, against the loss after a step at c_t: where f_t = 0 they do not show it
//   flow-f, flow-c-tilde, flow-c-before   delta f_t, delta c~_t, and delta c_t * f_t against the loss after steps at f_t, c~_t, c_{t-1}; the
//                     last may leave c_{t-1} through the cell only
//   bounded           by how much a |c_t| is above max(|c_0|, 1): c_t is a mean of c_{t-1} and c~_t
//
// Cannot see how dL/dc_t came about but by its value: that is 3b.
//
// Broken: plain  all three derivatives a tenth too large: f or 1 - f is at least 1/2
//         lost-minus, plus, no-complement, f-for-complement, from-difference  as in wrong.h
//
// Vacuous: "overflow"; "no-difference": the three derivatives are the same with and without the mistake.
#pragma once

#include "cifg/claims/claims.h"

namespace proofground::cifg {

Checked<LocalPicture> check_local_flow(const Problem<double>& problem, const Solution& solution,
                                       const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::cifg
