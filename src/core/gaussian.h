// Kullback-Leibler divergence of Gaussians.
//
//   KL(N(mu1, S1) || N(mu2, S2)) = 1/2 (tr(S2^-1 S1) + (mu2 - mu1)' S2^-1 (mu2 - mu1) - d + log(det S2 / det S1))
//   with L1 L1' = S1, L2 L2' = S2:  tr(S2^-1 S1) = |L2^-1 L1|^2,  det S = product of L's diagonal, squared
//   of two variances v1 = (1 + u) v2, means equal:  1/2 (u - log(1 + u))
//
// Source: the assignment's problem 4, hint 1.
//
// Singular covariances have no such divergence.
#pragma once

#include <vector>

namespace proofground {

struct Gaussian {
  std::vector<double> mean;        ///< (d)
  std::vector<double> covariance;  ///< (d x d) row-major, symmetric, positive definite
};

/// @return KL(a || b) in nats, >= 0
/// @throws InvalidArgument  sizes that do not fit, a value that is not finite, a covariance that is not symmetric and
/// positive definite, or next to singular (deviations below 1e-75); fields mu1, sigma1, mu2, sigma2
double gaussian_kl(const Gaussian& a, const Gaussian& b);

/// u - log(1 + u), accurate next to 0: twice the divergence of two variances whose ratio is 1 + u. @param u > -1
double log_excess(double u);

}  // namespace proofground
