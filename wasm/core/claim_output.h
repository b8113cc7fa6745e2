// Claims as JavaScript reads them, and the options that all of them have.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/claim.h"
#include "core/mistake.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// The seed of a claim's random draws.
std::uint64_t read_seed(const Fields& options);

/// The field "broken": false or missing for none, true for the plain one, or the code of a mistake.
Mistake read_mistake(const Fields& request);

/// @param mistake the code of the one that the claim is broken with, "" for none  @param mistakes all that it knows
/// @param picture already converted
val claim_to_js(const Claim& claim, const std::string& mistake, const std::vector<std::string>& mistakes,
                const val& picture);

}  // namespace proofground::border
