#include "svdd/claims/polish.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"
#include "core/require.h"
#include "svm/centre.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

constexpr double kFine = 1e-9;         // of the largest squared distance
constexpr double kFineKernel = 1e-13;  // of the largest kernel value, where rounding starts

}  // namespace

double fine_tolerance(const Problem& problem, const std::vector<double>& distance2) {
  const double farthest = *std::max_element(distance2.begin(), distance2.end());
  return std::max({kFine * farthest, kFineKernel * kernel_bound(problem.kernel, problem.points()), kSmallestParameter});
}

double apart(const Solution& a, const Solution& b) {
  double most = 0, farthest = 0;
  for (std::size_t i = 0; i < a.distance2.size(); ++i) {
    most = worst(most, std::abs(a.distance2[i] - b.distance2[i]));
    farthest = std::max(farthest, b.distance2[i]);
  }
  return most > 0 ? most / farthest : 0;
}

Solution polished(const Problem& problem, const Solution& solution) {
  Options fine;
  fine.tolerance = fine_tolerance(problem, solution.distance2);
  fine.max_iterations = polish_iterations(problem.n());
  return polished_by(problem.n(), solution, fine, [&](const Options& options) { return fit(problem, options); });
}

}  // namespace proofground::svdd
