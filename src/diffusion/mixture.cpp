// Compiled for speed: a sum over all components for every particle.
#include "diffusion/mixture.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>

#include "core/require.h"
#include "core/symmetric.h"
#include "diffusion/isotropic.h"

namespace proofground::diffusion {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::Map<const Matrix> covariance(const Mixture& mixture, int k) {
  const int d = mixture.d;
  return {&mixture.covariances[static_cast<std::size_t>(k) * d * d], d, d};
}

void require_shape(const Mixture& mixture) {
  const std::size_t count = mixture.weights.size(), d = static_cast<std::size_t>(mixture.d);
  require(mixture.d >= 1, "d", "at least 1", mixture.d);
  require(count >= 1, "weights", "at least one number", static_cast<double>(count));
  for (const double weight : mixture.weights) require_positive(weight, "weights");
  require(mixture.means.size() == count * d, "means", "k d numbers", static_cast<double>(mixture.means.size()));
  require_finite(mixture.means.data(), static_cast<int>(mixture.means.size()), "means");
  if (mixture.covariances.empty()) {
    require_nonnegative(mixture.spread, "spread");
    return;
  }
  require(mixture.covariances.size() == count * d * d, "covariances", "k d d numbers or none",
          static_cast<double>(mixture.covariances.size()));
  require_finite(mixture.covariances.data(), static_cast<int>(mixture.covariances.size()), "covariances");
}

// The eigenvalues (those that rounding has made negative are set to 0) and the axes.
Eigensystem diagonalised(const Mixture& mixture, int k) {
  const int d = mixture.d;
  const double* matrix = &mixture.covariances[static_cast<std::size_t>(k) * d * d];
  const double largest = largest_entry(matrix, d);
  require(asymmetry(matrix, d) <= kSymmetryTolerance * largest, "covariances", "symmetric matrices",
          "component " + std::to_string(k) + " is not symmetric");
  Eigensystem system = eigensystem(matrix, d);
  const double least = system.values.front();
  require(least >= -kSymmetryTolerance * d * largest, "covariances", "positive semi-definite matrices", least);
  for (double& value : system.values) value = std::max(value, 0.0);
  return system;
}

// v if every C_k is v I.
std::optional<double> common_variance(const Mixture& mixture) {
  if (mixture.covariances.empty()) return mixture.spread * mixture.spread;
  const double v = mixture.covariances.front();
  for (int k = 0; k < mixture.size(); ++k)
    if (covariance(mixture, k) != v * Matrix::Identity(mixture.d, mixture.d)) return std::nullopt;
  require(v >= 0, "covariances", "positive semi-definite matrices", v);
  return v;
}

}  // namespace

std::vector<double> Mixture::covariance(int k) const {
  const std::size_t size = static_cast<std::size_t>(d) * d;
  if (!covariances.empty()) return {&covariances[k * size], &covariances[k * size] + size};
  std::vector<double> matrix(size, 0.0);
  for (std::size_t j = 0; j < size; j += d + 1) matrix[j] = spread * spread;
  return matrix;
}

Mixture empirical(std::vector<double> x, int d, double spread) {
  require(d >= 1, "d", "at least 1", d);
  return {std::vector<double>(x.size() / d, 1.0), std::move(x), {}, d, spread};
}

void require_valid(const Mixture& mixture) {
  require_shape(mixture);
  if (common_variance(mixture)) return;
  for (int k = 0; k < mixture.size(); ++k) (void)diagonalised(mixture, k);
}

Oracle::Oracle(const Mixture& mixture) : d_(mixture.d) {
  require_shape(mixture);
  const double total = std::accumulate(mixture.weights.begin(), mixture.weights.end(), 0.0);
  double sum = 0;
  for (const double weight : mixture.weights) {
    share_.push_back(weight / total);
    up_to_.push_back(sum += share_.back());
  }
  mean_ = mixture.means;
  variance_ = common_variance(mixture);
  if (variance_) return;
  axes_.reserve(mixture.covariances.size());
  along_.reserve(mixture.means.size());
  for (int k = 0; k < size(); ++k) {
    const Eigensystem system = diagonalised(mixture, k);
    axes_.insert(axes_.end(), system.vectors.begin(), system.vectors.end());
    along_.insert(along_.end(), system.values.begin(), system.values.end());
  }
}

