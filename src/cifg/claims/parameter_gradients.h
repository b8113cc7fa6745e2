// 3c. The gradients of the parameters are sums over the steps, and every one of them is a derivative of the loss.
//
//   dL/dW_k = sum_t delta z_k,t x_t'    dL/dU_k = sum_t delta z_k,t h_{t-1}'    dL/db_k = sum_t delta z_k,t
//
// Checks:
//   states   the states against the equations, one step at a time
//   loss     L against sum <g_t, h_t>
//   w-f, u-f, b-f, w-o, u-o, b-o, w-c, u-c, b-c, x, h0, c0   every entry against a complex step of it
//   sums     the gradients of W, U and b against the sums over t of the deltas that come with them
//   central  all of them against central differences, to 1e-8, and what rounding of L and the step leave: the step moves no number by
//            more than 1e-5, and where doubles are too coarse for such a step there is no difference
//
// Cannot see deltas that no parameter shows: of a step with x_t = 0, h_{t-1} = 0 a sum of them. That is 3b.
//
// Broken: plain  dL/db_f of the first unit is off by a tenth of what is added up there, or of the largest g where that has vanished
//         one-bias, last-step, h-t, outer, mean, no-transpose, sigma-z, tanh-z  as in wrong.h
//
// Vacuous: "no-loss", "overflow"; "no-difference": no gradient changes, as with one step.
#pragma once

#include "cifg/claims/claims.h"

namespace proofground::cifg {

Checked<ParametersPicture> check_parameter_gradients(const Problem<double>& problem, const Solution& solution,
                                                     const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::cifg
