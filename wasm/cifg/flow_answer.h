// The flow of gradients through drawn cells, as JavaScript asks for it and gets it.
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request FlowRequest (types-cifg-flow.ts) @returns FlowAnswer
val cifg_flow(const val& request);

/// @param request FlowRequest @returns CifgProblem (types-cifg-data.ts)
val cifg_drawn(const val& request);

}  // namespace proofground::border
