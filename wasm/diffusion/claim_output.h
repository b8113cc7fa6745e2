// Claims of problem 4: requests as JavaScript writes them, results as it reads them.
#pragma once

#include "diffusion/claims/claims.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// A claim by its id, on any distribution and schedule. @param request DiffusionClaimRequest (types-diffusion.ts)
/// @throws InvalidArgument  what check_claim refuses; data or a schedule that are too large to be checked
val diffusion_claim(const val& request);

}  // namespace proofground::border
