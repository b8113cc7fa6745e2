#include "cifg/claims/memory.h"

#include <cmath>
#include <cstddef>

#include "cifg/claims/judged.h"
#include "cifg/claims/recomputed.h"

namespace proofground::cifg {
namespace {

constexpr double kTooLarge = 1.1;
constexpr Edges kCellOnly{false, false, false, false, true};
constexpr Edges kThroughH{false, true, true, true, false};

using Entries = std::vector<Derivative>;

struct Measured {
  Entries product;            ///< (T x dh)
  Entries jacobian, through;  ///< (T x dh x dh)
};

/// One step at a time: c_{s+1} of c_s through the cell.
Derivative step_in_cell(const Problem<double>& problem, const States<double>& states, int s, int j) {
  const int dh = problem.sizes.dh;
  return walk(problem, states, 0, {Nudge::Of::node, 0, j, 0, Node::c, s}, kCellOnly)
      .c[static_cast<std::size_t>(s + 1) * dh + j];
}

Measured measure(const Problem<double>& problem, const States<double>& states) {
  const int T = problem.sizes.T;
  const std::size_t dh = problem.sizes.dh, last = (T - 1) * dh;
  Measured out{Entries(T * dh), Entries(T * dh * dh), Entries(T * dh * dh)};
  for (std::size_t j = 0; j < dh; ++j) {
    out.product[last + j] = {1, 1, 1};
    out.jacobian[(last + j) * dh + j] = {1, 1, 1};
    for (int t = T - 2; t >= 0; --t) {
      const Derivative f = step_in_cell(problem, states, t, static_cast<int>(j));
      const Derivative after = out.product[(t + 1) * dh + j];
      out.product[t * dh + j] = {f.value * after.value, f.size * after.size, f.moved};
      const Nudge nudge{Nudge::Of::node, 0, static_cast<int>(j), 0, Node::c, t};
      const Walked all = walk(problem, states, 0, nudge), by_h = walk(problem, states, 0, nudge, kThroughH);
      for (std::size_t i = 0; i < dh; ++i) {
        const std::size_t entry = (t * dh + i) * dh + j, next = entry + dh * dh;
        out.jacobian[entry] = all.c[last + i];
        const Derivative& left = by_h.c[last + i];
        const Derivative& stayed = out.through[next];
        out.through[entry] = {left.value + f.value * stayed.value, left.size + f.size * stayed.size, left.moved};
      }
    }
  }
  return out;
}

/// J_t - diag(P_t).
std::vector<double> rest_of(const Horizon& horizon, std::size_t dh) {
  std::vector<double> rest = horizon.jacobian;
  for (std::size_t i = 0; i < horizon.product.size(); ++i) rest[i * dh + i % dh] -= horizon.product[i];
  return rest;
}

std::vector<double> norms(const std::vector<double>& matrices, std::size_t dh) {
  std::vector<double> all;
  for (std::size_t at = 0; at < matrices.size(); at += dh * dh)
    all.push_back(spectral_norm(matrices.data() + at, static_cast<int>(dh)));
  return all;
}

std::vector<double> values_of(const Entries& entries) {
  std::vector<double> values;
  for (const Derivative& entry : entries) values.push_back(entry.value);
  return values;
}

std::vector<double> diagonal(const std::vector<double>& product, std::size_t dh) {
  std::vector<double> matrices(product.size() * dh);
  for (std::size_t i = 0; i < product.size(); ++i) matrices[i * dh + i % dh] = product[i];
  return matrices;
}

/// Products of what `factor` says of step s = t+1..T.
template <class Factor>
std::vector<double> products(std::size_t T, std::size_t dh, Factor&& factor) {
  std::vector<double> all(T * dh, 1.0);
  for (std::size_t i = (T - 1) * dh; i-- > 0;) all[i] = all[i + dh] * factor(i + dh);
  return all;
}

Horizon broken_horizon(const Problem<double>& problem, const Solution& solution, const Mistake& mistake) {
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh;
  const States<double>& s = solution.states;
  Horizon out = solution.horizon;
  if (mistake.is("plain")) {
    for (double& value : out.product) value *= kTooLarge;
    for (double& value : out.jacobian) value *= kTooLarge;
  }
  if (mistake.is("f-t")) out.product = products(T, dh, [&](std::size_t i) { return s.f[i - dh]; });
  if (mistake.is("input-gate")) out.product = products(T, dh, [&](std::size_t i) { return s.one_minus_f[i]; });
  if (mistake.is("product")) out.jacobian = diagonal(out.product, dh);
  if (mistake.is("transposed")) {
    for (std::size_t t = 0; t < T; ++t)
      for (std::size_t i = 0; i < dh; ++i)
        for (std::size_t j = 0; j < dh; ++j)
          out.jacobian[(t * dh + i) * dh + j] = solution.horizon.jacobian[(t * dh + j) * dh + i];
  }
  out.norm = norms(out.jacobian, dh);
  out.through_h = norms(rest_of(out, dh), dh);
  return out;
}

/// Sizes of matrices: a norm is at most the sum of the entries. A sum of `more` is what a difference was taken from.
Judged judged_norms(const char* id, const Entries& matrices, std::size_t dh, double largest) {
  const std::vector<double> right = norms(values_of(matrices), dh);
  std::vector<Derivative> sizes(right.size());
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    Derivative& size = sizes[i / (dh * dh)];
    size.size += matrices[i].size;
    size.moved = worst(size.moved, matrices[i].moved);
  }
  for (std::size_t t = 0; t < right.size(); ++t) sizes[t].value = right[t];
  return judged(id, sizes, largest);
}

std::vector<Judged> judge(const Measured& right, const Horizon& horizon, std::size_t dh, double largest) {
  // The difference J - P is taken from J: it is as exact as that.
  Entries rest = right.through;
  for (std::size_t i = 0; i < rest.size(); ++i) rest[i].size = right.jacobian[i].size;
  std::vector<Judged> all{judged("product", right.product, largest), judged("jacobian", right.jacobian, largest),
                          judged("through-h", rest, largest), judged_norms("norm", right.jacobian, dh, largest),
                          judged_norms("norm-through-h", right.through, dh, largest)};
  all[0].claimed = horizon.product;
  all[1].claimed = horizon.jacobian;
  all[2].claimed = rest_of(horizon, dh);
  all[3].claimed = horizon.norm;
  all[4].claimed = horizon.through_h;
  return all;
}

Compared<std::vector<double>> drawn(const Judged& one) { return {one.claimed, one.right, one.errors()}; }

}  // namespace

