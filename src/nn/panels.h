// How matrices lie in memory: in panels of eight columns.
//
//   entry (row, column) of a matrix of `rows` rows is at  (column / 8 * rows + row) * 8 + column % 8
//
// A batch is (examples x features), a weight matrix (inputs x outputs); columns are padded to whole panels, weights'
// rows too. With this one layout all three products of a dense layer (product.h) walk through memory in its order and
// nothing needs to be packed first, but for the transposed weights. Padding holds zeros, and every operation keeps it
// so, but for the sigmoid (activation.h).
#pragma once

#include <cstddef>

namespace proofground::nn {

inline constexpr int kPanel = 8;

/// count rounded up to whole panels.
constexpr int padded(int count) { return (count + kPanel - 1) / kPanel * kPanel; }

constexpr std::size_t place(int rows, int row, int column) {
  return (static_cast<std::size_t>(column / kPanel) * rows + row) * kPanel + column % kPanel;
}

/// Floats that a matrix takes.
constexpr std::size_t panel_size(int rows, int columns) { return static_cast<std::size_t>(rows) * padded(columns); }

}  // namespace proofground::nn
