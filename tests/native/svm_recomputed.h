// A quadratic programme with its matrix stored, and what follows from the multipliers alone, in long double.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "svm/kernel_rows.h"
#include "svm/packed.h"
#include "svm/smo.h"

namespace proofground::testing_svm {

inline constexpr long double kInfinity = std::numeric_limits<long double>::infinity();

/// A problem with its matrix, stored.
struct Problem {
  KernelRows matrix;
  Qp qp;
  double unit = 1;  ///< the size of p
  std::vector<std::vector<double>> K{};
  std::vector<PointTerm> terms{};

  Problem(const Kernel& kernel, const Points& points, Qp problem, double size)
      : matrix(kernel, points), qp(std::move(problem)), unit(size), K(points.n) {
    for (int i = 0; i < points.n; ++i) {
      K[i].resize(packed::padded(points.n));
      matrix.row(i, K[i].data());
    }
    terms = point_terms(qp, points.n);
  }
  [[nodiscard]] int n() const { return matrix.size(); }
  [[nodiscard]] double delta() const {
    double sum = 0;
    for (std::size_t v = 0; v < qp.a.size(); ++v) sum += qp.y[v] * qp.a[v];
    return sum;
  }
};

/// What follows from u alone, in long double.
struct Recomputed {
  long double objective = 0, sum = 0, largest = 0;  ///< largest: max_k sum_j |K_kj u_j|, what rounding is relative to
  long double m = -kInfinity, M = kInfinity;
  [[nodiscard]] double gap() const { return static_cast<double>(std::max(m - M, 0.0L)); }
  [[nodiscard]] double rounding() const { return 1e-14 * static_cast<double>(largest); }
};

/// @param band as in PointTerm::snapped(), for m and M
inline Recomputed recompute(const Problem& problem, const std::vector<double>& u, double band = 0) {
  Recomputed out;
  for (int k = 0; k < problem.n(); ++k) {
    long double F = 0, size = 0;
    for (int j = 0; j < problem.n(); ++j) {
      F += static_cast<long double>(problem.K[k][j]) * u[j];
      size += std::abs(problem.K[k][j] * u[j]);
    }
    const PointTerm& term = problem.terms[k];
    const double at = term.snapped(u[k], band);
    out.objective += u[k] * F / 2 + term.phi(u[k]);
    out.sum += u[k];
    out.largest = std::max(out.largest, size);
    out.m = std::max(out.m, term.up(at) - F);
    out.M = std::min(out.M, term.down(at) - F);
  }
  return out;
}

/// Epsilon-SVR. @param C of point k, for either sign
template <class Cost>
Qp regression(const std::vector<double>& y, double epsilon, Cost C) {
  Qp qp;
  for (std::size_t k = 0; k < y.size(); ++k)
    for (const int sign : {1, -1}) {
      qp.point.push_back(static_cast<int>(k));
      qp.y.push_back(sign);
      qp.p.push_back(epsilon - sign * y[k]);
      qp.C.push_back(C(static_cast<int>(k)));
    }
  qp.a.assign(qp.p.size(), 0);
  return qp;
}

/// A sphere: half of its dual, negated.
inline Qp sphere(const KernelMatrix& matrix, double C) {
  Qp qp;
  for (int k = 0; k < matrix.size(); ++k) {
    qp.point.push_back(k);
    qp.y.push_back(1);
    qp.p.push_back(-matrix.diagonal(k) / 2);
    qp.C.push_back(C);
  }
  qp.a = fill_to_sum(qp.C, 1);
  return qp;
}

struct Ended {
  std::vector<double> u, F;
  long iterations, active_set_steps;
  double gap;
};

inline Ended solve(const Problem& problem, const SmoOptions& options, long piece = 512) {
  Smo smo(problem.matrix, problem.qp, options);
  while (!smo.advance(piece)) {
  }
  return {smo.u(), smo.gradient(), smo.iterations(), smo.active_set_steps(), smo.kkt_gap()};
}

/// Bounds, sum, F and the stopping rule over all points.
inline void expect_solved(const Problem& problem, const Ended& end, const SmoOptions& options) {
  const Recomputed at = recompute(problem, end.u);
  EXPECT_LT(end.iterations, options.max_iterations);
  EXPECT_GE(end.gap, 0);
  EXPECT_LE(end.gap, options.tolerance);
  EXPECT_LE(at.gap(), 1.1 * options.tolerance + at.rounding());
  double largest = 0;
  for (int k = 0; k < problem.n(); ++k) {
    EXPECT_LE(end.u[k], problem.terms[k].high);
    EXPECT_GE(end.u[k], -problem.terms[k].low);
    largest = std::max(largest, std::abs(end.u[k]));
  }
  EXPECT_NEAR(static_cast<double>(at.sum), problem.delta(), 1e-13 * problem.n() * largest);
}

}  // namespace proofground::testing_svm
