// What every training remembers from step to step, beside the weights, and how it is saved and recognised again.
//
//   step    w = Adam(w, gradient),  averaged = running mean of w      (adam.h)
//   bytes   steps  powers of Adam's b1, b2 and of the mean's decay  generator  ...  averaged  m  v
//
// The weights and their mean belong to the networks, which predict and are saved by themselves: the network's own bytes
// stand where the dots are. A trainer of two networks has both in one array of weights, and one state.
//
// A saved state goes on bit for bit, and only in the problem that it is from: a trainer writes what must be the same
// (its settings, and a Fingerprint of its data) with WriteSame, and compares it with RequireSame. Both are given the
// same list by the same function, so that no setting is written and not compared.
//
// No learning-rate schedule, no early stop. What is read is checked value by value (core/bytes.h says why).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/bytes.h"
#include "core/rng.h"
#include "nn/adam.h"
#include "nn/dense.h"

namespace proofground::nn {

struct TrainState {
  /// @param size of the array of weights @param decay of their running mean, 0 <= decay < 1
  /// @param generator as the drawing of the first weights has left it
  TrainState(std::size_t size, double decay, const Rng& generator) : adam(size), mean{decay}, rng(generator) {}

  Adam adam;
  RunningMean mean;
  Rng rng;
  std::int64_t steps = 0;  ///< taken

  /// One step. @param rate > 0 @param gradient, weights, averaged (size)
  void step(double rate, const float* gradient, std::vector<float>& weights, std::vector<float>& averaged);

  /// Steps, powers and generator: what stands before the network's bytes.
  void write_counters(ByteWriter& out) const;
  /// Averaged weights, m and v: what stands after them. @param averaged (size)
  void write_arrays(ByteWriter& out, const std::vector<float>& averaged) const;

  /// What write_counters() wrote. @param field how refusals name the bytes
  /// @throws InvalidArgument  steps outside 0..2^53, powers outside [0, 1], a generator no draws lead to
  void read_counters(ByteReader& in, const char* field);
  /// What write_arrays() wrote. @param averaged (size) is overwritten @param layers of the array, whose padding is 0
  /// @throws InvalidArgument  numbers that are not finite, padding that is not 0, a v below 0
  void read_arrays(ByteReader& in, std::vector<float>& averaged, const std::vector<Dense>& layers, const char* field);
  /// The same of an array that is no list of layers. @param is_padded whether an array's padding is 0
  void read_arrays(ByteReader& in, std::vector<float>& averaged,
                   const std::function<bool(const std::vector<float>&)>& is_padded, const char* field);
};

/// Throws unless a saved state has the same `what` as the training that is to go on from it.
/// @throws InvalidArgument "<field>: expected a state of the same <what>, got one of another"
void require_same(bool same, const char* field, const char* what);

/// Writes what must be the same: called with a name and a number, for one number after another.
struct WriteSame {
  ByteWriter& out;
  template <class T>
  void operator()(const char* /*what*/, T value) const {
    out.value(value);
  }
};

/// Compares what WriteSame wrote with the same numbers now. @throws InvalidArgument  as require_same
struct RequireSame {
  ByteReader& in;
  const char* field;
  template <class T>
  void operator()(const char* what, T value) const {
    require_same(in.value<T>() == value, field, what);
  }
};

}  // namespace proofground::nn
