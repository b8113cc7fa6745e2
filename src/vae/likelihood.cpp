// Compiled for speed: every pixel of every image of a batch.
#include "vae/likelihood.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/exp.h"
#include "core/rng.h"
#include "nn/lanes.h"
#include "nn/panels.h"

namespace proofground::vae {
namespace {

/// Factors from 1 to 2 of which a float holds the product.
constexpr int kFactors = 64;

/// Ones for the columns from `first` that are not padding.
nn::f32x4 inside(int first, int dx) {
  nn::f32x4 mask{};
  for (int lane = 0; lane < nn::kLanes; ++lane) mask[lane] = first + lane < dx ? 1.0F : 0.0F;
  return mask;
}

double sum_of(nn::f32x4 v) {
  return static_cast<double>(v[0]) + static_cast<double>(v[1]) + static_cast<double>(v[2]) + static_cast<double>(v[3]);
}

/// Sum of the logarithms of the lanes.
double log_of(nn::f32x4 v) {
  const double low = static_cast<double>(v[0]) * static_cast<double>(v[1]);
  return portable_log(low * (static_cast<double>(v[2]) * static_cast<double>(v[3])));
}

}  // namespace

double bernoulli_loss(const float* o, const float* x, int rows, int dx, float share, float* slope) {
  const nn::f32x4 one = nn::splat(1), zero{};
  double total = 0;
  for (int panel = 0; panel < dx; panel += nn::kPanel) {
    for (int half = 0; half < nn::kPanel; half += nn::kLanes) {
      const nn::f32x4 mask = inside(panel + half, dx), size = mask * nn::splat(share);
      const std::size_t first = nn::place(rows, 0, panel) + half;
      for (int row = 0; row < rows;) {
        const int last = std::min(row + kFactors, rows);
        nn::f32x4 product = one, linear = zero;
        for (; row < last; ++row) {
          const std::size_t at = first + static_cast<std::size_t>(row) * nn::kPanel;
          const nn::f32x4 logit = nn::load(o + at), target = nn::load(x + at);
          const nn::ExpParts parts = nn::exp_parts_below_zero(logit);
          const nn::f32x4 e = parts.power * (parts.p + one), large = one / (one + e);
          const nn::f32x4 mean = logit < zero ? e * large : large;
          product *= one + e * mask;
          linear += nn::max(logit, zero) - target * logit;
          nn::store(slope + at, (mean - target) * size);
        }
        total += log_of(product) + sum_of(linear);
      }
    }
  }
  return total;
}

double gaussian_loss(const float* o, const float* x, int rows, int dx, float weight, float share, float* slope) {
  const std::size_t count = nn::panel_size(rows, dx);
  const nn::f32x4 size = nn::splat(weight * share);
  double total = 0;
  for (std::size_t i = 0; i < count; i += nn::kLanes) {
    const nn::f32x4 error = nn::load(o + i) - nn::load(x + i);
    total += sum_of(error * error);
    nn::store(slope + i, error * size);
  }
  return total * (0.5 * static_cast<double>(weight));
}

double LikelihoodTerms::log_partition(const double* natural) const {
  double sum = 0;
  if (kind == Likelihood::gaussian) {
    for (int k = 0; k < dx; ++k) sum += natural[k] * natural[k];
    return 0.5 * sum;
  }
  constexpr int kMost = 512;  // factors from 1 to 2 of which a double holds the product
  for (int k = 0; k < dx;) {
    const int last = std::min(k + kMost, dx);
    double product = 1;
    for (; k < last; ++k) {
      product *= 1 + exp_below_zero(-std::abs(natural[k]));
      sum += std::max(natural[k], 0.0);
    }
    sum += portable_log(product);
  }
  return sum;
}

double LikelihoodTerms::constant(const double* x) const {
  if (kind == Likelihood::bernoulli) return 0;
  double square = 0;
  for (int k = 0; k < dx; ++k) square += x[k] * x[k];
  return -0.5 * (square / noise_var + dx * std::log(2 * std::numbers::pi * noise_var));
}

double LikelihoodTerms::log_density(const double* x, const double* natural, double log_partition) const {
  double product = 0;
  for (int k = 0; k < dx; ++k) product += x[k] * natural[k];
  return scale() * (product - log_partition) + constant(x);
}

std::vector<double> LikelihoodTerms::means(const std::vector<double>& natural) const {
  std::vector<double> means = natural;
  if (kind == Likelihood::gaussian) return means;
  for (double& mean : means) {
    const double e = exp_below_zero(-std::abs(mean));
    mean = (mean < 0 ? e : 1) / (1 + e);
  }
  return means;
}

}  // namespace proofground::vae
