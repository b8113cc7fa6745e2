// 2.5d. xi_i = max(d_i^2 - rho, 0): no slack is larger than its point needs.
//
// Which xi that is depends on which rho of the interval: the picture shows both ends. Checks: slack: the largest
// difference from the distances measured again; covered: by how much a point is outside rho + xi_i; total: (1/nu) sum
// C_i xi_i against P - rho. Broken: the chosen point's slack a tenth of the largest squared distance too long, which
// pays for nothing. Cost: O(n) besides the recomputation.
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

Checked<SlackPicture> check_slack(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                  bool broken);

}  // namespace proofground::svdd
