// The run of a solver on a model's dual: what every model on top of svm/smo has in common.
//
// It holds the kernel rows of the (centred) points, the Qp on them and the solver, which is advanced a few iterations
// at a time. It gives the multiplier of the equality constraint as the set that it is. "Converged" has one meaning: it
// is decided by the quantities that the solver stopped on, never by a recomputation that rounds differently.
//
// Knows no model.
#pragma once

#include <functional>
#include <vector>

#include "core/points.h"
#include "svm/kernel.h"
#include "svm/kernel_rows.h"
#include "svm/method.h"
#include "svm/qp.h"
#include "svm/smo.h"

namespace proofground {

/// How to fit. Units are the model's: those of y in regression, of squared distance for a sphere.
struct FitOptions {
  double tolerance = 1e-3;           ///< > 0: stop when the maximal KKT violation is at most this
  long max_iterations = 10'000'000;  ///< >= 0: 0 returns the starting point
  double cache_bytes = 128e6;        ///< limit for stored kernel rows
  bool shrinking = true;
  long patience = kPatience;  ///< iterations before the first active-set step; kSmoAlone: there is none
};

struct FitReport {
  long iterations = 0;        ///< of all methods together
  long active_set_steps = 0;  ///< of those, the steps of the active-set method
  bool converged = false;
  double kkt_gap = 0;  ///< maximal KKT violation at the returned point, in units of tolerance; >= 0
};

/// One iteration, as an observer sees it.
struct FitStep {
  long iteration;  ///< 1-based
  Method method;   ///< that made it
  int i, j;        ///< the working pair, as points (0-based); -1 where the method changes more than two
  double dual;     ///< dual objective after the step
  double kkt_gap;  ///< maximal violation after the step
};

/// When the multiplier of the equality constraint is determined, an entry of a within this of 0 or of its bound,
/// relative to the bound, counts as being there. Rounding leaves at most 1e-13 of the bound, and a truly free
/// multiplier is at least 1e-3 of the bound away from both ends in every golden problem. So ties that hold up to
/// rounding are found.
inline constexpr double kTieBand = 1e-10;

/// An iterate of the run, with what a model computes its solution from.
struct Iterate {
  std::vector<double> u;  ///< (n) a_+ - a_-
  std::vector<double> F;  ///< (n) Ku
  double m = 0, M = 0;    ///< every value in [m, M] is the multiplier of y'a = delta at an optimum; m > M before it
  FitReport report;       ///< of this very point
};

class DualRun {
 public:
  /// @param dual  the model's dual on these kernel values
  /// @param unit  the model's units per unit of the solver's gradient: the dual objective is -unit times the solver's.
  ///              A power of two, so that no gap is rounded
  /// @throws InvalidArgument naming the option
  DualRun(const Kernel& kernel, const Points& points, const std::function<Qp(const KernelMatrix&)>& dual,
          const FitOptions& options, double unit);

  /// At most this many further iterations. @return true when finished (converged, or max_iterations reached).
  bool advance(long iterations);
  /// As advance, appending each step to steps.
  bool advance(long iterations, std::vector<FitStep>& steps);

  /// Until finished, kkt_gap is that of the points that are being worked on.
  [[nodiscard]] FitReport report() const;
  /// Complete and feasible even before convergence.
  [[nodiscard]] Iterate iterate() const;

  /// (d) what was subtracted from every point (svm/centre.h).
  [[nodiscard]] const std::vector<double>& centre() const { return centre_; }
  [[nodiscard]] const KernelMatrix& matrix() const { return matrix_; }

 private:
  std::vector<double> centre_;
  KernelRows matrix_;
  Qp qp_;
  Smo smo_;
  double tolerance_, unit_;
};

/// Advances until finished, a few hundred iterations per call: a WebAssembly engine replaces its quick first code by
/// the optimised one only between calls, never while a function is running.
template <class Fit>
void run_to_end(Fit& fit) {
  constexpr long kIterationsPerCall = 512;
  while (!fit.advance(kIterationsPerCall)) {
  }
}

}  // namespace proofground
