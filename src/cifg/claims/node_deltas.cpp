#include "cifg/claims/node_deltas.h"

#include <array>
#include <cmath>

#include "cifg/claims/judged.h"
#include "cifg/claims/nodes.h"
#include "cifg/claims/recomputed.h"
#include "cifg/claims/wrong.h"

namespace proofground::cifg {
namespace {

constexpr double kTooLarge = 1.1;

/// The checks of these deltas, in the order of Node.
std::vector<Judged> judge(const NodeDerivatives& right, const Deltas<double>& deltas, double largest) {
  std::vector<Judged> all{
      judged("delta-z-f", right[0], largest), judged("delta-z-o", right[1], largest),
      judged("delta-z-c", right[2], largest), judged("delta-f", right[3], largest),
      judged("delta-o", right[4], largest),   judged("delta-c-tilde", right[5], largest),
      judged("delta-c", right[6], largest),   judged("delta-h", right[7], largest),
  };
  const auto lists = lists_of(deltas);
  for (std::size_t k = 0; k < kNodes; ++k) all[k].claimed = *lists[k];
  return all;
}

}  // namespace

Checked<DeltasPicture> check_node_deltas(const Problem<double>& problem, const Solution& solution, const ClaimOptions&,
                                         const Mistake& mistake) {
  const NodeDerivatives right = node_derivatives(problem, solution.states);
  double largest = 0;
  for (const auto& each : right) largest = largest_of(each, largest);
  const double states = states_error(problem, solution.states);
  Checked<DeltasPicture> result{{"3b", {}, vacuous_reason(problem, states, largest, true)}, {}};
  const Wrong wrong{mistake, mistake.is("plain") ? kTooLarge : 1};
  const Gradients<double> broken =
      mistake.made() ? wrong_backward(problem, solution.states, wrong) : solution.gradients;
  std::vector<Judged> intact = judge(right, solution.gradients.deltas, largest);
  std::vector<Judged> all = judge(right, broken.deltas, largest);

  result.picture.claimed = broken.deltas;
  const auto measured = lists_of(result.picture.measured);
  const auto error = lists_of(result.picture.error);
  for (std::size_t k = 0; k < kNodes; ++k) {
    *measured[k] = all[k].right;
    *error[k] = all[k].errors();
  }
  result.picture.tolerance = kExact;
  intact.insert(intact.begin(), judged_loss("loss", problem, solution.states, solution.gradients.loss, largest));
  all.insert(all.begin(), judged_loss("loss", problem, solution.states, broken.loss, largest));
  result.claim =
      verdict_of("3b", result.claim.reason, all, intact, mistake.made(), {check_within("states", states, kExact, 1)});
  if (result.claim.reason.empty() && mistake.made()) result.broken_certificate = broken;
  return result;
}

}  // namespace proofground::cifg
