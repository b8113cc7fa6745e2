// A recurrent network for training, in floats: a CIFG-LSTM or a standard LSTM of one layer, and a linear read-out of one number.
//
//   z_k,t = W_k x_t + U_k h_{t-1} + b_k            k = f, o, c   (standard LSTM: also i)
//   CIFG   c_t = f_t * c_{t-1} + (1 - f_t) * c~_t  (cell.h)
//   LSTM   c_t = f_t * c_{t-1} + i_t * c~_t,       i_t = sigma(z_i,t)
//   h_t = o_t * tanh(c_t),   h_0 = c_0 = 0,   y_t = <V, h_t> + b_y
//   L   = sum over t and sequences of weight (y_t - target)^2
//
// Source: as cell.h; the standard LSTM as Gers, Schmidhuber and Cummins (2000).
//
// One layer, one output. What is proved and checked is in double, in cell.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/rng.h"

namespace proofground::cifg {

enum class CellKind { cifg, lstm };

struct NetworkShape {
  CellKind cell = CellKind::cifg;
  int dx = 1;   ///< 1..64
  int dh = 16;  ///< 1..512
  bool operator==(const NetworkShape&) const = default;
};

/// Number of parameters, padding not counted: the gates' and the read-out's dh + 1.
int parameter_count(const NetworkShape& shape);

/// Sequences of one length, and what is asked of them. Row-major; row (t, i) is t batch + i.
struct Sequences {
  int T = 1, batch = 1;
  std::vector<float> x;       ///< (T batch x dx)
  std::vector<float> target;  ///< (T batch)
  std::vector<float> weight;  ///< (T batch) of each squared error in the loss; 0: nothing is asked there
};

/// The weights as numbers, row-major: W (dh x dx), U (dh x dh), b (dh); i is empty for a CIFG-LSTM.
struct NetworkWeights {
  struct Gate {
    std::vector<float> W, U, b;
  };
  NetworkShape shape;
  Gate f, o, c, i;
  std::vector<float> V;  ///< (dh)
  float b_y = 0;
};

/// The layout of the parameters in one array of floats that the caller owns, as are their gradients, so that an optimiser sees plain
/// arrays. Padding, if any, holds zeros.
class Network;

}  // namespace proofground::cifg
