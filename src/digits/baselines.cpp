// Compiled for speed: the draws of a Gaussian add up all images of its class.
#include "digits/baselines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

#include "core/require.h"
#include "core/rng.h"

namespace proofground::digits {
namespace {

constexpr double kMostProducts = 1e9;

/// A class: its images as differences from their mean.
struct Class {
  std::vector<double> mean;         // (d)
  std::vector<double> differences;  // (count x d)
  int count = 0;
};

std::map<int, Class> classes_of(const BaselineRequest& request) {
  const int d = request.d;
  std::map<int, Class> classes;
  for (std::size_t i = 0; i < request.labels.size(); ++i) {
    Class& one = classes[request.labels[i]];
    const auto image = request.images.begin() + static_cast<std::ptrdiff_t>(i) * d;
    one.differences.insert(one.differences.end(), image, image + d);
    ++one.count;
  }
  for (auto& [label, one] : classes) {
    one.mean.assign(d, 0);
    for (std::size_t k = 0; k < one.differences.size(); ++k) one.mean[k % d] += one.differences[k] / one.count;
    for (std::size_t k = 0; k < one.differences.size(); ++k) one.differences[k] -= one.mean[k % d];
  }
  return classes;
}

void require_valid(const BaselineRequest& request) {
  const int d = request.d;
  require(d >= 1 && d <= 4096, "d", "a whole number from 1 to 4096", d);
  require(!request.images.empty() && request.images.size() % d == 0, "images", "d numbers for each of 1 or more images",
          static_cast<double>(request.images.size()));
  require_finite(request.images.data(), static_cast<int>(request.images.size()), "images");
  require(request.labels.size() == request.images.size() / d, "labels", "one for each image",
          static_cast<double>(request.labels.size()));
  const double products = 1.0 * static_cast<double>(request.asked.size()) * static_cast<double>(request.images.size());
  require(!request.asked.empty() && products <= kMostProducts, "asked",
          "1 or more, and at most 1e9 products with pixels", static_cast<double>(request.asked.size()));
}

void add_gaussian(const Class& of, Rng& rng, double* x) {
  const auto d = static_cast<int>(of.mean.size());
  const double root = std::sqrt(of.count - 1.0);
  for (int i = 0; i < of.count; ++i) {
    const double z = rng.normal() / root;
    for (int j = 0; j < d; ++j) x[j] += z * of.differences[static_cast<std::size_t>(i) * d + j];
  }
  for (int j = 0; j < d; ++j) x[j] = std::clamp(x[j], 0.0, 1.0);
}

}  // namespace

std::vector<double> baseline(const BaselineRequest& request) {
  require_valid(request);
  const auto d = static_cast<std::size_t>(request.d), m = request.asked.size();
  const int n = static_cast<int>(request.labels.size());
  std::vector<double> x(m * d);
  Rng rng(request.seed);
  if (request.kind == Baseline::uniform) {
    for (double& pixel : x) pixel = rng.uniform();
    return x;
  }
  if (request.kind == Baseline::pixels) {
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = request.images[rng.below(n) * d + k % d];
    return x;
  }
  const std::map<int, Class> classes = classes_of(request);
  for (std::size_t i = 0; i < m; ++i) {
    const auto found = classes.find(request.asked[i]);
    require(found != classes.end() && found->second.count >= 2, "asked", "classes that two or more images have",
            request.asked[i]);
    std::copy(found->second.mean.begin(), found->second.mean.end(), x.begin() + static_cast<std::ptrdiff_t>(i * d));
    if (request.kind == Baseline::gaussians) add_gaussian(found->second, rng, x.data() + i * d);
  }
  return x;
}

}  // namespace proofground::digits
