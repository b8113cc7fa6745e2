// What a trained network leaves open of one x: the evidence, the ELBO and the gap between them, each found by itself.
//
//   log p(x)        = log integral p(z) p(x | z) dz          by cells that refine themselves (adaptive.h)
//   reconstruction  = E_q log p(x | z)                       by the trapezoidal rule on a grid of q's deviations
//   KL              = KL(q || N(0, I))                       in closed form (kl.h)
//   ELBO            = reconstruction - KL
//   gap             = KL(q(z | x) || p(z | x))               E_q[log q(z) - log p(z) p(x | z)] on another such grid, and the
//                                                            posterior's constant anew by other cells
//
// so that log p(x) = ELBO + gap is a check of all of them. Grids are refined until every second line of them says the same. Sums are
// double; the decoder is float, which leaves about 1e-6 of noise in log p(x | z), and more of it where the noise variance is small.
//
// The error is of all of them together: the errors of both integrals and their difference, and those of both grids.
//
// Source: the assignment's problem 4 (d), for the identity.
//
// Not for more than two latent coordinates.
#pragma once

#include <vector>

#include "vae/adaptive.h"
#include "vae/network.h"

namespace proofground::vae {

struct Evidence {
  double log_px = 0;
  double error = 0;  ///< of log_px, elbo and gap together, estimated
  double elbo = 0, reconstruction = 0, kl = 0, gap = 0;
  std::vector<double> posterior_mean;  ///< (dz)
  std::vector<double> posterior_cov;   ///< (dz x dz)
};

/// One point in a network of at most two latent coordinates.
/// @throws InvalidArgument  dz above 2 (field network); more than one point, and as require_points
void require_one_point(const Network& network, const std::vector<double>& x, const std::vector<int>& labels);

/// log p(z) + log p(x | z) as a function of z. @param x (dx) @param labels (1), or empty; both outlive it
LogFunction log_joint(const Network& network, const std::vector<double>& x, const std::vector<int>& labels);

/// The integral of exp(log_joint), log p(x), and the posterior's moments; and again by other cells. Where the two do not agree, one
/// has missed a peak, or an x that is far from all that was learnt has it outside of the box: both begin anew in a wider box with smaller
/// cells, some times.
struct PosteriorIntegrals {
  AdaptiveIntegral first, again;
};
/// @param codes q of that x
PosteriorIntegrals posterior_integrals(const LogFunction& joint, const Codes& codes);

/// log q(z | x) at one place, (dz) each.
double log_q(const Codes& codes, const double* z);

/// @param x (dx) @param labels (1), or empty @throws InvalidArgument  as require_one_point
Evidence evidence(const Network& network, const std::vector<double>& x, const std::vector<int>& labels);

}  // namespace proofground::vae
