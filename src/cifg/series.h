// Forecasts of a real series v_0 .. v_{n-1}: what a network sees of it, and what is held out.
//
//   training part   v_0 .. v_{k-1},  k = floor(split n);  held out are v_k .. v_{n-1}
//   window          `window` values one after another; after each of them the value `horizon` steps later is asked for
//   held out        each v_j, j >= k, from the window that ends `horizon` steps before it: all that is then known, earlier held-out
//                   values too
//
//   input           x_t = (v_t - v_{t-1} - m_1) / s_1,  0 at the window's first value;  without a trend also (v_t - m) / s
//   target          (v_{t + horizon} - v_t - m_h) / s_h
//   trend           a straight line explains at least half of the training part's variance
//
// m and s are mean and standard deviation of the values, m_1, s_1 and m_h, s_h those of changes over 1 and `horizon` steps, all of the
// training part: held-out values change nothing that is learnt. The network predicts the change from the newest value: saying 0 is
// "the newest value, and the usual drift". So it can follow a trend beyond the values that it has learnt from; the value itself
// as an input would lead it there into what it has never seen, and is given only where the series stays in its range.
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
  /// Numbers in x_t: 1 with a trend, 2 without.
  [[nodiscard]] int inputs() const { return has_trend_ ? 1 : 2; }
  /// Of the values, of changes of one step and of `horizon` steps, all in the training part.
  [[nodiscard]] const Scale& level() const { return level_; }
  [[nodiscard]] const Scale& change() const { return change_; }
  [[nodiscard]] const Scale& target() const { return target_; }

 private:
  [[nodiscard]] Scale of_changes(int apart) const;
  [[nodiscard]] bool trends() const;
  Series series_;
  int first_ = 0;
  Scale level_, change_, target_;
  bool has_trend_ = false;
};

}  // namespace proofground::cifg
