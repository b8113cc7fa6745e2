// Solving a sphere again, as precisely as double precision and a bounded effort allow.
#pragma once

#include <vector>

#include "svdd/svdd.h"

namespace proofground::svdd {

/// The violation that polished() aims at: 1e-9 of the largest squared distance, or what rounding of kernel values leaves.
double fine_tolerance(const Problem& problem, const std::vector<double>& distance2);

/// The largest difference of squared distances between two balls, relative to the largest squared distance.
double apart(const Solution& a, const Solution& b);

/// The certificate of the claims: the problem solved again to a kkt_gap of about 1e-9 of the largest squared distance,
/// as far as a bounded number of iterations reaches. A copy of the solution if n > 1000, if it is not converged, or if
/// it is already that precise.
Solution polished(const Problem& problem, const Solution& solution);

}  // namespace proofground::svdd
