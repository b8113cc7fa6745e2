// The negative ELBO of a diffusion model that predicts eps*, term by term and exact.
//
//   NELBO  = E KL(q(x_T | x_0) || N(0, I))
//          + sum_{t=2}^T E KL(q(x_{t-1} | x_t, x_0) || p(x_{t-1} | x_t))
//          + E[-log p(x_0 | x_1)]
//   p(x_{t-1} | x_t) = N(mean of q(x_{t-1} | x_t, x_0) at x_0 = E[x_0 | x_t], sigma_t^2 I)
//
//   term t = d/2 (r - 1 - log r) + mean_x0^2 v_t / (2 sigma_t^2),   r = beta~_t / sigma_t^2,   t >= 2
//   term 1 = d/2 log(2 pi sigma_1^2) + v_1 / (2 sigma_1^2)
//   v_t    = E trace Cov[x_0 | x_t]
//
//   sigma_t^2 = beta~_t                           as in the assignment
//             | beta_t
//             | beta~_t + mean_x0^2 v_t / d       the best scalar
//
// NELBO - H(q(x_0)) is the divergence of the two joint distributions, hence >= 0. It is 0 only if the reverse chain is
// Gaussian too, which it is in the limit of small steps. At t = 1 beta~ is 0 and the term would be infinite: there the
// first choice takes the best scalar too.
//
// Source: the assignment's problem 4 (d); Bao et al., "Analytic-DPM" (2022), theorem 1.
#pragma once

#include <vector>

#include "diffusion/mixture.h"

namespace proofground::diffusion {

enum class ReverseVariance {
  posterior,  ///< beta~_t, as in the assignment
  forward,    ///< beta_t
  best        ///< the one with the least NELBO
};

/// sigma_t^2. @param x0_variance v_t @param first whether t = 1
double reverse_variance(const Step& step, ReverseVariance choice, double x0_variance, int d, bool first);

struct Nelbo {
  double prior = 0;           ///< E KL(q(x_T | x_0) || N(0, I))
  std::vector<double> terms;  ///< (T) entry t - 1 is step t; entry 0 the reconstruction
  double entropy = 0;         ///< H(q(x_0)), the least possible NELBO; -infinity for points
  double total = 0;           ///< nats
  [[nodiscard]] double gap() const { return total - entropy; }
  /// The terms of t >= 2.
  [[nodiscard]] double later() const;
};

/// H(q(x_0)), by quadrature; -infinity where a covariance is singular. @throws InvalidArgument  as expected
/// (quadrature.h)
double entropy(const Oracle& oracle);

/// v_t of every step, by quadrature. @throws InvalidArgument  as expected (quadrature.h)
std::vector<double> x0_variances(const Oracle& oracle, const Schedule& schedule);

/// @param x0_variance (T) as x0_variances, or estimates of them  @param data_entropy H(q(x_0)), or an estimate of it
/// @throws InvalidArgument  x0_variance of another size
Nelbo nelbo(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance,
            ReverseVariance choice, double data_entropy);
/// With the entropy by quadrature. @throws InvalidArgument  as entropy, too
Nelbo nelbo(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance,
            ReverseVariance choice);

/// Standard errors where the v_t are estimates that do not depend on one another, to first order. A term depends on v_t by
/// mean_x0^2 v_t / (2 sigma_t^2) alone: where sigma_t^2 is the best, a change of it changes nothing.
struct NelboErrors {
  double first = 0;  ///< of term 1, the reconstruction
  double later = 0;  ///< of the sum of the others
  [[nodiscard]] double total() const;
};

/// @param x0_error (T) standard errors of x0_variance  @throws InvalidArgument  either of another size
NelboErrors nelbo_errors(const Schedule& schedule, const std::vector<double>& x0_variance,
                         const std::vector<double>& x0_error, ReverseVariance choice, int d);

}  // namespace proofground::diffusion
