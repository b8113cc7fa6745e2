// The bound of the linear-Gaussian model by draws of z, as it is estimated where nothing is exact.
//
//   z_k = m + sqrt(v) eps_k ~ q,   l_k = log p(x | z_k),   d_k = log q(z_k) - log p(z_k),   w_k = exp(l_k - d_k)
//
//   E_q log p(x | z) ~ mean l       KL(q || N(0, I)) ~ mean d       ELBO ~ mean (l - d)
//   log p(x)         ~ log mean w   (importance sampling)           gap  ~ log mean w - mean (l - d)
//
// Errors are one standard error; those of the last two by the first order of the logarithm. log mean w is right on the average
// only as the number of draws grows: it lies below log p(x) as a rule, and far below where q is narrower than the
// posterior. How many of the draws count says `effective` = (sum w)^2 / sum w^2.
//
// Source: Kingma and Welling, "Auto-encoding variational Bayes" (2014), section 2.3; Burda, Grosse and Salakhutdinov,
// "Importance weighted autoencoders" (2016); Kong, "A note on importance sampling using standardized weights" (1992).
//
// No gradients (gradients.h).
#pragma once

#include <cstdint>
#include <vector>

#include "vae/linear_gaussian.h"

namespace proofground::vae {

/// A mean over draws, and its standard error.
struct DrawnTerm {
  double value = 0, error = 0;
};

struct SampledElbo {
  DrawnTerm expected_log_lik, kl, elbo;
  DrawnTerm log_px, gap;
  double effective = 0;  ///< 1 .. draws
};

inline constexpr int kLeastElboDraws = 2;
inline constexpr int kMostElboDraws = 1'000'000;

/// @param x (dx) @param draws kLeastElboDraws..kMostElboDraws
/// @throws InvalidArgument  as require_valid; draws out of range; field draws
SampledElbo sampled_elbo(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q,
                         int draws, std::uint64_t seed);

}  // namespace proofground::vae
