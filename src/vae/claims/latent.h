// Sums over grids of the latent, and what they say about the linear-Gaussian model.
//
//   f(z)           = log p(x | z) + log p(z), evaluated from the model, sum by sum
//   log p(x)       = log integral exp f(z) dz
//   E_q g          = integral q(z) g(z) dz          g: log p(x | z); log q - log p(z); f - log q; log q - log p(z | x)
//   p(z | x)       : its mean and covariance by sums of weights exp f(z)
//
// Grids are even, in units of one deviation of the density that is summed over: for a Gaussian the error falls as exp(-2 pi^2 / h^2),
// which at h = 1/2 is far below rounding. Where the posterior is, and how wide, is first looked for by second differences of f; a grid
// that is a little off is as exact. log p(x), the ELBO and the gap have a grid each, and the gap does not use log p(x): that the three
// add up is no identity of the sums.
//
// No more than two coordinates: grids would be too large.
#pragma once

#include <vector>

#include "vae/claims/claims.h"

namespace proofground::vae {

inline constexpr int kMostLatent = 2;

/// What rounding may do, in units of the size of what is added up.
inline constexpr double kLost = 64 * 2.3e-16;

struct Measured {
  bool usable = false;  ///< false: numbers left the range of doubles, or have lost their digits
  Balance balance;
  double likelihood = 0, kl = 0;
  std::vector<double> mean;        ///< (dz)
  std::vector<double> covariance;  ///< (dz x dz)
  /// (dz x dz) lower triangular, W W' next to the covariance: mean and covariance are compared in its units
  std::vector<double> deviation;
  std::vector<double> best_var;  ///< (dz)
  double best_elbo = 0;          ///< of that best diagonal q
  double size = 0;               ///< size of what f adds up, where it was evaluated
  double best_size = 0;          ///< the same for best_elbo
  double condition = 1;          ///< (longest / shortest deviation of the posterior)^2
};

Measured measured(const Problem& problem);

/// The ELBO of another q, by a sum over a grid.
double elbo_of(const Problem& problem, const DiagonalGaussian& q);

/// (dz) W^-1 v of a lower triangular W. @param v (dz)
std::vector<double> in_units(const std::vector<double>& W, std::vector<double> v);

/// KL(posterior || q) of the posterior that is claimed, by a sum over a grid.
double reversed_gap(const Elbo& claimed, const DiagonalGaussian& q);

/// W^-1 C W'^-1 of a symmetric C, row-major. @param C (dz x dz)
std::vector<double> covariance_in_units(const std::vector<double>& W, const std::vector<double>& C);

}  // namespace proofground::vae
