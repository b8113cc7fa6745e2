// 3ledger. The gradients split by where they came from add up to the gradients.
//
//   delta h_t, delta c_t, dL/dW_k, dL/dU_k, dL/db_k by source and path, as in ledger.h
//
// Checks:
//   states    the states against the equations, one step at a time
//   into-h, into-c   every entry against a complex step at h_t or c_t that may leave by this one edge only, and <g_s, h_s> of its source alone
//   parameters  every entry against such steps at z_k,t, times x_t, h_{t-1} or 1, which is what a parameter moves it by, summed over t
//   sum-h, sum-c, sum-parameters   the entries, added up, against the gradients
//
// Cannot see a wrong delta of f, o or c~ alone: that is 3b.
//
// Broken: plain    every g a tenth too large, in the books and in the gradients: entry "loss" of the last source is g itself
//         twice, no-recurrent, no-transpose   in the gradients, and so in the books (wrong.h)
//         source, no-cell   in the books alone: the gradients are right
//
// Vacuous: "no-loss", "overflow"; "no-difference": no entry changes, as with one step.
#pragma once

#include "cifg/claims/claims.h"

namespace proofground::cifg {

/// Batch 1.
Checked<LedgerPicture> check_ledger_entries(const Problem<double>& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::cifg
