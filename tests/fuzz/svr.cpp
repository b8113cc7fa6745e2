// Support vector regression on a few hostile points: a fit ends, is feasible, and every claim holds of it.
#include "svr/svr.h"
#include "core/require.h"
#include "svm.h"
#include "svr/claims/claims.h"
#include "svr/claims/polish.h"

using namespace proofground;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  svr::Problem problem;
  problem.kernel = fuzz::kernel_of(bytes);
  problem.C = bytes.positive();
  problem.epsilon = bytes.positive();
  const svr::Options options = fuzz::options_of(bytes);
  const bool claims = bytes.below(4) == 3;
  const int n = 1 + bytes.below(12);
  problem.d = 1 + bytes.below(2);
  problem.x = bytes.numbers(n * problem.d);
  problem.y = bytes.numbers(n);
  try {
    const svr::Solution solution = svr::fit(problem, options);
    double sum = 0;
    double most = 0;
    for (int i = 0; i < n; ++i) {
      const double up = solution.alpha[i], down = solution.alpha_star[i];
      fuzz::hold(up >= 0 && up <= problem.C, "alpha in its box", up);
      fuzz::hold(down >= 0 && down <= problem.C, "alpha_star in its box", down);
      fuzz::hold(up == 0 || down == 0, "one of a pair is 0", up * down);
      fuzz::hold(std::isfinite(solution.residual[i]), "a finite residual", solution.residual[i]);
      fuzz::hold(solution.xi[i] >= 0, "a slack that is not negative", solution.xi[i]);
      sum += up - down;
      most += up + down;
    }
    fuzz::hold(std::abs(sum) <= 1e-9 * most, "the multipliers' sum is 0", sum);
    fuzz::hold(solution.b_lo <= solution.b && solution.b <= solution.b_hi, "b in its interval", solution.b);
    fuzz::hold_gap(solution.primal, solution.dual, solution.report, problem.kernel, problem.C * n * solution.rounding);
    if (claims) {
      svr::ClaimOptions asked;
      asked.tolerance = options.tolerance;
      // Known and open: a sigmoid kernel counts as an inner product where its eigenvalues are at least -1e-10 of the largest one. Times
      // the squares of multipliers as large as 1e5 that is more than the check "saddle-above" of 1a allows for.
      const bool open = problem.kernel.type == KernelType::sigmoid && problem.C > 1e4;
      if (!open) fuzz::hold_claim(svr::check_claim("1a", problem, solution, asked, Mistake()).claim);
      for (const char* id : {"1b", "1c1", "1c2", "1d1", "1d2"})
        fuzz::hold_claim(svr::check_claim(id, problem, solution, asked, Mistake()).claim);
    }
  } catch (const InvalidArgument&) {
    // Refused, with a sentence: as it should be.
  }
  return 0;
}
