// The data and q(x_t) anew from the mixture's own numbers, by another way than the oracle's: Cholesky factors in the place
// of eigenvectors, and draws, moments and integrals of their own.
//
//   S_k           = ab C_k + (1 - ab) I = L_k L_k^T,   y_k = x - sqrt(ab) m_k
//   log q_t(x)    = log sum_k w_k exp(-|L_k^-1 y_k|^2 / 2) / ((2 pi)^(d/2) det L_k)
//   grad log q_t  = -sum_k r_k S_k^-1 y_k
//   E[x_0 | x]    = sum_k r_k (m_k + sqrt(ab) C_k S_k^-1 y_k)
//
// with r_k the share of component k in q_t(x).
#pragma once

#include <vector>

#include "core/rng.h"
#include "diffusion/mixture.h"

namespace proofground::diffusion {

/// E|x_0|^2.
double mean_square(const Mixture& data);

/// count draws from q(x_0); a covariance may be singular. @return (count x d)
std::vector<double> drawn(const Mixture& data, int count, Rng& rng);

/// The data with their mean moved to 0.
Mixture centred(const Mixture& data);

class RecomputedMixture {
 public:
  /// @param noise 1 - alpha_bar; every S_k must be positive definite
  RecomputedMixture(const Mixture& data, double alpha_bar, double noise);

  /// log q_t. @param x (d)
  [[nodiscard]] double log_density(const double* x) const;
  /// d log q_t / dx_c = Im log q_t(x + i h e_c) / h: exact to rounding for h = 1e-100.
  [[nodiscard]] double slope(const double* x, int c) const;
  /// (d) E[x_0 | x_t = x].
  [[nodiscard]] std::vector<double> mean(const double* x) const;

  struct Averages {
    double information = 0;  ///< E|grad log q_t|^2
    double variance = 0;     ///< of |grad log q_t|^2
    double kurtosis = 0;     ///< of the same: its fourth central moment over the square of its variance
    double entropy = 0;      ///< -E log q_t
  };
  /// Averages over q_t: the trapezoidal rule on a grid around each component. @pre d <= 2
  [[nodiscard]] Averages averages() const;
  /// How many terms averages() sums: places times components.
  [[nodiscard]] double work() const;

 private:
  struct Place {
    double log_density = 0;
    std::vector<double> share;   // (k) r_k
    std::vector<double> solved;  // (k x d) S_k^-1 y_k
  };
  template <class Number>
  Number exponent(int k, const Number* x, Number* white) const;
  template <class Number>
  Number log_density_of(const Number* x) const;
  void look(const double* x, Place& at) const;
  [[nodiscard]] double spacing() const;
  [[nodiscard]] int reach(int k, double spacing) const;

  int d_, size_;
  double shrink_;
  std::vector<double> lower_;              // (k x d x d) L_k
  std::vector<double> mean_, covariance_;  // (k x d), (k x d x d)
  std::vector<double> constant_;           // (k) log of weight and normalising constant
};

}  // namespace proofground::diffusion
