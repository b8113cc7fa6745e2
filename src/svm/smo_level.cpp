#include "svm/smo_level.h"

#include <algorithm>
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

std::vector<int> SmoLevel::free_points(const std::vector<double>& u, const std::vector<PointTerm>& terms,
                                       int most) const {
  std::vector<int> free;
  double mean = 0;
  for (int k = 0; k < count(); ++k) {
    const double value = u[points[k]];
    const PointTerm& term = terms[points[k]];
    if (value == 0 || value == term.high || value == -term.low) continue;
    free.push_back(k);
    mean += up[k] - F[k];
  }
  if (static_cast<int>(free.size()) <= most) return free;
  mean /= static_cast<double>(free.size());
  const auto violation = [&](int k) { return std::abs(up[k] - F[k] - mean); };
  std::nth_element(free.begin(), free.begin() + most, free.end(), [&](int k, int l) {
    const double of_k = violation(k), of_l = violation(l);
    return of_k != of_l ? of_k > of_l : k < l;
  });
  free.resize(most);
  std::sort(free.begin(), free.end());
  return free;
}

FreePoints SmoLevel::problem_of(const std::vector<int>& free, const std::vector<double>& u,
                                const std::vector<PointTerm>& terms) {
  FreePoints problem;
  problem.K.reserve(free.size() * free.size());
  for (const int k : free) {
    const double* row = cache.row(k);
    for (const int other : free) problem.K.push_back(row[other]);
    const PointTerm& term = terms[points[k]];
    problem.slope.push_back(up[k] - F[k]);
    problem.up.push_back(term.room_up(u[points[k]]));
    problem.down.push_back(term.room_down(u[points[k]]));
  }
  return problem;
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
