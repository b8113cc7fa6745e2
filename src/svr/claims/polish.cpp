#include "svr/claims/polish.h"

#include <algorithm>
#include <cmath>

#include "svm/polish.h"
#include "svr/claims/claims.h"

namespace proofground::svr {
namespace {

constexpr double kFine = 1e-9;       // of half the range of y
constexpr double kRounding = 1e-13;  // of the largest |y|

}  // namespace

Options fine_options(const Problem& problem) {
  const auto [least, most] = std::minmax_element(problem.y.begin(), problem.y.end());
  const double spread = *most / 2 - *least / 2;
  Options options;
  options.tolerance = std::max(kFine * (spread > 0 ? spread : problem.epsilon),
                               kRounding * std::max(std::abs(*least), std::abs(*most)));
  options.tolerance = std::max(options.tolerance, kLeastTolerance);
  options.max_iterations = polish_iterations(problem.n());
  return options;
}

Solution polished(const Problem& problem, const Solution& solution) {
  const Options options = fine_options(problem);
  return polished_by(problem.n(), solution, options, [&](const Options& fine) { return fit(problem, fine); });
}

}  // namespace proofground::svr
