// SVDD's problem as JavaScript writes it, and its solution as JavaScript reads it.
#pragma once

#include "svdd/svdd.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// Weights that are missing or null are all 1/n.
/// @throws InvalidArgument as svdd::require_valid, and on every field of a wrong type
svdd::Problem read_svdd_problem(const val& problem);

/// The field that distances need of a solution: alpha.
svdd::Solution read_svdd_solution(const val& solution);
/// An SvddCertificate.
Result certificate_to_js(const svdd::Solution& solution);

val to_js(const svdd::Solution& solution);

}  // namespace proofground::border
