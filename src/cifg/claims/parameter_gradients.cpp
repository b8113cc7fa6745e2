#include "cifg/claims/parameter_gradients.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "cifg/claims/judged.h"
#include "cifg/claims/nodes.h"
#include "cifg/claims/recomputed.h"
#include "cifg/claims/wrong.h"
#include "cifg/updates.h"

namespace proofground::cifg {
namespace {

constexpr double kTenth = 0.1;
constexpr double kVanished = 1e-20;
constexpr double kCentral = 1e-8;
constexpr std::size_t kLists = 12;
constexpr std::size_t kSummed = 9;  // the first of them: W, U, b of each gate

template <class Holder>
auto lists_of_given(Holder& g) {
  return std::array{&g.params.f.W, &g.params.f.U, &g.params.f.b, &g.params.o.W, &g.params.o.U, &g.params.o.b,
                    &g.params.c.W, &g.params.c.U, &g.params.c.b, &g.x,          &g.h0,         &g.c0};
}

struct Place {
  Nudge nudge;
  int sequence = 0;
};

/// What each entry of each list is, in the order of lists_of_given.
std::array<std::vector<Place>, kLists> places(const Sizes& sizes) {
  const auto& [dx, dh, T, batch] = sizes;
  std::array<std::vector<Place>, kLists> out;
  for (int gate = 0; gate < 3; ++gate) {
    for (int row = 0; row < dh; ++row) {
      for (int m = 0; m < dx; ++m) out[3 * gate].push_back({{Nudge::Of::W, gate, row, m}});
      for (int m = 0; m < dh; ++m) out[3 * gate + 1].push_back({{Nudge::Of::U, gate, row, m}});
      out[3 * gate + 2].push_back({{Nudge::Of::b, gate, row}});
    }
  }
  for (int row = 0; row < sizes.rows(); ++row)
    for (int m = 0; m < dx; ++m) out[9].push_back({{Nudge::Of::x, 0, m, 0, Node::h, row / batch}, row % batch});
  for (int i = 0; i < batch; ++i) {
    for (int j = 0; j < dh; ++j) {
      out[10].push_back({{Nudge::Of::node, 0, j, 0, Node::h, -1}, i});
      out[11].push_back({{Nudge::Of::node, 0, j, 0, Node::c, -1}, i});
    }
  }
  return out;
}

struct Measured {
  std::array<std::vector<Derivative>, kLists> exact;
  std::array<std::vector<double>, kLists> central, central_room;
};

Measured measure(const Problem<double>& problem, const States<double>& states) {
  Measured out;
  const double rounding = rounding_of_loss(problem, states);
  const auto all = places(problem.sizes);
  for (std::size_t list = 0; list < kLists; ++list) {
    for (const Place& place : all[list]) {
      const Derivative exact = derivative(problem, states, place.sequence, place.nudge);
      const Central central = central_difference(problem, states, place.sequence, place.nudge, exact.moved);
      out.exact[list].push_back(exact);
      out.central[list].push_back(central.value);
      out.central_room[list].push_back(exact.size + (rounding / central.by + central.step_error) / kCentral);
    }
  }
  return out;
}

/// sum_t delta z_k,t u_t', over all sequences. @param u (columns) of a row
template <class Input>
std::vector<double> summed(const std::vector<double>& dz, int rows, std::size_t columns, const Input& u) {
  const std::size_t dh = dz.size() / rows;
  std::vector<double> sum(dh * columns);
  for (int row = rows - 1; row >= 0; --row)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += dz[row * dh + i / columns] * u(row)[i % columns];
  return sum;
}

/// W, U, b of each gate, from these deltas.
std::array<std::vector<double>, kSummed> sums_over_steps(const Problem<double>& problem, const States<double>& s,
                                                         const Deltas<double>& deltas) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const double one = 1;
  const auto x = [&, columns = dx](int row) { return problem.x.data() + static_cast<std::size_t>(row) * columns; };
  const auto h_before = [&, columns = dh, first = batch](int row) {
    const bool start = row < first;
    return (start ? problem.h0.data() : s.h.data()) + static_cast<std::size_t>(start ? row : row - first) * columns;
  };
  std::array<std::vector<double>, kSummed> out;
  const std::array dzs{&deltas.z_f, &deltas.z_o, &deltas.z_c};
  for (std::size_t k = 0; k < dzs.size(); ++k) {
    out[3 * k] = summed(*dzs[k], problem.sizes.rows(), dx, x);
    out[3 * k + 1] = summed(*dzs[k], problem.sizes.rows(), dh, h_before);
    out[3 * k + 2] = summed(*dzs[k], problem.sizes.rows(), 1, [&](int) { return &one; });
  }
  return out;
}

/// The gradients of the parameters against the sums over the steps.
Judged judged_sums(const Problem<double>& problem, const States<double>& states, const Gradients<double>& gradients,
                   const Measured& right, double largest) {
  Judged all = judged("sums", {}, largest);
  const auto sums = sums_over_steps(problem, states, gradients.deltas);
  const auto lists = lists_of_given(gradients);
  for (std::size_t list = 0; list < kSummed; ++list) {
    all.claimed.insert(all.claimed.end(), lists[list]->begin(), lists[list]->end());
    all.right.insert(all.right.end(), sums[list].begin(), sums[list].end());
    for (const Derivative& each : right.exact[list]) all.room.push_back(room_of(each, largest));
  }
  return all;
}

std::vector<Judged> judge(const Measured& right, const GivenGradients& given, const Judged& sums, double largest) {
  const auto& exact = right.exact;
  std::vector<Judged> all{
      judged("w-f", exact[0], largest),
      judged("u-f", exact[1], largest),
      judged("b-f", exact[2], largest),
      judged("w-o", exact[3], largest),
      judged("u-o", exact[4], largest),
      judged("b-o", exact[5], largest),
      judged("w-c", exact[6], largest),
      judged("u-c", exact[7], largest),
      judged("b-c", exact[8], largest),
      judged("x", exact[9], largest),
      judged("h0", exact[10], largest),
      judged("c0", exact[11], largest),
      sums,
      judged("central", {}, largest),
  };
  const auto lists = lists_of_given(given);
  Judged& central = all.back();
  central.tolerance = kCentral;
  for (std::size_t list = 0; list < kLists; ++list) {
    all[list].claimed = *lists[list];
    for (std::size_t i = 0; i < lists[list]->size(); ++i) {
      if (std::isnan(right.central[list][i])) continue;
      central.claimed.push_back((*lists[list])[i]);
      central.right.push_back(right.central[list][i]);
      central.room.push_back(right.central_room[list][i] + kUnderflow / kCentral * largest);
    }
  }
  return all;
}

GivenGradients given_of(const Gradients<double>& gradients) {
  return {gradients.params, gradients.x, gradients.h0, gradients.c0};
}

void draw(ParametersPicture& picture, const Measured& right, const std::vector<Judged>& all) {
  const auto claimed = lists_of_given(picture.claimed);
  const auto measured = lists_of_given(picture.measured), error = lists_of_given(picture.error);
  const auto central = lists_of_given(picture.central), central_error = lists_of_given(picture.central_error);
  for (std::size_t list = 0; list < kLists; ++list) {
    *claimed[list] = all[list].claimed;
    *measured[list] = all[list].right;
    *error[list] = all[list].errors();
    *central[list] = right.central[list];
    *central_error[list] = Judged{"", all[list].claimed, right.central[list], right.central_room[list]}.errors();
  }
}

}  // namespace

