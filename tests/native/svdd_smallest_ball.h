// The smallest enclosing ball of the points of a problem, by Welzl's algorithm: another way than the solver's.
#pragma once

#include <Eigen/Core>

#include "svdd/svdd.h"

namespace proofground::svdd::test {

struct Ball {
  Eigen::VectorXd center;
  double radius2 = -1;  ///< negative: empty
};

Ball smallest_ball(const Problem& problem);

}  // namespace proofground::svdd::test
