#include "svm/smo_level.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "svm/packed.h"

namespace proofground {

namespace {

/// Smallest curvature of a pair, relative to |K_ii| + |K_jj|: well above the rounding error 2e-16 of K_ii + K_jj - 2
/// K_ij, so that a pair of equal points, or one that a matrix that is not positive semi-definite bends downwards, still
/// gets a finite step.
constexpr double kCurvatureFloor = 1e-13;
/// The same where the whole diagonal is 0.
constexpr double kAbsoluteFloor = 1e-300;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

SmoLevel::SmoLevel(const KernelMatrix& all, double cache_bytes)
    : matrix(&all), points(all.size()), cache(all, cache_bytes) {
  std::iota(points.begin(), points.end(), 0);
  prepare();
}

SmoLevel::SmoLevel(SmoLevel& parent, const std::vector<int>& chosen, double cache_bytes)
    : owned(parent.matrix->restrict_to(chosen)),
      matrix(owned.get()),
      points(chosen.size()),
      cache(*matrix, cache_bytes, parent.cache, chosen) {
  prepare();
  for (int k = 0; k < count(); ++k) {
    points[k] = parent.points[chosen[k]];
    F[k] = parent.F[chosen[k]];
  }
}

void SmoLevel::prepare() {
  const int padded = packed::padded(count());
  F.assign(padded, 0);
  up.assign(padded, -kInfinity);
  down.assign(padded, kInfinity);
  diagonal.assign(padded, 0);
  floor.assign(padded, 1);
  for (int k = 0; k < count(); ++k) {
    diagonal[k] = matrix->diagonal(k);
    floor[k] = kCurvatureFloor * std::abs(diagonal[k]) + kAbsoluteFloor;
    constant_diagonal = constant_diagonal && diagonal[k] == diagonal[0];
  }
}

int SmoLevel::partner(const double* K_i) {
  return constant_diagonal ? pair_search::find_partner_constant_diagonal(view(), extremes.i, extremes.m, K_i)
                           : pair_search::find_partner(view(), extremes.i, extremes.m, K_i);
}

void SmoLevel::add_row(std::vector<double>& to, double c, int i, std::vector<double>& scratch) {
  const double* row = scratch.data();
  // A row is stored if there is room: the points of a start, or those that a child changed, are likely to change again.
  if (cache.serves(i)) {
    row = cache.row(i);
  } else {
    cache.compute(i, scratch.data());
  }
  pair_search::add_row(to.data(), c, row, static_cast<int>(to.size()));
}

}  // namespace proofground
