// The whole bound for one simple eps_theta, as a sum of its terms and along paths: part of claim 4d, whose header lists the checks.
//
//   E[-ELBO] = E KL(q(x_T | x_0) || N(0, I)) + sum_{t>=2} w_t E|eps - eps_theta|^2 + E[-log p(x_0 | x_1)]
//            = E[sum_t log q(x_t | x_{t-1}) / p(x_{t-1} | x_t)  -  log p(x_T)]
//
//   p(x_{t-1} | x_t) = N(noise form of eps_theta, variance I),  beta~_t for t >= 2, beta_1 for t = 1
//   eps_theta(x_t)   = sqrt(v) (x_t - sqrt(ab) m) / (ab s + v),   ab = alpha_bar_t, v = 1 - ab
//
// the best guess if the data were one round Gaussian with their mean m and their mean variance s. So every average is known:
//
//   E|eps - eps_theta|^2 = ((ab s)^2 d + v ab E|x_0 - m|^2) / (ab s + v)^2
//   E[-log p(x_0 | x_1)] = d/2 log(2 pi beta_1) + E|eps - eps_theta|^2 / (2 alpha_1)      at t = 1
//
// E over x_0 is the mean over the starts of the paths, so that the two ways differ by the noise alone.
#pragma once

#include <vector>

#include "core/check.h"
#include "core/rng.h"
#include "diffusion/claims/claims.h"
#include "diffusion/claims/recomputed_chain.h"

namespace proofground::diffusion {

/// What is claimed of the terms, and of the model p.
struct ClaimedTerms {
  std::vector<double> weight;    ///< (T) the first is not read
  std::vector<double> variance;  ///< (T) of p(x_{t-1} | x_t), the first beta_1
};

/// Fills the picture. @return the check total; none where rounding of x_0 would hide a step
/// O(T d) for each of up to 10000 paths, 2e6 normals together
std::vector<Check> check_bound(const Oracle& oracle, const Schedule& schedule, const RecomputedChain& e,
                               const ClaimedTerms& claimed, Rng& rng, BoundPicture& picture);

}  // namespace proofground::diffusion
