#include "svm/projection.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/symmetric.h"
#include "svm/standardise.h"

namespace proofground {

namespace {

/// Entries this close to the largest one, relative, count as equal to it: the first of them decides the sign, so that
/// the sign does not depend on last digits.
constexpr double kAsLarge = 1e-9;

double sign_of(const std::vector<double>& direction) {
  double largest = 0;
  for (const double entry : direction) largest = std::max(largest, std::abs(entry));
  const auto first = std::find_if(direction.begin(), direction.end(),
                                  [&](double entry) { return std::abs(entry) >= largest * (1 - kAsLarge); });
  return *first < 0 ? -1 : 1;
}

/// (d x d) covariance in units in which the largest deviation is 1: squares then stay in range.
std::vector<double> covariance(const Points& points, const std::vector<double>& mean) {
  const int d = points.d;
  double largest = 0;
  for (int i = 0; i < points.n; ++i)
    for (int k = 0; k < d; ++k) largest = std::max(largest, std::abs(points.row(i)[k] - mean[k]));
  if (largest == 0) largest = 1;
  std::vector<double> sum(static_cast<std::size_t>(d) * d, 0.0), deviation(d);
  for (int i = 0; i < points.n; ++i) {
    for (int k = 0; k < d; ++k) deviation[k] = (points.row(i)[k] - mean[k]) / largest;
    double* row = sum.data();
    for (int k = 0; k < d; ++k, row += d)
      for (int l = 0; l < d; ++l) row[l] += deviation[k] * deviation[l] / points.n;
  }
  return sum;
}

}  // namespace

Projection::Projection(const Points& points, int dims)
    : dims_(dims),
      mean_(XScaling(points).x_mean),
      direction_(static_cast<std::size_t>(dims) * points.d, 0.0),
      explained_(dims, 0.0) {
  const std::ptrdiff_t d = points.d;
  const std::vector<double> spread = covariance(points, mean_);
  double total = 0;
  for (std::ptrdiff_t k = 0; k < d; ++k) total += spread[k * d + k];
  const auto share = [&](double variance) { return total > 0 ? std::clamp(variance / total, 0.0, 1.0) : 0; };
  if (d <= dims) {
    mean_.assign(d, 0.0);
    for (std::ptrdiff_t k = 0; k < d; ++k) {
      direction_[k * d + k] = 1;
      explained_[k] = share(spread[k * d + k]);
    }
    return;
  }
  auto to = direction_.begin();
  auto part = explained_.begin();
  for (const Eigenpair& pair : largest_eigenpairs(spread, points.d, dims)) {
    const double sign = sign_of(pair.vector);
    for (const double entry : pair.vector) *to++ = sign * entry;
    *part++ = share(pair.value);
  }
}

std::vector<double> Projection::of(const Points& z) const {
  std::vector<double> shadows;
  shadows.reserve(static_cast<std::size_t>(z.n) * dims_);
  for (int i = 0; i < z.n; ++i) {
    const double* direction = direction_.data();
    for (int k = 0; k < dims_; ++k, direction += z.d) {
      double sum = 0;
      for (int c = 0; c < z.d; ++c) sum += direction[c] * (z.row(i)[c] - mean_[c]);
      shadows.push_back(sum);
    }
  }
  return shadows;
}

}  // namespace proofground
