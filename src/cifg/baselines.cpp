#include "cifg/baselines.h"

#include <Eigen/QR>
#include <utility>

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
  Eigen::MatrixXd columns(rows, order);
  Eigen::VectorXd target(rows);
  for (int r = 0; r < rows; ++r) {
    const int newest = order - 1 + r;
    for (int i = 0; i < order; ++i) columns(r, i) = (v[newest - i] - mean) / sd;
    target(r) = (v[newest + horizon] - mean) / sd;
  }
  const Eigen::RowVectorXd means = columns.colwise().mean();
  const double target_mean = target.mean();
  columns.rowwise() -= means;
  target.array() -= target_mean;
  const Eigen::VectorXd slopes = columns.completeOrthogonalDecomposition().solve(target);
  std::vector<double> a{target_mean - means.dot(slopes)};
  a[0] = mean + sd * a[0];
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
  std::vector<Baseline> found{judged("last", earlier(split, series->horizon), held)};
  if (series->season > 0) {
    const int seasons = (series->horizon + series->season - 1) / series->season;
    found.push_back(judged("seasonal", earlier(split, seasons * series->season), held));
  }
  found.push_back(judged("autoregression", predicted_by(autoregression(split), split), held));
  return found;
}

}  // namespace proofground::cifg
