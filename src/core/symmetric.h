// Small symmetric matrices: whether one is symmetric, its eigenvalues, all of its eigenvectors or the few that matter.
//
//   S = Q T Q'      T tridiagonal (Householder)
//   T = Z Lambda Z' (implicit QR)
//   eigenvectors    the columns of Q Z
//
// Both steps are Eigen's. For a few eigenvectors of a large matrix Q is not formed: its reflections are applied to the
// wanted columns of Z alone. What forms all of Q is blocked code, a tenth of a WebAssembly module: a module that only
// needs a few eigenvectors goes without it.
//
// Matrices are (m x m), row after row, finite, m >= 1; only the lower triangle is read where symmetry is taken for
// granted. O(m^3). Not for sparse matrices, nor for the smallest eigenvectors alone.
#pragma once

#include <vector>

namespace proofground {

/// Asymmetry, and eigenvalues below 0, that count as rounding of the entries: relative to the largest of them.
inline constexpr double kSymmetryTolerance = 1e-12;

/// max |S_ij|.
double largest_entry(const double* matrix, int m);

/// max |S_ij - S_ji|.
double asymmetry(const double* matrix, int m);

/// (m) ascending.
std::vector<double> eigenvalues(const std::vector<double>& matrix, int m);

struct Eigenpair {
  double value;
  std::vector<double> vector;  ///< (m) of length 1, its sign as it comes
};

/// The `count` pairs of largest eigenvalue, largest first. @param count 1..m
std::vector<Eigenpair> largest_eigenpairs(const std::vector<double>& matrix, int m, int count);

struct Eigensystem {
  std::vector<double> values;   ///< (m) ascending
  std::vector<double> vectors;  ///< (m x m), in column k the vector of value k, of length 1
};

/// All pairs. Of a multiple of I the vectors are the coordinate axes.
Eigensystem eigensystem(const double* matrix, int m);

}  // namespace proofground