Checked<HorizonPicture> check_memory(const Problem<double>& problem, const Solution& solution, const ClaimOptions&,
                                     const Mistake& mistake) {
  const std::size_t dh = problem.sizes.dh;
  const Measured right = measure(problem, solution.states);
  const double largest = largest_of(right.through, largest_of(right.jacobian));
  const double states = states_error(problem, solution.states);
  Checked<HorizonPicture> result{{"3horizon", {}, vacuous_reason(problem, states, largest, false)}, {}};
  if (problem.sizes.T == 1) result.claim.reason = "one-step";
  const Horizon horizon = mistake.made() ? broken_horizon(problem, solution, mistake) : solution.horizon;
  const std::vector<Judged> intact = judge(right, solution.horizon, dh, largest);
  const std::vector<Judged> all = judge(right, horizon, dh, largest);

  HorizonPicture& picture = result.picture;
  picture.product = drawn(all[0]);
  picture.jacobian = drawn(all[1]);
  picture.norm = horizon.norm;
  picture.through_h = horizon.through_h;
  picture.through = all[2].right;
  picture.measured_norm = all[3].right;
  picture.measured_through_h = all[4].right;
  picture.tolerance = kExact;
  result.claim = verdict_of("3horizon", result.claim.reason, all, intact, mistake.made(),
                            {check_within("states", states, kExact, 1)});
  return result;
}

}  // namespace proofground::cifg
