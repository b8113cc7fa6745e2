// Training of problem 3, as JavaScript writes it (types-cifg-train.ts).
#pragma once

#include <memory>

#include "cifg/trainer.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

/// @param request CifgTrainRequest  @param saved undefined, or what save() gave
std::unique_ptr<cifg::Trainer> start_cifg_training(const val& request, const val& saved);

/// @param request fields task, seed  @return CifgBaselines
val cifg_baselines(const val& request);

/// @param request field network, a file's bytes  @return CifgNetwork
val cifg_weights(const val& request);

/// @param request CifgNetwork  @return a file's bytes
std::vector<std::uint8_t> cifg_network(const val& request);

/// The fields of CifgEvaluation, CifgGates, and of gradientNorms().
val to_js(const cifg::Evaluation& evaluation);
val to_js(const cifg::SequenceStates& states);
val to_js(const cifg::GradientNorms& norms);

}  // namespace proofground::border
