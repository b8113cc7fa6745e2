#include "cifg/series.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/require.h"

namespace proofground::cifg {
namespace {

constexpr int kLongest = 1000;
/// The spread of the training part is at least this share of the largest value: what is standardised stays far inside float.
constexpr double kLeastSpread = 1e-12;
/// Changes that vary by less than this share of the values' spread are rounding: those of a straight line.
constexpr double kLeastChange = 1e-9;
/// Share of the variance that a straight line explains where there is a trend.
constexpr double kTrend = 0.5;

Scale scale_of(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, std::sqrt(squares / static_cast<double>(values.size()))};
}

void require_parts(const Series& series, int first) {
  const int n = static_cast<int>(series.values.size()), least = series.window + series.horizon;
  require(n > least, "values",
          ("at least " + std::to_string(least + 1) + " values for this window and horizon").c_str(), n);
  require(first >= least, "split",
          ("at least " + std::to_string(least) + " values before the split, for one window and what comes after it")
              .c_str(),
          std::to_string(first) + " of " + std::to_string(n));
  require(first < n, "split", "at least one value after the split", series.split);
}

}  // namespace

SplitSeries::SplitSeries(const Series& series) : series_(series) {
  const std::vector<double>& values = series_.values;
  const auto n = static_cast<int>(values.size());
  require(series.window >= 1 && series.window <= kLongest, "window", "a whole number from 1 to 1000", series.window);
  require(series.horizon >= 1 && series.horizon <= kLongest, "horizon", "a whole number from 1 to 1000",
          series.horizon);
  require(series.split > 0 && series.split < 1, "split", "a number between 0 and 1", series.split);
  require_data(values.data(), n, "values");
  first_ = static_cast<int>(std::floor(series.split * n));
  require_parts(series, first_);
  require(series.season >= 0 && series.season <= kLongest, "season", "a whole number from 0 to 1000", series.season);
  if (series.season > 0) {
    const int back = (series.horizon + series.season - 1) / series.season * series.season;
    require(back <= first_, "season", "at least one season before the split", series.season);
  }
  level_ = scale_of({values.begin(), values.begin() + first_});
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  require(level_.sd > 0 && level_.sd >= kLeastSpread * largest, "values", "values that differ before the split",
          "a series that is constant there");
  change_ = of_changes(1);
  target_ = of_changes(series.horizon);
  has_trend_ = trends();
}

Scale SplitSeries::of_changes(int apart) const {
  std::vector<double> changes;
  for (int j = apart; j < first_; ++j) changes.push_back(series_.values[j] - series_.values[j - apart]);
  Scale scale = scale_of(changes);
  if (scale.sd < kLeastChange * level_.sd) scale.sd = level_.sd;
  return scale;
}

/// The squared correlation of value and index.
bool SplitSeries::trends() const {
  const double middle = (first_ - 1) / 2.0;
  double product = 0, squares = 0;
  for (int j = 0; j < first_; ++j) {
    product += (j - middle) * ((series_.values[j] - level_.mean) / level_.sd);
    squares += (j - middle) * (j - middle);
  }
  return product * product >= kTrend * squares * first_;
}

}  // namespace proofground::cifg
