// A problem of the CIFG-LSTM, as JavaScript writes it.
#pragma once

#include "cifg/cell.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// Weights: the fields W_f, U_f, b_f, W_o, ... b_c of `params`; none is missing.
cifg::Params<double> read_cifg_params(const Fields& params);

/// @param fields CifgProblem (types-cifg.ts)  @param with_g false: g is not read, and 0
/// @throws InvalidArgument naming the field, as cifg::require_valid
cifg::Problem<double> read_cifg_problem(const Fields& fields, bool with_g);

}  // namespace proofground::border
