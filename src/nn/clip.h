// Clipping a gradient by its norm, before an optimiser's step.
//
//   g = g min(1, largest / |g|)
//
// Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013).
//
// The norm is summed in double, in a fixed order: the same bits everywhere. No clipping by entries.
#pragma once

#include <cstddef>

namespace proofground::nn {

/// |gradient|.
double norm(const float* gradient, std::size_t size);

/// Clips in place. @param largest > 0, or 0: no clipping @return |gradient| before; where it is not finite nothing is changed
double clip(float* gradient, std::size_t size, double largest);

}  // namespace proofground::nn
