#include "cifg/least_squares.h"

#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace proofground::cifg {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& u, const Vector& v) { return std::inner_product(u.begin(), u.end(), v.begin(), 0.0); }

/// to -= factor v.
void take(double factor, const Vector& v, Vector& to) {
  for (std::size_t i = 0; i < v.size(); ++i) to[i] -= factor * v[i];
}

/// Vectors a_i = sum over k of coefficients[k][i] directions[k].
struct Basis {
  std::vector<Vector> directions;    ///< (r) orthonormal
  std::vector<Vector> coefficients;  ///< (r x vectors)
  std::vector<std::size_t>
      taken;  ///< (r) the vector that direction k is what was left of: it has no part in later ones
};

Basis basis_of(std::vector<Vector> vectors, double least) {
  Basis basis;
  double first = 0;
  while (basis.directions.size() < vectors.size()) {
    std::size_t longest = 0;
    double most = 0;
    for (std::size_t i = 0; i < vectors.size(); ++i)
      if (const double square = dot(vectors[i], vectors[i]); square > most) {
        most = square;
        longest = i;
      }
    if (basis.directions.empty()) first = std::sqrt(most);
    if (!(std::sqrt(most) > least * first)) break;
    Vector direction = vectors[longest];
    for (const Vector& earlier : basis.directions) take(dot(earlier, direction), earlier, direction);
    const double length = std::sqrt(dot(direction, direction));
    for (double& entry : direction) entry /= length;
    Vector along;
    for (Vector& vector : vectors) {
      along.push_back(dot(direction, vector));
      take(along.back(), direction, vector);
    }
    basis.directions.push_back(std::move(direction));
    basis.coefficients.push_back(std::move(along));
    basis.taken.push_back(longest);
  }
  return basis;
}

}  // namespace

std::vector<double> least_squares(std::vector<std::vector<double>> columns, const std::vector<double>& y) {
  Vector w(columns.size());
  const Basis of_columns = basis_of(std::move(columns), kLeastColumn);
  const Basis of_rows = basis_of(of_columns.coefficients, 0);
  Vector v;
  for (std::size_t k = 0; k < of_rows.directions.size(); ++k) {
    const std::size_t row = of_rows.taken[k];
    double rest = dot(of_columns.directions[row], y);
    for (std::size_t l = 0; l < k; ++l) rest -= of_rows.coefficients[l][row] * v[l];
    v.push_back(rest / of_rows.coefficients[k][row]);
    take(-v.back(), of_rows.directions[k], w);
  }
  return w;
}

}  // namespace proofground::cifg
