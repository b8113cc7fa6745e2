// Requests of the pictures of problem 4: data sets, maps, particles, one step back, the bound and its terms. From one
// request object to one result (types-diffusion.ts has both).
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val diffusion_dataset(const val& request);
val diffusion_density(const val& request);
val diffusion_forward(const val& request);
val diffusion_reverse(const val& request);
val diffusion_nelbo(const val& request);
val diffusion_bayes_error(const val& request);

}  // namespace proofground::border
