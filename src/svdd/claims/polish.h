// Solving a sphere again, as precisely as double precision and a bounded effort allow.
#pragma once

#include "svdd/svdd.h"

namespace proofground::svdd {

/// The certificate of the claims: the problem solved again to a kkt_gap of about 1e-9 of the largest squared distance,
/// as far as a bounded number of iterations reaches. A copy of the solution if n > 1000, if it is not converged, or if
/// it is already that precise.
Solution polished(const Problem& problem, const Solution& solution);

}  // namespace proofground::svdd
