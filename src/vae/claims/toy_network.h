// 4v1 of a network: the same identity where no closed form is known.
//
// A VAE of two latent coordinates (network.h) learns 48 points of two moons for a few hundred steps, seeded.
// The library says log p(x), the ELBO and the gap of one of its points (evidence.h). Here each is found again:
//
//   log p(x)  sum of p(z) p(x | z) over an even grid of z that covers the prior
//   ELBO      E_q[log p(x, z) - log q(z | x)] over a grid in q's own deviations
//   gap       E_q[log q(z | x) - log p(z | x)] over another such grid; the posterior's constant by an even grid of another spacing
//
// Checks, within 1e-5 of 1 + their size, since the decoder computes in float:
//   network-log-px, network-elbo, network-gap   the library's number against this one
//   network-sum     log p(x) is the ELBO and the gap, of both
//
// Cannot see: whether the network has learnt anything. The identity holds before the first step, too.
#pragma once

#include <vector>

#include "vae/claims/claims.h"
#include "vae/claims/compared.h"

namespace proofground::vae {

ToyNetwork trained_toy(std::uint64_t seed);

/// @param picture is filled @throws InvalidArgument  a network that is none, or not of this shape; an x that is not of two numbers
std::vector<Compared> judged_toy(const ToyNetwork& toy, NetworkPicture& picture);

}  // namespace proofground::vae
