// Products of row-major matrices and vectors, of doubles and of complex numbers. What is exact of problem 3 is made of
// them.
#pragma once

#include <cstddef>
#include <vector>

namespace proofground::cifg {

/// v'u. @param v, u of one length
template <class Scalar>
Scalar dot(const std::vector<Scalar>& v, const std::vector<Scalar>& u) {
  Scalar sum{};
  for (std::size_t i = 0; i < v.size(); ++i) sum += v[i] * u[i];
  return sum;
}

/// to += M v. @param m (rows x columns) @param v (columns) @param to (rows)
template <class Scalar>
void add_product(const std::vector<Scalar>& m, const Scalar* v, int columns, Scalar* to, int rows) {
  const Scalar* row = m.data();
  for (int i = 0; i < rows; ++i, row += columns)
    for (int j = 0; j < columns; ++j) to[i] += row[j] * v[j];
}

/// to += M' v. @param m (rows x columns) @param v (rows) @param to (columns)
template <class Scalar>
void add_transposed(const std::vector<Scalar>& m, const Scalar* v, int columns, Scalar* to, int rows) {
  const Scalar* row = m.data();
  for (int i = 0; i < rows; ++i, row += columns)
    for (int j = 0; j < columns; ++j) to[j] += row[j] * v[i];
}

/// to += v u'. @param v (rows) @param u (columns) @param to (rows x columns)
template <class Scalar>
void add_outer(const Scalar* v, const Scalar* u, int columns, std::vector<Scalar>& to, int rows) {
  Scalar* row = to.data();
  for (int i = 0; i < rows; ++i, row += columns)
    for (int j = 0; j < columns; ++j) row[j] += v[i] * u[j];
}

}  // namespace proofground::cifg