double Oracle::least_spread(int k, double alpha_bar, double noise) const {
  return std::sqrt(alpha_bar * along(k, 0) + noise);
}

double Oracle::largest_spread(int k, double alpha_bar, double noise) const {
  return std::sqrt(alpha_bar * along(k, d_ - 1) + noise);
}

double Oracle::least_spread(double alpha_bar, double noise) const {
  double least = least_spread(0, alpha_bar, noise);
  for (int k = 1; !variance_ && k < size(); ++k) least = std::min(least, least_spread(k, alpha_bar, noise));
  return least;
}

Denoised Oracle::denoise(double alpha_bar, double noise, const std::vector<double>& x) const {
  require(alpha_bar >= 0 && alpha_bar <= 1, "alphaBar", "a number from 0 to 1", alpha_bar);
  require(noise >= 0 && noise <= 1, "noise", "a number from 0 to 1", noise);
  require(x.size() % d_ == 0, "x", "m d numbers", static_cast<double>(x.size()));
  require_finite(x.data(), static_cast<int>(x.size()), "x");
  require(least_spread(alpha_bar, noise) > 0, "alphaBar", "less than 1 where a covariance is singular", alpha_bar);
  if (variance_) return denoised({share_, mean_, *variance_, d_}, alpha_bar, noise, x);
  return denoise_in_general(alpha_bar, noise, x);
}

Denoised Oracle::denoise_in_general(double alpha_bar, double noise, const std::vector<double>& x) const {
  const int m = static_cast<int>(x.size()) / d_, count = size();
  const double shrink = std::sqrt(alpha_bar);
  Denoised result;
  result.x0.assign(x.size(), 0.0);
  result.score.assign(x.size(), 0.0);
  result.eps.resize(x.size());
  result.log_density.resize(m);
  result.x0_variance.assign(m, 0.0);

  // Per component and direction: 1 / S and the gain sqrt(ab) C / S; per component: what log N adds to the exponent, and
  // the trace of its own Cov[x_0 | x_t].
  std::vector<double> inverse(along_.size()), gain(along_.size()), constant(count), own(count, 0.0);
  for (int k = 0; k < count; ++k) {
    constant[k] = std::log(share_[k]);
    for (int j = k * d_; j < (k + 1) * d_; ++j) {
      const double s = alpha_bar * along_[j] + noise;
      inverse[j] = 1 / s;
      gain[j] = shrink * along_[j] / s;
      constant[k] -= std::log(2 * std::numbers::pi * s) / 2;
      own[k] += noise * along_[j] / s;
    }
  }

  std::vector<double> rotated(along_.size()), log_share(count), here(d_), pull(d_);
  for (int i = 0; i < m; ++i) {
    const double* point = &x[static_cast<std::size_t>(i) * d_];
    double largest = -std::numeric_limits<double>::infinity();
    for (int k = 0; k < count; ++k) {
      const double* axes = &axes_[static_cast<std::size_t>(k) * d_ * d_];
      log_share[k] = constant[k];
      for (int j = 0; j < d_; ++j) {
        double y = 0;
        for (int c = 0; c < d_; ++c) y += axes[c * d_ + j] * (point[c] - shrink * mean(k)[c]);
        rotated[k * d_ + j] = y;
        log_share[k] -= y * y * inverse[k * d_ + j] / 2;
      }
      largest = std::max(largest, log_share[k]);
    }
    double total = 0;
    for (double& value : log_share) total += value = std::exp(value - largest);  // now responsibilities
    result.log_density[i] = largest + std::log(total);

    double* x0 = &result.x0[static_cast<std::size_t>(i) * d_];
    double* score = &result.score[static_cast<std::size_t>(i) * d_];
    double weight = 0;
    for (int k = 0; k < count; ++k) {
      const double r = log_share[k] / total;
      if (r == 0) continue;
      const double* axes = &axes_[static_cast<std::size_t>(k) * d_ * d_];
      std::copy_n(mean(k), d_, here.begin());
      std::fill(pull.begin(), pull.end(), 0.0);
      for (int j = 0; j < d_; ++j) {
        const double y = rotated[k * d_ + j];
        for (int c = 0; c < d_; ++c) {
          here[c] += axes[c * d_ + j] * gain[k * d_ + j] * y;
          pull[c] += axes[c * d_ + j] * inverse[k * d_ + j] * y;
        }
      }
      // The mean and the spread of the components' means, one more component at a time (West 1979).
      weight += r;
      double spread = 0;
      for (int c = 0; c < d_; ++c) {
        const double change = here[c] - x0[c];
        x0[c] += change * (r / weight);
        spread += change * (here[c] - x0[c]);
        score[c] -= r * pull[c];
      }
      result.x0_variance[i] += r * (own[k] + spread);
    }
    for (int c = 0; c < d_; ++c) result.eps[static_cast<std::size_t>(i) * d_ + c] = -std::sqrt(noise) * score[c];
  }
  return result;
}

