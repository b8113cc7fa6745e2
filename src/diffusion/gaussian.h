// Kullback-Leibler divergence of Gaussians.
//
//   KL(N(mu1, S1) || N(mu2, S2)) = 1/2 (tr(S2^-1 S1) + (mu2 - mu1)' S2^-1 (mu2 - mu1) - d + log(det S2 / det S1))
//
// Source: the assignment's problem 4, hint 1. With L2 L2' = S2 and L1 L1' = S1 the trace is |L2^-1 L1|^2 and the
// determinants are products of the diagonals of L1 and L2. Singular covariances have no such divergence.
#pragma once

#include <vector>

namespace proofground::diffusion {

struct Gaussian {
  std::vector<double> mean;        ///< (d)
  std::vector<double> covariance;  ///< (d x d) row-major, symmetric, positive definite
};

/// @return KL(a || b), >= 0
/// @throws InvalidArgument  sizes that do not fit, a value that is not finite, a covariance that is not symmetric and
/// positive definite, or next to singular (deviations below 1e-75); fields mu1, sigma1, mu2, sigma2
double gaussian_kl(const Gaussian& a, const Gaussian& b);

/// u - log(1 + u), accurate next to 0: twice the divergence of two variances whose ratio is 1 + u. @param u > -1
double log_excess(double u);

/// KL(q(x_t | x_0) || N(0, I)) = 1/2 (alpha_bar |x_0|^2 - d alpha_bar - d log(1 - alpha_bar)): what is left of x_0.
/// @param noise 1 - alpha_bar > 0  @param norm2 |x_0|^2
double prior_kl(double alpha_bar, double noise, double norm2, int d);

}  // namespace proofground::diffusion
