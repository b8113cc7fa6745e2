// A number as text, as messages show it.
#pragma once

#include <string>

namespace proofground {

/// Fifteen significant digits: every decimal of that length comes out as it was typed. The WebAssembly module has its
/// own version (wasm/core/format_number.cpp): JavaScript can format numbers, while snprintf is a twentieth of the
/// module.
std::string format_number(double value);

}  // namespace proofground
