#include "svm/standardise.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"

namespace proofground {

Moments moments(const double* values, int count, int stride) {
  const auto at = [&](int i) { return values[static_cast<std::ptrdiff_t>(i) * stride]; };
  // About the first value: a column of equal numbers has exactly its value as mean and exactly 0 as deviation.
  const double origin = at(0);
  double sum = 0;
  for (int i = 0; i < count; ++i) sum += at(i) - origin;
  double mean = origin + sum / count;
  // Once more, about that mean: the error is now that of a sum of small numbers.
  sum = 0;
  for (int i = 0; i < count; ++i) sum += at(i) - mean;
  mean = flushed(mean + sum / count);

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

XScaling::XScaling(const Points& points) : XScaling(points.d) {
  for (int k = 0; k < points.d; ++k) {
    const Moments column = moments(points.x + k, points.n, points.d);
    x_mean[k] = column.mean;
    x_scale[k] = column.scale;
  }
}

std::vector<double> XScaling::x_to_solved(std::vector<double> x) const {
  const std::size_t d = x_mean.size();
  require(d > 0 && x.size() % d == 0, "x", "a multiple of d numbers", static_cast<double>(x.size()));
  for (std::size_t row = 0; row < x.size(); row += d) {
    for (std::size_t k = 0; k < d; ++k) x[row + k] = standardised(x[row + k], x_mean[k], x_scale[k]);
  }
  return x;
}

}  // namespace proofground
