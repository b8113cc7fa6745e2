// The certificate's fit, recomputed from scratch with the plain kernel formula: every check starts from it.
//
//   delta = alpha - alpha_star
//   u_i   = sum_j delta_j k(x_j, x_i) = f(x_i) - b
//   e_i   = y_i - u_i - b
//
// None of the solver's own residuals enter, except for those points of a large problem that are not among `rows`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/check.h"
#include "svr/claims/claims.h"

namespace proofground::svr {

struct Recomputed {
  int n = 0;
  std::vector<double> delta;  ///< (n) alpha - alpha_star
  std::vector<double> u;      ///< (n)
  std::vector<double> e;      ///< (n)
  std::vector<int> rows;      ///< points whose u was summed again: all, or every k-th one of a large problem
  double size = 0;            ///< unit of multipliers: the largest |delta_i|, at most C; C if all are 0
  double half_norm = 0;       ///< 1/2 sum_i delta_i u_i = 1/2 |w|^2
  double slack = 0;           ///< C sum_i max(|e_i| - epsilon, 0)
  double primal = 0;          ///< half_norm + slack
  double dual = 0;            ///< sum_i (y_i delta_i - epsilon (alpha_i + alpha_star_i)) - half_norm, from delta and u
  double spread = 0;          ///< half the range of y
  double unit = 0;            ///< of residuals: the larger of spread and epsilon
  double magnitude = 0;       ///< max_i sum_j |delta_j k(x_j, x_i)| + |b| + |y_i|: what rounding is relative to
  double rounding = 0;        ///< 1e-14 of magnitude: how far a residual summed again may be from the solver's
  double b_lo = 0, b_hi = 0;  ///< the b that every row of the KKT table allows: rows_of(delta, y - u)
  double violation =
      0;                ///< b_lo - b_hi where that is positive: then no b suits all, and none is nearer than half of it
  double tau = 0;       ///< what a bound allows a residual: violation, at most the tolerance, plus rounding
  double qp_bound = 0;  ///< 1e-6 |primal| + C n tau: allowance of everything that is 0 at an exact optimum
  double band = 0;      ///< 1e-9 of max(spread, epsilon), plus tau: residuals this close count as tied

  [[nodiscard]] bool finite() const;
  /// The violation of the KKT conditions with this b, in units of y.
  [[nodiscard]] double off(double b) const;
  /// The largest violation that passes. With a b, too: one b is as good as violation, so that a worse one is the wrong b.
  [[nodiscard]] double allowed_off() const;
};

/// All rows if n (support vectors)(d + 8) <= 2e8, else every k-th one so that the work stays below it. O(that work)
/// @param tolerance  that the certificate was to reach: a larger violation makes no bound wider
Recomputed recompute(const Problem& problem, const Solution& solution, double tolerance);

/// Each row of the KKT table (kkt_cases.h) allows its point an interval of b:
///
///   delta_i = C        b <= r_i - epsilon
///   0 < delta_i < C    b  = r_i - epsilon
///   delta_i = 0        r_i - epsilon <= b <= r_i + epsilon
///   -C < delta_i < 0   b  = r_i + epsilon
///   delta_i = -C       b >= r_i + epsilon
///
/// The largest lower end and the smallest upper one. A delta_i within 1e-10 of size of 0 or C counts as there. Says nothing
/// of delta_i beyond C, nor of sum delta. O(n)
/// @param r (n) y - K delta  @param size unit of delta
std::pair<double, double> rows_of(const std::vector<double>& delta, const std::vector<double>& r, double C,
                                  double epsilon, double size);

/// Whether the certificate is as near to an optimum as it was to come. The bounds of the other checks may then allow
/// for what is left. @param off  with the certificate's b (recomputed.off); 0 to judge delta alone
Check check_violation(const Recomputed& recomputed, double off);

/// Why nothing can be said of this certificate: "overflow", "not-converged", "coarse" (tau is of the size of the data),
/// "kernel-not-psd" (the kernel is indefinite on these points, beyond what bounds allow for at multipliers of this size: then the
/// solver finds a stationary point, and no statement is about those), or "".
std::string vacuous_reason(const Problem& problem, const Solution& solution, const Recomputed& recomputed);

/// g(b) = C sum_i max(|r_i - b| - epsilon, 0),   r_i = y_i - u_i
///
/// from its breakpoints r_i -+ epsilon in ascending order. Each breakpoint adds C to the slope, which starts at -C n:
/// so argmin g is the interval [lo, hi] between the n-th and the (n+1)-th one.
struct OffsetFunction {
  OffsetFunction(const Problem& problem, const Recomputed& recomputed);
  /// For residuals about any b: r = e + b.
  OffsetFunction(double C, double epsilon, const std::vector<double>& r);

  [[nodiscard]] double operator()(double b) const;  ///< O(n)
  [[nodiscard]] double lo() const { return breakpoints[r_.size() - 1]; }
  [[nodiscard]] double hi() const { return breakpoints[r_.size()]; }
  /// One-sided slopes with breakpoints within band of b on the harmless side. O(log n)
  [[nodiscard]] double slope_left(double b, double band) const;
  [[nodiscard]] double slope_right(double b, double band) const;

  std::vector<double> breakpoints;  ///< (2n) ascending

 private:
  std::vector<double> r_;
  double C_, epsilon_;
};

}  // namespace proofground::svr
