#include "svdd/claims/claims.h"

#include <utility>

#include "core/require.h"
#include "svdd/claims/centre.h"
#include "svdd/claims/dual_function.h"
#include "svdd/claims/duality.h"
#include "svdd/claims/kkt_cases.h"
#include "svdd/claims/lagrangian.h"
#include "svdd/claims/meaning_of_nu.h"
#include "svdd/claims/radius.h"
#include "svdd/claims/slack.h"

namespace proofground::svdd {
namespace {

void require_same_size(const std::vector<double>& values, std::size_t n, const char* field) {
  require(values.size() == n, field, "n numbers", static_cast<double>(values.size()));
}

void require_fitting(const Problem& problem, const Solution& solution) {
  const std::size_t n = problem.weights.size();
  require_same_size(solution.alpha, n, "solution.alpha");
  require_same_size(solution.distance2, n, "solution.distance2");
  require_same_size(solution.xi, n, "solution.xi");
  const bool linear = problem.kernel.type == KernelType::linear;
  require(solution.center.size() == (linear ? static_cast<std::size_t>(problem.d) : 0), "solution.center",
          "d numbers with a linear kernel, else none", static_cast<double>(solution.center.size()));
}

void require_size(const std::optional<double>& value, const char* field) {
  require(!value || (*value >= 0 && *value <= kLargestMagnitude), field, "a number from 0 to 1e100", value.value_or(0));
}

void require_valid(const ClaimOptions& options, const Problem& problem) {
  require(options.point >= 0 && options.point < problem.n(), "point", "an integer from 0 to n - 1", options.point);
  require_size(options.alpha, "alpha");
  require_size(options.beta, "beta");
  require_size(options.gamma, "gamma");
  require_size(options.rho, "rho");
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
  if (id == "2.1") return finish(check_lagrangian(problem, solution, options, broken), broken);
  if (id == "2.2") return finish(check_duality(problem, solution, options, broken), broken);
  if (id == "2.3") return finish(check_dual_function(problem, solution, options, broken), broken);
  if (id == "2.4") return finish(check_simplified_dual(problem, solution, options, broken), broken);
  if (id == "2.5a") return finish(check_centre(problem, solution, options, broken), broken);
  if (id == "2.5b") return finish(check_radius_argmin(problem, solution, options, broken), broken);
  if (id == "2.5c") return finish(check_radius_interval(problem, solution, options, broken), broken);
  if (id == "2.5d") return finish(check_slack(problem, solution, options, broken), broken);
  if (id == "2.5e") return finish(check_kkt_cases(problem, solution, options, broken), broken);
  if (id == "2.6") return finish(check_meaning_of_nu(problem, solution, options, broken), broken);
  throw InvalidArgument("claim", "2.1, 2.2, 2.3, 2.4, 2.5a, 2.5b, 2.5c, 2.5d, 2.5e or 2.6", id);
}

}  // namespace proofground::svdd
