// Requests of problem 4 with an exact result: from one request object to one result (types-diffusion.ts has both).
#pragma once

#include "wasm/core/boundary.h"

namespace proofground::border {

val diffusion_schedule(const val& spec);
val diffusion_mixture_oracle(const val& request);
double diffusion_gaussian_kl(const val& request);
val diffusion_oracle(const val& request);
val diffusion_standardised(const val& request);
val diffusion_draw(const val& request);

}  // namespace proofground::border
