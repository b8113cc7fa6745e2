// The multilayer perceptron: `depth` hidden layers of `width` units, SiLU between, a linear layer last.
//
//   h_0 = x,   h_l = silu(h_{l-1} W_l + b_l),  l = 1..depth,   y = h_depth W_{depth+1} + b_{depth+1}
//   backward, from dy:  dW_l = h_{l-1}' dz_l,  db_l = sum over examples of dz_l,
//                       dz_l = (dz_{l+1} W_{l+1}') * silu'(z_l)
//
// The class knows the layout only; parameters are one array of floats that the caller owns, as are their gradients, so
// that an optimiser and a running mean see plain arrays. All matrices are in panels (panels.h). Nothing is allocated
// but when a Tape or a Scratch is made. No dropout, no normalisation.
#pragma once

#include <cstddef>
#include <vector>

#include "core/rng.h"

namespace proofground::nn {

struct MlpShape {
  int in = 1, out = 1, width = 1, depth = 1;
  bool operator==(const MlpShape&) const = default;
};

/// What the way forward leaves behind for the way back, for batches of up to `rows` examples.
struct Tape {
  std::vector<float> x;                   ///< (rows x in) set by the caller
  std::vector<std::vector<float>> h;      ///< per hidden layer, (rows x width)
  std::vector<std::vector<float>> slope;  ///< silu' there
  std::vector<float> y;                   ///< (rows x out)
  std::vector<float> dy;                  ///< (rows x out) set by the caller
  std::vector<float> dz, dz_below;        ///< (rows x width)
  std::vector<float> transposed;          ///< weights of the layer at hand
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

class Mlp {
 public:
  explicit Mlp(const MlpShape& shape);

  [[nodiscard]] const MlpShape& shape() const { return shape_; }
  /// Number of parameters, padding included.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] int layers() const { return static_cast<int>(layers_.size()); }
  [[nodiscard]] int inputs(int layer) const { return layers_[layer].in; }
  [[nodiscard]] int outputs(int layer) const { return layers_[layer].out; }
  /// Where a weight, or a bias, is in the array. @param layer 0..depth
  [[nodiscard]] std::size_t weight_at(int layer, int in, int out) const;
  [[nodiscard]] std::size_t bias_at(int layer, int out) const { return layers_[layer].bias + out; }

  /// Weights uniform with variance 1 / inputs (LeCun), those of the last layer and biases 0: the first prediction is 0.
  /// @param parameters (size)
  void initialise(Rng& rng, float* parameters) const;

  /// Whether padding holds zeros, as all here rely on. @param parameters (size)
  [[nodiscard]] bool is_padded_with_zeros(const std::vector<float>& parameters) const;

  [[nodiscard]] Tape tape(int rows) const;
  [[nodiscard]] Scratch scratch() const;

  /// tape.y from tape.x.
  void forward(const float* parameters, Tape& tape) const;
  /// The gradient of a function of y whose derivative is tape.dy, after forward(). @param gradient (size)
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
  struct Layer {
    int in, out;                ///< units
    std::size_t weights, bias;  ///< where they begin
    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;
  };
  void finish(const float* parameters, Scratch& scratch, int rows) const;

  MlpShape shape_;
  std::vector<Layer> layers_;
  std::size_t size_ = 0;
};

}  // namespace proofground::nn
