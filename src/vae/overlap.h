// The aggregate posterior of many points, and how well it fills the prior.
//
//   aggregate(z)  = 1/n sum_i q(z | x_i)
//   divergence    = KL(aggregate || N(0, I))
//   information   = 1/n sum_i KL(q(z | x_i) || aggregate)        what z tells of which point it is: at most log n
//   kl mean       = 1/n sum_i KL(q(z | x_i) || N(0, I))          in closed form
//                 = divergence + information                     which checks all three
//   overlap       = integral of min(aggregate, N(z; 0, I)) dz    1 where they agree
//
// By the trapezoidal rule over a grid that covers every q and the prior, two lines to the standard deviation of the narrowest q and ten to 1, as
// far as kMostPlaces allow. A q is summed over the lines that it can reach, as a product of its two coordinates. The error is the
// largest difference from the same sums over every second line, or what the three lack of adding up where that is more: it is large
// where the narrowest q is not resolved.
//
// Source: Hoffman and Johnson, "ELBO surgery: yet another way to carve up the variational evidence lower bound" (2016).
//
// Two latent coordinates only.
#pragma once

#include <vector>

#include "vae/network.h"
#include "vae/posterior.h"

namespace proofground::vae {

struct Overlap {
  std::vector<double> aggregate;  ///< (rows x columns) over the window
  double divergence = 0, information = 0, kl_mean = 0, overlap = 0;
  double error = 0;  ///< of each of the last but kl_mean, estimated
};

/// @param x (n x dx) @param labels (n), or empty
/// @throws InvalidArgument  as require_points, require_plane and require_valid
Overlap overlap(const Network& network, const std::vector<double>& x, const std::vector<int>& labels,
                const Window& window);

/// The same of given q. @param codes (n x 2), n >= 1 @param window valid
Overlap overlap_of(const Codes& codes, const Window& window);

}  // namespace proofground::vae
