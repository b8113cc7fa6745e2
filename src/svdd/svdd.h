// Support vector data description: the smallest soft hypersphere, with a weight for each point.
//
//   min_{rho,mu,xi}  rho + (1/nu) sum_i C_i xi_i                                   (8)
//   s.t.             |phi(x_i) - mu|^2 <= rho + xi_i,   xi_i >= 0,   rho >= 0
//
//   max_alpha        sum_i alpha_i k_ii - alpha'K alpha                            the dual
//   s.t.             sum_i alpha_i = 1,   0 <= alpha_i <= C_i / nu
//
//   rho = R^2,   mu = sum_i alpha_i phi(x_i)
//
// Because nu < sum C an optimal alpha with sum 1 always exists, so the sum is fixed. (10) allows a smaller sum, which
// can be optimal only where rho = 0 is (see alpha_sum_lo).
//
// Source: the assignment's problem 2; Tax and Duin, Machine Learning 54 (2004); Chang, Lee and Lin (2013), "A revisit
// to support vector data description". The solver is svm/smo, unchanged.
//
// Does not choose nu or a kernel.
#pragma once

#include <memory>
#include <vector>

#include "core/points.h"
#include "svm/dual_run.h"
#include "svm/kernel.h"

namespace proofground::svdd {

struct Problem {
  std::vector<double> x;  ///< (n x d) row-major
  int d = 1;
  std::vector<double> weights;  ///< (n) C_i > 0
  double nu = 0.1;              ///< 1e-100 <= nu < sum of weights, in units of the weights
  Kernel kernel{.type = KernelType::linear};

  [[nodiscard]] int n() const { return static_cast<int>(weights.size()); }
  [[nodiscard]] Points points() const { return {x.data(), n(), d}; }
};

/// @throws InvalidArgument naming the field: n = 0, d < 1, x that is no multiple of d, another number of weights than of
/// points, a weight <= 0, nu < kSmallestParameter or nu >= sum of weights, a value that is not finite or above
/// kLargestMagnitude, a kernel that require_valid refuses. The least nu is no loss: for all nu below the least weight the
/// ball is the same, the smallest that holds every point.
void require_data_of(const Problem& problem);

/// As require_data_of, and k(x, x) sum C / nu must not be above 1e150. That depends on the units: a problem that is refused
/// so may be solved when it is standardised.
void require_valid(const Problem& problem);

/// Units of tolerance and kkt_gap: those of squared distance.
using Options = FitOptions;
using Report = FitReport;
using Step = FitStep;

struct Solution {
  std::vector<double> alpha;      ///< (n) in [0, C_i / nu], sums to 1
  std::vector<double> center;     ///< (d) mu, linear kernel only; else empty
  double center_norm2 = 0;        ///< |mu|^2 in feature space
  double rho = 0;                 ///< midpoint of [rho_lo, rho_hi], or the minimiser of (8) at this mu nearest to it
  double rho_lo = 0, rho_hi = 0;  ///< the set of optimal rho, (11)
  double alpha_sum_lo = 1;        ///< least |alpha|_1 of an optimal solution of (10); 1 unless rho = 0 is optimal
  std::vector<double> distance2;  ///< (n) |phi(x_i) - mu|^2
  std::vector<double> xi;         ///< (n) max(distance2_i - rho, 0)
  double primal = 0, dual = 0;    ///< objectives at this iterate
  Report report;
};

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

}  // namespace proofground::svdd
