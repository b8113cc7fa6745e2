// Claims of the VAE: requests as JavaScript writes them, results as it reads them.
#pragma once

#include "vae/claims/claims.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request VaeClaimRequest  @return VaeClaim
val vae_claim(const val& request);

}  // namespace proofground::border
