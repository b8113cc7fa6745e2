// Claims as JavaScript reads them, and the options that all of them have.
#pragma once

#include <cstdint>

#include "core/claim.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// The seed of a claim's random draws.
std::uint64_t read_seed(const Fields& options);

/// @param broken whether the claim was broken on purpose  @param picture already converted
val claim_to_js(const Claim& claim, bool broken, const val& picture);

}  // namespace proofground::border
