#include "svm/dual_run.h"

#include <algorithm>
#include <limits>

#include "core/require.h"
#include "svm/centre.h"

namespace proofground {

namespace {

class Recorder final : public SmoObserver {
 public:
  Recorder(std::vector<FitStep>& steps, double unit) : steps_(steps), unit_(unit) {}
  void on_step(const SmoStep& step) override {
    steps_.push_back({step.iteration, step.method, step.i, step.j, -unit_ * step.objective, unit_ * step.kkt_gap});
  }

 private:
  std::vector<FitStep>& steps_;
  double unit_;
};

SmoOptions solver_options(const FitOptions& options, double unit) {
  require_positive(options.tolerance, "tolerance");  // before it is halved, so that a refusal names the given value
  return {.tolerance = std::max(options.tolerance / unit, kSmallestParameter),
          .max_iterations = options.max_iterations,
          .cache_bytes = options.cache_bytes,
          .shrinking = options.shrinking,
          .patience = options.patience};
}

}  // namespace

DualRun::DualRun(const Kernel& kernel, const Points& points, const std::function<Qp(const KernelMatrix&)>& dual,
                 const FitOptions& options, double unit)
    : centre_(centre_for(kernel, points)),
      matrix_(kernel, Points{shifted(points, centre_).data(), points.n, points.d}),
      qp_(dual(matrix_)),
      smo_(matrix_, qp_, solver_options(options, unit)),
      tolerance_(options.tolerance),
      unit_(unit) {}

bool DualRun::advance(long iterations) { return smo_.advance(iterations); }

bool DualRun::advance(long iterations, std::vector<FitStep>& steps) {
  Recorder recorder(steps, unit_);
  return smo_.advance(iterations, recorder);
}

FitReport DualRun::report() const {
  const double gap = unit_ * smo_.kkt_gap();
  return {smo_.iterations(), smo_.active_set_steps(), smo_.finished() && gap <= tolerance_, gap};
}

Iterate DualRun::iterate() const {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Iterate at{smo_.u(), smo_.gradient(), -kInfinity, kInfinity, report()};
  const int n = matrix_.size();
  const std::vector<PointTerm> terms = point_terms(qp_, n);
  double m_exact = -kInfinity, M_exact = kInfinity;
  for (int i = 0; i < n; ++i) {
    m_exact = std::max(m_exact, terms[i].up(at.u[i]) - at.F[i]);
    M_exact = std::min(M_exact, terms[i].down(at.u[i]) - at.F[i]);
    const double banded = terms[i].snapped(at.u[i], kTieBand);
    at.m = std::max(at.m, terms[i].up(banded) - at.F[i]);
    at.M = std::min(at.M, terms[i].down(banded) - at.F[i]);
  }
  at.report.kkt_gap = std::max(unit_ * (m_exact - M_exact), 0.0);
  at.report.converged = smo_.finished() && at.report.kkt_gap <= tolerance_;
  return at;
}

}  // namespace proofground
