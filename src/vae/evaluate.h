// The ELBO of a trained network, by its terms: by draws of z, and by quadrature.
//
//   elbo_i            = reconstruction_i - kl_i
//   reconstruction_i  = E_{q(z | x_i)} log p(x_i | z)
//   kl_i              = sum_j 1/2 (mu_ij^2 + exp(v_ij) - 1 - v_ij)         in closed form in both
//
//   sampled   z = mu + exp(v / 2) eps, as many as are asked for, eps ~ N(0, I)
//   exact     Gauss-Hermite: sum_k w_k f(mu + exp(v / 2) y_k), in two dimensions the products of two rules
//
// Numbers are means over points. The error of the sampled mean is that of its draws, not that of the choice of points:
// sqrt(sum_i var_i / draws) / n, var_i the variance of log p(x_i | z) over the draws of z. A rule of n nodes is exact for
// polynomials of degree 2n - 1: 24 nodes, or 6 for each of two coordinates, are good to a thousandth of a nat where q is as
// narrow as in a trained network, and to some thousandths of the whole where q is wide and the decoder bends. Networks are
// float (network.h), sums double.
//
// No importance-weighted bound; log p(x) itself: evidence.h.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "vae/network.h"

namespace proofground::vae {

struct Terms {
  double elbo = 0, reconstruction = 0, kl = 0;
};

struct Evaluation {
  Terms sampled;
  double error = 0;
  std::optional<Terms> exact;            ///< where dz <= 2 and they were asked for
  std::vector<double> kl_per_dimension;  ///< (dz)
};

/// Whether the exact terms are wanted: they take as long as 36 draws for each point, or 24 where dz = 1.
enum class Exact : std::uint8_t { no, yes };

/// @param x (m x dx) @param labels (m), or empty @param draws 2..10000
/// @throws InvalidArgument  fields x, labels, draws
Evaluation evaluate(const Network& network, const std::vector<double>& x, const std::vector<int>& labels, int draws,
                    std::uint64_t seed, Exact exact = Exact::yes);

/// Gauss-Hermite nodes and weights for N(0, 1). Source: Golub and Welsch (1969).
struct NormalRule {
  std::vector<double> nodes, weights;  ///< weights add up to 1
};
/// @param count 1..64
NormalRule normal_rule(int count);

}  // namespace proofground::vae
