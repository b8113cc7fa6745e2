// Compiled for speed: every pair of images is compared pixel by pixel.
#include "digits/nearest.h"

#include <cmath>
#include <cstddef>

#include "core/require.h"

namespace proofground::digits {
namespace {

constexpr double kMostProducts = 1e9;

void require_images(const std::vector<double>& x, int d, const char* field) {
  require(!x.empty() && x.size() % static_cast<std::size_t>(d) == 0, field, "d numbers for each of 1 or more images",
          static_cast<double>(x.size()));
  require_finite(x.data(), static_cast<int>(x.size()), field);
}

double distance2(const double* a, const double* b, int d) {
  double sum = 0;
  for (int k = 0; k < d; ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

}  // namespace

Nearest nearest(const std::vector<double>& x, const std::vector<double>& y, int d) {
  require(d >= 1 && d <= 4096, "d", "a whole number from 1 to 4096", d);
  require_images(x, d, "images");
  require_images(y, d, "among");
  const int m = static_cast<int>(x.size()) / d, n = static_cast<int>(y.size()) / d;
  require(1.0 * m * n * d <= kMostProducts, "images", "at most 1e9 products of pixels", 1.0 * m * n * d);
  Nearest found{std::vector<int>(m), std::vector<double>(m)};
  for (int i = 0; i < m; ++i) {
    const double* image = x.data() + static_cast<std::size_t>(i) * d;
    double least = distance2(image, y.data(), d);
    for (int k = 1; k < n; ++k) {
      const double other = distance2(image, y.data() + static_cast<std::size_t>(k) * d, d);
      if (other >= least) continue;
      least = other;
      found.index[i] = k;
    }
    found.distance[i] = std::sqrt(least);
  }
  return found;
}

}  // namespace proofground::digits
