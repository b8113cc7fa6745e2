// A fit that JavaScript advances, watches and asks questions of.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "boundary.h"
#include "svr/standardise.h"
#include "svr/svr.h"

namespace proofground::border {

/// The problem is solved in solved units: standardised ones, or the user's own where standardising is off.
/// @throws InvalidArgument from every member that takes an argument
class SvrRun {
 public:
  /// @param problem SvrProblem  @param options SvrRunOptions (types.ts)
  SvrRun(const val& problem, const val& options);

  [[nodiscard]] int n() const { return problem_.n(); }
  /// At most this many more. @return true when finished
  bool advance(int iterations);
  [[nodiscard]] svr::Report report() const { return fit_->report(); }
  [[nodiscard]] val scaling() const;
  val solution();
  /// (m) f at x_new (m x d), user's units
  std::vector<double> predict(std::vector<double> x_new);
  /// f along one column over [from, to], the others at their means; fields column, from, to, samples. User's units
  val curve(const val& request);
  /// Half width of the tube in the user's units of y.
  [[nodiscard]] double tube() const { return scaling_.length_to_user(problem_.epsilon); }
  [[nodiscard]] val trace() const;
  /// (n) KktCase at the present iterate
  std::vector<std::uint8_t> cases();
  /// @param request fields id, broken  @param options SvrClaimOptions
  val claim(const val& request, const val& options);

 private:
  const svr::Solution& present();

  svr::Problem problem_;  ///< solved units
  svr::Scaling scaling_;
  std::optional<svr::Fit> fit_;
  double tolerance_;                        ///< of the stopping rule
  std::vector<double> means_;               ///< (d) of the columns, user's units; empty until a curve asks for them
  std::optional<svr::Solution> present_;    ///< at the present iterate; nothing until asked for
  std::optional<svr::Solution> sharpened_;  ///< the certificate of the claims, likewise
  std::size_t max_trace_;
  std::vector<svr::Step> steps_;  ///< the first max_trace_ iterations
  std::vector<double> primal_;    ///< one for each of them
};

}  // namespace proofground::border
