#include "svdd/claims/sweep.h"

#include <algorithm>
#include <utility>

#include "core/require.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

// Shares of the largest squared distance: what a fit aims at, and what it has to come to.
constexpr double kAim = 1e-6, kNear = 1e-3;

}  // namespace

std::vector<SweptFit> sweep(const Problem& problem, const Recomputed& certificate, const std::vector<double>& nus) {
  std::vector<SweptFit> fits;
  Options fine;
  fine.tolerance = std::max(kAim * certificate.unit, kSmallestParameter);
  fine.max_iterations = polish_iterations(static_cast<int>(nus.size()) * problem.n());
  ClaimOptions judge;
  judge.tolerance = std::max(kNear * certificate.unit, kSmallestParameter);
  Problem other = problem;
  for (const double nu : nus) {
    other.nu = nu;
    Solution solution = fit(other, fine);
    Recomputed at = recompute(other, solution, judge);
    if (at.violation <= *judge.tolerance) fits.push_back({nu, std::move(solution), std::move(at)});
  }
  return fits;
}

}  // namespace proofground::svdd
