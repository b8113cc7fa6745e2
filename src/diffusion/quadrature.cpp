#include "diffusion/quadrature.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/require.h"

namespace proofground::diffusion {
namespace {

constexpr double kReach = 10, kPerSpread = 16, kMostPoints = 1e7;

using Interval = std::pair<double, double>;

// The intervals in which coordinate c has mass.
std::vector<Interval> reach(const Oracle& oracle, double alpha_bar, double noise, int c) {
  std::vector<Interval> all;
  for (int k = 0; k < oracle.size(); ++k) {
    const double middle = std::sqrt(alpha_bar) * oracle.mean(k)[c];
    const double width = kReach * oracle.largest_spread(k, alpha_bar, noise);
    all.emplace_back(middle - width, middle + width);
  }
  std::sort(all.begin(), all.end());
  std::vector<Interval> merged;
  for (const Interval& one : all) {
    if (!merged.empty() && one.first <= merged.back().second)
      merged.back().second = std::max(merged.back().second, one.second);
    else
      merged.push_back(one);
  }
  return merged;
}

// The spacing: a fraction of the smallest standard deviation of all components and directions.
double spacing_of(const Oracle& oracle, double alpha_bar, double noise) {
  double least = oracle.least_spread(0, alpha_bar, noise);
  for (int k = 1; k < oracle.size(); ++k) least = std::min(least, oracle.least_spread(k, alpha_bar, noise));
  return least / kPerSpread;
}

double count_of(const std::vector<Interval>& intervals, double spacing) {
  double count = 0;
  for (const auto& [low, high] : intervals) count += std::ceil((high - low) / spacing) + 1;
  return count;
}

std::vector<double> nodes(const std::vector<Interval>& intervals, double spacing) {
  std::vector<double> x;
  for (const auto& [low, high] : intervals) {
    const int last = static_cast<int>(std::ceil((high - low) / spacing));
    for (int i = 0; i <= last; ++i) x.push_back(low + i * spacing);
  }
  return x;
}

double sum_over(const Oracle& oracle, double alpha_bar, double noise, const std::vector<double>& x,
                const Integrand& g) {
  const Denoised at = oracle.denoise(alpha_bar, noise, x);
  const std::vector<double> values = g(x, at);
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += std::exp(at.log_density[i]) * values[i];
  return sum;
}

}  // namespace

double grid_size(const Oracle& oracle, double alpha_bar, double noise) {
  require(oracle.d() <= 2, "d", "1 or 2", oracle.d());
  const double spacing = spacing_of(oracle, alpha_bar, noise);
  double size = 1;
  for (int c = 0; c < oracle.d(); ++c) size *= count_of(reach(oracle, alpha_bar, noise, c), spacing);
  return size;
}

double expected(const Oracle& oracle, double alpha_bar, double noise, const Integrand& g) {
  const double size = grid_size(oracle, alpha_bar, noise);
  require(size <= kMostPoints, "means", "a grid of at most 1e7 points", size);
  const double spacing = spacing_of(oracle, alpha_bar, noise);
  const std::vector<double> x = nodes(reach(oracle, alpha_bar, noise, 0), spacing);
  if (oracle.d() == 1) return spacing * sum_over(oracle, alpha_bar, noise, x, g);

  double sum = 0;
  std::vector<double> row(2 * x.size());
  for (const double second : nodes(reach(oracle, alpha_bar, noise, 1), spacing)) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      row[2 * i] = x[i];
      row[2 * i + 1] = second;
    }
    sum += sum_over(oracle, alpha_bar, noise, row, g);
  }
  return spacing * spacing * sum;
}

double expected_x0_variance(const Oracle& oracle, const Step& step) {
  return expected(oracle, step.alpha_bar, step.noise,
                  [](const std::vector<double>&, const Denoised& at) { return at.x0_variance; });
}

double bayes_error(const Oracle& oracle, const Step& step) {
  return step.alpha_bar / step.noise * expected_x0_variance(oracle, step);
}

}  // namespace proofground::diffusion
