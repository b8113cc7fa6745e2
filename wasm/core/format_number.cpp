// Numbers in messages as JavaScript writes them: the shortest decimal that reads back. In place of
// src/core/format_number.cpp, which the linker leaves out because of this one.
#include "core/format_number.h"

#include "wasm/core/boundary.h"

namespace proofground {

std::string format_number(double value) { return border::describe(emscripten::val(value)); }

}  // namespace proofground
