// Compiled for speed: looks at every multiplier in every iteration.
#include "svm/pair_search.h"

#include <limits>

#include "svm/packed.h"

namespace proofground::pair_search {

namespace {

using packed::both;
using packed::f64x2;
using packed::kBlock;
using packed::kLanes;
using packed::load;
using packed::store;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Finds the first index of the largest value without indices in the loop: only the block that raised the maximum is
/// remembered, and searched at the end.
struct Running {
  double best = -kInfinity;
  int block = -1;
  void offer(f64x2 block_max, int start) {
    const double value = packed::max_lane(block_max);
    if (value > best) {
      best = value;
      block = start;
    }
  }
};

int first_up_equal(const View& view, const Running& running) {
  if (running.block < 0) return -1;
  for (int k = running.block; k < running.block + kBlock; ++k)
    if (view.up[k] - view.F[k] == running.best) return k;
  return -1;
}

template <class NewF>
Extremes scan(const View& view, NewF new_F) {
  Running running;
  f64x2 low0 = both(kInfinity), low1 = both(kInfinity);
  for (int k = 0; k < view.padded; k += kBlock) {
    const f64x2 F0 = new_F(k), F1 = new_F(k + kLanes), F2 = new_F(k + 2 * kLanes), F3 = new_F(k + 3 * kLanes);
    const f64x2 g0 = load(view.up + k) - F0, g1 = load(view.up + k + kLanes) - F1;
    const f64x2 g2 = load(view.up + k + 2 * kLanes) - F2, g3 = load(view.up + k + 3 * kLanes) - F3;
    const f64x2 h0 = load(view.down + k) - F0, h1 = load(view.down + k + kLanes) - F1;
    const f64x2 h2 = load(view.down + k + 2 * kLanes) - F2, h3 = load(view.down + k + 3 * kLanes) - F3;
    low0 = packed::min(packed::min(h0, h1), low0);
    low1 = packed::min(packed::min(h2, h3), low1);
    running.offer(packed::max(packed::max(g0, g1), packed::max(g2, g3)), k);
  }
  return {running.best, packed::min_lane(packed::min(low0, low1)), first_up_equal(view, running)};
}

template <class Gain>
int best_partner(const View& view, Gain gain) {
  Running running;
  running.best = 0;
  for (int k = 0; k < view.padded; k += kBlock) {
    const f64x2 s0 = gain(k), s1 = gain(k + kLanes), s2 = gain(k + 2 * kLanes), s3 = gain(k + 3 * kLanes);
    running.offer(packed::max(packed::max(s0, s1), packed::max(s2, s3)), k);
  }
  if (running.block < 0) return -1;
  for (int k = running.block; k < running.block + kBlock; k += kLanes) {
    const f64x2 s = gain(k);
    for (int lane = 0; lane < kLanes; ++lane)
      if (s[lane] == running.best) return k + lane;
  }
  return -1;
}

}  // namespace

Extremes find_extremes(const View& view) {
  return scan(view, [F = view.F](int k) { return load(F + k); });
}

Extremes update(const View& view, double c_i, const double* K_i, double c_j, const double* K_j) {
  const f64x2 ci = both(c_i), cj = both(c_j);
  return scan(view, [=, F = view.F](int k) {
    const f64x2 value = load(F + k) + (ci * load(K_i + k) + cj * load(K_j + k));
    store(F + k, value);
    return value;
  });
}

void add_row(double* F, double c, const double* K_i, int padded) {
  const f64x2 factor = both(c);
  for (int k = 0; k < padded; k += kLanes) store(F + k, load(F + k) + factor * load(K_i + k));
}

// b is m minus (down - F), rounded as in the scan that found m: for i itself, free between its bounds, it is then
// exactly 0. Rounded otherwise, its 1e-16 over a curvature of 0 would beat every true violation below 1e-10.
int find_partner(const View& view, int i, double m, const double* K_i) {
  const f64x2 top = both(m), zero = both(0.0), two = both(2.0);
  const f64x2 K_ii = both(view.diagonal[i]), floor_i = both(view.floor[i]);
  return best_partner(view, [=](int k) {
    const f64x2 b = packed::max(top - (load(view.down + k) - load(view.F + k)), zero);
    const f64x2 a = (K_ii + load(view.diagonal + k)) - two * load(K_i + k);
    return b * b / packed::max(a, floor_i + load(view.floor + k));
  });
}

// Half of a orders the points as a does.
int find_partner_constant_diagonal(const View& view, int i, double m, const double* K_i) {
  const f64x2 top = both(m), zero = both(0.0), K_ii = both(view.diagonal[i]), floor_i = both(view.floor[i]);
  return best_partner(view, [=](int k) {
    const f64x2 b = packed::max(top - (load(view.down + k) - load(view.F + k)), zero);
    return b * b / packed::max(K_ii - load(K_i + k), floor_i);
  });
}

}  // namespace proofground::pair_search
