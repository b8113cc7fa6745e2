#include "nn/product.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "nn/lanes.h"
#include "nn/panels.h"

namespace proofground::nn {
namespace {

/// Rows of one tile of sums: 4 x 8 of them fill eight of sixteen registers.
constexpr int kRows = 4;
/// Rows that are worked on with every panel of the weights before the next ones: their part of x, and a panel of the
/// weights, stay in the first-level cache.
constexpr int kBlock = 32;

/// Rows of batches that are summed before the next ones: their columns of one panel of x, and of one of dy, stay there too.
constexpr int kColumnBlock = 256;

/// R x 8 entries of x W + b. @param x the first row's @param panel floats from one panel of x to the next
template <int R>
void tile(const float* x, std::ptrdiff_t panel, const float* w, int in, f32x4 bias0, f32x4 bias1, float* y) {
  std::array<f32x4, R> left, right;
  for (int r = 0; r < R; ++r) {
    left[r] = bias0;
    right[r] = bias1;
  }
  for (int p = 0; p < in; p += kPanel, x += panel) {
    for (int k = 0; k < kPanel; ++k, w += kPanel) {
      const f32x4 w0 = load(w), w1 = load(w + kLanes);
      for (int r = 0; r < R; ++r) {
        const f32x4 value = splat(x[r * kPanel + k]);
        left[r] += value * w0;
        right[r] += value * w1;
      }
    }
  }
  for (int r = 0; r < R; ++r, y += kPanel) {
    store(y, left[r]);
    store(y + kLanes, right[r]);
  }
}

/// The rows from first to last of one panel of y.
void rows_of_panel(const float* x, std::ptrdiff_t panel, int first, int last, const float* w, int in, const float* bias,
                   float* y) {
  const f32x4 bias0 = bias == nullptr ? splat(0) : load(bias);
  const f32x4 bias1 = bias == nullptr ? splat(0) : load(bias + kLanes);
  int row = first;
  for (; row + kRows <= last; row += kRows) tile<kRows>(x + row * kPanel, panel, w, in, bias0, bias1, y + row * kPanel);
  for (; row < last; ++row) tile<1>(x + row * kPanel, panel, w, in, bias0, bias1, y + row * kPanel);
}

/// 4 x 8 entries of x' dy, summed over batches, are added. @param x the first of four columns of a panel
void tile_of_columns(const Batches& x, const Batches& dy, int count, int rows, float* gradient) {
  std::array<f32x4, kRows> left, right;
  for (int r = 0; r < kRows; ++r) {
    left[r] = load(gradient + r * kPanel);
    right[r] = load(gradient + r * kPanel + kLanes);
  }
  for (int batch = 0; batch < count; ++batch) {
    const float *of_x = x.first + batch * x.step, *of_dy = dy.first + batch * dy.step;
    for (int i = 0; i < rows; ++i, of_x += kPanel, of_dy += kPanel) {
      const f32x4 d0 = load(of_dy), d1 = load(of_dy + kLanes);
      for (int r = 0; r < kRows; ++r) {
        const f32x4 value = splat(of_x[r]);
        left[r] += value * d0;
        right[r] += value * d1;
      }
    }
  }
  for (int r = 0; r < kRows; ++r, gradient += kPanel) {
    store(gradient, left[r]);
    store(gradient + kLanes, right[r]);
  }
}

}  // namespace

void product(const float* x, int rows, const Weights& weights, const float* bias, float* y) {
  const std::ptrdiff_t panel = static_cast<std::ptrdiff_t>(rows) * kPanel;
  for (int block = 0; block < rows; block += kBlock) {
    const int last = std::min(block + kBlock, rows);
    for (int column = 0; column < weights.out; column += kPanel) {
      rows_of_panel(x, panel, block, last, weights.w + static_cast<std::ptrdiff_t>(column) * weights.stride, weights.in,
                    bias == nullptr ? nullptr : bias + column, y + column / kPanel * panel);
    }
  }
}

void product_of_columns(const float* x, const float* dy, int rows, int in, int out, float* gradient) {
  product_of_columns({x, 0}, {dy, 0}, 1, rows, in, out, gradient);
}

void product_of_columns(const Batches& x, const Batches& dy, int count, int rows, int in, int out, float* gradient) {
  const std::ptrdiff_t panel = static_cast<std::ptrdiff_t>(rows) * kPanel;
  std::fill_n(gradient, panel_size(in, out), 0.0F);
  const int together = std::max(1, kColumnBlock / rows);
  for (int first = 0; first < count; first += together) {
    const int some = std::min(together, count - first);
    for (int i = 0; i < in; i += kRows) {
      const Batches columns{x.first + first * x.step + i / kPanel * panel + i % kPanel, x.step};
      for (int j = 0; j < out; j += kPanel) {
        const Batches of_dy{dy.first + first * dy.step + j / kPanel * panel, dy.step};
        tile_of_columns(columns, of_dy, some, rows, gradient + place(in, i, j));
      }
    }
  }
}

void column_sums(const float* dy, int rows, int out, float* sums) {
  for (int j = 0; j < out; j += kPanel) {
    f32x4 left{}, right{};
    for (int i = 0; i < rows; ++i, dy += kPanel) {
      left += load(dy);
      right += load(dy + kLanes);
    }
    store(sums + j, left);
    store(sums + j + kLanes, right);
  }
}

void transpose(const float* w, int in, int out, float* to) {
  for (int j = 0; j < out; ++j)
    for (int i = 0; i < in; ++i) to[place(out, j, i)] = w[place(in, i, j)];
}

}  // namespace proofground::nn
