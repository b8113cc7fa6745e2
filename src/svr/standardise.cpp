#include "svr/standardise.h"

#include <utility>

namespace proofground::svr {

std::vector<double> Scaling::y_to_user(std::vector<double> y) const {
  for (double& value : y) value = y_to_user(value);
  return y;
}

Standardised standardise(const Problem& problem) {
  require_data_of(problem);
  Standardised result{problem, Scaling(problem.points())};
  Scaling& scaling = result.scaling;
  const Moments target = moments(problem.y.data(), problem.n(), 1);
  scaling.y_mean = target.mean;
  scaling.y_scale = target.scale;
  result.problem.x = scaling.x_to_solved(std::move(result.problem.x));
  for (double& value : result.problem.y) value = scaling.y_to_solved(value);
  return result;
}

}  // namespace proofground::svr
