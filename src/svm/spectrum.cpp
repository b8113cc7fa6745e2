#include "svm/spectrum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/check.h"
#include "core/symmetric.h"

namespace proofground {
namespace {

constexpr int kMercerSample = 256;

bool nonnegative(const Spectrum& values) { return values.smallest >= -kIdentityTolerance * values.largest_size; }

// HKH, H = I - 11'/m
std::vector<double> centred(std::vector<double> gram, int m) {
  const auto size = static_cast<std::size_t>(m);
  std::vector<double> mean(size, 0.0);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) mean[i] += gram[i * size + j] / m;
  }
  const double total = std::accumulate(mean.begin(), mean.end(), 0.0) / m;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) gram[i * size + j] += total - mean[i] - mean[j];
  }
  return gram;
}

}  // namespace

Spectrum spectrum(const std::vector<double>& gram, int m) {
  // The eigenvalue iteration does not end on numbers that are not finite.
  if (!std::all_of(gram.begin(), gram.end(), [](double value) { return std::isfinite(value); })) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan};
  }
  const std::vector<double> values = eigenvalues(gram, m);
  return {values.front(), std::max(std::abs(values.front()), std::abs(values.back()))};
}

std::vector<double> gram_matrix(const Kernel& kernel, const Points& points, const std::vector<int>& sample) {
  const std::size_t m = sample.size();
  std::vector<double> gram(m * m);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      gram[i * m + j] = gram[j * m + i] = evaluate(kernel, points.row(sample[i]), points.row(sample[j]), points.d);
    }
  }
  return gram;
}

std::vector<int> evenly_spaced(const std::vector<int>& order, int limit) {
  const auto n = static_cast<long>(order.size());
  if (n <= limit) return order;
  std::vector<int> sample;
  sample.reserve(static_cast<std::size_t>(limit));
  for (long k = 0; k < limit; ++k) sample.push_back(order[static_cast<std::size_t>(k * (n - 1) / (limit - 1))]);
  return sample;
}

bool always_positive(const Kernel& kernel) {
  switch (kernel.type) {
    case KernelType::linear:
    case KernelType::rbf:
      return true;
    case KernelType::poly:
      return kernel.coef0 >= 0;
    case KernelType::sigmoid:
      return false;
  }
  return false;
}

Mercer mercer(const Kernel& kernel, const Points& points) { return definiteness(kernel, points).kind; }

Definiteness definiteness(const Kernel& kernel, const Points& points) {
  if (always_positive(kernel)) return {};
  std::vector<int> order(static_cast<std::size_t>(points.n));
  std::iota(order.begin(), order.end(), 0);
  const std::vector<int> sample = evenly_spaced(order, kMercerSample);
  const int m = static_cast<int>(sample.size());
  const std::vector<double> gram = gram_matrix(kernel, points, sample);
  const Spectrum plain = spectrum(gram, m);
  const double rounding = m * std::numeric_limits<double>::epsilon() * plain.largest_size;
  if (plain.smallest >= -rounding) return {};
  // Rounding in HKH is that of K, so the bounds are relative to K's largest eigenvalue: that of HKH may be 0.
  const Spectrum inner = spectrum(centred(gram, m), m);
  const double negative = std::max(-inner.smallest - rounding, 0.0);
  if (nonnegative(plain)) return {Mercer::positive, negative};
  const bool conditional = inner.smallest >= -kIdentityTolerance * plain.largest_size;
  return {conditional ? Mercer::conditional : Mercer::indefinite, negative};
}

}  // namespace proofground
