// Compiled for speed: rows of the kernel matrix, the larger part of a fit.
#include "svm/kernel_rows.h"

#include <array>
#include <cstddef>

#include "svm/packed.h"

namespace proofground {

namespace {

using packed::both;
using packed::f64x2;
using packed::kBlock;
using packed::kLanes;
using packed::load;
using packed::store;

constexpr int kVectors = kBlock / kLanes;
/// Eight sums at once: enough independent chains to hide the latency of the additions.
using Block = std::array<f64x2, kVectors>;

/// x_j . z for eight neighbouring j.
struct Dot {
  static void add(Block& sum, const double* column, f64x2 z) {
    for (int v = 0; v < kVectors; ++v) sum[v] += load(column + v * kLanes) * z;
  }
};

/// |x_j - z|^2 for eight neighbouring j. As a sum of squared differences, not |x|^2 + |z|^2 - 2 x.z, which for data far
/// from the origin is the small difference of large numbers.
struct Distance2 {
  static void add(Block& sum, const double* column, f64x2 z) {
    for (int v = 0; v < kVectors; ++v) {
      const f64x2 difference = load(column + v * kLanes) - z;
      sum[v] += difference * difference;
    }
  }
};

/// out_j = map(sum over coordinates) for j = 0..stride-1. One instance for each kernel.
template <class Sum, class Map>
void fill_row(const double* columns, int stride, int d, const double* z, double* out, Map map) {
  for (int j = 0; j < stride; j += kBlock) {
    Block sum{};
    const double* column = columns + j;
    for (int k = 0; k < d; ++k, column += stride) Sum::add(sum, column, both(z[k]));
    for (int v = 0; v < kVectors; ++v) store(out + j + v * kLanes, map(sum[v]));
  }
}

}  // namespace

KernelRows::KernelRows(const Kernel& kernel, int n, int d)
    : kernel_(kernel),
      n_(n),
      d_(d),
      stride_(packed::padded(n)),
      columns_(static_cast<std::size_t>(d) * stride_),
      diagonal_(n) {}

KernelRows::KernelRows(const Kernel& kernel, const Points& points) : KernelRows(kernel, points.n, points.d) {
  for (int k = 0; k < d_; ++k)
    for (int j = 0; j < n_; ++j) columns_[static_cast<std::size_t>(k) * stride_ + j] = points.row(j)[k];
  fill_diagonal();
}

void KernelRows::fill_diagonal() {
  // |x - x|^2 is exactly 0 and exp(0) exactly 1, as in row().
  if (kernel_.type == KernelType::rbf) {
    diagonal_.assign(n_, 1.0);
    return;
  }
  // By the same packed operations as a row, on a set of one point, so that diagonal(i) is bit for bit row(i)[i].
  const std::vector<double> point(static_cast<std::size_t>(d_) * kBlock);
  std::vector<double> z(d_);
  std::array<double, kBlock> out{};
  KernelRows one(kernel_, 1, d_);
  for (int j = 0; j < n_; ++j) {
    for (int k = 0; k < d_; ++k) {
      z[k] = columns_[static_cast<std::size_t>(k) * stride_ + j];
      one.columns_[static_cast<std::size_t>(k) * one.stride_] = z[k];
    }
    one.row_at(z.data(), out.data());
    diagonal_[j] = out[0];
  }
}

void KernelRows::row(int i, double* out) const {
  constexpr int kSmall = 64;
  std::array<double, kSmall> on_stack{};
  std::vector<double> on_heap;
  double* z = on_stack.data();
  if (d_ > kSmall) {
    on_heap.resize(d_);
    z = on_heap.data();
  }
  for (int k = 0; k < d_; ++k) z[k] = columns_[static_cast<std::size_t>(k) * stride_ + i];
  row_at(z, out);
}

void KernelRows::row_at(const double* z, double* out) const {
  const double* columns = columns_.data();
  const f64x2 gamma = both(kernel_.gamma), coef0 = both(kernel_.coef0), minus_gamma = both(-kernel_.gamma);
  switch (kernel_.type) {
    case KernelType::linear:
      fill_row<Dot>(columns, stride_, d_, z, out, [](f64x2 dot) { return dot; });
      break;
    case KernelType::rbf:
      fill_row<Distance2>(columns, stride_, d_, z, out,
                          [=](f64x2 distance2) { return packed::exp_nonpositive(minus_gamma * distance2); });
      break;
    case KernelType::poly:
      fill_row<Dot>(columns, stride_, d_, z, out,
                    [=, degree = kernel_.degree](f64x2 dot) { return packed::power(gamma * dot + coef0, degree); });
      break;
    case KernelType::sigmoid:
      fill_row<Dot>(columns, stride_, d_, z, out, [=](f64x2 dot) { return packed::tanh(gamma * dot + coef0); });
      break;
  }
}

std::unique_ptr<KernelMatrix> KernelRows::restrict_to(const std::vector<int>& points) const {
  const int count = static_cast<int>(points.size());
  std::unique_ptr<KernelRows> part(new KernelRows(kernel_, count, d_));
  for (int k = 0; k < d_; ++k) {
    const double* from = columns_.data() + static_cast<std::size_t>(k) * stride_;
    double* to = part->columns_.data() + static_cast<std::size_t>(k) * part->stride_;
    for (int j = 0; j < count; ++j) to[j] = from[points[j]];
  }
  for (int j = 0; j < count; ++j) part->diagonal_[j] = diagonal_[points[j]];
  return part;
}

}  // namespace proofground
