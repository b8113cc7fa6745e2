// 3b. Every delta of backpropagation through time is the derivative of the loss at its node.
//
//   delta h_t, delta c_t, delta f_t, delta o_t, delta c~_t, delta z_f,t, delta z_o,t, delta z_c,t     (cell.h)
//
// Checks:
//   states    the states against the equations, one step at a time
//   loss      L against sum <g_t, h_t>
//   delta-h, delta-c, delta-f, delta-o, delta-c-tilde, delta-z-f, delta-z-o, delta-z-c   each against complex steps at that node, at all
//             steps and units
//
// Cannot see gradients of parameters: that is 3c.
//
// Broken: plain  every g a tenth too large: the last one that is not 0 is a delta h_t by itself
//         lost-minus, no-recurrent, twice, no-transpose, tanh-z, tanh-h, f-t, sigma-z  as in wrong.h
//
// Vacuous: "no-loss", "overflow"; "no-difference": no delta changes, as without a second step, or with U' = U.
#pragma once

#include "cifg/claims/claims.h"

namespace proofground::cifg {

Checked<DeltasPicture> check_node_deltas(const Problem<double>& problem, const Solution& solution,
                                         const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::cifg
