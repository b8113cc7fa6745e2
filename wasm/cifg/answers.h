// The exact answers of problem 3: states, gradients, their ledger, the memory horizon.
#pragma once

#include <vector>

#include "cifg/cell.h"
#include "cifg/horizon.h"
#include "cifg/ledger.h"
#include "cifg/updates.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

val cifg_forward(const val& request);
val cifg_backward(const val& request);
val cifg_tape(const val& request);

/// The fields of CifgStates, CifgDeltas, CifgParams, CifgBackward, CifgLedger, CifgLedgerSums, CifgUpdates and CifgHorizon.
val to_js(const cifg::States<double>& states);
val to_js(const cifg::Deltas<double>& deltas);
val to_js(const cifg::Params<double>& params);
val to_js(const cifg::Gradients<double>& gradients);
val to_js(const cifg::Ledger& ledger);
val to_js(const cifg::LedgerSums& sums);
val to_js(const cifg::Updates& updates);
val to_js(const cifg::Horizon& horizon);
/// CifgBackward's `grads`.
val grads_to_js(const cifg::Params<double>& params, const std::vector<double>& x, const std::vector<double>& h0,
                const std::vector<double>& c0);

}  // namespace proofground::border
