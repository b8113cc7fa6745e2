// Numbers in messages as JavaScript writes them: the shortest decimal that reads back. In place of
// src/core/written.cpp, which the linker leaves out because of this one.
#include "core/written.h"

#include "wasm/core/boundary.h"

namespace proofground {

std::string written(double value) { return border::describe(emscripten::val(value)); }

}  // namespace proofground
