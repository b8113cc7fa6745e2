// Compiled for speed: distances between all pairs of samples.
#include "diffusion/quality.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"
#include "core/rng.h"

namespace proofground::diffusion {
namespace {

void require_sample(const std::vector<double>& x, int d, std::size_t least, const char* field) {
  require(d >= 1 && d <= 64, "d", "a whole number from 1 to 64", d);
  const std::size_t n = x.size() / d;
  require(x.size() % d == 0 && n >= least && n <= 20'000, field,
          least == 1 ? "1 to 20000 points of d numbers" : "2 to 20000 points of d numbers",
          static_cast<double>(x.size()));
  require_finite(x.data(), static_cast<int>(x.size()), field);
}

std::vector<double> projected(const std::vector<double>& x, const std::vector<double>& direction) {
  const std::size_t d = direction.size();
  std::vector<double> along(x.size() / d, 0.0);
  for (std::size_t i = 0; i < along.size(); ++i)
    for (std::size_t c = 0; c < d; ++c) along[i] += x[i * d + c] * direction[c];
  return along;
}

std::vector<double> drawn_direction(int d, Rng& rng) {
  std::vector<double> direction(d);
  double norm = 0;
  while (norm == 0) {
    double sum = 0;
    for (double& value : direction) {
      value = rng.normal();
      sum += value * value;
    }
    norm = std::sqrt(sum);
  }
  for (double& value : direction) value /= norm;
  return direction;
}

double distance(const double* a, const double* b, int d) {
  double sum = 0;
  for (int c = 0; c < d; ++c) sum += (a[c] - b[c]) * (a[c] - b[c]);
  return std::sqrt(sum);
}

/// Mean distance of two different points of a sample.
double within(const std::vector<double>& x, int d) {
  const std::size_t n = x.size() / d;
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    double row = 0;
    for (std::size_t j = 0; j < i; ++j) row += distance(&x[i * d], &x[j * d], d);
    sum += row;
  }
  return 2 * sum / (static_cast<double>(n) * static_cast<double>(n - 1));
}

double between(const std::vector<double>& x, const std::vector<double>& y, int d) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); i += d) {
    double row = 0;
    for (std::size_t j = 0; j < y.size(); j += d) row += distance(&x[i], &y[j], d);
    sum += row;
  }
  const std::size_t n = x.size() / d, m = y.size() / d;
  return sum / (static_cast<double>(n) * static_cast<double>(m));
}

}  // namespace

double wasserstein(std::vector<double>& x, std::vector<double>& y) {
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  // Both quantile functions as step functions of u; u in units of 1 / (n m), so that all jumps are at whole numbers.
  const std::uint64_t n = x.size(), m = y.size();
  double sum = 0;
  std::uint64_t u = 0;
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    const std::uint64_t end_x = (i + 1) * m, end_y = (j + 1) * n, next = std::min(end_x, end_y);
    sum += static_cast<double>(next - u) * std::abs(x[i] - y[j]);
    u = next;
    if (u == end_x) ++i;
    if (u == end_y) ++j;
  }
  return sum / (static_cast<double>(n) * static_cast<double>(m));
}

double sliced_wasserstein(const std::vector<double>& x, const std::vector<double>& y, int d, int projections,
                          std::uint64_t seed) {
  require_sample(x, d, 1, "x");
  require_sample(y, d, 1, "y");
  require(projections >= 1 && projections <= 10'000, "projections", "a whole number from 1 to 10000", projections);
  Rng rng(seed);
  const int count = d == 1 ? 1 : projections;
  double sum = 0;
  for (int k = 0; k < count; ++k) {
    const std::vector<double> direction = drawn_direction(d, rng);
    std::vector<double> along = projected(x, direction), other = projected(y, direction);
    sum += wasserstein(along, other);
  }
  return sum / count;
}

EnergyDistance energy_distance(const std::vector<double>& x, const std::vector<double>& y, int d) {
  require_sample(x, d, 2, "x");
  require_sample(y, d, 2, "y");
  const double apart = 2 * between(x, y, d), in_x = within(x, d), in_y = within(y, d);
  // Of all n^2 pairs, n are of a point with itself.
  const auto share = [d](const std::vector<double>& z) { return 1 - d / static_cast<double>(z.size()); };
  return {apart - in_x - in_y, apart - share(x) * in_x - share(y) * in_y};
}

}  // namespace proofground::diffusion