Checked<ParametersPicture> check_parameter_gradients(const Problem<double>& problem, const Solution& solution,
                                                     const ClaimOptions&, const Mistake& mistake) {
  const Measured right = measure(problem, solution.states);
  double largest = 0, weight = 0;
  for (const auto& each : right.exact) largest = largest_of(each, largest);
  for (const double g : problem.g) weight = std::max(weight, std::abs(g));
  const double states = states_error(problem, solution.states);
  Checked<ParametersPicture> result{{"3c", {}, vacuous_reason(problem, states, largest, true)}, {}};
  Gradients<double> broken = mistake.made() ? wrong_backward(problem, solution.states, {mistake}) : solution.gradients;
  if (mistake.is("plain")) {
    const double size = right.exact[2][0].size;
    broken.params.f.b[0] += kTenth * (size > kVanished * weight ? size : weight);
  }
  const auto judged_ones = [&](const Gradients<double>& gradients) {
    const Judged sums = judged_sums(problem, solution.states, gradients, right, largest);
    return judge(right, given_of(gradients), sums, largest);
  };
  std::vector<Judged> intact = judged_ones(solution.gradients);
  std::vector<Judged> all = judged_ones(broken);

  ParametersPicture& picture = result.picture;
  draw(picture, right, all);
  if (problem.sizes.batch == 1) picture.terms = updates_of(problem, solution.states, broken.deltas).step;
  picture.tolerance = kExact;
  picture.central_tolerance = kCentral;
  picture.parameters = parameter_count(problem.sizes);
  picture.lstm_parameters = picture.parameters / 3 * 4;
  intact.insert(intact.begin(), judged_loss("loss", problem, solution.states, solution.gradients.loss, largest));
  all.insert(all.begin(), judged_loss("loss", problem, solution.states, broken.loss, largest));
  result.claim =
      verdict_of("3c", result.claim.reason, all, intact, mistake.made(), {check_within("states", states, kExact, 1)});
  if (result.claim.reason.empty() && mistake.made()) result.broken_certificate = broken;
  return result;
}

}  // namespace proofground::cifg
