#include "svdd/claims/polish.h"

#include <algorithm>

#include "core/require.h"
#include "svm/centre.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

constexpr double kFine = 1e-9;         // of the largest squared distance
constexpr double kFineKernel = 1e-13;  // of the largest kernel value, where rounding starts

}  // namespace

Solution polished(const Problem& problem, const Solution& solution) {
  const double farthest = *std::max_element(solution.distance2.begin(), solution.distance2.end());
  Options fine;
  fine.tolerance =
      std::max({kFine * farthest, kFineKernel * kernel_bound(problem.kernel, problem.points()), kSmallestParameter});
  fine.max_iterations = polish_iterations(problem.n());
  return polished_by(problem.n(), solution, fine, [&](const Options& options) { return fit(problem, options); });
}

}  // namespace proofground::svdd
