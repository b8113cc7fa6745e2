// Solving a sphere again, as precisely as double precision and a bounded effort allow.
#pragma once

#include "svdd/svdd.h"

namespace proofground::svdd {

/// The certificate solved again to a kkt_gap of about 1e-9 of the largest squared distance, for n <= 1000 and as far as
/// a bounded number of iterations reaches; otherwise, and when it is not converged or already that sharp, a copy of it.
Solution polished(const Problem& problem, const Solution& solution);

}  // namespace proofground::svdd
