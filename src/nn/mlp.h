// The multilayer perceptron: `depth` hidden layers of `width` units, SiLU between, a linear layer last.
//
//   h_0 = x
//   h_l = silu(h_{l-1} W_l + b_l),  l = 1..depth
//   y   = h_depth W_{depth+1} + b_{depth+1}
//
//   backward, from dy = dz_{depth+1}:
//   dz_l = (dz_{l+1} W_{l+1}') * silu'(z_l)
//   dW_l = h_{l-1}' dz_l
//   db_l = sum over examples of dz_l
//   dx   = dz_1 W_1'                       only where the tape has room for it
//
// The class knows the layout only; parameters are one array of floats that the caller owns, as are their gradients, so
// that an optimiser and a running mean see plain arrays. More than one network may be in one array. All matrices are in
// panels (panels.h). Nothing is allocated but when a Tape or a Scratch is made.
//
// No dropout, no normalisation.
#pragma once

#include <cstddef>
#include <vector>

#include "core/rng.h"
#include "nn/dense.h"

namespace proofground::nn {

struct MlpShape {
  int in = 1, out = 1, width = 1, depth = 1;
  bool operator==(const MlpShape&) const = default;
};

/// What the way forward leaves behind for the way back, for batches of `rows` examples.
struct Tape {
  std::vector<float> x;                   ///< (rows x in) set by the caller
  std::vector<std::vector<float>> h;      ///< per hidden layer, (rows x width)
  std::vector<std::vector<float>> slope;  ///< silu' there
  std::vector<float> y;                   ///< (rows x out)
  std::vector<float> dy;                  ///< (rows x out) set by the caller
  std::vector<float> dx;                  ///< (rows x in), or empty: not computed
  std::vector<float> dz, dz_below;        ///< (rows x width)
  std::vector<float> transposed;          ///< weights of one layer at a time
  int rows = 0;
};

/// Two layers' worth of numbers for one block of examples: what a prediction needs.
struct Scratch {
  std::vector<float> x;      ///< (kRows x in) set by the caller
  std::vector<float> h, h2;  ///< (kRows x width)
  std::vector<float> y;      ///< (kRows x out)
  std::vector<float> bias;   ///< (width) of the first layer
  static constexpr int kRows = 64;
};

/// Whether a tape has room for dx, the gradient of the input.
enum class InputGradient { no, yes };

class Mlp {
 public:
  /// @param first where its parameters begin in the array
  explicit Mlp(const MlpShape& shape, std::size_t first = 0);

  [[nodiscard]] const MlpShape& shape() const { return shape_; }
  /// Its layers, depth + 1 of them.
  [[nodiscard]] const std::vector<Dense>& layers() const { return layers_; }
  /// Number of its parameters, padding included.
  [[nodiscard]] std::size_t size() const { return end() - first_; }
  /// Where they end in the array.
  [[nodiscard]] std::size_t end() const { return layers_.back().end(); }

  /// Weights uniform with variance 1 / inputs (LeCun), those of the last layer and biases 0: the first prediction is 0.
  void initialise(Rng& rng, float* parameters) const;

  /// Whether padding holds zeros, as all here rely on.
  [[nodiscard]] bool is_padded_with_zeros(const std::vector<float>& parameters) const {
    return are_padded_with_zeros(layers_, parameters);
  }

  [[nodiscard]] Tape tape(int rows, InputGradient input = InputGradient::no) const;
  [[nodiscard]] Scratch scratch() const;

  /// tape.y from tape.x.
  void forward(const float* parameters, Tape& tape) const;
  /// The gradient of a function of y whose derivative is tape.dy, after forward(): by the parameters into their places,
  /// by x into tape.dx.
  void backward(const float* parameters, Tape& tape, float* gradient) const;

  /// scratch.y from scratch.x. @param rows 1..Scratch::kRows; the panels have this many rows
  void predict(const float* parameters, Scratch& scratch, int rows) const;
  /// The same for examples that differ in the first `varying` inputs only (the others of scratch.x must be 0), from
  /// scratch.bias as first_bias() leaves it.
  void predict_varying(const float* parameters, Scratch& scratch, int rows, int varying) const;
  /// What the first layer adds for the inputs from `varying` on, which all examples share, its bias included.
  /// @param shared (in - varying)
  void first_bias(const float* parameters, const float* shared, int varying, Scratch& scratch) const;

 private:
  void finish(const float* parameters, Scratch& scratch, int rows) const;

  MlpShape shape_;
  std::size_t first_;
  std::vector<Dense> layers_;
};

}  // namespace proofground::nn
