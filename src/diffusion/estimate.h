// What quadrature.h finds by grids, by draws where grids would be too large, with standard errors.
//
//   v_t = E trace Cov[x_0 | x_t], x_t ~ q(x_t)      floor_t = E|eps - eps*|^2 = ab_t / (1 - ab_t) v_t
//   H   = -E log q(x_0)
//
// The mean of the exact trace Cov[x_0 | x_t] over drawn x_t, not of the squared error itself: no noise that is known is
// drawn. An error says nothing of places so rare that none of the draws was there.
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

/// Whether grids at all these steps take at most kMostGridWork components times places, half a second.
bool quadrature_affordable(const Oracle& oracle, const std::vector<Step>& steps);
inline constexpr double kMostGridWork = 5e7;

/// v_t of each of the steps: by quadrature where that is affordable, else by so many draws each.
/// @throws InvalidArgument  draws below 2
std::vector<Estimate> estimated_x0_variances(const Oracle& oracle, const std::vector<Step>& steps, int draws, Rng& rng);

/// By quadrature, or by draws, 10000 at the least; -infinity where a covariance is singular. @throws InvalidArgument
/// draws below 2
Estimate estimated_entropy(const Oracle& oracle, int draws, Rng& rng);

}  // namespace proofground::diffusion
