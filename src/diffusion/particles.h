// Particles at step t, in closed form and step by step, beside the exact moments that both must have.
//
//   x_0 ~ q
//   closed    x_t = sqrt(ab_t) x_0 + sqrt(1 - ab_t) eps
//   walked    x_s = sqrt(alpha_s) x_{s-1} + sqrt(beta_s) eps_s,   s = 1..t
//   exact     E x_t   = sqrt(ab_t) E x_0
//             Cov x_t = ab_t Cov x_0 + (1 - ab_t) I
//
// x_0, eps and the noise of the steps come from three streams of one seed, and neither depends on t: as t moves, each
// particle moves along its own path.
//
// Source: the assignment's problem 4 (a).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "diffusion/mixture.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

struct Particles {
  std::vector<double> x;  ///< (count x d)
  Moments moments;        ///< of these particles, over count
};

struct Noised {
  std::vector<double> x0;  ///< (count x d)
  Particles closed;
  std::optional<Particles> walked;
  Moments exact;        ///< of q(x_t)
  double prior_kl = 0;  ///< E KL(q(x_t | x_0) || N(0, I)) over the data, nats; infinite at t = 0
};

/// The mean and the covariance of points. @param x (n x d), n >= 1
Moments moments_of(const std::vector<double>& x, int d);

/// The particles above. @param t 0..T  @param count of them  @param walk also by t single steps
/// @throws InvalidArgument  t outside, count below 1
Noised noised_particles(const Oracle& oracle, const Schedule& schedule, int t, int count, std::uint64_t seed,
                        bool walk);

}  // namespace proofground::diffusion
