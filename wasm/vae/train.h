// Trained VAEs, as JavaScript writes them (types-vae-train.ts).
#pragma once

#include <memory>

#include "vae/trainer.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request VaeTrainRequest  @param saved undefined, or what save() gave
std::unique_ptr<vae::Trainer> start_vae_training(const val& request, const val& saved);

/// The requests of pg.vae's functions of the same names, each with a network's bytes.
val vae_encode(const val& request);
val vae_decode(const val& request);
val vae_sample(const val& request);
val vae_evaluate(const val& request);
val vae_evidence(const val& request);
val vae_posterior(const val& request);
val vae_overlap(const val& request);
/// @param request VaeEvaluateOptions
val vae_progress(const vae::Trainer& trainer, const val& request);
/// (n x 2) @param request fields name, n, seed
std::vector<double> vae_toy(const val& request);

}  // namespace proofground::border
