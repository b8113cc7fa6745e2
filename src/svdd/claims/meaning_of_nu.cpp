#include "svdd/claims/meaning_of_nu.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "svdd/claims/recomputed.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

constexpr int kSweep = 24;
constexpr double kSameWeight = 1e-12;  // relative

struct Shares {
  double outside = 0, not_inside = 0;
};

Shares count(const std::vector<double>& d2, double rho, double band) {
  Shares shares;
  const double one = 1 / static_cast<double>(d2.size());
  for (const double value : d2) {
    if (value > rho + band) shares.outside += one;
    if (value >= rho - band) shares.not_inside += one;
  }
  return shares;
}

double violation(const Shares& shares, double nu) {
  return worst(0, worst(shares.outside - nu, nu - shares.not_inside));
}

}  // namespace

Checked<NuPicture> check_meaning_of_nu(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<NuPicture> result{{"2.6", {}, vacuous_reason(problem, solution, e)}, {}};
  NuPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  const auto [least, most] = std::minmax_element(problem.weights.begin(), problem.weights.end());
  if (result.claim.reason.empty() && *most - *least > kSameWeight * *most) result.claim.reason = "weights-differ";
  const double total = e.n * *most;  // weight of all points
  Solution tried = judged(solution, e, broken);
  const Shares shares = count(e.d2, tried.rho, e.band);
  picture.nu = problem.nu / total;
  picture.outside = shares.outside;
  picture.not_inside = shares.not_inside;
  double sweep = 0;
  for (int k = 0; k < kSweep && e.n <= kPolishPoints; ++k) {
    Problem other = problem;
    for (double& weight : other.weights) weight = 1.0 / e.n;
    const double nu = other.nu = (k + 0.5) / kSweep;
    Options sweep_options;
    sweep_options.tolerance = std::max(1e-6 * e.unit, solution.report.kkt_gap);
    sweep_options.max_iterations = polish_iterations(kSweep * e.n);
    const Solution s = fit(other, sweep_options);
    if (!s.report.converged) continue;
    const Shares at = count(s.distance2, s.rho, s.report.kkt_gap + 1e-9 * e.farthest + e.tau);
    picture.sweep_nu.push_back(nu);
    picture.sweep_outside.push_back(at.outside);
    picture.sweep_not_inside.push_back(at.not_inside);
    picture.sweep_rho.push_back(s.rho);
    sweep = worst(sweep, violation(at, nu));
  }
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("outside", worst(0, shares.outside - picture.nu), kIdentityTolerance, 1),
      check_within("not-inside", worst(0, picture.nu - shares.not_inside), kIdentityTolerance, 1),
      check_within("sweep", sweep, kIdentityTolerance, 1),
  };
  if (broken) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svdd
