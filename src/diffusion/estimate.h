// The averages of quadrature.h by random draws, with standard errors, where grids would be too large.
//
//   v_t           = E trace Cov[x_0 | x_t],   x_t ~ q(x_t)
//   bayes_error_t = E|eps - eps*|^2 = ab_t / (1 - ab_t) v_t
//   H             = -E log q(x_0)
//
// v_t is the mean of the exact trace Cov[x_0 | x_t] over drawn x_t, not of the squared error itself: noise whose
// average is known exactly is not drawn.
//
// A standard error says nothing about places so rare that no draw was there.
#pragma once

#include <vector>

#include "core/rng.h"
#include "diffusion/mixture.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

struct Estimate {
  double value = 0;
  double error = 0;  ///< its standard error; 0 by quadrature
};

/// Whether grids at all these steps take at most kMostGridWork components times places: half a second.
bool quadrature_affordable(const Oracle& oracle, const std::vector<Step>& steps);
inline constexpr double kMostGridWork = 5e7;

/// v_t of each of the steps: by quadrature where that is affordable, else by `draws` draws each.
/// @throws InvalidArgument  draws below 2
std::vector<Estimate> estimated_x0_variances(const Oracle& oracle, const std::vector<Step>& steps, int draws, Rng& rng);

/// H, nats: by quadrature, or by max(draws, 10000) draws; -infinity where a covariance is singular.
/// @throws InvalidArgument  draws below 2
Estimate estimated_entropy(const Oracle& oracle, int draws, Rng& rng);

}  // namespace proofground::diffusion
