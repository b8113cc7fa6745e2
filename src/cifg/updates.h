// The gradient of a parameter as a sum over the steps of matrices of rank 1, as BPTT makes it.
//
//   dL/dW_k = sum_t delta z_k,t x_t'    dL/dU_k = sum_t delta z_k,t h_{t-1}'    dL/db_k = sum_t delta z_k,t
//   the sum so far at t: what steps T, T - 1, ..., t have added, in this order; at t = 1 it is the gradient, bit for bit
//
// Source: the assignment's problem 3c.
//
// One sequence (batch 1).
#pragma once

#include "cifg/cell.h"

namespace proofground::cifg {

struct Updates {
  Params<double> step;    ///< each (T x size of the parameter): what step t adds
  Params<double> so_far;  ///< likewise: the sum of steps t .. T
};

/// Of a valid problem with batch 1. @param states of forward() @param deltas of backward(), or wrong ones
Updates updates_of(const Problem<double>& problem, const States<double>& states, const Deltas<double>& deltas);

}  // namespace proofground::cifg
