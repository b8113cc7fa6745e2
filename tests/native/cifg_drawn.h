// Random problems of the cell, and complex steps through its way forward.
#pragma once

#include <rapidcheck/gtest.h>

#include <cmath>
#include <complex>
#include <vector>

#include "cifg/cell.h"
#include "core/rng.h"

namespace proofground::cifg {

inline std::vector<double> drawn_list(Rng& rng, std::size_t count, double size) {
  std::vector<double> values(count);
  for (double& value : values) value = size * rng.normal();
  return values;
}

/// A problem of those sizes with numbers of both signs, weights of standard deviation `gain`.
inline Problem<double> drawn_problem(const Sizes& sizes, double gain, std::uint64_t seed) {
  Rng rng(seed);
  Problem<double> problem;
  problem.sizes = sizes;
  const std::size_t dx = sizes.dx, dh = sizes.dh, rows = sizes.rows(), batch = sizes.batch;
  for (auto* gate : problem.params.gates())
    *gate = {drawn_list(rng, dh * dx, gain), drawn_list(rng, dh * dh, gain), drawn_list(rng, dh, gain)};
  problem.x = drawn_list(rng, rows * dx, 1);
  problem.h0 = drawn_list(rng, batch * dh, 0.5);
  problem.c0 = drawn_list(rng, batch * dh, 1);
  problem.g = drawn_list(rng, rows * dh, 1);
  return problem;
}

inline Sizes drawn_sizes(int most_batch) {
  return {*rc::gen::inRange(1, 6), *rc::gen::inRange(1, 6), *rc::gen::inRange(1, 13),
          *rc::gen::inRange(1, most_batch + 1)};
}

/// Sizes 1..5, T 1..12, weights from small to saturating.
inline Problem<double> any_problem(int most_batch) {
  const Sizes sizes = drawn_sizes(most_batch);
  return drawn_problem(sizes, *rc::gen::element(0.1, 0.7, 1.5, 4.0), *rc::gen::inRange<std::uint64_t>(1, 1u << 30));
}

using Complex = std::complex<double>;
/// Far below rounding of any value, far above underflow.
inline constexpr double kComplexStep = 1e-60;

inline std::vector<Complex> complexified(const std::vector<double>& values) { return {values.begin(), values.end()}; }

inline Problem<Complex> complexified(const Problem<double>& problem) {
  Problem<Complex> out;
  out.sizes = problem.sizes;
  const auto from = problem.params.gates();
  const auto to = out.params.gates();
  for (std::size_t k = 0; k < from.size(); ++k)
    *to[k] = {complexified(from[k]->W), complexified(from[k]->U), complexified(from[k]->b)};
  out.x = complexified(problem.x);
  out.h0 = complexified(problem.h0);
  out.c0 = complexified(problem.c0);
  out.g = complexified(problem.g);
  return out;
}

/// Every list of a problem that the loss depends on, g left out; of gradients the same lists in the same order.
template <class Scalar>
std::vector<std::vector<Scalar>*> lists_of(Params<Scalar>& params, std::vector<Scalar>& x, std::vector<Scalar>& h0,
                                           std::vector<Scalar>& c0) {
  std::vector<std::vector<Scalar>*> lists;
  for (auto* gate : params.gates()) lists.insert(lists.end(), {&gate->W, &gate->U, &gate->b});
  lists.insert(lists.end(), {&x, &h0, &c0});
  return lists;
}
template <class Holder>
auto lists_of(Holder& holder) {
  return lists_of(holder.params, holder.x, holder.h0, holder.c0);
}

/// max(1, max |b|): what the tolerances of a list are relative to.
inline double scale_of(const std::vector<double>& list) {
  double scale = 1;
  for (const double value : list) scale = std::max(scale, std::abs(value));
  return scale;
}

}  // namespace proofground::cifg
