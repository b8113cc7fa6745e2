// Forecasts of a real series v_0 .. v_{n-1}: what a network sees of it, and what is held out.
//
//   training part   v_0 .. v_{k-1},  k = floor(split n);  held out are v_k .. v_{n-1}
//   window          `window` values one after another; after each of them the value `horizon` steps later is asked for
//   held out        each v_j, j >= k, from the window that ends `horizon` steps before it: all that is then known, earlier held-out
//                   values too
//
//   input           x_t = ((v_t - mean) / sd,  (v_t - v_{t-1}) / sd_1),  the second 0 at the window's first value
//   target          (v_{t + horizon} - v_t - drift) / sd_horizon
//
// The network predicts the change from the newest value: saying 0 is "the last value, and the usual drift". What is standardised so has
// no trend where the series has one, which a network that must say the value itself cannot follow beyond what it has seen.
// mean, sd, drift and the sd of the changes are those of the training part: held-out values change nothing that is learnt.
//
// No season, no logarithm is taken out: the network has to find them.
#pragma once

#include <vector>

namespace proofground::cifg {

struct Series {
  std::vector<double> values;  ///< (n) finite, at most 1e100 in size
  int window = 24;             ///< 1..1000
  int horizon = 1;             ///< 1..1000
  double split = 0.75;         ///< in (0, 1)
  int season = 0;              ///< period for the seasonal baseline; 0: none
};

struct Scale {
  double mean = 0, sd = 1;
};

/// A valid series with what its training part says of it.
class SplitSeries {
 public:
  /// @throws InvalidArgument  values: too few, not finite, too large, or constant before the split; window, horizon, season out of
  /// range; split: nothing is left on one side
  explicit SplitSeries(const Series& series);

  [[nodiscard]] const Series& series() const { return series_; }
  [[nodiscard]] int size() const { return static_cast<int>(series_.values.size()); }
  /// The first held-out index.
  [[nodiscard]] int first_held_out() const { return first_; }
  /// Windows whose targets all lie in the training part; window s begins at v_s.
  [[nodiscard]] int training_windows() const { return first_ - series_.window - series_.horizon + 1; }
  /// Of the values, of changes of one step and of `horizon` steps, all in the training part.
  [[nodiscard]] const Scale& level() const { return level_; }
  [[nodiscard]] const Scale& change() const { return change_; }
  [[nodiscard]] const Scale& target() const { return target_; }

 private:
  [[nodiscard]] Scale of_changes(int apart) const;
  Series series_;
  int first_ = 0;
  Scale level_, change_, target_;
};

}  // namespace proofground::cifg
