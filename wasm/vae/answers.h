// The exact answers of the VAE: in double, from what is given.
#pragma once

#include "vae/linear_gaussian.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request VaeGaussian, VaeGradientsRequest, LinearGaussianRequest  @return VaeKl, VaeGradients, LinearGaussianAnswer
val vae_kl(const val& request);
val vae_gradients(const val& request);
val vae_linear_gaussian(const val& request);

/// The fields D, b and noiseVar; dx is the length of b, dz is left at 1. Not validated.
vae::LinearGaussian read_linear_gaussian(const Fields& fields);

/// The fields of LinearGaussianAnswer.
val to_js(const vae::Elbo& elbo);

}  // namespace proofground::border
