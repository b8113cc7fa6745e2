#include "svr/claims/claims.h"

#include <array>

#include "core/require.h"
#include "svr/claims/dual.h"
#include "svr/claims/gram.h"
#include "svr/claims/kkt_cases.h"
#include "svr/claims/lagrangian.h"
#include "svr/claims/offset.h"
#include "svr/claims/prediction.h"

namespace proofground::svr {
namespace {

void require_fitting(const Problem& problem, const Solution& solution) {
  const std::size_t n = problem.y.size();
  require_one_each(solution.alpha, n, "solution.alpha");
  require_one_each(solution.alpha_star, n, "solution.alphaStar");
  require_one_each(solution.residual, n, "solution.residual");
  require_one_each(solution.xi, n, "solution.xi");
  const bool linear = problem.kernel.type == KernelType::linear;
  require_one_each(solution.w, linear ? static_cast<std::size_t>(problem.d) : 0, "solution.w");
}

void require_valid(const ClaimOptions& options, const Problem& problem) {
  require(options.point >= 0 && options.point < problem.n(), "options.point", "an integer from 0 to n - 1",
          options.point);
  require_nonnegative(options.alpha, "options.alpha");
  require_nonnegative(options.alpha_star, "options.alphaStar");
  require_nonnegative(options.beta, "options.beta");
  if (options.b) require_finite(*options.b, "options.b");
  if (!options.at.empty()) require_one_each(options.at, static_cast<std::size_t>(problem.d), "options.at");
  require_positive(options.tolerance, "options.tolerance");
  require_finite(options.at.data(), static_cast<int>(options.at.size()), "options.at");
}

using Row = ClaimRow<Problem, Solution, ClaimOptions, ClaimPicture, Solution>;
constexpr std::array kClaims{
    Row{"1a", {"sum", "two-c", "tube-twice", "beta", "half"}, Row::by<check_lagrangian>},
    Row{"1b", {"sum", "two-c", "tube-twice", "half", "sign", "epsilon-0", "two-slacks"}, Row::by<check_dual>},
    Row{"1c1", {"bounded", "edge", "mean", "zero"}, Row::by<check_offset>},
    Row{"1c2", {"sum", "two-c", "bounded", "turned", "tube-forgotten"}, Row::by<check_kkt_cases>},
    Row{"1d1", {"distance", "shift"}, Row::by<check_gram>},
    Row{"1d2", {"star", "sign", "b-inside"}, Row::by<check_prediction>},
};

}  // namespace

ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake) {
  require_valid(problem);
  require_fitting(problem, solution);
  require_valid(options, problem);
  return find_claim(kClaims, id).check(problem, solution, options, mistake);
}

std::vector<std::string> mistakes(const std::string& id) { return find_claim(kClaims, id).mistakes(); }

}  // namespace proofground::svr
