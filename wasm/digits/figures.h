// Honest figures of images.
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val digits_nearest(const val& request);

}  // namespace proofground::border
