// The mean of a stream of values, and its standard error.
#pragma once

namespace proofground {

/// Mean and sum of squared differences from it, one value at a time.
///   mean  += (x - mean) / count
///   sum2  += (x - old mean) (x - new mean)
/// Source: Welford (1962).
struct RunningStats {
  double count = 0, mean = 0, sum2 = 0;
  void add(double value);
  /// Standard error of the mean: sqrt(sum2 / (count - 1) / count); NaN if count is 1.
  [[nodiscard]] double error() const;
  /// z-score: |mean - expected| / (error() + 1e-12 size). @param size of the values: their rounding keeps the divisor
  /// above 0
  [[nodiscard]] double z(double expected, double size) const;
};

}  // namespace proofground
