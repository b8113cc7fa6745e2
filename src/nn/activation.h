// Activations of a network, each with its slope.
//
//   silu(z)    = z s(z),                        silu'    = s(z) (1 + z s(-z))
//   tanh(z)    = (1 - e) / (1 + e) for z >= 0,  tanh'    = 4 e / (1 + e)^2,     e = exp(-2 |z|),  tanh(-z) = -tanh(z)
//   sigmoid(z) = s(z),                          sigmoid' = s(z) s(-z)
//
//   s(z) = 1 / (1 + exp(-z)),  s(-z) = 1 - s(z)
//   backward, from dh = the derivative by the activation:  dz = dh slope
//
// The slope is formed on the way forward, where the exponential is at hand, so that the way back multiplies only.
// The slopes of tanh and sigmoid keep their relative accuracy where the unit saturates: no 1 - h^2, no 1 - s.
// The functions of four lanes are in lanes.h. One seed gives the same bits everywhere, as there.
//
// Source: Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units" (2018), for SiLU.
//
// Padding: silu and tanh keep 0 at 0. sigmoid makes 1/2 of it: what a layer reads must be 0 in its padding, so a
// sigmoid's values may only multiply numbers that are 0 there. No ReLU, no softmax.
//
// count is a multiple of four everywhere.
#pragma once

#include <cstddef>

namespace proofground::nn {

/// z becomes silu(z).
void silu(float* z, std::size_t count);
/// The same, and silu'(z) into slope.
void silu(float* z, float* slope, std::size_t count);

/// z becomes tanh(z).
void tanh(float* z, std::size_t count);
/// The same, and tanh'(z) into slope.
void tanh(float* z, float* slope, std::size_t count);

/// z becomes sigmoid(z).
void sigmoid(float* z, std::size_t count);
/// The same, and sigmoid'(z) into slope.
void sigmoid(float* z, float* slope, std::size_t count);
/// z becomes sigmoid(z), and complement sigmoid(-z) = 1 - sigmoid(z) without cancellation. The slope is their product.
void sigmoid_and_complement(float* z, float* complement, std::size_t count);

/// dz = dh slope, in place of dh: the way back of each of these.
void activation_backward(float* dh, const float* slope, std::size_t count);

}  // namespace proofground::nn
