// The integral of a positive function over one or two coordinates, with its moments, by a grid that refines itself.
//
//   Z     = integral of exp(f(z)) dz over a box around 0
//   mean  = integral of z exp(f(z)) dz / Z,      covariance likewise
//
// The box is cut into cells, each summed by Gauss-Legendre with five nodes for each coordinate. A cell is cut in half (along
// both coordinates) until its parts agree with it within kCellTolerance of Z; cells in which f is so far below its largest value
// that nothing of it can be seen are left alone. Only differences of f from its largest value so far are raised to e: f may
// be anything. All cells of one round are handed to f at once.
//
// The error is the sum of the last differences that were seen, relative to Z: an estimate, on the safe side where f is smooth. A
// peak much narrower than the first cells' nodes can be missed where f has no slope around it to tell.
//
// Source: Genz and Malik, "An adaptive algorithm for numerical integration over an N-dimensional rectangular region" (1980), for the
// principle.
//
// Not for more than two coordinates.
#pragma once

#include <functional>
#include <vector>

namespace proofground::vae {

/// f at m places. @param z (m x d) @return (m)
using LogFunction = std::function<std::vector<double>(const std::vector<double>& z)>;

struct AdaptiveIntegral {
  double log_z = 0;
  double error = 0;                ///< relative, of Z
  std::vector<double> mean;        ///< (d)
  std::vector<double> covariance;  ///< (d x d)
  std::vector<double> low, high;   ///< (d) a box that holds all but a part of 1e-10 or so
  double finest = 0;               ///< width of the smallest cell in it
  int places = 0;                  ///< at which f was asked for
};

/// @param d 1 or 2 @param half_width of the box, > 0 @param finer 1..8, d = 2: 1 or 2: first cells, in each coordinate, for one of
/// the usual
AdaptiveIntegral integrate(const LogFunction& f, int d, double half_width, int finer = 1);

}  // namespace proofground::vae
