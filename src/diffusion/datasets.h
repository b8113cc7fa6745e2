// Distributions in the plane that are hard for one Gaussian, to draw data sets from.
//
//   moons      two half circles that reach into each other
//   roll       a strip rolled up, uniform along its length
//   spirals    two arms, half a turn apart
//   gaussians  eight Gaussians on a ring, standard deviation a tenth of its radius
//   board      the eight dark squares of a 4 x 4 board
//   letters    a word, uniform along its strokes (letters.h)
//
// Each is moved and scaled (both coordinates alike) so that the distribution, not the sample, has mean 0 and variance
// 1, as the mean over both coordinates: samples of two seeds come from one distribution. The first points of a larger
// sample are those of a smaller one with the same seed.
//
// moons and roll are as in common use; all distributions are defined by this code alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace proofground::diffusion {

/// n points of the named distribution. @param text the word of "letters"; not read otherwise
/// @return (n x 2)
/// @throws InvalidArgument  a name that is none of them, n < 1, a text that cannot be written
std::vector<double> dataset(const std::string& name, int n, std::uint64_t seed, const std::string& text);

}  // namespace proofground::diffusion
