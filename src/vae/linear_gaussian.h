// The model in which everything about the ELBO is known in closed form.
//
//   z ~ N(0, I_dz),   x | z ~ N(D z + b, s2 I_dx),   q(z) = N(m, diag(v))
//
//   log p(x)          = log N(x; b, D D' + s2 I)
//   posterior         = N(mu*, C),   C = (I + D' D / s2)^-1,   mu* = C D' (x - b) / s2
//   E_q log p(x | z)  = -dx/2 log(2 pi s2) - (|x - b - D m|^2 + sum_j v_j |D_j|^2) / (2 s2)      D_j: column j
//   ELBO              = E_q log p(x | z) - KL(q || N(0, I))
//   gap               = log p(x) - ELBO = KL(q || posterior) >= 0
//
// The best diagonal q has the posterior's mean and the variances 1 / (C^-1)_jj; where C is not diagonal a gap remains.
//
// Source: Bishop, "Pattern recognition and machine learning" (2006), section 12.2 (probabilistic PCA), and the definition of
// the ELBO in the assignment's problem 4 (d).
//
// No learning: the parameters are given.
#pragma once

#include <vector>

namespace proofground::vae {

/// Sizes that can be looked at number by number; the library takes them up to kMostSize.
inline constexpr int kMostSize = 64;

struct LinearGaussian {
  int dx = 1, dz = 1;
  std::vector<double> D;  ///< (dx x dz)
  std::vector<double> b;  ///< (dx)
  double noise_var = 1;   ///< s2
};

/// A diagonal Gaussian over z.
struct DiagonalGaussian {
  std::vector<double> mean, var;  ///< (dz)
};

/// All of the ELBO of one x.
struct Elbo {
  double elbo = 0, expected_log_lik = 0, kl = 0;
  double log_px = 0, gap = 0;
  std::vector<double> posterior_mean;  ///< (dz)
  std::vector<double> posterior_cov;   ///< (dz x dz)
  std::vector<double> best_diag_var;   ///< (dz)
  double best_diag_elbo = 0;
};

/// @throws InvalidArgument  a size outside 1..kMostSize, lists of other lengths, values that are not finite, noise_var or a variance
/// of q not in [1e-100, 1e100]; fields D, b, noiseVar, x, qMean, qVar
void require_valid(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q);

/// @param x (dx) @throws InvalidArgument  as require_valid
Elbo linear_gaussian_elbo(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q);

}  // namespace proofground::vae
