#include "svr/claims/claims.h"

#include <utility>

#include "core/require.h"
#include "svr/claims/dual.h"
#include "svr/claims/gram.h"
#include "svr/claims/kkt_cases.h"
#include "svr/claims/lagrangian.h"
#include "svr/claims/offset.h"
#include "svr/claims/prediction.h"

namespace proofground::svr {
namespace {

void require_same_size(const std::vector<double>& values, std::size_t n, const char* field) {
  require(values.size() == n, field, "n numbers", static_cast<double>(values.size()));
}

void require_fitting(const Problem& problem, const Solution& solution) {
  const std::size_t n = problem.y.size();
  require_same_size(solution.alpha, n, "solution.alpha");
  require_same_size(solution.alpha_star, n, "solution.alphaStar");
  require_same_size(solution.residual, n, "solution.residual");
  require_same_size(solution.xi, n, "solution.xi");
}

void require_multiplier(const std::optional<double>& value, const char* field) {
  require(!value || (*value >= 0 && *value <= kLargestMagnitude), field, "a number from 0 to 1e100", value.value_or(0));
}

void require_valid(const ClaimOptions& options, const Problem& problem) {
  require(options.point >= 0 && options.point < problem.n(), "point", "an integer from 0 to n - 1", options.point);
  require_multiplier(options.alpha, "alpha");
  require_multiplier(options.alpha_star, "alphaStar");
  require_multiplier(options.beta, "beta");
  if (options.b) require_finite(&*options.b, 1, "b");
  require(options.at.empty() || options.at.size() == static_cast<std::size_t>(problem.d), "at", "d numbers",
          static_cast<double>(options.at.size()));
  require_finite(options.at.data(), static_cast<int>(options.at.size()), "at");
}

template <class Picture>
ClaimResult finish(Checked<Picture> checked, bool broken) {
  return {std::move(checked.claim), broken, std::move(checked.picture)};
}

}  // namespace

ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, bool broken) {
  require_valid(problem);
  require_fitting(problem, solution);
  require_valid(options, problem);
  if (id == "1a") return finish(check_lagrangian(problem, solution, options, broken), broken);
  if (id == "1b") return finish(check_dual(problem, solution, options, broken), broken);
  if (id == "1c1") return finish(check_offset(problem, solution, options, broken), broken);
  if (id == "1c2") return finish(check_kkt_cases(problem, solution, options, broken), broken);
  if (id == "1d1") return finish(check_gram(problem, solution, options, broken), broken);
  if (id == "1d2") return finish(check_prediction(problem, solution, options, broken), broken);
  throw InvalidArgument("claim", "1a, 1b, 1c1, 1c2, 1d1 or 1d2", id);
}

}  // namespace proofground::svr
