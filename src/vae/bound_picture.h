// What is drawn of the linear-Gaussian model: Gaussians of the latent plane and of two coordinates of the data, as ellipses; in
// one dimension their densities; and where the decoder puts the latent plane.
//
//   ellipse      {mean + L u : |u| = 1}, L L' = covariance: one standard deviation. L's columns are two conjugate radii
//   posterior    N(mu*, C)                                     of z
//   marginal     N(b, D D' + s2 I)                             of the shown coordinates of x
//   decoder      N(D m + b, s2 I)                              p(x | z) at q's mean
//   lattice      D z + b for whole z, -2..2 in each coordinate
//
// The model is that of linear_gaussian.h.
//
// No drawing, and no choice of what is seen of the plane.
#pragma once

#include <array>
#include <vector>

#include "vae/linear_gaussian.h"

namespace proofground::vae {

/// Of d = 1 or 2 dimensions: (d), and (d x d), lower triangular.
struct Outline {
  std::vector<double> mean, radii;
};

/// Densities over the same places; none where the space is no line.
struct DensityCurves {
  std::vector<double> at;                    ///< ascending
  std::vector<std::vector<double>> density;  ///< one list for each Gaussian
};

struct BoundPicture {
  Outline prior, q, best, posterior;  ///< of z; best: the diagonal Gaussian with the least gap
  Outline marginal, decoder;          ///< of the shown coordinates of x
  /// (n x min(dx, 2)), the last coordinate of z fastest
  std::vector<double> lattice;
  DensityCurves latent;  ///< prior, q, best, posterior
  DensityCurves data;    ///< marginal, decoder
};

inline constexpr int kLatticeReach = 2;

/// @param shown the two coordinates of x that are drawn, from 0; not read where dx is 1
/// @throws InvalidArgument  as require_valid; dz > 2; coordinates that are none or the same one; fields qMean, shown
BoundPicture bound_picture(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q,
                           std::array<int, 2> shown);

}  // namespace proofground::vae
