// How far two samples are apart.
//
//   W1(x, y)   = integral over u in (0, 1) of |F^-1(u) - G^-1(u)|    in one dimension, F and G the samples' steps
//   sliced     = mean over directions of W1 of the projections
//   energy     = 2 E|x - y| - E|x - x'| - E|y - y'|,  pairs of different points only: unbiased, so it may come out
//   below 0
//
// Both are 0 for equal distributions only, in the limit of many points and directions. Directions are uniform on the
// sphere and drawn by a seed; in one dimension there is one. Source: Rabin et al., "Wasserstein barycenter and its
// application to texture mixing" (2012); Szekely and Rizzo, "Energy statistics" (2013). The samples may differ in size.
#pragma once

#include <cstdint>
#include <vector>

namespace proofground::diffusion {

/// Wasserstein-1 distance of two samples of numbers, which are sorted. @param x, y not empty
double wasserstein(std::vector<double>& x, std::vector<double>& y);

/// @param x (n x d) @param y (m x d) @param projections directions, 1..10000
/// @throws InvalidArgument  d not 1..64, sizes that do not fit, no point, more than 20000, a value that is not finite
double sliced_wasserstein(const std::vector<double>& x, const std::vector<double>& y, int d, int projections,
                          std::uint64_t seed);

struct EnergyDistance {
  double unbiased = 0;  ///< may be negative by chance
  double of_all = 0;  ///< over all pairs, a point with itself too: >= 0; E|x - x'| (1/n + 1/m) for equal distributions
};

/// In O(d (n + m)^2). @throws InvalidArgument  as above, and fewer than two points in either
EnergyDistance energy_distance(const std::vector<double>& x, const std::vector<double>& y, int d);

}  // namespace proofground::diffusion
