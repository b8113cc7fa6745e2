// A fit that JavaScript advances, watches and sends requests to: what the runs of all support vector machines share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wasm/core/boundary.h"
#include "wasm/svm/conversion.h"

namespace proofground::border {

/// The problem is solved in solved units: standardised ones, or the user's own if standardising is off. A model gives
/// its Problem and Fit, and the functions standardise(problem), best_primal(problem, solution) and
/// polished(problem, solution).
/// @throws InvalidArgument from every member that takes an argument
template <class Problem, class Fit, class Scaling>
class Run {
 public:
  using Solution = decltype(std::declval<const Fit&>().solution());

  /// @param problem as read from JavaScript, user's units  @param options fields standardise, maxTrace
  Run(Problem problem, const FitOptions& solver, const val& options)
      : tolerance_(solver.tolerance), problem_(std::move(problem)), scaling_(problem_.d) {
    const Fields fields(options, "options");
    max_trace_ = static_cast<std::size_t>(fields.integer_or("maxTrace", 0, 1'000'000, 0));
    if (fields.flag_or("standardise", false)) {
      auto standardised = standardise(problem_);
      problem_ = std::move(standardised.problem);
      scaling_ = std::move(standardised.scaling);
      means_ = scaling_.x_mean;
    }
    fit_.emplace(problem_, solver);
  }

  [[nodiscard]] int n() const { return problem_.n(); }
  [[nodiscard]] FitReport report() const { return fit_->report(); }
  [[nodiscard]] val trace() const { return to_js(steps_, primal_); }

  /// At most this many further iterations. @return true when finished
  bool advance(int iterations) {
    present_.reset();
    certificate_.reset();
    bool finished = false;
    for (; iterations > 0 && !finished && primal_.size() < max_trace_; --iterations) {
      finished = fit_->advance(1, steps_);
      if (steps_.size() > primal_.size()) primal_.push_back(best_primal(problem_, fit_->solution()));
    }
    // Zero further iterations still say whether it is finished.
    return finished || fit_->advance(iterations);
  }

 protected:
  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const Scaling& units() const { return scaling_; }
  [[nodiscard]] double tolerance() const { return tolerance_; }

  /// The solution at the present iterate.
  const Solution& present() {
    if (!present_) present_ = fit_->solution();
    return *present_;
  }

  /// The solution that the claims are checked on.
  const Solution& certificate() {
    if (!certificate_) certificate_ = polished(problem_, present());
    return *certificate_;
  }

  /// Whether that is another solution than the present one: solved anew, to a finer tolerance.
  bool solved_anew() {
    const FitReport& judged = certificate().report;
    const FitReport& shown = present().report;
    return judged.iterations != shown.iterations || judged.kkt_gap != shown.kkt_gap;
  }
  /// The tolerance that it was to reach. @param fine  of solving anew, which may end before that is reached
  double asked(double fine) { return certificate().report.kkt_gap <= fine ? fine : tolerance_; }

  /// (d) of the columns, user's units.
  const std::vector<double>& means() {
    if (means_.empty()) means_ = XScaling(problem_.points()).x_mean;
    return means_;
  }

  /// (m x d) user's units to solved units. @throws InvalidArgument naming xNew
  [[nodiscard]] std::vector<double> to_solved(std::vector<double> x_new) const {
    require_rows(x_new.size(), static_cast<std::size_t>(problem_.d), "xNew");
    require_data(x_new.data(), static_cast<int>(x_new.size()), "xNew");
    return scaling_.x_to_solved(std::move(x_new));
  }

 private:
  double tolerance_;  ///< of the stopping rule
  Problem problem_;   ///< solved units
  Scaling scaling_;
  std::optional<Fit> fit_;
  std::vector<double> means_;            ///< empty until first used
  std::optional<Solution> present_;      ///< nothing until first used
  std::optional<Solution> certificate_;  ///< likewise
  std::size_t max_trace_ = 0;
  std::vector<FitStep> steps_;  ///< the first max_trace_ iterations
  std::vector<double> primal_;  ///< one for each of them
};

}  // namespace proofground::border
