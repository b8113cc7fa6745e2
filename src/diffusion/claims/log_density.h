// log q_t of a mixture from its definition, for complex x: a derivative without a formula, and without a difference.
//
//   q_t(x)              = sum_k weights_k N(x; sqrt(ab) m_k, ab C_k + (1 - ab) I)
//   d log q_t / d x_c   = Im log q_t(x + i h e_c) / h,   h = 1e-100, exact to rounding
//
// Nothing is shared with the oracle (mixture.h) that is checked with it.
//
// Source: Squire and Trapp, "Using complex variables to estimate derivatives of real functions" (1998).
#pragma once

#include <Eigen/Core>
#include <complex>
#include <vector>

#include "diffusion/mixture.h"

namespace proofground::diffusion {

inline constexpr double kComplexStep = 1e-100;

class LogDensity {
 public:
  /// @param noise 1 - alpha_bar; > 0 where a covariance is singular
  LogDensity(const Mixture& data, double alpha_bar, double noise);

  /// log q_t(x). @param x (d)
  [[nodiscard]] std::complex<double> operator()(const Eigen::VectorXcd& x) const;

 private:
  double shrink_;
  std::vector<Eigen::MatrixXcd> lower_;
  std::vector<Eigen::VectorXd> mean_;
  std::vector<double> constant_;
};

/// grad log q_t at one point. @param x (d) @return (d)
std::vector<double> score_by_complex_step(const LogDensity& log_density, const double* x, int d);

}  // namespace proofground::diffusion
