// The three matrix products of a dense layer, y = x W + b, on panels (panels.h).
//
//   forward    y  = x W + b
//   backward   dx = dy W'                        (forward with the transposed weights and no b)
//              dW = x' dy
//              db = the sums of dy's columns
//
// Each entry is one sum, from first to last term, started at b or 0: the order does not depend on the machine, its
// caches or the number of rows, so that a result has the same bits everywhere. Sums of 4 x 8 entries are kept in
// registers. Nothing is allocated.
//
// No packing, no threads: networks of a few hundred units.
#pragma once

#include <cstddef>

namespace proofground::nn {

/// W, or its first rows: the panels of a matrix with `stride` rows. Whole panels: all of these are multiples of eight.
struct Weights {
  const float* w = nullptr;
  int in = 0;      ///< rows that take part
  int out = 0;     ///< columns
  int stride = 0;  ///< rows that the matrix has
};

/// y = x W + b. @param x (rows x in) @param bias (out), or null: 0 @param y (rows x out)
void product(const float* x, int rows, const Weights& weights, const float* bias, float* y);

/// gradient = x' dy. @param x (rows x in) @param dy (rows x out) @param gradient (in x out)
void product_of_columns(const float* x, const float* dy, int rows, int in, int out, float* gradient);

/// Batches of one size, one behind another: the first one's begin, and floats from one to the next.
struct Batches {
  const float* first = nullptr;
  std::size_t step = 0;
};

/// gradient = sum over `count` batches of x' dy, in their order. @param x (rows x in) @param dy (rows x out) @param gradient (in x out)
void product_of_columns(const Batches& x, const Batches& dy, int count, int rows, int in, int out, float* gradient);

/// sums[j] = sum over rows of dy(., j). @param dy (rows x out)
void column_sums(const float* dy, int rows, int out, float* sums);

/// to = W'. @param w (in x out) @param to (out x in)
void transpose(const float* w, int in, int out, float* to);

}  // namespace proofground::nn
