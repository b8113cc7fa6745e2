// The claims about the dual and about nu on random problems, with ties: they hold, and every mistake is noticed or changes
// nothing. RC_PARAMS="seed=..." repeats a failure.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "core/rng.h"
#include "svdd/claims/claims.h"
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {
namespace {

Problem random_problem() {
  const int n = *rc::gen::inRange(1, 18), d = *rc::gen::inRange(1, 4), share = *rc::gen::inRange(1, 24);
  const int kernel = *rc::gen::inRange(0, 3), seed = *rc::gen::inRange(0, 1 << 20);
  const std::vector<Kernel> kernels{kLinear, rbf(0.8), poly(0.5, 1, 2)};
  Rng rng(static_cast<std::uint64_t>(seed));
  Problem problem{.x = {}, .d = d, .weights = {}, .nu = 0, .kernel = kernels[kernel]};
  // Coordinates from a coarse grid and equal weights as often as not: repeated points and ties.
  const bool coarse = rng.below(2) == 0;
  for (int i = 0; i < n * d; ++i) problem.x.push_back(coarse ? rng.below(4) - 1.5 : rng.normal());
  for (int i = 0; i < n; ++i) problem.weights.push_back(coarse ? 1 : rng.uniform(0.25, 2));
  problem.nu = share / 24.0 * weight_sum(problem);
  return problem;
}

std::string text_of(const std::string& id, const std::string& code, const Claim& claim) {
  std::ostringstream text;
  text.precision(17);
  text << id << ' ' << code << ": " << claim.reason << ' ';
  for (const Check& check : claim.checks) text << check.id << ' ' << check.value << " <= " << check.bound << "; ";
  return text.str();
}

RC_GTEST_PROP(SvddDualProperty, HoldAndNoticeEveryMistake, ()) {
  const Problem problem = random_problem();
  ClaimOptions options;
  options.seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000));
  const Solution solution = certificate(problem);
  for (const char* id : {"2.1", "2.2", "2.3", "2.4", "2.6"}) {
    const Claim intact = check_claim(id, problem, solution, options, {}).claim;
    RC_LOG() << text_of(id, "intact", intact) << '\n';
    RC_ASSERT(intact.verdict() != Verdict::fail);
    for (const std::string& code : mistakes(id)) {
      const Claim broken = check_claim(id, problem, solution, options, Mistake(code)).claim;
      RC_LOG() << text_of(id, code, broken) << '\n';
      if (!intact.reason.empty()) {
        RC_ASSERT(broken.reason == intact.reason);
      } else if (broken.reason.empty()) {
        RC_ASSERT(broken.verdict() == Verdict::fail);
      } else {
        RC_ASSERT(broken.reason == "no-difference" && code != "plain");
      }
    }
  }
}

}  // namespace
}  // namespace proofground::svdd::test
