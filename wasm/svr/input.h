// SVR's problem as JavaScript writes it, and its solution as JavaScript reads it.
#pragma once

#include "svr/svr.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @throws InvalidArgument as svr::require_valid, and on every field of a wrong type
svr::Problem read_svr_problem(const val& problem);

/// The fields that predict needs of a solution: alpha, alphaStar and b.
svr::Solution read_svr_solution(const val& solution);
/// Those fields.
val certificate_to_js(const svr::Solution& solution);

/// @param problem decides whether w is an array or null
val to_js(const svr::Solution& solution, const svr::Problem& problem);

}  // namespace proofground::border