std::vector<double> Oracle::draw(int count, Rng& rng) const {
  require(count >= 0, "count", "at least 0", count);
  std::vector<double> x(static_cast<std::size_t>(count) * d_);
  draw(count, rng, x.data());
  return x;
}

void Oracle::draw(int count, Rng& rng, double* x) const {
  for (int i = 0; i < count; ++i, x += d_) {
    // The last sum may have been rounded to less than the draw.
    const auto found = std::upper_bound(up_to_.begin(), up_to_.end() - 1, rng.uniform());
    const int k = static_cast<int>(found - up_to_.begin());
    std::copy_n(mean(k), d_, x);
    if (variance_) {
      const double width = std::sqrt(*variance_);
      for (int c = 0; c < d_; ++c) x[c] += width * rng.normal();
      continue;
    }
    const double* axes = &axes_[static_cast<std::size_t>(k) * d_ * d_];
    for (int j = 0; j < d_; ++j) {
      const double z = std::sqrt(along_[static_cast<std::size_t>(k) * d_ + j]) * rng.normal();
      for (int c = 0; c < d_; ++c) x[c] += axes[c * d_ + j] * z;
    }
  }
}

Moments Oracle::moments(double alpha_bar, double noise) const {
  const double shrink = std::sqrt(alpha_bar);
  Eigen::VectorXd center = Eigen::VectorXd::Zero(d_);
  for (int k = 0; k < size(); ++k) center += share_[k] * Eigen::Map<const Eigen::VectorXd>(mean(k), d_);
  Matrix spread = Matrix::Zero(d_, d_);
  for (int k = 0; k < size(); ++k) {
    const Eigen::VectorXd apart = Eigen::Map<const Eigen::VectorXd>(mean(k), d_) - center;
    spread += share_[k] * (apart * apart.transpose());
    if (variance_) continue;
    const Eigen::Map<const Matrix> axes(&axes_[static_cast<std::size_t>(k) * d_ * d_], d_, d_);
    const Eigen::Map<const Eigen::VectorXd> widths(&along_[static_cast<std::size_t>(k) * d_], d_);
    spread += share_[k] * Matrix(axes * widths.asDiagonal() * axes.transpose());
  }
  if (variance_) spread += *variance_ * Matrix::Identity(d_, d_);
  spread = alpha_bar * spread + noise * Matrix::Identity(d_, d_);
  center *= shrink;
  return {{center.begin(), center.end()}, {spread.data(), spread.data() + spread.size()}};
}

double Oracle::mean_square() const {
  double sum = 0;
  for (int k = 0; k < size(); ++k)
    for (int j = 0; j < d_; ++j) sum += share_[k] * (mean(k)[j] * mean(k)[j] + along(k, j));
  return sum;
}

}  // namespace proofground::diffusion
