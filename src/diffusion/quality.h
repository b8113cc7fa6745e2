// How far two samples are apart.
//
//   W1(x, y) = integral_0^1 |F^-1(u) - G^-1(u)| du     in one dimension; F, G the empirical distribution functions
//   sliced   = mean over directions of W1 of the projections
//   energy   = 2 E|x - y| - E|x - x'| - E|y - y'|      over pairs of different points: unbiased, so it may be negative
//
// sliced and energy are 0 for equal distributions only, in the limit of many points and directions. Directions are
// uniform on the sphere and drawn from a seed; in one dimension there is one. The samples may differ in size.
//
// Source: Rabin et al., "Wasserstein barycenter and its application to texture mixing" (2012); Szekely and Rizzo,
// "Energy statistics" (2013).
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
  double unbiased = 0;  ///< over pairs of different points; may be negative by chance
  double of_all = 0;    ///< over all pairs, also of a point with itself: >= 0; E|x - x'| (1/n + 1/m) if x ~ y
};

/// In O(d (n + m)^2). @throws InvalidArgument  as above, and fewer than two points in either
EnergyDistance energy_distance(const std::vector<double>& x, const std::vector<double>& y, int d);

}  // namespace proofground::diffusion
