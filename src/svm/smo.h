// Sequential minimal optimisation for the dual of a support vector machine.
//
//   min_a  1/2 a'Qa + p'a     s.t.  y'a = delta,   0 <= a_v <= C_v                        (svm/qp.h)
//
// It works on the points of that problem, not its variables: everything of length 2n in epsilon-SVR (alpha and
// alpha_star) is of length n here, and Q is the kernel matrix itself, with
//
//   F_k    = sum_j K_kj u_j
//   up_k   = -(slope of phi_k to the right)
//   down_k = -(slope of phi_k to the left)
//   m      = max_k (up_k - F_k)
//   M      = min_k (down_k - F_k)                optimal iff m <= M; m - M is the KKT gap, in units of p
//
// Shrinking is a sequence of levels. Level 0 has all points. A level where few points can still be part of a violating
// pair starts a child with only those, so that an iteration costs their number. When the child is done, the level adds
// the rows of the u that changed to its own F, in double precision and without approximation. Level 0 decides when the
// whole problem is solved, so shrinking changes the path but never the problem or the stopping rule.
//
// Where many pair steps would be needed, active-set steps on the present level take turns with them (active_set.h,
// method_choice.h). Each lowers the same objective; what is optimal, and when to stop, stays as above.
//
// Knows no model: regression, classification, one-class and spherical problems differ in k, y, p, C, delta only.
//
// Source: Platt (1998); Keerthi et al. (2001) for m and M; [FCL05] Fan, Chen and Lin, JMLR 6 (2005), algorithm 2 for
// the working pair; Joachims (1999) and Chang and Lin (2011), section 5.1 for shrinking.
#pragma once

#include <memory>
#include <vector>

#include "svm/kernel_rows.h"
#include "svm/method.h"
#include "svm/method_choice.h"
#include "svm/qp.h"

namespace proofground {

struct SmoOptions {
  double tolerance = 1e-3;           ///< > 0: stop when the KKT gap is at most this
  long max_iterations = 10'000'000;  ///< >= 0
  double cache_bytes = 128e6;        ///< limit for stored kernel rows, all levels together
  bool shrinking = true;
  long patience = kPatience;  ///< iterations before the first active-set step; kSmoAlone: there is none
};

/// One iteration, as an observer sees it.
struct SmoStep {
  long iteration;    ///< 1-based
  Method method;     ///< that made it
  int i, j;          ///< the pair of points: u_i grew, u_j fell; -1 for an active-set step
  double objective;  ///< after the step
  double kkt_gap;    ///< after the step, over the points of the present level
};

class SmoObserver {
 public:
  virtual ~SmoObserver() = default;
  virtual void on_step(const SmoStep& step) = 0;
};

class Smo {
 public:
  /// @param matrix must outlive the solver  @throws InvalidArgument on a Qp that breaks its rules
  Smo(const KernelMatrix& matrix, const Qp& qp, const SmoOptions& options);
  ~Smo();
  Smo(const Smo&) = delete;
  Smo& operator=(const Smo&) = delete;

  /// At most this many further iterations. Any split of a run into calls gives the same numbers bit for bit.
  /// @return true when finished: solved, max_iterations reached, or no further progress possible in double precision
  bool advance(long iterations);
  bool advance(long iterations, SmoObserver& observer);

  [[nodiscard]] bool finished() const;
  [[nodiscard]] long iterations() const;
  /// Those of them that were active-set steps.
  [[nodiscard]] long active_set_steps() const;
  /// The KKT gap: of all points when finished, until then of those that are being worked on; never negative.
  [[nodiscard]] double kkt_gap() const;
  /// (points) u = a_+ - a_-
  [[nodiscard]] const std::vector<double>& u() const;
  /// (points) F = Ku at the present u. O(n) if finished or without shrinking; else one more row for each u that has
  /// changed since level 0 was left.
  [[nodiscard]] std::vector<double> gradient() const;
  /// (variables) a, in the order of the Qp.
  [[nodiscard]] std::vector<double> a() const;
  /// Most bytes of kernel rows held at any moment so far.
  [[nodiscard]] double peak_cache_bytes() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace proofground
