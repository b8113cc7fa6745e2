// Support vector regression.
//
//   min_{w,b,xi}  1/2 |w|^2 + C sum_i xi_i                     (1)
//   s.t.          y_i - f(x_i) <= epsilon + xi_i               (2)
//                 f(x_i) - y_i <= epsilon + xi_i               (3)
//                 xi_i >= 0                                    (4)
//   f(x)        = w.phi(x) + b
//   w           = sum_i (alpha_i - alpha_star_i) phi(x_i)
//
// One slack per point gives alpha_i + alpha_star_i <= C. For epsilon > 0 the optimum is that of the box [0, C]^2, since
// alpha_i alpha_star_i = 0 there.
//
// Source: the assignment's problem 1; Drucker et al. (1997); LIBSVM's formulation in Chang and Lin (2011), section 2.4.
//
// Large C. P holds C times every slack, so a slack that is rounding is none. A multiplier at C is rounded to C 2^-53, and
// so is sum_i (alpha_i - alpha_star_i): where these roundings together move a residual by more than the tolerance, nothing
// can be promised of the residuals, and the fit does not count as converged. Where no multiplier has to be large, C may be, and stands for "no slack at all".
//
// Does not standardise, split or choose parameters.
#pragma once

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "core/points.h"
#include "svm/dual_run.h"
#include "svm/kernel.h"

namespace proofground::svr {

struct Problem {
  std::vector<double> x;  ///< (n x d) row-major
  int d = 1;
  std::vector<double> y;  ///< (n)
  Kernel kernel;
  double C = 1;          ///< > 0
  double epsilon = 0.1;  ///< > 0, half width of the tube, in units of y

  [[nodiscard]] int n() const { return static_cast<int>(y.size()); }
  [[nodiscard]] Points points() const { return {x.data(), n(), d}; }
};

/// @throws InvalidArgument naming the field: n = 0, d < 1, x of a size that d does not divide, y of another size than x has
/// points, C or epsilon <= 0, a value that
/// is not finite or above kLargestMagnitude, a kernel that require_valid refuses.
void require_data_of(const Problem& problem);

/// As require_data_of, and the kernel's values on these x must not be too large. That depends on the units: a problem
/// that is refused so may be solved when it is standardised.
void require_valid(const Problem& problem);

/// Units of tolerance and kkt_gap: those of y.
using Options = FitOptions;
using Report = FitReport;
using Step = FitStep;

struct Solution {
  std::vector<double> alpha;       ///< (n) >= 0
  std::vector<double> alpha_star;  ///< (n) >= 0, alpha_i alpha_star_i = 0
  double b = 0;                    ///< midpoint of [b_lo, b_hi]
  double b_lo = 0, b_hi = 0;       ///< the set of optimal b
  std::vector<double> w;           ///< (d), linear kernel only; else empty
  std::vector<double> residual;    ///< (n) e_i = y_i - f(x_i)
  std::vector<double> xi;          ///< (n) max(|e_i| - epsilon, 0), without what is rounding
  double rounding = 0;             ///< bound of the rounding in a residual: |e_i| - epsilon up to it is no slack
  double primal = 0, dual = 0;     ///< objectives at this iterate
  Report report;
};

/// max(|e| - epsilon, 0), or 0 where that is at most the rounding in e.
inline double slack_of(double e, double epsilon, double rounding) {
  const double slack = std::abs(e) - epsilon;
  return slack > rounding ? slack : 0;
}

/// A fit that can be advanced a few iterations at a time, watched and abandoned. Copies what it needs from the problem.
class Fit {
 public:
  Fit(const Problem& problem, const Options& options);
  ~Fit();
  Fit(const Fit&) = delete;
  Fit& operator=(const Fit&) = delete;

  /// At most this many further iterations. @return true when finished (converged, or max_iterations reached).
  bool advance(long iterations);
  /// As advance, appending each step to steps.
  bool advance(long iterations, std::vector<Step>& steps);
  [[nodiscard]] Report report() const;
  /// The solution at the present iterate; complete and feasible even before convergence.
  [[nodiscard]] Solution solution() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Fit until finished. @throws InvalidArgument as require_valid, and naming an option out of range
Solution fit(const Problem& problem, const Options& options = {});

/// (m) f at m new points, in units of y. @param x_new (m x d) row-major. @throws InvalidArgument on sizes or values.
std::vector<double> predict(const Problem& problem, const Solution& solution, const std::vector<double>& x_new);

}  // namespace proofground::svr
