// What the stage "Bound" is given beside the exact terms: the same by draws, and what is drawn of the model.
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val vae_sampled_elbo(const val& request);
val vae_bound_picture(const val& request);

}  // namespace proofground::border
