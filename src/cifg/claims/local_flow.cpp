#include "cifg/claims/local_flow.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "cifg/claims/judged.h"
#include "cifg/claims/recomputed.h"
#include "cifg/claims/wrong.h"

namespace proofground::cifg {
namespace {

constexpr double kTooLarge = 1.1;

/// What complex steps at f_t, c~_t and c_{t-1} do to c_t and to the loss, (T batch x dh) each.
struct Measured {
  std::vector<Derivative> by[3], flow[3];
  std::vector<Derivative> delta_c;  ///< of the loss after a step at c_t
  std::vector<Derivative> across;   ///< the other entries of the three Jacobians
};

Measured measure(const Problem<double>& problem, const States<double>& states) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  Measured out;
  for (int row = 0; row < problem.sizes.rows(); ++row) {
    const int t = row / batch, sequence = row % batch;
    for (int j = 0; j < dh; ++j) {
      out.delta_c.push_back(derivative(problem, states, sequence, {Nudge::Of::node, 0, j, 0, Node::c, t}));
      const Nudge nudges[3]{{Nudge::Of::node, 0, j, 0, Node::f, t},
                            {Nudge::Of::node, 0, j, 0, Node::c_tilde, t},
                            {Nudge::Of::node, 0, j, 0, Node::c, t - 1}};
      for (int k = 0; k < 3; ++k) {
        const Edges edges = k == 2 ? Edges{false, false, false, false, true} : Edges{};
        const Walked walked = walk(problem, states, sequence, nudges[k], edges);
        out.flow[k].push_back(walked.total());
        for (int i = 0; i < dh; ++i)
          (i == j ? out.by[k] : out.across).push_back(walked.c[static_cast<std::size_t>(t) * dh + i]);
      }
    }
  }
  return out;
}

struct Claimed {
  std::vector<double> by[3], flow[3], delta_c;
};

Claimed claimed(const Problem<double>& problem, const States<double>& states, const Gradients<double>& gradients,
                const Wrong& wrong) {
  Claimed out;
  const Deltas<double>& d = gradients.deltas;
  out.delta_c = d.c;
  out.flow[0] = d.f;
  out.flow[1] = d.c_tilde;
  for (std::size_t i = 0; i < states.f.size(); ++i) {
    const auto [by_f, by_c_tilde, by_c_before] = local_derivatives(problem, states, i, wrong);
    out.by[0].push_back(by_f);
    out.by[1].push_back(by_c_tilde);
    out.by[2].push_back(by_c_before);
    out.flow[2].push_back(d.c[i] * by_c_before);
  }
  return out;
}

/// The largest excess of a |c_t| over max(|c_0|, 1), relative to that.
double excess(const Problem<double>& problem, const States<double>& states, std::vector<double>& bound) {
  for (const double c0 : problem.c0) bound.push_back(std::max(std::abs(c0), 1.0));
  double most = 0;
  for (std::size_t i = 0; i < states.c.size(); ++i) {
    const double limit = bound[i % bound.size()];
    most = worst(most, (std::abs(states.c[i]) - limit) / limit);
  }
  return most;
}

std::vector<Judged> judge(const Measured& measured, const Claimed& judged_ones, double largest) {
  std::vector<Judged> all{
      judged("by-f", measured.by[0], largest),           judged("by-c-tilde", measured.by[1], largest),
      judged("by-c-before", measured.by[2], largest),    judged("flow-f", measured.flow[0], largest),
      judged("flow-c-tilde", measured.flow[1], largest), judged("flow-c-before", measured.flow[2], largest),
      judged("delta-c", measured.delta_c, largest),
  };
  for (std::size_t k = 0; k < 3; ++k) {
    all[k].claimed = judged_ones.by[k];
    all[k + 3].claimed = judged_ones.flow[k];
  }
  all[6].claimed = judged_ones.delta_c;
  return all;
}

Compared<std::vector<double>> drawn(const Judged& one) { return {one.claimed, one.right, one.errors()}; }

}  // namespace

Checked<LocalPicture> check_local_flow(const Problem<double>& problem, const Solution& solution, const ClaimOptions&,
                                       const Mistake& mistake) {
  const Measured measured = measure(problem, solution.states);
  double largest = largest_of(measured.delta_c);
  for (int k = 0; k < 3; ++k) largest = largest_of(measured.flow[k], largest_of(measured.by[k], largest));
  const double states = states_error(problem, solution.states);
  Checked<LocalPicture> result{{"3a", {}, vacuous_reason(problem, states, largest, false)}, {}};
  const Wrong wrong{mistake, 1, mistake.is("plain") ? kTooLarge : 1};
  const Gradients<double> broken =
      mistake.made() ? wrong_backward(problem, solution.states, wrong) : solution.gradients;
  const std::vector<Judged> intact =
      judge(measured, claimed(problem, solution.states, solution.gradients, {}), largest);
  const std::vector<Judged> all = judge(measured, claimed(problem, solution.states, broken, wrong), largest);

  LocalPicture& picture = result.picture;
  picture.tolerance = kExact;
  picture.by_f = drawn(all[0]);
  picture.by_c_tilde = drawn(all[1]);
  picture.by_c_before = drawn(all[2]);
  picture.flow_f = drawn(all[3]);
  picture.flow_c_tilde = drawn(all[4]);
  picture.flow_c_before = drawn(all[5]);
  picture.delta_c = broken.deltas.c;
  for (const Derivative& entry : measured.across)
    picture.off_diagonal = worst(picture.off_diagonal, std::abs(entry.value));
  const double above = excess(problem, solution.states, picture.bound);
  result.claim =
      verdict_of("3a", result.claim.reason, all, intact, mistake.made(),
                 {check_within("states", states, kExact, 1), check_within("diagonal", picture.off_diagonal, kExact, 1),
                  check_within("bounded", above, kExact, 1)});
  if (result.claim.reason.empty() && mistake.made()) result.broken_certificate = broken;
  return result;
}

}  // namespace proofground::cifg
