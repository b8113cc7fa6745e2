#include "cifg/baselines.h"

#include <cstddef>
#include <utility>

#include "cifg/least_squares.h"

namespace proofground::cifg {
namespace {

Baseline judged(const char* name, std::vector<double> prediction, const HeldOut& held) {
  const double error = held_out_error(held, prediction);
  return {name, error, std::move(prediction)};
}

/// (m) the value `back` before each held-out one.
std::vector<double> earlier(const SplitSeries& split, int back) {
  const std::vector<double>& values = split.series().values;
  return {values.begin() + split.first_held_out() - back, values.end() - back};
}

/// (m) the value `horizon` before each held-out one, and what the training part changed by in as many steps, on average.
std::vector<double> drifted(const SplitSeries& split) {
  const std::vector<double>& values = split.series().values;
  const int horizon = split.series().horizon, last = split.first_held_out() - 1;
  const double per_step = (values[last] - values[0]) / last;
  std::vector<double> prediction = earlier(split, horizon);
  for (double& each : prediction) each += horizon * per_step;
  return prediction;
}

std::vector<double> predicted_by(const std::vector<double>& a, const SplitSeries& split) {
  const double* v = split.series().values.data();
  std::vector<double> prediction;
  for (int j = split.first_held_out(); j < split.size(); ++j) {
    double sum = a[0];
    for (int i = 0; i < split.series().window; ++i) sum += a[1 + i] * v[j - split.series().horizon - i];
    prediction.push_back(sum);
  }
  return prediction;
}

}  // namespace

std::vector<double> autoregression(const SplitSeries& split) {
  const double* v = split.series().values.data();
  const auto [mean, sd] = split.level();
  const int order = split.series().window, horizon = split.series().horizon, rows = split.training_windows();
  // Means of columns and targets are taken out first: then the intercept is what they leave, and counts for nothing in |a|.
  // Column `order` is the target.
  std::vector<std::vector<double>> columns;
  std::vector<double> means;
  for (int i = 0; i <= order; ++i) {
    std::vector<double> column;
    double sum = 0;
    for (int r = 0; r < rows; ++r) {
      column.push_back((v[i < order ? order - 1 + r - i : order - 1 + r + horizon] - mean) / sd);
      sum += column.back();
    }
    means.push_back(sum / rows);
    for (double& entry : column) entry -= means.back();
    columns.push_back(std::move(column));
  }
  const std::vector<double> target = std::move(columns.back());
  columns.pop_back();
  const std::vector<double> slopes = least_squares(std::move(columns), target);
  double level = means[order];
  for (int i = 0; i < order; ++i) level -= means[i] * slopes[i];
  std::vector<double> a{mean + sd * level};
  for (const double slope : slopes) {
    a[0] -= slope * mean;
    a.push_back(slope);
  }
  return a;
}

std::vector<Baseline> baselines(const TaskSpec& spec, const Task& task) {
  const HeldOut& held = task.held_out();
  const auto* series = std::get_if<Series>(&spec);
  if (series == nullptr) return {judged("mean", std::vector<double>(held.truth.size(), task.mean()), held)};
  const SplitSeries split(*series);
  std::vector<Baseline> found{judged("last", earlier(split, series->horizon), held),
                              judged("drift", drifted(split), held)};
  if (series->season > 0) {
    const int seasons = (series->horizon + series->season - 1) / series->season;
    found.push_back(judged("seasonal", earlier(split, seasons * series->season), held));
  }
  found.push_back(judged("autoregression", predicted_by(autoregression(split), split), held));
  return found;
}

}  // namespace proofground::cifg
