#include "diffusion/claims/log_density.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace proofground::diffusion {

namespace {
using Complex = std::complex<double>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
}  // namespace

LogDensity::LogDensity(const Mixture& data, double alpha_bar, double noise) : shrink_(std::sqrt(alpha_bar)) {
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

Complex LogDensity::operator()(const Eigen::VectorXcd& x) const {
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

std::vector<double> score_by_complex_step(const LogDensity& log_density, const double* x, int d) {
  Eigen::VectorXcd moved = Eigen::Map<const Eigen::VectorXd>(x, d).cast<Complex>();
  std::vector<double> score(static_cast<std::size_t>(d));
  for (int c = 0; c < d; ++c) {
    moved(c) = Complex(x[c], kComplexStep);
    score[c] = log_density(moved).imag() / kComplexStep;
    moved(c) = x[c];
  }
  return score;
}

}  // namespace proofground::diffusion
