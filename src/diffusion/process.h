// One particle's way up and down the chain: the forward process and its exact reversal.
//
//   forward     x_t = sqrt(alpha_bar_t) x_0 + sqrt(1 - alpha_bar_t) eps,   eps ~ N(0, I)
//   posterior   E[x_{t-1} | x_t, x_0] = mean_xt x_t + mean_x0 x_0                     (schedule.h)
//   predicted   x_0^ = (x_t - sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_bar_t)
//   noise form  mu = (x_t - beta_t / sqrt(1 - alpha_bar_t) eps) / sqrt(alpha_t)       = the posterior mean at x_0^
//   DDIM        x_{t-1} = sqrt(alpha_bar_{t-1}) x_0^ + sqrt(1 - alpha_bar_{t-1}) eps  one step of the probability flow
//
// Source: the assignment's problem 4 (a)-(c); Song, Meng and Ermon, "Denoising diffusion implicit models" (2021),
// equation 12 with sigma = 0.
//
// Vectors hold any number of coordinates, or of particles one after another; all vectors of one call have the same
// size.
#pragma once

#include <vector>

#include "core/rng.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

/// x_t in closed form. @throws InvalidArgument  eps of another size than x0
std::vector<double> noised(const Step& step, const std::vector<double>& x0, const std::vector<double>& eps);

/// x_t from x_{t-1}: one step of the chain.
void take_step(const Step& step, std::vector<double>& x, Rng& rng);

/// x_t from x_0 by t steps. @param t 0..T @throws InvalidArgument  t outside
std::vector<double> walked(const Schedule& schedule, int t, std::vector<double> x0, Rng& rng);

/// KL(q(x_t | x_0) || N(0, I)) = 1/2 (alpha_bar |x_0|^2 - d alpha_bar - d log(1 - alpha_bar)): what is left of x_0.
/// @param noise 1 - alpha_bar > 0  @param norm2 |x_0|^2
double prior_kl(double alpha_bar, double noise, double norm2, int d);

/// Mean of q(x_{t-1} | x_t, x_0); its variance is step.variance, at t = 1 a point mass.
/// @throws InvalidArgument  x0 of another size than xt
std::vector<double> posterior_mean(const Step& step, const std::vector<double>& xt, const std::vector<double>& x0);

/// x_0^ of a predicted noise. @throws InvalidArgument  eps of another size than xt, alpha_bar = 0 (nothing of x_0 is
/// left)
std::vector<double> predicted_x0(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps);

/// The mean in the noise form. @throws InvalidArgument  eps of another size than xt
std::vector<double> mean_of_noise(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps);

/// The deterministic step down. Written without x_0^, which alpha_bar_t = 0 would make infinite.
/// @throws InvalidArgument  eps of another size than xt
std::vector<double> ddim_step(const Step& step, const std::vector<double>& xt, const std::vector<double>& eps);

}  // namespace proofground::diffusion
