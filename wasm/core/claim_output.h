// Claims as JavaScript reads them, and what is asked of all of them.
#pragma once

#include <cstdint>

#include "core/claim.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// The seed of a claim's random draws.
std::uint64_t read_seed(const Fields& options);

val claim_to_js(const Claim& claim, bool broken, const val& picture);

}  // namespace proofground::border
