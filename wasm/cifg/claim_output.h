// Claims of the CIFG-LSTM: requests as JavaScript writes them, results as it reads them.
#pragma once

#include "cifg/claims/claims.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request CifgClaimRequest  @return CifgClaim
val cifg_claim(const val& request);

}  // namespace proofground::border
