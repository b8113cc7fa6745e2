// Claims of SVDD: options as JavaScript writes them, results as it reads them.
#pragma once

#include "svdd/claims/claims.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

svdd::ClaimOptions read_svdd_claim_options(const val& options, const svdd::Problem& problem);

val to_js(const svdd::ClaimResult& result);

}  // namespace proofground::border
