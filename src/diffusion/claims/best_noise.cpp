#include "diffusion/claims/best_noise.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diffusion/claims/law.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_mixture.h"

namespace proofground::diffusion {
namespace {

constexpr int kDraws = 2000, kShown = 40, kLeastPlaces = 64;
// Terms of the density: at complex numbers at draws, and on a grid.
constexpr double kTerms = 1e6, kGridTerms = 2e6;
// Of |grad log q|^2, over the number of draws. Beyond it their mean is no normal: rare draws decide. 0.0075 for one Gaussian.
constexpr double kMostKurtosis = 0.02;
constexpr std::array kLengths{1.0, 2.0, 4.0};
// Rounding of x, and the same in units of the tolerance.
constexpr double kRounding = 1e-15, kLost = kRounding / kIdentityTolerance;

double dot(const double* a, const double* b, std::size_t d) {
  double sum = 0;
  for (std::size_t c = 0; c < d; ++c) sum += a[c] * b[c];
  return sum;
}

// The functions h of the check orthogonal, applied to the residual eps - f one draw at a time.
class Products {
 public:
  Products(const Moments& moments, Rng& rng)
      : d_(moments.mean.size()), center_(moments.mean), y_(d_), stats_(d_ + 3 + 2 * kLengths.size()) {
    double trace = 0;
    for (std::size_t c = 0; c < d_; ++c) trace += moments.covariance[c * (d_ + 1)];
    scale_ = std::sqrt(trace / static_cast<double>(d_));
    for (std::size_t k = 0; k < kLengths.size(); ++k) {
      std::vector<double> direction = normals(d_, rng);
      const double length = std::sqrt(squared(direction));
      for (double& value : direction) value /= length;
      directions_.push_back(direction);
    }
  }

  void add(const double* x, const double* rest, const double* f) {
    for (std::size_t c = 0; c < d_; ++c) y_[c] = (x[c] - center_[c]) / scale_;
    auto next = stats_.begin();
    for (std::size_t c = 0; c < d_; ++c) (next++)->add(rest[c]);
    const double along = dot(rest, y_.data(), d_);
    (next++)->add(along);
    (next++)->add(squared(y_) * along);
    (next++)->add(dot(rest, f, d_));
    for (std::size_t k = 0; k < kLengths.size(); ++k) {
      const double part = dot(rest, directions_[k].data(), d_);
      const double angle = kLengths[k] * dot(y_.data(), directions_[k].data(), d_);
      (next++)->add(part * std::sin(angle));
      (next++)->add(part * std::cos(angle));
    }
  }

  [[nodiscard]] Check check(double size) const {
    double z = 0;
    for (const RunningStats& each : stats_) z = worst(z, each.z(0, size));
    return check_worst_z_score("orthogonal", z, static_cast<double>(stats_.size()));
  }

 private:
  std::size_t d_;
  std::vector<double> center_, y_;
  std::vector<RunningStats> stats_;
  std::vector<std::vector<double>> directions_;
  double scale_ = 1;
};

// (d) grad log q_t at one place, by complex steps.
std::vector<double> score_of(const RecomputedMixture& q, const double* x, int d) {
  std::vector<double> score(static_cast<std::size_t>(d));
  for (int c = 0; c < d; ++c) score[c] = q.slope(x, c);
  return score;
}

}  // namespace

BestNoise check_best_noise(const Mixture& data, double alpha_bar, double noise, const NoiseGuess& f, Rng& rng) {
  const Oracle oracle(data);
  const std::size_t d = static_cast<std::size_t>(data.d);
  const double shrink = std::sqrt(alpha_bar), root = std::sqrt(noise);
  std::vector<double> x = oracle.draw(kDraws, rng);
  const std::vector<double> eps = normals(x.size(), rng);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = shrink * x[i] + root * eps[i];
  const std::vector<double> guess = f(x, eps);

  BestNoise result;
  const RecomputedMixture q(data, alpha_bar, noise);
  const double terms = static_cast<double>(data.size()) * std::pow(data.d, 3);
  const auto places = static_cast<std::size_t>(std::clamp(kTerms / terms, double{kLeastPlaces}, double{kDraws}));
  Products products(oracle.moments(alpha_bar, noise), rng);
  RunningStats error, least, gained, floor;
  std::vector<double> rest(d);
  double apart = 0, largest = 0;
  for (std::size_t i = 0; i < kDraws; ++i) {
    const double *here = &x[i * d], *at = &guess[i * d], *true_noise = &eps[i * d];
    for (std::size_t c = 0; c < d; ++c) {
      rest[c] = true_noise[c] - at[c];
      largest = worst(largest, std::abs(here[c]));
    }
    products.add(here, rest.data(), at);
    const double square = squared(rest), gain = square - dot(true_noise, true_noise, d);
    gained.add(gain);
    if (i >= places) continue;
    error.add(square);
    const std::vector<double> score = score_of(q, here, data.d);
    floor.add(gain + noise * squared(score));
    double missed = 0;
    for (std::size_t c = 0; c < d; ++c) {
      const double best = true_noise[c] + root * score[c];
      missed += best * best;
      // In units of the terms of a score, sums of (x - mean) / S, and of the rounding of x.
      const double unit = 1 + kLost * std::abs(here[c]) / root + root * std::abs(score[c]);
      apart = worst(apart, std::abs(at[c] + root * score[c]) / unit);
    }
    least.add(missed);
    if (i >= kShown) continue;
    result.x.insert(result.x.end(), here, here + d);
    result.f.insert(result.f.end(), at, at + d);
    for (const double value : score) result.best.push_back(-root * value);
  }
  const double lost = kRounding * largest / root, size = data.d * (1 + (lost + lost * lost) / kRounding);
  // Negative where the grid would be large.
  const bool grid = data.d <= 2 && q.work() <= kGridTerms;
  const RecomputedMixture::Averages averages = grid ? q.averages() : RecomputedMixture::Averages{-1};
  const double integral = averages.information;
  result.error = error.mean;
  result.error_se = error.error();
  result.best_error = least.mean;
  // Without the grid at the draws of error, so that the two differ by f alone.
  result.floor = integral < 0 ? least.mean : data.d - noise * integral;
  result.difference = apart;
  result.checks = {
      products.check(size),
      check_within("score", apart, kIdentityTolerance, 1),
      check_z_score("floor", floor.z(0, size)),
  };
  // gained is a part of mean 0, which floor has measured, less (1 - alpha_bar) |grad log q|^2, whose variance the grid knows: the draws
  // may have missed what makes it large.
  if (grid && averages.kurtosis <= kMostKurtosis * kDraws) {
    const double spread = floor.sum2 / (floor.count - 1) + noise * noise * std::max(averages.variance, 0.0);
    const double z = std::abs(gained.mean + noise * integral) / (std::sqrt(spread / kDraws) + 1e-12 * size);
    result.checks.push_back(check_z_score("floor-grid", z));
  }
  return result;
}

}  // namespace proofground::diffusion
