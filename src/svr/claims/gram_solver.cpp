#include "svr/claims/gram_solver.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace proofground::svr {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// Curvature of a pair of (nearly) equal points, relative to the largest k(x, x): keeps the step finite.
constexpr double kFlat = 1e-14;

}  // namespace

GramSolution solve_from_gram(const std::vector<double>& gram, const std::vector<double>& y, double C, double epsilon,
                             double tolerance, long max_iterations) {
  const std::size_t n = y.size();
  GramSolution s{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), 0, 0};
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, std::abs(gram[i * n + i]));
  const double flat = largest > 0 ? kFlat * largest : 1;

  // Slope of D along +delta_i and, with its sign turned, along -delta_i.
  const auto up = [&](std::size_t i) {
    if (s.delta[i] >= C) return -kInfinity;
    return y[i] - s.fitted[i] - (s.delta[i] >= 0 ? epsilon : -epsilon);
  };
  const auto down = [&](std::size_t i) {
    if (s.delta[i] <= -C) return kInfinity;
    return y[i] - s.fitted[i] - (s.delta[i] > 0 ? epsilon : -epsilon);
  };

  for (long iteration = 0;; ++iteration) {
    std::size_t i = 0;
    double most = -kInfinity, least = kInfinity;
    for (std::size_t k = 0; k < n; ++k) {
      if (up(k) > most) {
        most = up(k);
        i = k;
      }
      least = std::min(least, down(k));
    }
    s.kkt_gap = std::max(most - least, 0.0);
    if (!(s.kkt_gap > tolerance) || iteration >= max_iterations) break;

    std::size_t j = i;
    double gain = 0, slope = 0, curvature = flat;
    for (std::size_t k = 0; k < n; ++k) {
      const double rise = most - down(k);
      if (k == i || !(rise > 0)) continue;
      const double bend = std::max(gram[i * n + i] + gram[k * n + k] - 2 * gram[i * n + k], flat);
      if (rise * rise / bend <= gain) continue;
      gain = rise * rise / bend;
      j = k;
      slope = rise;
      curvature = bend;
    }
    if (j == i) break;
    // As far as D rises, to the next kink, or to the end of the box.
    const double room_i = s.delta[i] < 0 ? -s.delta[i] : C - s.delta[i];
    const double room_j = s.delta[j] > 0 ? s.delta[j] : C + s.delta[j];
    const double step = std::min({slope / curvature, room_i, room_j});
    // Ends are hit exactly, so that a multiplier at 0 or C is one there.
    s.delta[i] = step == room_i ? (s.delta[i] < 0 ? 0 : C) : s.delta[i] + step;
    s.delta[j] = step == room_j ? (s.delta[j] > 0 ? 0 : -C) : s.delta[j] - step;
    for (std::size_t k = 0; k < n; ++k) s.fitted[k] += step * (gram[i * n + k] - gram[j * n + k]);
  }

  for (std::size_t i = 0; i < n; ++i) {
    s.dual += (y[i] - s.fitted[i] / 2) * s.delta[i] - epsilon * std::abs(s.delta[i]);
  }
  return s;
}

}  // namespace proofground::svr
