#include "svr/claims/polish.h"

#include <algorithm>
#include <cmath>

#include "svm/polish.h"
#include "svr/claims/claims.h"

namespace proofground::svr {
namespace {

constexpr double kFine = 1e-9;       // of unit_of
constexpr double kRounding = 1e-13;  // of the largest |y|

// Half the range of y; epsilon if y is constant.
double unit_of(const Problem& problem) {
  const auto [least, most] = std::minmax_element(problem.y.begin(), problem.y.end());
  const double spread = *most / 2 - *least / 2;
  return spread > 0 ? spread : problem.epsilon;
}

}  // namespace

Options fine_options(const Problem& problem) {
  const auto [least, most] = std::minmax_element(problem.y.begin(), problem.y.end());
  Options options;
  options.tolerance = std::max(kFine * unit_of(problem), kRounding * std::max(std::abs(*least), std::abs(*most)));
  options.tolerance = std::max(options.tolerance, kLeastTolerance);
  options.max_iterations = polish_iterations(problem.n());
  return options;
}

Solution polished(const Problem& problem, const Solution& solution) {
  const Options options = fine_options(problem);
  return polished_by(problem.n(), solution, options, [&](const Options& fine) { return fit(problem, fine); });
}

double apart(const Problem& problem, const Solution& a, const Solution& b) {
  double largest = 0;
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    largest = worst(largest, std::abs(a.residual[i] - b.residual[i]));
  }
  return largest / unit_of(problem);
}

}  // namespace proofground::svr
