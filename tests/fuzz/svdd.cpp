// The soft hypersphere on a few hostile points: a fit ends, is feasible, and every claim holds of it.
#include "svdd/svdd.h"
#include "core/require.h"
#include "svdd/claims/claims.h"
#include "svm.h"

using namespace proofground;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  svdd::Problem problem;
  problem.kernel = fuzz::kernel_of(bytes);
  const svdd::Options options = fuzz::options_of(bytes);
  const bool claims = bytes.below(4) == 3;
  const int n = 1 + bytes.below(12);
  const bool weighted = bytes.below(2) == 0;
  const double share = (1 + bytes.byte()) / 257.0;
  problem.d = 1 + bytes.below(2);
  problem.weights.assign(n, 1);
  double all = 0;
  for (double& weight : problem.weights) {
    if (weighted) weight = bytes.positive();
    all += weight;
  }
  problem.nu = share * all;
  problem.x = bytes.numbers(n * problem.d);
  try {
    const svdd::Solution solution = svdd::fit(problem, options);
    double sum = 0;
    for (int i = 0; i < n; ++i) {
      const double alpha = solution.alpha[i];
      fuzz::hold(alpha >= 0 && alpha <= problem.weights[i] / problem.nu * (1 + 1e-15), "alpha in its box", alpha);
      fuzz::hold(std::isfinite(solution.distance2[i]), "a finite distance", solution.distance2[i]);
      fuzz::hold(solution.xi[i] >= 0, "a slack that is not negative", solution.xi[i]);
      sum += alpha;
    }
    fuzz::hold(std::abs(sum - 1) <= 1e-9, "the multipliers' sum is 1", sum);
    fuzz::hold(solution.rho >= 0, "rho is not negative", solution.rho);
    fuzz::hold(solution.rho_lo <= solution.rho_hi, "an interval of rho", solution.rho_hi - solution.rho_lo);
    fuzz::hold(solution.alpha_sum_lo >= 0 && solution.alpha_sum_lo <= 1, "the least sum is in [0, 1]",
               solution.alpha_sum_lo);
    fuzz::hold_gap(solution.primal, solution.dual, solution.report, problem.kernel, 0);
    if (claims) {
      svdd::ClaimOptions asked;
      asked.tolerance = options.tolerance;
      for (const char* id : {"2.1", "2.2", "2.3", "2.4", "2.5a", "2.5b", "2.5c", "2.5d", "2.5e", "2.6"})
        fuzz::hold_claim(svdd::check_claim(id, problem, solution, asked, Mistake()).claim);
    }
  } catch (const InvalidArgument&) {
    // Refused, with a sentence: as it should be.
  }
  return 0;
}
