// Eigenvalues of a symmetric matrix, and the few eigenvectors that are wanted of it.
//
//   S = Q T Q' with T tridiagonal (Householder),  T = Z Lambda Z' (implicit QR),  eigenvectors Q Z
//
// Both steps are Eigen's. Its SelfAdjointEigenSolver would also form all of Q, with blocked code that is a tenth of the
// WebAssembly module: here Q's reflections are applied to the wanted columns of Z alone.
#pragma once

#include <vector>

namespace proofground {

/// (m) ascending. @param matrix (m x m) symmetric, finite, m >= 1. O(m^3)
std::vector<double> eigenvalues(const std::vector<double>& matrix, int m);

struct Eigenpair {
  double value;
  std::vector<double> vector;  ///< (m) of length 1, its sign as it comes
};

/// The `count` pairs of largest eigenvalue, largest first. @param count 1..m  Otherwise as eigenvalues()
std::vector<Eigenpair> largest_eigenpairs(const std::vector<double>& matrix, int m, int count);

}  // namespace proofground
