#include "diffusion/estimate.h"

#include <algorithm>
#include <limits>

#include "core/require.h"
#include "core/running_stats.h"
#include "diffusion/nelbo.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"

namespace proofground::diffusion {
namespace {

constexpr int kBatch = 4096;              // draws that are in memory at once
constexpr int kLeastForEntropy = 10'000;  // a single number: it may cost more than one of the T others
constexpr double kLargestGrid = 1e7;

// The mean over drawn x_t of value(oracle.denoise(x_t)), a batch at a time.
template <class Value>
Estimate drawn(const Oracle& oracle, const Step& step, int draws, Rng& rng, const Value& value) {
  RunningStats stats;
  for (int left = draws; left > 0; left -= kBatch) {
    const std::vector<double> x = oracle.draw(std::min(left, kBatch), rng);
    std::vector<double> eps(x.size());
    for (double& entry : eps) entry = rng.normal();
    for (const double entry : value(oracle.denoise(step, noised(step, x, eps)))) stats.add(entry);
  }
  return {stats.mean, stats.error()};
}

// Cost of a component that is not equally wide in all directions, relative to one that is.
constexpr double kWithAxes = 4;

double grid_work(const Oracle& oracle, const Step& step) {
  const double size = grid_size(oracle, step.alpha_bar, step.noise);
  return size <= kLargestGrid ? size * oracle.size() * (oracle.variance() ? 1 : kWithAxes)
                              : std::numeric_limits<double>::infinity();
}

}  // namespace

bool quadrature_affordable(const Oracle& oracle, const std::vector<Step>& steps) {
  if (oracle.d() > 2) return false;
  double work = 0;
  for (std::size_t i = 0; i < steps.size() && work <= kMostGridWork; ++i) work += grid_work(oracle, steps[i]);
  return work <= kMostGridWork;
}

std::vector<Estimate> estimated_x0_variances(const Oracle& oracle, const std::vector<Step>& steps, int draws,
                                             Rng& rng) {
  require(draws >= 2, "draws", "at least 2", draws);
  const bool exact = quadrature_affordable(oracle, steps);
  std::vector<Estimate> values;
  values.reserve(steps.size());
  for (const Step& step : steps) {
    values.push_back(exact ? Estimate{expected_x0_variance(oracle, step), 0}
                           : drawn(oracle, step, draws, rng, [](const Denoised& at) { return at.x0_variance; }));
  }
  return values;
}

Estimate estimated_entropy(const Oracle& oracle, int draws, Rng& rng) {
  require(draws >= 2, "draws", "at least 2", draws);
  const Step data;
  if (oracle.least_spread(1, 0) == 0 || quadrature_affordable(oracle, {data})) return {entropy(oracle), 0};
  Estimate mean =
      drawn(oracle, data, std::max(draws, kLeastForEntropy), rng, [](const Denoised& at) { return at.log_density; });
  mean.value = -mean.value;
  return mean;
}

}  // namespace proofground::diffusion
