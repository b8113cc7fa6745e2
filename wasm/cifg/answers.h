// The exact answers of problem 3: states, gradients.
#pragma once

#include "cifg/cell.h"
#include "wasm/core/boundary.h"

namespace proofground::border {

val cifg_forward(const val& request);
val cifg_backward(const val& request);

/// The fields of CifgStates and of CifgBackward.
val to_js(const cifg::States<double>& states);
val to_js(const cifg::Gradients<double>& gradients);

}  // namespace proofground::border
