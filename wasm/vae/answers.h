// The exact answers of the VAE: in double, from what is given.
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val vae_kl(const val& request);

}  // namespace proofground::border
