// The divergence of a diagonal Gaussian from the standard normal.
//
//   q     = N(mu, diag(exp(v))),  p = N(0, I)
//   KL    = sum_j k_j,            k_j = 1/2 (mu_j^2 + exp(v_j) - 1 - v_j) >= 0
//   dk_j / dmu_j = mu_j,          dk_j / dv_j = 1/2 (exp(v_j) - 1)
//
// v is the log of the variance. exp(v) - 1 is expm1(v), and expm1(v) - v a series where v is small: the difference
// would lose half its digits at v = 1e-4.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), appendix B.
//
// No full covariances: core/gaussian.h has those.
#pragma once

#include <vector>

namespace proofground::vae {

/// Variances above exp(this) are near the end of what a double holds.
inline constexpr double kLargestLogVar = 700;

/// k_j of one coordinate.
double kl_term(double mu, double log_var);

/// dk / dv of one coordinate; dk / dmu is mu.
double kl_log_var_slope(double log_var);

/// @param mu, log_var (dz) @return (dz) k_j @throws InvalidArgument  lists that are empty or of two lengths, a value that is not
/// finite, a logVar above kLargestLogVar; fields mu, logVar
std::vector<double> kl_standard_normal(const std::vector<double>& mu, const std::vector<double>& log_var);

}  // namespace proofground::vae
