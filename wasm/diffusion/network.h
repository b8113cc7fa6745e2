// Requests for training and sampling, as JavaScript writes them (types-diffusion.ts).
#pragma once

#include <memory>

#include "diffusion/samplers.h"
#include "diffusion/trainer.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request TrainRequest  @param saved undefined, or what save() gave
std::unique_ptr<diffusion::Trainer> start_training(const val& request, const val& saved);

/// @param request SampleRequest
std::unique_ptr<diffusion::Sampler> start_sampling(const val& request);

/// (m x d) eps of a source. @param request fields eps, schedule, x, d, t
std::vector<double> eps_of(const val& request);

/// @param request QualityRequest  @return Quality
val quality_of(const val& request);

}  // namespace proofground::border
