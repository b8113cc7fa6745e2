// Requests for training, sampling and inverting digits, as JavaScript writes them (types-digits-diffusion.ts).
#pragma once

#include <memory>

#include "digits/sampler.h"
#include "digits/trainer.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request DigitsTrainRequest  @param saved undefined, or what save() gave
std::unique_ptr<digits::Trainer> start_digits_training(const val& request, const val& saved);

/// @param request { images, labels, at, draws }  @return (at)
std::vector<double> digits_errors(digits::Trainer& trainer, const val& request);

/// @param request DigitsSampleRequest
std::unique_ptr<digits::Sampler> start_digits_sampling(const val& request);

/// @param request DigitsInvertRequest  @return (count x d)
std::vector<double> digits_inverted(const val& request);

/// @param request { from, to, count }  @return (count x d)
std::vector<double> digits_arc(const val& request);

}  // namespace proofground::border
