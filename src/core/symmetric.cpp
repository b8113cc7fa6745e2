#include "core/symmetric.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace proofground {
namespace {

using Reduced = Eigen::Tridiagonalization<Eigen::MatrixXd>;
using Solver = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>;

Reduced reduced(const std::vector<double>& matrix, int m) {
  return Reduced(Eigen::Map<const Eigen::MatrixXd>(matrix.data(), m, m));
}

Solver solved(const Reduced& reduced, int options) {
  Solver solver;
  solver.computeFromTridiagonal(reduced.diagonal(), reduced.subDiagonal(), options);
  return solver;
}

/// v becomes Q v, Q = H_0 ... H_{m-2}, H_i = 1 - h_i u u', u = (0, ..., 0, 1, the packed column i below it).
void apply_reflections(const Reduced& reduced, std::vector<double>& v) {
  const auto m = static_cast<Eigen::Index>(v.size());
  for (Eigen::Index i = m - 2; i >= 0; --i) {
    const double* column = reduced.packedMatrix().data() + i * m;
    double product = v[i + 1];
    for (Eigen::Index k = i + 2; k < m; ++k) product += column[k] * v[k];
    product *= reduced.householderCoefficients().data()[i];
    v[i + 1] -= product;
    for (Eigen::Index k = i + 2; k < m; ++k) v[k] -= product * column[k];
  }
}

}  // namespace

double largest_entry(const double* matrix, int m) {
  double largest = 0;
  for (std::ptrdiff_t k = 0; k < static_cast<std::ptrdiff_t>(m) * m; ++k)
    largest = std::max(largest, std::abs(matrix[k]));
  return largest;
}

double asymmetry(const double* matrix, int m) {
  double largest = 0;
  for (std::ptrdiff_t i = 0; i < m; ++i)
    for (std::ptrdiff_t j = 0; j < i; ++j) largest = std::max(largest, std::abs(matrix[i * m + j] - matrix[j * m + i]));
  return largest;
}

std::vector<double> eigenvalues(const std::vector<double>& matrix, int m) {
  const Solver solver = solved(reduced(matrix, m), Eigen::EigenvaluesOnly);
  return {solver.eigenvalues().data(), solver.eigenvalues().data() + m};
}

std::vector<Eigenpair> largest_eigenpairs(const std::vector<double>& matrix, int m, int count) {
  const Reduced tridiagonal = reduced(matrix, m);
  const Solver solver = solved(tridiagonal, Eigen::ComputeEigenvectors);
  std::vector<Eigenpair> pairs;
  for (int k = m - 1; k >= m - count; --k) {  // eigenvalues ascend
    const double* column = solver.eigenvectors().data() + static_cast<std::ptrdiff_t>(k) * m;
    pairs.push_back({solver.eigenvalues().data()[k], {column, column + m}});
    apply_reflections(tridiagonal, pairs.back().vector);
  }
  return pairs;
}

Eigensystem eigensystem(const double* matrix, int m) {
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(Eigen::Map<const Matrix>(matrix, m, m));
  const Matrix& vectors = solver.eigenvectors();
  return {{solver.eigenvalues().data(), solver.eigenvalues().data() + m},
          {vectors.data(), vectors.data() + vectors.size()}};
}

}  // namespace proofground
