// Rows of a kernel matrix K_ij = k(x_i, x_j), computed on demand.
//
// KernelMatrix is what a solver uses: any symmetric matrix that can give a row. KernelRows makes one from points;
// another source (a stored Gram matrix, say) is another subclass. Symmetric means bit for bit: K_ij == K_ji, and a
// point's entries do not change when the matrix is restricted to fewer points.
#pragma once

#include <memory>
#include <vector>

#include "core/points.h"
#include "svm/kernel.h"

namespace proofground {

class KernelMatrix {
 public:
  virtual ~KernelMatrix() = default;

  [[nodiscard]] virtual int size() const = 0;
  /// K_ii
  [[nodiscard]] virtual double diagonal(int i) const = 0;
  /// K_i0, ..., K_i,size-1. @param out room for packed::padded(size()) values; those past size() become any finite
  /// numbers
  virtual void row(int i, double* out) const = 0;
  /// The matrix of the given points alone, in the given order. It owns what it needs.
  [[nodiscard]] virtual std::unique_ptr<KernelMatrix> restrict_to(const std::vector<int>& points) const = 0;

 protected:
  KernelMatrix() = default;
  KernelMatrix(const KernelMatrix&) = default;
  KernelMatrix& operator=(const KernelMatrix&) = default;
};

/// The kernel matrix of a set of points, its rows computed two entries at a time from coordinates stored by column.
class KernelRows final : public KernelMatrix {
 public:
  /// Copies the points. @param kernel as require_valid accepts it
  KernelRows(const Kernel& kernel, const Points& points);

  [[nodiscard]] int size() const override { return n_; }
  [[nodiscard]] double diagonal(int i) const override { return diagonal_[i]; }
  void row(int i, double* out) const override;
  [[nodiscard]] std::unique_ptr<KernelMatrix> restrict_to(const std::vector<int>& points) const override;

  /// k(x_j, z) for every j, z of d coordinates. @param out as for row()
  void row_at(const double* z, double* out) const;

 private:
  KernelRows(const Kernel& kernel, int n, int d);
  void fill_diagonal();

  Kernel kernel_;
  int n_, d_, stride_;
  std::vector<double> columns_;   ///< (d x stride): coordinate k of point j at columns_[k * stride + j], padded with 0
  std::vector<double> diagonal_;  ///< (n)
};

}  // namespace proofground
