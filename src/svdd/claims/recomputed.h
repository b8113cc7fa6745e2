// The certificate's ball, recomputed from scratch with the plain kernel formula: every check starts from it.
//
//   s     = sum_j alpha_j
//   mu    = 1/s sum_j alpha_j phi(x_j)
//   d_i^2 = |phi(x_i) - mu|^2
//
// For the linear kernel d_i^2 is a sum of squares of coordinates about the first point; for the others it comes from
// kernel values. None of the solver's own distances enter, except for those points of a large problem that are left out
// of the recomputation.
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
  double unit = 1;  ///< farthest; if that is 0, the size of the kernel values, or 1: the scale of what "break it" does
  bool coincident = false;  ///< all points are one, up to rounding
  double primal = 0;        ///< rho + sum box_i max(d_i^2 - rho, 0)
  double dual = 0;          ///< sum alpha_i k_ii - s |mu|^2
  double magnitude = 0;     ///< largest kernel value: what rounding is relative to
  double violation =
      0;  ///< of the multipliers: the largest d2 of those that may grow, above the smallest of those that
          ///< may shrink (or 0): what the solver's stopping rule promises, measured
  double tolerance = 0;  ///< what the violation was asked to be, plus rounding
  double tau = 0;        ///< how far distances may be off: violation plus rounding, but at most tolerance
  double allowance =
      0;              ///< of P - D with the best rho: 2 tau. Boxes outside it, and multipliers inside, sum to at most
                      ///< 1 each, and each may be at the wrong place by tau
  double excuse = 0;  ///< of P more: sum box_i min(d_i^2 - rho, rounding) over the points outside
  double scale = 0;   ///< of P and D: the smaller one, as a rho that is too small makes P any size
  double band = 0;    ///< 1e-9 of farthest, plus tau: squared distances this close count as tied

  [[nodiscard]] Points points(int d) const { return {x.data(), n, d}; }
  [[nodiscard]] bool finite() const;
};

/// All rows if n (support vectors)(d + 8) <= 2e8, else every k-th one so that the work stays below it. O(that work)
Recomputed recompute(const Problem& problem, const Solution& solution, const ClaimOptions& options);

/// Whether the certificate is as near to an optimum as it was asked to come.
Check check_violation(const Recomputed& recomputed);

/// By how much a multiplier leaves [0, C_i / nu] at the worst, as a share of the range that sum alpha = 1 leaves it.
double outside_boxes(const std::vector<double>& alpha, const Recomputed& recomputed);

/// By how much a rho is too small to be one, as a share of the largest squared distance. Below 0 P may be as good.
double below_zero(double rho, const Recomputed& recomputed);

/// min h: the primal of the best rho at these squared distances. @param box (n) C_i / nu. O(n log n)
double least_cost(const std::vector<double>& d2, const std::vector<double>& box);

/// Why nothing can be said of this certificate: "overflow", "not-converged", "coarse", "kernel-not-psd", or "".
std::string vacuous_reason(const Problem& problem, const Solution& solution, const Recomputed& recomputed);

/// A few points, along which the centre can be moved: the farthest one from the centre, the one farthest from that, and
/// random ones. Each phi(x_p) - mu is held as its inner products with every phi(x_i) - mu.
struct Pool {
  std::vector<int> point;                    ///< (m)
  std::vector<std::vector<double>> product;  ///< product[p][i] = <phi(x_i) - mu, phi(x_point[p]) - mu>
  std::vector<double> gram;                  ///< (m x m) k between the points, row-major
  [[nodiscard]] int size() const { return static_cast<int>(point.size()); }
};
Pool make_pool(const Problem& problem, const Recomputed& recomputed, int limit, Rng& rng);

/// (n) squared distances from mu + sum_p eta_p (phi(x_p) - mu). @param eta (m)
std::vector<double> moved_distances(const Recomputed& recomputed, const Pool& pool, const std::vector<double>& eta);

/// A random size between 1e-3 and 1, uniform in its logarithm: a saddle that is slightly off shows near it, a wrong
/// slope far from it.
double any_scale(Rng& rng);

/// The certificate that is judged where "break it" moves rho: the solution, and when broken its rho beyond every point, by
/// more than an early stop can explain, and xi = 0. There the slope of h is 1, whatever the data.
Solution judged(const Solution& solution, const Recomputed& recomputed, bool broken);

}  // namespace proofground::svdd
