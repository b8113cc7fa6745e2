// Which method makes the next step: sequential minimal optimisation (SMO), or the active-set method.
//
// Both lower the same objective, at very different costs and rates: a pair step of SMO costs as much as its level has
// points, an active-set step with m points about m^3 / 8 + m times that number, in the same unit. SMO begins, and an
// active-set step is due when
//   - SMO has spent its price since the last one, or a share of it: by as much less as the last one lowered the objective
//     more per unit of work than SMO does now. So neither can make the other's work more than a constant factor longer.
//   - at the rate at which the gap has fallen since, SMO alone would need several times that price.
//   - the first iterations are over, which are SMO's alone (kPatience).
//
// Counts work, knows no clock: the same problem takes the same steps everywhere.
#pragma once

#include <limits>

namespace proofground {

/// What is solved within so many iterations is solved at once anyway.
inline constexpr long kPatience = 2000;
/// An active-set step after every pair step, whatever it costs: what tests compare with.
inline constexpr long kAlternate = -1;
/// No active-set step at all.
inline constexpr long kSmoAlone = std::numeric_limits<long>::max();

class MethodChoice {
 public:
  /// @param tolerance of the gap  @param patience iterations before the first active-set step
  MethodChoice(double tolerance, long patience) : tolerance_(tolerance), patience_(patience) {}

  /// After a pair step on a level of this many points.
  void pair_step(int points) {
    work_ += points;
    ++iterations_;
  }
  /// Whether it is time to ask due(), which costs as much as a pair step.
  [[nodiscard]] bool looks() const { return work_ > 0 && work_ >= next_look_ && iterations_ >= patience_; }
  /// Most points of an active-set step: more are free where the kernel's rank is far below their number, where a part of
  /// them is as good, or where SMO has not yet found out which are at a bound. It grows where a part proves not to be.
  [[nodiscard]] int most_points() const { return most_points_; }

  /// Whether an active-set step is due.
  /// @param m its points  @param points of the level  @param gap, objective at present
  bool due(int m, int points, double gap, double objective);

  /// After that step.
  /// @param m its points, of which `held` arrived at a bound  @param moved whether it changed anything
  void active_set_step(int m, int held, bool moved, double fall, double gap, double objective);

  /// The state from which progress is measured.
  void start(double gap, double objective) {
    gap_ = gap;
    objective_ = objective;
  }

 private:
  double tolerance_;
  long patience_;
  long iterations_ = 0;
  int most_points_ = 400;
  double work_ = 0;       ///< of pair steps since the last active-set step, or since the start
  double next_look_ = 0;  ///< in the unit of work_
  double price_ = 1;      ///< of the next active-set step, in that unit
  double rate_ = 0;       ///< fall of the objective per unit of price in the last one
  double dearer_ = 1;     ///< factor on the price: doubled each time that a step could not be made
  double gap_ = std::numeric_limits<double>::infinity(), objective_ = 0;  ///< after the last one
};

}  // namespace proofground
