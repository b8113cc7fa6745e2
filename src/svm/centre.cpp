#include "svm/centre.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace proofground {

std::vector<double> centre_of(const Points& points) {
  std::vector<double> centre(points.d, 0);
  for (int k = 0; k < points.d; ++k) {
    double low = points.row(0)[k], high = low;
    for (int i = 1; i < points.n; ++i) {
      low = std::min(low, points.row(i)[k]);
      high = std::max(high, points.row(i)[k]);
    }
    const double width = high - low, middle = low + width / 2;
    if (std::abs(middle) <= 4 * width) continue;
    const double grid = width > 0 ? std::exp2(std::floor(std::log2(width))) : 0;
    const double rounded = grid > 0 ? std::round(middle / grid) * grid : middle;
    centre[k] = std::isfinite(rounded) ? rounded : 0;
  }
  return centre;
}

std::vector<double> centre_for(const Kernel& kernel, const Points& points) {
  return kernel.type == KernelType::linear ? centre_of(points) : std::vector<double>(points.d, 0);
}

std::vector<double> shifted(const Points& points, const std::vector<double>& centre) {
  std::vector<double> x(points.x, points.x + static_cast<std::size_t>(points.n) * points.d);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] -= centre[i % points.d];
  return x;
}

std::vector<double> sum_about(const Points& points, const std::vector<double>& centre, const std::vector<double>& a) {
  std::vector<double> sum(points.d, 0);
  for (int i = 0; i < points.n; ++i)
    for (int k = 0; k < points.d; ++k) sum[k] += a[i] * (points.row(i)[k] - centre[k]);
  return sum;
}

double kernel_bound(const Kernel& kernel, const Points& points) {
  if (kernel.type == KernelType::rbf || kernel.type == KernelType::sigmoid) return 1;
  const std::vector<double> centre = centre_for(kernel, points);
  double largest = 0;
  for (int i = 0; i < points.n; ++i) {
    double norm2 = 0;
    for (int k = 0; k < points.d; ++k) norm2 += (points.row(i)[k] - centre[k]) * (points.row(i)[k] - centre[k]);
    largest = std::max(largest, norm2);
  }
  if (kernel.type == KernelType::linear) return largest;
  return std::pow(kernel.gamma * largest + std::abs(kernel.coef0), kernel.degree);
}

}  // namespace proofground
