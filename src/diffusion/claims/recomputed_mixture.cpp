#include "diffusion/claims/recomputed_mixture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstddef>
#include <limits>
#include <numbers>
#include <numeric>

namespace proofground::diffusion {
namespace {

constexpr double kComplexStep = 1e-100;
constexpr double kReach = 9, kPerSpread = 16;  // beyond 9 standard deviations lies less than 1e-18

double real(double x) { return x; }
double real(const std::complex<double>& x) { return x.real(); }

// L of S = L L^T, row-major; a pivot that is not positive leaves its column 0.
std::vector<double> cholesky(std::vector<double> s, int d) {
  for (int j = 0; j < d; ++j) {
    for (int k = 0; k < j; ++k)
      for (int i = j; i < d; ++i) s[i * d + j] -= s[i * d + k] * s[j * d + k];
    const double pivot = s[j * d + j], root = pivot > 0 ? std::sqrt(pivot) : 0;
    for (int i = j; i < d; ++i) s[i * d + j] = root > 0 ? s[i * d + j] / root : 0;
    for (int i = 0; i < j; ++i) s[i * d + j] = 0;
  }
  return s;
}

double total_weight(const Mixture& data) { return std::accumulate(data.weights.begin(), data.weights.end(), 0.0); }

}  // namespace

double mean_square(const Mixture& data) {
  double sum = 0;
  for (int k = 0; k < data.size(); ++k) {
    const std::vector<double> covariance = data.covariance(k);
    double one = 0;
    for (int c = 0; c < data.d; ++c) {
      const double mean = data.means[static_cast<std::size_t>(k) * data.d + c];
      one += mean * mean + covariance[static_cast<std::size_t>(c) * data.d + c];
    }
    sum += data.weights[k] * one;
  }
  return sum / total_weight(data);
}

std::vector<double> drawn(const Mixture& data, int count, Rng& rng) {
  const int d = data.d;
  std::vector<std::vector<double>> lower;
  lower.reserve(data.weights.size());
  for (int k = 0; k < data.size(); ++k) lower.push_back(cholesky(data.covariance(k), d));
  const double total = total_weight(data);
  std::vector<double> x, z(static_cast<std::size_t>(d));
  x.reserve(static_cast<std::size_t>(count) * d);
  for (int i = 0; i < count; ++i) {
    int k = 0;
    for (double left = rng.uniform(0, total); k + 1 < data.size() && (left -= data.weights[k]) >= 0;) ++k;
    for (double& value : z) value = rng.normal();
    for (int c = 0; c < d; ++c) {
      double value = data.means[static_cast<std::size_t>(k) * d + c];
      for (int j = 0; j <= c; ++j) value += lower[k][c * d + j] * z[j];
      x.push_back(value);
    }
  }
  return x;
}

Mixture centred(const Mixture& data) {
  Mixture moved = data;
  for (int c = 0; c < data.d; ++c) {
    double mean = 0;
    for (int k = 0; k < data.size(); ++k)
      mean += data.weights[k] / total_weight(data) * data.means[static_cast<std::size_t>(k) * data.d + c];
    for (int k = 0; k < data.size(); ++k) moved.means[static_cast<std::size_t>(k) * data.d + c] -= mean;
  }
  return moved;
}

RecomputedMixture::RecomputedMixture(const Mixture& data, double alpha_bar, double noise)
    : d_(data.d), size_(data.size()), shrink_(std::sqrt(alpha_bar)), mean_(data.means) {
  const double total = total_weight(data);
  for (int k = 0; k < size_; ++k) {
    std::vector<double> s = data.covariance(k);
    covariance_.insert(covariance_.end(), s.begin(), s.end());
    for (double& value : s) value *= alpha_bar;
    for (int c = 0; c < d_; ++c) s[c * d_ + c] += noise;
    const std::vector<double> lower = cholesky(s, d_);
    double constant = std::log(data.weights[k] / total) - d_ * std::log(2 * std::numbers::pi) / 2;
    for (int c = 0; c < d_; ++c) constant -= std::log(lower[c * d_ + c]);
    constant_.push_back(constant);
    lower_.insert(lower_.end(), lower.begin(), lower.end());
  }
}

// constant - |white|^2 / 2 with white = L_k^-1 (x - shrink m_k).
template <class Number>
Number RecomputedMixture::exponent(int k, const Number* x, Number* white) const {
  const double* lower = &lower_[static_cast<std::size_t>(k) * d_ * d_];
  Number sum = constant_[k];
  for (int i = 0; i < d_; ++i) {
    Number value = x[i] - shrink_ * mean_[static_cast<std::size_t>(k) * d_ + i];
    for (int j = 0; j < i; ++j) value -= lower[i * d_ + j] * white[j];
    white[i] = value / lower[i * d_ + i];
    sum -= white[i] * white[i] / 2.0;
  }
  return sum;
}

template <class Number>
Number RecomputedMixture::log_density_of(const Number* x) const {
  std::vector<Number> terms, white(static_cast<std::size_t>(d_));
  double largest = -std::numeric_limits<double>::infinity();
  for (int k = 0; k < size_; ++k) {
    terms.push_back(exponent(k, x, white.data()));
    largest = std::max(largest, real(terms.back()));
  }
  Number sum = 0;
  for (const Number& term : terms) sum += std::exp(term - largest);
  return largest + std::log(sum);
}

double RecomputedMixture::log_density(const double* x) const { return log_density_of(x); }

double RecomputedMixture::slope(const double* x, int c) const {
  std::vector<std::complex<double>> moved(x, x + d_);
  moved[c] += std::complex<double>(0, kComplexStep);
  return log_density_of(moved.data()).imag() / kComplexStep;
}

void RecomputedMixture::look(const double* x, Place& at) const {
  at.share.resize(static_cast<std::size_t>(size_));
  at.solved.resize(static_cast<std::size_t>(size_) * d_);
  for (int k = 0; k < size_; ++k) {
    double* y = &at.solved[static_cast<std::size_t>(k) * d_];
    at.share[k] = exponent(k, x, y);
    const double* lower = &lower_[static_cast<std::size_t>(k) * d_ * d_];
    for (int i = d_ - 1; i >= 0; --i) {
      for (int j = i + 1; j < d_; ++j) y[i] -= lower[j * d_ + i] * y[j];
      y[i] /= lower[i * d_ + i];
    }
  }
  const double largest = *std::max_element(at.share.begin(), at.share.end());
  double sum = 0;
  for (double& share : at.share) sum += share = std::exp(share - largest);
  for (double& share : at.share) share /= sum;
  at.log_density = largest + std::log(sum);
}

std::vector<double> RecomputedMixture::mean(const double* x) const {
  Place at;
  look(x, at);
  std::vector<double> mean(static_cast<std::size_t>(d_), 0.0);
  for (int k = 0; k < size_; ++k) {
    const double* solved = &at.solved[static_cast<std::size_t>(k) * d_];
    const double* covariance = &covariance_[static_cast<std::size_t>(k) * d_ * d_];
    for (int c = 0; c < d_; ++c) {
      double pull = 0;
      for (int j = 0; j < d_; ++j) pull += covariance[c * d_ + j] * solved[j];
      mean[c] += at.share[k] * (mean_[static_cast<std::size_t>(k) * d_ + c] + shrink_ * pull);
    }
  }
  return mean;
}

namespace {

struct Spread {
  double least = 0, largest = 0;  // standard deviations, over directions
};

// Of S = L L^T, d = 1 or 2: its eigenvalues have the product det^2 and the sum |L|^2.
Spread spread_of(const double* lower, int d) {
  if (d == 1) return {lower[0], lower[0]};
  const double det = lower[0] * lower[3], sum = lower[0] * lower[0] + lower[2] * lower[2] + lower[3] * lower[3];
  const double largest = std::sqrt(sum / 2 + std::sqrt(std::max(sum * sum / 4 - det * det, 0.0)));
  return {det / largest, largest};
}

}  // namespace

double RecomputedMixture::spacing() const {
  double least = std::numeric_limits<double>::infinity();
  for (int k = 0; k < size_; ++k)
    least = std::min(least, spread_of(&lower_[static_cast<std::size_t>(k) * d_ * d_], d_).least);
  return least / kPerSpread;
}

// Places on either side of the middle.
int RecomputedMixture::reach(int k, double spacing) const {
  const double largest = spread_of(&lower_[static_cast<std::size_t>(k) * d_ * d_], d_).largest;
  return static_cast<int>(std::min(std::ceil(kReach * largest / spacing), 1e8));
}

double RecomputedMixture::work() const {
  const double between = spacing();
  double places = 0;
  for (int k = 0; k < size_; ++k) places += std::pow(2.0 * reach(k, between) + 1, d_);
  return places * size_;
}

RecomputedMixture::Averages RecomputedMixture::averages() const {
  const double between = spacing();
  Averages sums;
  std::array<double, 4> moments{};  // of |grad log q_t|^2
  Place at;
  std::vector<double> x(static_cast<std::size_t>(d_)), score(x.size());
  for (int k = 0; k < size_; ++k) {
    const int ends = reach(k, between), rows = d_ == 2 ? ends : 0;
    for (int row = -rows; row <= rows; ++row) {
      for (int column = -ends; column <= ends; ++column) {
        for (int c = 0; c < d_; ++c)
          x[c] = shrink_ * mean_[static_cast<std::size_t>(k) * d_ + c] + (c == 0 ? column : row) * between;
        look(x.data(), at);
        // q_t times the share of component k: what the other components have here is summed on grids of their own.
        const double mass = std::exp(at.log_density) * at.share[k];
        if (mass == 0) continue;
        std::fill(score.begin(), score.end(), 0.0);
        for (int j = 0; j < size_ * d_; ++j) score[j % d_] -= at.share[j / d_] * at.solved[j];
        const double square = std::inner_product(score.begin(), score.end(), score.begin(), 0.0);
        double power = mass;
        for (double& moment : moments) moment += power *= square;
        sums.entropy -= mass * at.log_density;
      }
    }
  }
  const double cell = std::pow(between, d_);
  const double m = moments[0] * cell, second = moments[1] * cell, third = moments[2] * cell, fourth = moments[3] * cell;
  const double variance = second - m * m;
  const double central = fourth - 4 * m * third + 6 * m * m * second - 3 * m * m * m * m;
  return {m, variance, central / (variance * variance), sums.entropy * cell};
}

}  // namespace proofground::diffusion
