// The exact denoiser of data that are a mixture of Gaussians, and all that a network can only estimate.
//
//   q(x_0)        = sum_k weights_k N(m_k, C_k)
//   q(x_t)        = sum_k weights_k N(sqrt(ab) m_k, S_k)
//   S_k           = ab C_k + (1 - ab) I
//   y_k           = x_t - sqrt(ab) m_k
//   r_k           = weights_k N(x_t; sqrt(ab) m_k, S_k) / q(x_t)                      responsibility of component k
//   E[x_0 | x_t]  = sum_k r_k (m_k + sqrt(ab) C_k S_k^-1 y_k)
//   eps*(x_t)     = E[eps | x_t]
//                 = sqrt(1 - ab) sum_k r_k S_k^-1 y_k
//                 = -sqrt(1 - ab) grad log q(x_t)
//   Cov[x_0|x_t]  = sum_k r_k (1 - ab) C_k S_k^-1  +  the covariance over k of the means in E[x_0 | x_t]
//
// with ab = alpha_bar_t, m_k = means_k and C_k = covariances_k. A component with C_k = 0 is one observed point, so a
// finite data set is the mixture of its points. eps* is the least-squares predictor of eps: no network has an error
// below E|eps - eps*|^2, the Bayes error.
//
// Numerics: each C_k is diagonalised once. Responsibilities are formed from logarithms less their largest. eps* is not
// formed as a difference of x_t and x_0, so both ends, ab = 1 and ab = 0, keep their digits.
//
// Source: the assignment's problem 4, remark 2; Bishop, "Pattern recognition and machine learning" (2006), 2.3.3;
// Efron, "Tweedie's formula and selection bias" (2011).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/rng.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

struct Mixture {
  std::vector<double> weights;      ///< (k) > 0; only their ratios matter
  std::vector<double> means;        ///< (k x d)
  std::vector<double> covariances;  ///< (k x d x d) symmetric, positive semi-definite; 0: one point. Empty: spread^2 I
  int d = 1;
  double spread = 0;  ///< >= 0; not read where covariances are given

  [[nodiscard]] int size() const { return static_cast<int>(weights.size()); }
  /// (d x d) C_k
  [[nodiscard]] std::vector<double> covariance(int k) const;
};

/// A data set as a mixture: equal weights, every covariance spread^2 I. @param x (n x d)
Mixture empirical(std::vector<double> x, int d, double spread = 0);

/// @throws InvalidArgument  no component, a weight <= 0, sizes that do not fit, a value that is not finite, a
/// covariance that is not symmetric and positive semi-definite, spread < 0; fields weights, means, covariances, d,
/// spread
void require_valid(const Mixture& mixture);

/// What is known of x_0 and eps at m points x_t.
struct Denoised {
  std::vector<double> x0;           ///< (m x d) E[x_0 | x_t]
  std::vector<double> eps;          ///< (m x d) E[eps | x_t]
  std::vector<double> score;        ///< (m x d) grad log q(x_t)
  std::vector<double> log_density;  ///< (m) log q(x_t)
  std::vector<double> x0_variance;  ///< (m) trace of Cov[x_0 | x_t]
};

/// The mean and the covariance of a distribution.
struct Moments {
  std::vector<double> mean;        ///< (d)
  std::vector<double> covariance;  ///< (d x d)
};

/// The functions of the mixture above. A faster formula is used where every C_k is v I (isotropic.h).
class Oracle {
 public:
  /// @throws InvalidArgument  as require_valid
  explicit Oracle(const Mixture& mixture);

  /// At x_t of step t. Takes alpha_bar and noise = 1 - alpha_bar both, since the smaller one holds the digits.
  /// @param x (m x d)
  /// @throws InvalidArgument  x not of whole points or not finite, alpha_bar outside [0, 1], noise = 0 where a
  /// covariance is singular (a point has no density)
  [[nodiscard]] Denoised denoise(double alpha_bar, double noise, const std::vector<double>& x) const;
  [[nodiscard]] Denoised denoise(const Step& step, const std::vector<double>& x) const {
    return denoise(step.alpha_bar, step.noise, x);
  }

  /// count draws from q(x_0). @return (count x d)
  [[nodiscard]] std::vector<double> draw(int count, Rng& rng) const;
  /// The same draws into x, allocating nothing. @param x (count x d)
  void draw(int count, Rng& rng, double* x) const;
  /// Mean and covariance of q(x_t).
  [[nodiscard]] Moments moments(double alpha_bar, double noise) const;

  /// E|x_0|^2.
  [[nodiscard]] double mean_square() const;

  [[nodiscard]] int d() const { return d_; }
  [[nodiscard]] int size() const { return static_cast<int>(share_.size()); }
  [[nodiscard]] const double* mean(int k) const { return &mean_[static_cast<std::size_t>(k) * d_]; }
  /// (k) weights over their sum.
  [[nodiscard]] const std::vector<double>& share() const { return share_; }
  /// v if every C_k is v I, else nothing.
  [[nodiscard]] const std::optional<double>& variance() const { return variance_; }
  /// (d x d) column j: the eigenvector of C_k to its eigenvalue j, ascending. Not to be called where variance() is set.
  [[nodiscard]] const double* axes(int k) const { return &axes_[static_cast<std::size_t>(k) * d_ * d_]; }
  /// Eigenvalue j of C_k.
  [[nodiscard]] double along(int k, int j) const {
    return variance_ ? *variance_ : along_[static_cast<std::size_t>(k) * d_ + j];
  }
  /// Smallest and largest standard deviation of component k of q(x_t), over directions.
  [[nodiscard]] double least_spread(int k, double alpha_bar, double noise) const;
  [[nodiscard]] double largest_spread(int k, double alpha_bar, double noise) const;
  /// The smallest over all components.
  [[nodiscard]] double least_spread(double alpha_bar, double noise) const;

 private:
  [[nodiscard]] Denoised denoise_in_general(double alpha_bar, double noise, const std::vector<double>& x) const;

  int d_;
  std::vector<double> share_;
  std::vector<double> up_to_;       // (k) share_0 + ... + share_k
  std::vector<double> mean_;        // (k x d)
  std::optional<double> variance_;  // v if every C_k is v I; the next two are then empty
  std::vector<double> axes_;        // (k x d x d) column j: eigenvector j of C_k
  std::vector<double> along_;       // (k x d) eigenvalues of C_k, ascending, >= 0
};

}  // namespace proofground::diffusion
