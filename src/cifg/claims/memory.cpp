#include "cifg/claims/memory.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "cifg/claims/judged.h"
#include "cifg/claims/recomputed.h"
#include "cifg/two_norm.h"

namespace proofground::cifg {
namespace {

constexpr double kTooLarge = 1.1;
// Rows with a smaller square of the cosine between them are orthogonal. Five or six sweeps reach that.
constexpr double kOrthogonal = 1e-28;
constexpr int kMostSweeps = 60;
constexpr double kHalf = 0.5;
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

/// Turns rows p and q by the angle at which they are orthogonal. @return whether they were not
bool turn(double* p, double* q, std::size_t m) {
  double pp = 0, qq = 0, pq = 0;
  for (std::size_t i = 0; i < m; ++i) {
    pp += p[i] * p[i];
    qq += q[i] * q[i];
    pq += p[i] * q[i];
  }
  if (pq * pq <= kOrthogonal * pp * qq) return false;
  // The smaller of the two angles, by its tangent.
  const double twice = (qq - pp) / (2 * pq),
               tangent = std::copysign(1, twice) / (std::abs(twice) + std::sqrt(1 + twice * twice));
  const double cosine = 1 / std::sqrt(1 + tangent * tangent), sine = cosine * tangent;
  for (std::size_t i = 0; i < m; ++i) {
    const double before = p[i];
    p[i] = cosine * before - sine * q[i];
    q[i] = sine * before + cosine * q[i];
  }
  return true;
}

/// The largest singular value by a second route: rows are turned pair by pair until all are orthogonal (one-sided Jacobi), and the longest
/// is it. @param rows (m x m)
double longest_turned(std::vector<double> rows, std::size_t m) {
  double largest = 0, longest = 0;
  for (const double entry : rows) largest = worst(largest, std::abs(entry));
  if (largest == 0 || !std::isfinite(largest)) return largest;
  for (double& entry : rows) entry /= largest;
  bool turned = true;
  for (int sweep = 0; turned && sweep < kMostSweeps; ++sweep) {
    turned = false;
    for (std::size_t p = 0; p < m; ++p)
      for (std::size_t q = p + 1; q < m; ++q) turned |= turn(rows.data() + p * m, rows.data() + q * m, m);
  }
  for (std::size_t p = 0; p < m; ++p) {
    double square = 0;
    for (std::size_t i = 0; i < m; ++i) square += rows[p * m + i] * rows[p * m + i];
    longest = std::max(longest, square);
  }
  return largest * std::sqrt(longest);
}

/// @param norm of an (dh x dh) matrix, row-major
template <class Norm>
std::vector<double> norms(const std::vector<double>& matrices, std::size_t dh, Norm&& norm) {
  std::vector<double> all;
  for (auto at = matrices.begin(); at != matrices.end(); at += static_cast<std::ptrdiff_t>(dh * dh))
    all.push_back(norm({at, at + static_cast<std::ptrdiff_t>(dh * dh)}));
  return all;
}
double library_norm(const std::vector<double>& matrix) {
  return two_norm(matrix.data(), static_cast<int>(std::lround(std::sqrt(matrix.size()))));
}

/// |R| / (|P| + |R|), 0 where both are.
double share_of(double product, double through) { return through > 0 ? through / (product + through) : 0; }

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
  out.norm = norms(out.jacobian, dh, library_norm);
  out.through_h = norms(rest_of(out, dh), dh, library_norm);
  for (std::size_t t = 0; t < T; ++t) {
    const auto first = out.product.begin() + static_cast<std::ptrdiff_t>(t * dh);
    out.product_norm[t] = *std::max_element(first, first + static_cast<std::ptrdiff_t>(dh));
    out.share[t] = share_of(out.product_norm[t], out.through_h[t]);
  }
  return out;
}

/// Sizes of matrices: a norm is at most the sum of the entries. A sum of `more` is what a difference was taken from.
Judged judged_norms(const char* id, const Entries& matrices, std::size_t dh, double largest) {
  const std::vector<double> right =
      norms(values_of(matrices), dh, [dh](std::vector<double> one) { return longest_turned(std::move(one), dh); });
  std::vector<Derivative> sizes(right.size());
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    Derivative& size = sizes[i / (dh * dh)];
    size.size += matrices[i].size;
    size.moved = worst(size.moved, matrices[i].moved);
  }
  for (std::size_t t = 0; t < right.size(); ++t) sizes[t].value = right[t];
  return judged(id, sizes, largest);
}

/// The largest product of each step: a diagonal matrix has that norm.
Judged judged_products(const Entries& product, std::size_t dh, double largest) {
  Entries most(product.size() / dh);
  for (std::size_t i = 0; i < product.size(); ++i)
    if (product[i].value > most[i / dh].value || i % dh == 0) most[i / dh] = product[i];
  return judged("product-norm", most, largest);
}

/// |R| / (|P| + |R|) of these norms, as exact as they are; anything that a share can be where both have underflowed.
Judged judged_share(const Judged& product, const Judged& through) {
  Judged out = judged("share", {}, 0);
  for (std::size_t t = 0; t < product.right.size(); ++t) {
    const double p = product.right[t], r = through.right[t], both = p + r;
    const double room = both > 0
                            ? through.room[t] / both * (p / both) + product.room[t] / both * (r / both) + share_of(p, r)
                            : std::numeric_limits<double>::infinity();
    // A share is from 0 to 1: nothing is farther than that from the middle.
    const bool unknown = !(room * out.tolerance < kHalf);
    out.right.push_back(unknown ? kHalf : share_of(p, r));
    out.room.push_back(unknown ? kHalf / out.tolerance : room);
  }
  return out;
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
  all.push_back(judged_products(right.product, dh, largest));
  all.push_back(judged_share(all[5], all[4]));
  all[5].claimed = horizon.product_norm;
  all[6].claimed = horizon.share;
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
