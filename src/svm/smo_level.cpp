#include "svm/smo_level.h"

#include <cmath>
#include <limits>
#include <utility>

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

SmoLevel::SmoLevel(const KernelMatrix& all, std::unique_ptr<KernelMatrix> part, std::vector<int> subset,
                   double cache_bytes)
    : owned(std::move(part)),
      matrix(owned ? owned.get() : &all),
      points(std::move(subset)),
      cache(*matrix, cache_bytes) {
  const int padded = packed::padded(count());
  F.assign(padded, 0);
  up.assign(padded, -kInfinity);
  down.assign(padded, kInfinity);
  diagonal.assign(padded, 0);
  floor.assign(padded, 1);
  for (int k = 0; k < count(); ++k) {
    diagonal[k] = matrix->diagonal(k);
    floor[k] = kCurvatureFloor * std::abs(diagonal[k]) + kAbsoluteFloor;
    constant_diagonal = constant_diagonal && diagonal[k] == diagonal[0] && diagonal[k] <= 1;
  }
}

int SmoLevel::partner(const double* K_i) {
  return constant_diagonal ? pair_search::find_partner_constant_diagonal(view(), extremes.i, extremes.m, K_i)
                           : pair_search::find_partner(view(), extremes.i, extremes.m, K_i);
}

void SmoLevel::add_row(std::vector<double>& to, double c, int i, std::vector<double>& scratch) {
  const double* row = scratch.data();
  // A row of level 0 that fits in is kept: what a start or a child's answer is made of is what later steps change.
  if (cache.holds(i) || (!owned && cache.has_room())) {
    row = cache.row(i);
  } else {
    matrix->row(i, scratch.data());
  }
  pair_search::add_row(to.data(), c, row, static_cast<int>(to.size()));
}

}  // namespace proofground
