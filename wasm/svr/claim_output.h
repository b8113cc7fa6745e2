// Claims of SVR: options as JavaScript writes them, results as it reads them.
#pragma once

#include "svr/claims/claims.h"
#include "svr/standardise.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param scaling `at` comes in the user's units; everything else is in solved ones
svr::ClaimOptions read_svr_claim_options(const val& options, const svr::Problem& problem, const svr::Scaling& scaling);

val to_js(const svr::ClaimResult& result);

}  // namespace proofground::border
