// What all bindings have in common: the types of the values that cross the border.
//
// Each function is guarded, and its type says "or a refusal": wasm/lib is checked against the declarations that the
// linker makes of it.
#pragma once

#include <emscripten/bind.h>

#include "wasm/core/boundary.h"

/// Types as TypeScript writes them.
#define TYPES "import('../../wasm/lib/types.ts')."
#define OR_REFUSAL " | import('../../wasm/lib/error.ts').Refusal"

namespace proofground::border {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFlag)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumber)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDoubles)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBytes)

}  // namespace proofground::border
