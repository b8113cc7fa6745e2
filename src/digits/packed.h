// A denoiser in a quarter of its bytes: eight bits a weight.
//
//   W_io ~ s_o q_io,   s_o = max_i |W_io| / 127,   q_io = W_io / s_o rounded, -127..127
//
//   "PGDQ" 1  shape  for each layer: s (out floats), q (in x out bytes), b (out floats)
//
// A scale for each output unit, as these differ in size by a factor of ten. Biases stay floats. What is unpacked is a network
// like any other, and packing it again gives the same bytes.
//
// No entropy coding: the transport compresses. No training that knows of the rounding: the error is 1/254 of a unit's largest
// weight at most.
#pragma once

#include <cstdint>
#include <vector>

#include "digits/denoiser.h"

namespace proofground::digits {

/// @throws InvalidArgument  weights that are not finite, field network
std::vector<std::uint8_t> packed(const Denoiser& network);

/// A network from either of its forms: what packed() gave, or Denoiser::save(). @param field how refusals name the bytes
/// @throws InvalidArgument  as Denoiser::load; scales below 0 or above 1e30
Denoiser read_network(const std::vector<std::uint8_t>& bytes, const char* field);

}  // namespace proofground::digits
