// The mean of draws and how far it may be from what it estimates.
#pragma once

namespace proofground {

/// Draws, one after another, by their mean and the sum of squared differences from it (Welford 1962).
struct RunningStats {
  double count = 0, mean = 0, sum2 = 0;
  void add(double value);
  [[nodiscard]] double error() const;  ///< standard error of the mean; of one draw it is not known: NaN
  /// |mean - expected| over the standard error, which rounding, the size of the values times 1e-12, keeps above 0.
  [[nodiscard]] double z(double expected, double size) const;
};

}  // namespace proofground
