// The activation: silu(z) = z s,  silu'(z) = s (1 + z (1 - s)),  s = sigmoid(z). Forward and backward side by side.
//
// Source: Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units" (2018). The slope is formed on the way forward,
// where s is at hand, so that the way back multiplies only. count is a multiple of four; 0 stays 0.
#pragma once

#include <cstddef>

namespace proofground::nn {

/// z becomes silu(z).
void silu(float* z, std::size_t count);

/// The same, and silu'(z) into slope.
void silu(float* z, float* slope, std::size_t count);

/// dz = dh silu'(z), in place of dh.
void silu_backward(float* dh, const float* slope, std::size_t count);

}  // namespace proofground::nn
