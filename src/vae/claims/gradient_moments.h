// The gradient of the ELBO and the moments of its two estimates, without their formulas: complex steps of log densities at the nodes of a
// Gauss-Hermite rule.
//
//   E g(eps) = sum_k w_k g(eps_k)      nine nodes a coordinate, products of them: exact for polynomials of degree 17 in each eps_j
//
//   gradient          E Im f(z(eps; t + ih); t + ih) / h         t: one of m_j, v_j; q in f moves with it
//   reparameterised   Im f(z(eps; t + ih)) / h                   q in f held fixed
//   score function    f(z(eps)) Im log q(z(eps); t + ih) / h     z held fixed
//
// f is quadratic in eps, so an estimate is of degree 4 and its fourth power, the most that is asked for, of degree 16.
//
// Every number comes with the size of what was added up, for bounds that allow for rounding.
//
// No more than four coordinates: 9^dz nodes.
#pragma once

#include "vae/claims/claims.h"

namespace proofground::vae {

inline constexpr int kMostNodeCoordinates = 4;

/// Nodes and weights of N(0, 1).
struct HermiteRule {
  std::vector<double> nodes, weights;
};

/// @param count 1..20: exact to degree 2 count - 1
HermiteRule hermite_rule(int count);

/// Of one estimate, (2 dz) each.
struct Moments {
  std::vector<double> mean, variance;
  std::vector<double> fourth;  ///< E (g - mean)^4
  std::vector<double> size;    ///< of what an estimate adds up
};

struct GradientMoments {
  std::vector<double> gradient, gradient_size;  ///< (2 dz)
  Moments reparameterised, score;
  std::vector<double> difference_variance;  ///< (2 dz) of reparameterised less score, from one draw
};

/// @param problem dz up to kMostNodeCoordinates
GradientMoments gradient_moments(const Problem& problem);

}  // namespace proofground::vae
