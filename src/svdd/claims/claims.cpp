#include "svdd/claims/claims.h"

#include <array>

#include "core/require.h"
#include "svdd/claims/centre.h"
#include "svdd/claims/dual_function.h"
#include "svdd/claims/duality.h"
#include "svdd/claims/kkt_cases.h"
#include "svdd/claims/lagrangian.h"
#include "svdd/claims/meaning_of_nu.h"
#include "svdd/claims/radius.h"
#include "svdd/claims/simplified_dual.h"
#include "svdd/claims/slack.h"

namespace proofground::svdd {
namespace {

void require_fitting(const Problem& problem, const Solution& solution) {
  const std::size_t n = problem.weights.size();
  require_one_each(solution.alpha, n, "solution.alpha");
  require_one_each(solution.distance2, n, "solution.distance2");
  require_one_each(solution.xi, n, "solution.xi");
  const bool linear = problem.kernel.type == KernelType::linear;
  require(solution.center.size() == (linear ? static_cast<std::size_t>(problem.d) : 0), "solution.center",
          "d numbers with a linear kernel, else none", static_cast<double>(solution.center.size()));
}

void require_valid(const ClaimOptions& options, const Problem& problem) {
  require(options.point >= 0 && options.point < problem.n(), "point", "an integer from 0 to n - 1", options.point);
  require_nonnegative(options.alpha, "alpha");
  require_nonnegative(options.beta, "beta");
  require_nonnegative(options.gamma, "gamma");
  require_nonnegative(options.rho, "rho");
  if (options.tolerance) require_positive(*options.tolerance, "tolerance");
}

using Row = ClaimRow<Problem, Solution, ClaimOptions, ClaimPicture, Solution>;
constexpr std::array kClaims{
    Row{"2.1", {"radius", "no-nu", "gamma"}, Row::by<check_lagrangian>},
    Row{"2.2", {"mean", "radius", "no-nu"}, Row::by<check_duality>},
    Row{"2.3", {"twice", "undivided", "cross"}, Row::by<check_dual_function>},
    Row{"2.4", {"mean", "sign", "cross", "no-sum", "nu-too-large"}, Row::by<check_simplified_dual>},
    Row{"2.5a", {"mean", "support-mean", "nu-sum"}, Row::by<check_centre>},
    Row{"2.5b", {"all-support", "radius", "no-nu"}, Row::by<check_radius_argmin>},
    Row{"2.5c", {"exchanged", "all-support", "not-strict", "count", "nu-too-large"}, Row::by<check_radius_interval>},
    Row{"2.5d", {"distance", "radius", "signed", "weight-0"}, Row::by<check_slack>},
    Row{"2.5e", {"nu-sum", "no-nu", "reversed", "nu-too-large"}, Row::by<check_kkt_cases>},
    Row{"2.6", {"at-least", "radius", "no-nu", "nu-too-large", "weight-0"}, Row::by<check_meaning_of_nu>},
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

}  // namespace proofground::svdd
