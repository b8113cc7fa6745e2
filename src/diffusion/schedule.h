// The noise schedule of a diffusion model and all that follows from it.
//
//   q(x_t | x_{t-1})      = N(sqrt(1 - beta_t) x_{t-1}, beta_t I),   t = 1..T,   0 < beta_t < 1
//   alpha_t               = 1 - beta_t
//   alpha_bar_t           = prod_{s <= t} alpha_s,   alpha_bar_0 = 1
//   q(x_{t-1} | x_t, x_0) = N(mean_xt x_t + mean_x0 x_0, variance I)
//     variance            = (1 - alpha_bar_{t-1}) beta_t / (1 - alpha_bar_t)              called beta~_t
//     mean_xt             = sqrt(alpha_t) (1 - alpha_bar_{t-1}) / (1 - alpha_bar_t)
//     mean_x0             = sqrt(alpha_bar_{t-1}) beta_t / (1 - alpha_bar_t)
//   w_t                   = beta_t^2 / (2 beta~_t alpha_t (1 - alpha_bar_t))              weight of |eps - eps_theta|^2
//                         = beta_t / (2 alpha_t (1 - alpha_bar_{t-1}))                    in the ELBO; w_1 is infinite
//
// alpha_bar is the exponential of a compensated sum of log(1 - beta), and 1 - alpha_bar the expm1 of that sum: both
// keep 13 digits, at t = 1, where a difference would have lost them, and at T.
//
// Source: the assignment's problem 4; Ho, Jain and Abbeel, "Denoising diffusion probabilistic models" (2020), equations
// 2, 4, 7 and 12; the cosine: Nichol and Dhariwal, "Improved denoising diffusion probabilistic models" (2021), equation
// 17.
//
// Variance-preserving chains only.
#pragma once

#include <limits>
#include <vector>

namespace proofground::diffusion {

/// Everything about the step from x_{t-1} to x_t and back.
struct Step {
  double beta = 0;
  double alpha = 1;      ///< 1 - beta_t
  double alpha_bar = 1;  ///< may underflow to 0
  double noise = 0;      ///< 1 - alpha_bar_t
  /// alpha_bar_t / (1 - alpha_bar_t): signal to noise, infinite at t = 0
  double snr = std::numeric_limits<double>::infinity();
  double alpha_bar_prev = 1;  ///< alpha_bar_{t-1}
  double noise_prev = 0;      ///< 1 - alpha_bar_{t-1}
  double variance = 0;        ///< beta~_t: 0 at t = 1
  double mean_xt = 0;         ///< 0 at t = 1
  double mean_x0 = 1;         ///< 1 at t = 1
  double weight = 0;          ///< w_t: infinite at t = 1
};

struct Schedule {
  std::vector<Step> steps;  ///< (T) entry t - 1 is step t

  [[nodiscard]] int T() const { return static_cast<int>(steps.size()); }
  /// Step t. @param t 1..T
  [[nodiscard]] const Step& at(int t) const { return steps[static_cast<std::size_t>(t) - 1]; }
};

inline constexpr int kMostSteps = 100'000;

/// The schedule of given betas. @throws InvalidArgument  none or more than kMostSteps, a beta outside [1e-100, 1)
Schedule schedule_of(const std::vector<double>& beta);

/// beta_t on a straight line from beta_1 to beta_T (T = 1: beta_1).
/// @throws InvalidArgument  T outside 1..kMostSteps, beta1 or betaT outside [1e-100, 1)
Schedule linear_schedule(int T, double beta1, double beta_T);

/// beta_t = beta. @throws InvalidArgument  as for linear_schedule
Schedule constant_schedule(int T, double beta);

/// beta_t = min(1 - F(t) / F(t-1), beta_max)
/// F(t)   = cos^2(pi/2 (t/T + s) / (1 + s))
/// alpha_bar is the product of the 1 - beta_t after that limit.
/// @throws InvalidArgument  T outside 1..kMostSteps, s outside [0, 1], beta_max outside [1e-100, 1)
Schedule cosine_schedule(int T, double s, double beta_max);

/// log10 beta_t on straight lines between knots. Knot k = 0..K-1 is at step 1 + k (T - 1) / (K - 1): the first at step
/// 1, the last at step T. One knot is a constant; at T = 1 only the first counts. @param knots (K) values of log10 beta
/// @throws InvalidArgument  T outside 1..kMostSteps, knots: none or more than kMostSteps, one outside [-100, 0) or so
/// near 0 that beta would be 1
Schedule drawn_schedule(int T, const std::vector<double>& knots);

/// The chain that visits only `count` of the steps 1..T, evenly spaced and with T among them; alpha_bar at each of them
/// is that of the whole chain.
/// @throws InvalidArgument  count outside 1..T
Schedule thinned(const Schedule& schedule, int count);

}  // namespace proofground::diffusion
