// What every check starts from: the certificate's ball, measured again from scratch with the plain kernel formula.
//
//   mu = sum_j alpha_j phi(x_j) / s,   s = sum alpha,   d_i^2 = |phi(x_i) - mu|^2
//
// For the linear kernel from coordinates about the first point, |x_i - mu|^2 as a sum of squares; for the others from
// kernel values. None of the solver's own distances enter, except for points of a large problem that are thinned out.
#pragma once

#include <string>
#include <vector>

#include "core/rng.h"
#include "svdd/claims/claims.h"

namespace proofground::svdd {

struct Recomputed {
  int n = 0;
  double s = 0;              ///< |alpha|_1
  std::vector<double> box;   ///< (n) C_i / nu
  std::vector<double> x;     ///< (n x d) the points, about the first one if the kernel is linear
  std::vector<double> self;  ///< (n) k(x_i, x_i) on these x
  std::vector<double> u;     ///< (n) <phi(x_i), mu>
  double norm2 = 0;          ///< |mu|^2
  std::vector<double> d2;    ///< (n)
  double farthest = 0;       ///< max d2
  double unit = 1;          ///< farthest; where that is 0 the size of the kernel values, or 1: what breaks are sized by
  bool coincident = false;  ///< all points are one, up to rounding
  double primal = 0;        ///< rho + sum box_i max(d_i^2 - rho, 0)
  double dual = 0;          ///< sum alpha_i k_ii - s |mu|^2
  double magnitude = 0;     ///< largest kernel value: what rounding is relative to
  double tau = 0;           ///< how far distances may be off: kkt_gap plus 1e-14 of magnitude for rounding
  double weight = 1;        ///< 1 + sum of box over the points outside: what an error in rho or in all d2 costs P
  double allowance = 0;     ///< of P - D: tau weight, as each multiplier may be at the wrong place by as much
  double band = 0;          ///< 1e-9 of farthest, plus tau: squared distances this close count as tied

  [[nodiscard]] Points points(int d) const { return {x.data(), n, d}; }
  [[nodiscard]] bool finite() const;
};

/// All rows as long as n (support vectors)(d + 8) <= 2e8, else a stride that keeps to it: O(that).
Recomputed recompute(const Problem& problem, const Solution& solution);

/// "" or the reason why nothing can be said: "overflow", "not-converged", "kernel-not-psd".
std::string vacuous_reason(const Problem& problem, const Solution& solution, const Recomputed& recomputed);

/// A few points, among them the farthest from the centre and the one farthest from that, with all that is needed to
/// move the centre along them: phi(x_p) - mu as inner products with every phi(x_i) - mu.
struct Pool {
  std::vector<int> point;                    ///< (m)
  std::vector<std::vector<double>> product;  ///< product[p][i] = <phi(x_i) - mu, phi(x_point[p]) - mu>
  std::vector<double> gram;                  ///< (m x m) k between the points, row-major
  [[nodiscard]] int size() const { return static_cast<int>(point.size()); }
};
Pool make_pool(const Problem& problem, const Recomputed& recomputed, int limit, Rng& rng);

/// (n) squared distances from mu + sum_p eta_p (phi(x_p) - mu). @param eta (m)
std::vector<double> moved_distances(const Recomputed& recomputed, const Pool& pool, const std::vector<double>& eta);

/// Sizes over three decades: a saddle that is only slightly off shows near it, a wrong slope far from it.
double any_scale(Rng& rng);

/// The ball's rho, moved out beyond every point, where the slope of h is 1 whatever the data, and by more than what an
/// early stop can explain; its xi to match.
Solution inflated(const Solution& solution, const Recomputed& recomputed);

}  // namespace proofground::svdd
