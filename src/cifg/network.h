// A recurrent network for training, in floats: a CIFG-LSTM or a standard LSTM of one layer, and a linear read-out of one number.
//
//   z_k,t = W_k x_t + U_k h_{t-1} + b_k            k = f, o, c   (standard LSTM: also i)
//   CIFG   c_t = f_t * c_{t-1} + (1 - f_t) * c~_t  (cell.h)
//   LSTM   c_t = f_t * c_{t-1} + i_t * c~_t,       i_t = sigma(z_i,t)
//   h_t = o_t * tanh(c_t),   h_0 = c_0 = 0,   y_t = <V, h_t> + b_y
//   L   = sum over t and sequences of weight (y_t - target)^2
//
//   The way back is linear in delta h and delta c. The way forward leaves its factors behind, so that it only multiplies:
//   delta z_o = delta h * (tanh(c_t) o (1 - o))
//   delta c   = delta h * (o tanh'(c_t)) + delta c_{t+1} * f_{t+1}
//   delta z_f = delta c * ((c_{t-1} - c~) f (1 - f))         LSTM: (c_{t-1} f (1 - f)), and delta z_i = delta c * (c~ i (1 - i))
//   delta z_c = delta c * ((1 - f) tanh'(z_c))               LSTM: (i tanh'(z_c))
//
// [x_t, h_{t-1}] side by side times [W; U] of all gates is one product for each step, and the gradients of W and U are one
// product of the same two matrices. The factors lie where z lay, and delta z takes their place.
//
// Truncated to k steps, counted from the end: no delta goes back from step t + 1 to t where T - t is a multiple of k, so that the loss
// of the last step goes back through k steps. Values flow through all of them.
//
// Source: as cell.h; the standard LSTM as Gers, Schmidhuber and Cummins (2000). One seed gives the same bits everywhere, as nn/lanes.h.
//
// One layer, one output, no gradient by x. What is proved and checked is in double, in cell.h.
#pragma once

#include <cstddef>
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
    bool operator==(const Gate&) const = default;
  };
  NetworkShape shape;
  Gate f, o, c, i;
  std::vector<float> V;  ///< (dh)
  float b_y = 0;
  bool operator==(const NetworkWeights&) const = default;
};

/// What a tape can be asked for. Of a CIFG-LSTM i is 1 - f.
enum class Shown { f, i, o, c_tilde, c, h };

/// Whether a tape keeps what copy() shows beside what training needs.
enum class Keep { training, shown };

class Network;

/// What the way forward leaves behind for the way back, for `batch` sequences of T steps. Allocates when it is made, and then no more.
class NetworkTape {
 public:
  /// @param T, batch 1 or more each
  NetworkTape(const Network& network, int T, int batch, Keep keep = Keep::training);

  [[nodiscard]] int T() const { return T_; }
  [[nodiscard]] int batch() const { return batch_; }

  /// Takes in x, target and weight. @param sequences of T steps, batch, and the network's dx
  void set(const Sequences& sequences);

  /// (T batch) y of the last forward(), row (t, i) at t batch + i.
  [[nodiscard]] const std::vector<float>& y() const { return y_; }
  /// The quantity at step t (from 0) of one sequence, of a tape with Keep::shown (f and h: of any). @param to (dh)
  void copy(Shown what, int t, int sequence, float* to) const;

 private:
  friend class Network;
  int T_, batch_, dx_, dh_;
  Keep keep_;
  std::size_t first_h_, input_, gates_, state_;  // floats of one step: of x_t, of [x_t, h_{t-1}], of z and of a state
  // In panels of `batch` rows, step after step:
  std::vector<float> xh_;                        // [x_t, h_{t-1}], and after the last step [0, h_T]
  std::vector<float> z_;                         // z, then factors, then delta z, in the order f, o, c, i
  std::vector<float> forget_;                    // f
  std::vector<float> pass_;                      // o tanh'(c)
  std::vector<float> c_;                         // c_t of this step, or of every step if shown
  std::vector<float> shown_;                     // of every step i, o, c~, if shown
  std::vector<float> delta_h_, delta_c_;         // of this step
  std::vector<float> transposed_;                // U' of all gates
  std::vector<float> target_, weight_, y_, dy_;  // (T batch)
};

/// The layout of the parameters in one array of floats that the caller owns, as are their gradients, so that an optimiser sees plain
/// arrays: [W; U] of all gates in panels (nn/panels.h), b, V, b_y. Padding holds zeros, and a gradient is 0 there.
class Network {
 public:
  /// @throws InvalidArgument naming dx or dh
  explicit Network(const NetworkShape& shape);

  [[nodiscard]] const NetworkShape& shape() const { return shape_; }
  /// Length of the array, padding included: a multiple of eight.
  [[nodiscard]] std::size_t size() const { return b_y_ + 8; }

  /// W, U and V uniform with variance 1 / inputs, biases 0 but b_f = forget_bias, and b_i = -forget_bias: a standard LSTM starts with
  /// i = 1 - f in the mean. From one seed both cells start with the same f, o, c~ and read-out. @param parameters (size)
  void initialise(Rng& rng, double forget_bias, float* parameters) const;

  /// Whether padding holds zeros, as all here rely on. @param parameters (size)
  [[nodiscard]] bool is_padded_with_zeros(const float* parameters) const;

  /// The array as weights. Of a gradient too: what stands for each weight is its derivative.
  [[nodiscard]] NetworkWeights weights(const float* parameters) const;
  /// The weights as an array. @param parameters (size)
  /// @throws InvalidArgument  another shape, another number of entries, or one that is not finite; field W_f, ..., V, b_y, cell, dx, dh
  void set_weights(const NetworkWeights& weights, float* parameters) const;

  /// y, and what backward() needs, from what tape.set() took in.
  void forward(const float* parameters, NetworkTape& tape) const;
  /// L after forward(), summed in double, and its derivative by y for backward().
  [[nodiscard]] double loss(NetworkTape& tape) const;
  /// The gradient of L after forward() and loss(), which both are needed anew for another one.
  /// @param truncate delta h and delta c end every so many steps from the end; 0: never  @param gradient (size)
  void backward(const float* parameters, NetworkTape& tape, int truncate, float* gradient) const;

 private:
  friend class NetworkTape;
  /// Where in the array an entry of W, U or b of gate k (f, o, c, i) is.
  [[nodiscard]] std::size_t w_at(int k, int unit, int input) const;
  [[nodiscard]] std::size_t u_at(int k, int unit, int from) const;
  [[nodiscard]] std::size_t b_at(int k, int unit) const;

  NetworkShape shape_;
  int gates_;                // 3 or 4
  int inputs_, units_;       // dx and dh in whole panels
  std::size_t b_, v_, b_y_;  // where these begin
};

}  // namespace proofground::cifg
