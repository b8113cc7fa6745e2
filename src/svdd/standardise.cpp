#include "svdd/standardise.h"

#include <utility>

namespace proofground::svdd {

Standardised standardise(const Problem& problem) {
  require_data_of(problem);
  Standardised result{problem, XScaling(problem.points())};
  result.problem.x = result.scaling.x_to_solved(std::move(result.problem.x));
  return result;
}

}  // namespace proofground::svdd
