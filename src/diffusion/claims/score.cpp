#include "diffusion/claims/score.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <complex>
#include <functional>
#include <numbers>
#include <numeric>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

using Complex = std::complex<double>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr double kComplexStep = 1e-100;
constexpr double kLost = 1e-15 / kIdentityTolerance;  // rounding, in units of the tolerance
constexpr int kPlaces = 64;

// log q_t from the mixture itself, for complex x.
class LogDensity {
 public:
  LogDensity(const Mixture& data, double alpha_bar, double noise) : shrink_(std::sqrt(alpha_bar)) {
    const int d = data.d;
    const double total = std::accumulate(data.weights.begin(), data.weights.end(), 0.0);
    for (int k = 0; k < data.size(); ++k) {
      const std::vector<double> covariance = data.covariance(k);
      const Eigen::LLT<Matrix> cholesky(alpha_bar * Eigen::Map<const Matrix>(covariance.data(), d, d) +
                                        noise * Matrix::Identity(d, d));
      const Matrix lower = cholesky.matrixL();
      lower_.emplace_back(lower.cast<Complex>());
      mean_.emplace_back(Eigen::Map<const Eigen::VectorXd>(&data.means[static_cast<std::size_t>(k) * d], d));
      constant_.push_back(std::log(data.weights[k] / total) - d * std::log(2 * std::numbers::pi) / 2 -
                          lower.diagonal().array().log().sum());
    }
  }

  [[nodiscard]] Complex operator()(const Eigen::VectorXcd& x) const {
    std::vector<Complex> terms;
    double largest = -HUGE_VAL;
    for (std::size_t k = 0; k < lower_.size(); ++k) {
      const Eigen::VectorXcd apart = x - shrink_ * mean_[k];
      const Eigen::VectorXcd white = lower_[k].triangularView<Eigen::Lower>().solve(apart);
      terms.push_back(constant_[k] - (white.transpose() * white)(0) / 2.0);
      largest = std::max(largest, terms.back().real());
    }
    Complex sum = 0;
    for (const Complex& term : terms) sum += std::exp(term - largest);
    return largest + std::log(sum);
  }

 private:
  double shrink_;
  std::vector<Eigen::MatrixXcd> lower_;
  std::vector<Eigen::VectorXd> mean_;
  std::vector<double> constant_;
};

}  // namespace

Checked<ScorePicture> check_score(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                  const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<ScorePicture> result{{"4r2", {}, vacuous_reason(e)}, {}};
  ScorePicture& picture = result.picture;
  const Oracle oracle(data);
  const int d = data.d;
  const double alpha_bar = e.alpha_bar[options.t], noise = e.noise[options.t];
  Rng rng(options.seed);
  const std::vector<double> x0 = oracle.draw(kPlaces, rng);
  picture.t = options.t;
  picture.x = noised(schedule.at(options.t), x0, normals(x0.size(), rng));
  const Denoised at = oracle.denoise(schedule.at(options.t), picture.x);
  picture.score = picture.intact_score = at.score;
  if (broken) std::transform(at.score.begin(), at.score.end(), picture.score.begin(), std::negate<>());
  picture.x0 = at.x0;
  const bool signal = alpha_bar > kSmallest;
  for (std::size_t i = 0; signal && i < picture.x.size(); ++i)
    picture.tweedie.push_back((picture.x[i] + noise * picture.score[i]) / std::sqrt(alpha_bar));
  if (!signal && result.claim.reason.empty()) result.claim.reason = "no-signal";
  if (!result.claim.reason.empty()) return result;

  const LogDensity log_density(data, alpha_bar, noise);
  double density = 0, score = 0, noises = 0, tweedie = 0;
  for (int i = 0; i < kPlaces; ++i) {
    Eigen::VectorXcd x(d);
    for (int c = 0; c < d; ++c) x(c) = picture.x[static_cast<std::size_t>(i) * d + c];
    const double value = log_density(x).real();
    const double lost = kLost * x.norm() / std::sqrt(noise);
    density = worst(density, std::abs(at.log_density[i] - value) / (1 + std::abs(value) + lost));
    for (int c = 0; c < d; ++c) {
      const std::size_t j = static_cast<std::size_t>(i) * d + c;
      Eigen::VectorXcd moved = x;
      moved(c) += Complex(0, kComplexStep);
      const double slope = (broken ? -1 : 1) * log_density(moved).imag() / kComplexStep;
      // Scores are sums of (x - mean) / S, of the size 1 / sqrt(S), with rounding of the size of x's in x - mean.
      const double unit = 1 / std::sqrt(noise) + kLost * std::abs(picture.x[j]) / noise;
      score = worst(score, std::abs(at.score[j] - slope) / (unit + std::abs(slope)));
      noises =
          worst(noises, std::abs(at.eps[j] + std::sqrt(noise) * slope) / ((unit + std::abs(slope)) * std::sqrt(noise)));
      const double back = picture.x[j] + noise * slope;
      const double kept = std::sqrt(alpha_bar) * at.x0[j];
      tweedie = worst(tweedie, std::abs(back - kept) / (std::abs(picture.x[j]) + noise * (unit + std::abs(slope))));
    }
  }
  result.claim.checks = {
      check_within("density", density, kIdentityTolerance, 1),
      check_within("score", score, kIdentityTolerance, 1),
      check_within("noise", noises, kIdentityTolerance, 1),
      check_within("tweedie", tweedie, kIdentityTolerance, 1),
  };
  return result;
}

}  // namespace proofground::diffusion
