#include "svr/standardise.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"

namespace proofground::svr {
namespace {

struct Moments {
  double mean;
  double scale;
};

/// Of values[0], values[stride], ...: count of them.
Moments moments(const double* values, int count, int stride) {
  const auto at = [&](int i) { return values[static_cast<std::ptrdiff_t>(i) * stride]; };
  // About the first value: a column of equal numbers has exactly its value as mean and exactly 0 as deviation.
  const double origin = at(0);
  double sum = 0;
  for (int i = 0; i < count; ++i) sum += at(i) - origin;
  double mean = origin + sum / count;
  // Once more, about the mean found: the error left is that of a sum of small numbers.
  sum = 0;
  for (int i = 0; i < count; ++i) sum += at(i) - mean;
  mean += sum / count;

  double largest = 0;
  for (int i = 0; i < count; ++i) largest = std::max(largest, std::abs(at(i) - mean));
  // Below the smallest normal number a quotient loses its digits: such a column counts as constant.
  if (!(largest >= 1e-300)) return {mean, 1};
  // Deviations relative to the largest one neither overflow nor vanish. Their own mean is what rounding the mean to a
  // double has left; it is not spread.
  double first = 0, second = 0;
  for (int i = 0; i < count; ++i) {
    const double deviation = (at(i) - mean) / largest;
    first += deviation / count;
    second += deviation * deviation / count;
  }
  const double variance = second - first * first;
  return {mean, variance > 0 ? largest * std::sqrt(variance) : 1};
}

}  // namespace

std::vector<double> Scaling::x_to_solved(std::vector<double> x) const {
  const std::size_t d = x_mean.size();
  require(d > 0 && x.size() % d == 0, "x", "a multiple of d numbers", static_cast<double>(x.size()));
  for (std::size_t row = 0; row < x.size(); row += d) {
    for (std::size_t k = 0; k < d; ++k) x[row + k] = (x[row + k] - x_mean[k]) / x_scale[k];
  }
  return x;
}

std::vector<double> Scaling::y_to_user(std::vector<double> y) const {
  for (double& value : y) value = y_to_user(value);
  return y;
}

Scaling identity_scaling(int d) {
  const auto size = static_cast<std::size_t>(d);
  return {std::vector<double>(size, 0.0), std::vector<double>(size, 1.0), 0, 1};
}

Standardised standardise(const Problem& problem) {
  require_valid(problem);
  Standardised result{problem, identity_scaling(problem.d)};
  Scaling& scaling = result.scaling;
  for (int k = 0; k < problem.d; ++k) {
    const Moments column = moments(problem.x.data() + k, problem.n(), problem.d);
    scaling.x_mean[static_cast<std::size_t>(k)] = column.mean;
    scaling.x_scale[static_cast<std::size_t>(k)] = column.scale;
  }
  const Moments target = moments(problem.y.data(), problem.n(), 1);
  scaling.y_mean = target.mean;
  scaling.y_scale = target.scale;
  result.problem.x = scaling.x_to_solved(std::move(result.problem.x));
  for (double& value : result.problem.y) value = scaling.y_to_solved(value);
  return result;
}

}  // namespace proofground::svr
