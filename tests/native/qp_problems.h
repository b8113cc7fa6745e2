// Quadratic programmes as test objects: a matrix, a Qp, and what is known about the solution.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "svm/kernel_rows.h"
#include "svm/packed.h"
#include "svm/qp.h"

namespace proofground::testing_qp {

/// A stored symmetric matrix: any matrix at all, so also one that is not positive semi-definite.
class GramMatrix final : public KernelMatrix {
 public:
  GramMatrix(std::vector<double> entries, int n) : entries_(std::move(entries)), n_(n) {}
  [[nodiscard]] int size() const override { return n_; }
  [[nodiscard]] double at(int i, int j) const { return entries_[static_cast<std::size_t>(i) * n_ + j]; }
  [[nodiscard]] double diagonal(int i) const override { return at(i, i); }
  void row(int i, double* out) const override {
    std::fill(out, out + packed::padded(n_), 0.0);
    for (int j = 0; j < n_; ++j) out[j] = at(i, j);
  }
  [[nodiscard]] std::unique_ptr<KernelMatrix> restrict_to(const std::vector<int>& points) const override {
    ++parts;
    std::vector<double> part;
    for (int i : points)
      for (int j : points) part.push_back(at(i, j));
    return std::make_unique<GramMatrix>(std::move(part), static_cast<int>(points.size()));
  }
  mutable int parts = 0;  ///< how many were made

 private:
  std::vector<double> entries_;
  int n_;
};

/// A Gram matrix of n random points: positive semi-definite of rank d.
inline std::vector<double> random_gram(int n, int d, Rng& rng) {
  std::vector<double> x(static_cast<std::size_t>(n) * d), gram;
  for (double& value : x) value = rng.normal();
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      double dot = 0;
      for (int k = 0; k < d; ++k)
        dot += x[static_cast<std::size_t>(i) * d + k] * x[static_cast<std::size_t>(j) * d + k];
      gram.push_back(dot);
    }
  return gram;
}

/// A random symmetric matrix: about half of its eigenvalues are negative.
inline std::vector<double> random_indefinite(int n, Rng& rng) {
  std::vector<double> matrix(static_cast<std::size_t>(n) * n);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j <= i; ++j)
      matrix[static_cast<std::size_t>(i) * n + j] = matrix[static_cast<std::size_t>(j) * n + i] = rng.normal();
  return matrix;
}

/// Q a + p, from the definition: Q_vw = y_v y_w K_k(v)k(w).
inline std::vector<double> gradient(const GramMatrix& K, const Qp& qp, const std::vector<double>& a) {
  std::vector<double> g(qp.p);
  for (std::size_t v = 0; v < g.size(); ++v)
    for (std::size_t w = 0; w < g.size(); ++w) g[v] += qp.y[v] * qp.y[w] * K.at(qp.point[v], qp.point[w]) * a[w];
  return g;
}

inline double objective(const GramMatrix& K, const Qp& qp, const std::vector<double>& a) {
  const std::vector<double> g = gradient(K, qp, a);
  double value = 0;
  for (std::size_t v = 0; v < a.size(); ++v) value += a[v] * (g[v] + qp.p[v]) / 2;
  return value;
}

/// m - M over the variables, as Keerthi et al. define it: no use is made of points. [FCL05] eq. (3)
inline double kkt_gap(const GramMatrix& K, const Qp& qp, const std::vector<double>& a) {
  const std::vector<double> g = gradient(K, qp, a);
  double m = -std::numeric_limits<double>::infinity(), M = -m;
  for (std::size_t v = 0; v < a.size(); ++v) {
    const double value = -qp.y[v] * g[v];
    if (qp.y[v] > 0 ? a[v] < qp.C[v] : a[v] > 0) m = std::max(m, value);
    if (qp.y[v] > 0 ? a[v] > 0 : a[v] < qp.C[v]) M = std::min(M, value);
  }
  return std::max(m - M, 0.0);
}

inline double signed_sum(const Qp& qp, const std::vector<double>& a) {
  double sum = 0;
  for (std::size_t v = 0; v < a.size(); ++v) sum += qp.y[v] * a[v];
  return sum;
}

/// One class, weighted: y = +1, sum a = 1, general C_v and p.
inline Qp one_class(int n, Rng& rng) {
  Qp qp;
  for (int v = 0; v < n; ++v) {
    qp.point.push_back(v);
    qp.y.push_back(1);
    qp.p.push_back(0.2 * rng.normal());
    qp.C.push_back(rng.uniform(1, 3) * 4 / n);
  }
  qp.a = fill_to_sum(qp.C, 1);
  return qp;
}

/// Classification: one variable of either sign for each point.
inline Qp classification(int n, double C, Rng& rng) {
  Qp qp;
  for (int v = 0; v < n; ++v) {
    qp.point.push_back(v);
    qp.y.push_back(rng.below(2) == 0 ? -1 : 1);
    qp.p.push_back(-1);
    qp.C.push_back(C);
  }
  qp.a.assign(n, 0);
  return qp;
}

/// Regression: two variables for each point, in an order that is not that of the points.
inline Qp regression(int n, double C, double epsilon, Rng& rng) {
  Qp qp;
  for (int v = 0; v < n; ++v) {
    const int k = n - 1 - v;
    const double y = rng.normal();
    for (int sign : {-1, 1}) {
      qp.point.push_back(k);
      qp.y.push_back(sign);
      qp.p.push_back(epsilon - sign * y);
      qp.C.push_back(C);
    }
  }
  qp.a.assign(2 * n, 0);
  return qp;
}

}  // namespace proofground::testing_qp
