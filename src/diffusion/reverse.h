// One step back at one place: the two Gaussians whose product is the posterior, and the mean that a guessed noise
// gives, in both forms.
//
//   prior       q(x_{t-1} | x_0)                     = N(sqrt(ab_{t-1}) x_0, (1 - ab_{t-1}) I)
//   likelihood  q(x_t | x_{t-1}) of x_{t-1}, scaled  = N(x_t / sqrt(alpha_t), beta_t / alpha_t I)
//   posterior   q(x_{t-1} | x_t, x_0)                = N(mean_xt x_t + mean_x0 x_0, beta~_t I)
//   eps         (x_t - sqrt(ab_t) x_0) / sqrt(1 - ab_t)                  the noise that leads from x_0 to x_t
//   kl          KL(posterior || N(noise form of the guess, beta~_t I))   = w_t |eps - guess|^2
//
// with ab = alpha_bar. At t = 1 prior and posterior are a point mass at x_0, and kl and weighted_error are infinite.
//
// Source: the assignment's problem 4 (b)-(d).
#pragma once

#include <optional>
#include <vector>

#include "core/gaussian.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

/// N(mean, variance I); variance 0 is a point mass.
struct Ball {
  std::vector<double> mean;  ///< (d)
  double variance = 0;
};

struct StepBack {
  std::vector<double> eps;  ///< (d)
  Ball prior, likelihood, posterior;
  std::vector<double> share_xt, share_x0;             ///< (d) mean_xt x_t and mean_x0 x_0: their sum is the mean
  std::vector<double> noise_form;                     ///< (d) the mean from the guess
  std::optional<std::vector<double>> x0_hat;          ///< (d) nothing where alpha_bar_t is 0
  std::optional<std::vector<double>> posterior_form;  ///< (d) likewise: the posterior's mean at x0_hat
  std::optional<double> difference;                   ///< |noise_form - posterior_form|
  double weight = 0;                                  ///< w_t
  double error2 = 0;                                  ///< |eps - guess|^2
  double kl = 0;                                      ///< nats, by the general formula
  double weighted_error = 0;                          ///< w_t |eps - guess|^2
};

/// @param t 1..T  @param guess of eps; nothing: eps itself
/// @throws InvalidArgument  t outside, xt without numbers, x0 or guess of another size, a value that is not finite
StepBack step_back(const Schedule& schedule, int t, const std::vector<double>& x0, const std::vector<double>& xt,
                   const std::optional<std::vector<double>>& guess);

/// The density of coordinate c of a ball at the places u, in units of its largest. @param ball of variance > 0
std::vector<double> bell(const Ball& ball, int c, const std::vector<double>& u);

}  // namespace proofground::diffusion
