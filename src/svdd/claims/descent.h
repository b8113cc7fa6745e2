// Looking for a cheaper centre than the certificate's, without its multipliers.
//
//   F(mu) = min_{rho >= 0} rho + sum_i b_i max(|phi(x_i) - mu|^2 - rho, 0),   b_i = C_i / nu
//         = max { sum_i l_i |phi(x_i) - mu|^2 :  0 <= l_i <= b_i,  sum_i l_i = 1 }
//
// A maximiser l fills the boxes of the farthest points first. As the l_i sum to 1, each l gives a lower bound of F that
// is exact where l was found:
//
//   F(mu + eta) >= |eta|^2 + sum_i l_i |phi(x_i) - mu|^2 - 2 <eta, v - mu>,   v = sum_i l_i phi(x_i)
//
// The largest of them is a model of F; where the model is lowest, F is evaluated and gives the next bound (cutting planes).
// The first step goes to the steepest side, the others correct it, also where F has kinks closer together than any step.
#pragma once

#include <vector>

#include "core/rng.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {

struct Descent {
  double here = 0;   ///< F at mu
  double least = 0;  ///< the least F that was found, at most `here`
  /// F along the line through mu and the cheapest centre, or, where none is cheaper than mu, the farthest point: distances from
  /// mu, ascending from negative ones, and F there.
  std::vector<double> distance, cost;
};

/// F at mu + eta, for random eta in the span of some points, from near to far, and for those of at most 60 cutting planes;
/// of fewer where their kernel values take more than 1e8 operations, and of none where one of them does.
Descent descend(const Problem& problem, const Recomputed& recomputed, Rng& rng);

}  // namespace proofground::svdd
