// The ball that given multipliers make, right or wrong: what breaking a claim puts in the place of the certificate.
#pragma once

#include <vector>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {

/// (n) C_i / sum C: their centre is the mean of the points.
std::vector<double> mean_multipliers(const Problem& problem);

/// Consistent with itself: mu = 1/s sum alpha_i phi(x_i), its distances, the best rho for them (or the given one), their
/// slack, and both objectives. O(n (points with a multiplier) (d + 8))
Solution ball_of(const Problem& problem, std::vector<double> alpha, const Solution& like);

/// The same ball with another rho. O(n)
void move_radius(Solution& ball, const Problem& problem, double rho);

/// As it is handed out: multipliers as shares, so that they are the weights of the centre whatever their sum.
Solution as_shares(Solution ball);

}  // namespace proofground::svdd
