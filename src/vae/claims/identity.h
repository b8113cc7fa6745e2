// 4v1. log p(x) is the ELBO and the divergence of q from the posterior.
//
//   log p(x) = E_q[log p(x | z)] - KL(q || N(0, I))  +  KL(q || p(z | x))
//            =              ELBO                     +         gap             gap >= 0, and 0 only for q = p(z | x)
//
// Checks of all numbers of linear_gaussian.h against sums over grids of z (latent.h):
//   log-px          log p(x)
//   likelihood      E_q log p(x | z)
//   prior-kl        KL(q || N(0, I))
//   elbo            E_q[log p(x, z) - log q(z)]
//   gap             KL(q || p(z | x)), the posterior with its measured moments
//   quadrature      the measured log p(x), ELBO and gap add up
//   identity        so do those that are claimed
//   terms           the ELBO is E_q log p(x | z) less KL(q || N(0, I))
//   nonnegative     the gap is none below 0
//   mean, covariance  of the posterior, in units of its own deviations
//   best-var        the best diagonal variances are 1 over the curvature of log p(x, z) along each coordinate
//   best-elbo       the ELBO of that q, and that it is none below the given q's nor those of drawn ones
//   network-...     the same three of a small network that was trained on the spot (toy_network.h); no mistake changes them
//
// Cannot see: what is right of this x and q and wrong of another; more than two latent coordinates.
//
// Broken: plain        the ELBO is a hundredth of 1 + its size too large, the gap smaller by as much
//         no-variance  log p(x | z) = -1/2 |x - D z - b|^2: the decoder's variance is left out, and the constant
//         kl-sign      the ELBO with the KL added
//         kl-mean      the ELBO with the KL's mean over the coordinates, not its sum; no difference at dz = 1
//         reversed     the gap is KL(posterior || q)
//         mean-only    E_q log p(x | z) at the mean of q: nothing is lost to its variance
//         marginals    the best diagonal variances are those of the posterior's marginals, C_jj
// Where the ELBO is wrong (all but the last and "reversed") the gap is what is left of log p(x), so that both still add up.
//
// Vacuous: "latent" where dz > 2; "overflow" where the posterior is too narrow or too long for double; "no-difference".
#pragma once

#include <cstdint>
#include <vector>

#include "vae/claims/claims.h"
#include "vae/claims/compared.h"

namespace proofground::vae {

Checked<IdentityPicture> check_identity(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                        const Mistake& mistake);

/// What the exact model's checks say of an answer; nothing where they are vacuous. @param seed of the other q
std::vector<Compared> judge_elbo(const Problem& problem, const Elbo& claimed, std::uint64_t seed);

/// The answer of a programme with this mistake.
Elbo mistaken_elbo(const Problem& problem, const Elbo& intact, const Mistake& mistake);

}  // namespace proofground::vae
