// What the latent of the linear-Gaussian model looks like: curves over one coordinate, ellipses over two.
#pragma once

#include <vector>

#include "vae/claims/claims.h"
#include "vae/claims/latent.h"

namespace proofground::vae {

/// Of one standard deviation. @param mean (2) @param covariance (2 x 2) symmetric
Ellipse ellipse_of(const std::vector<double>& mean, const std::vector<double>& covariance);

LatentPicture latent_picture(const Problem& problem, const Elbo& claimed, const Measured& measured);

}  // namespace proofground::vae
