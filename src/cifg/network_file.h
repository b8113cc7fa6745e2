// The file of a trained network: its shape and weights as bytes, floats as they are.
//
//   "PGRN" 1  cell dx dh  f (W U b)  o  c  i (a standard LSTM only)  V  b_y        (core/bytes.h: frame and checksum)
//
// What is read is checked value by value. Not the training: trainer.h saves that.
#pragma once

#include <cstdint>
#include <vector>

#include "cifg/network.h"

namespace proofground::cifg {

/// @param weights of lengths that fit their shape
std::vector<std::uint8_t> save_network(const NetworkWeights& weights);

/// @param field how refusals name the bytes
/// @throws InvalidArgument  bytes that are no network, of another version, damaged, of a shape out of range, or with values that are
/// not finite
NetworkWeights load_network(const std::vector<std::uint8_t>& bytes, const char* field);

}  // namespace proofground::cifg
