#include "diffusion/nelbo.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "core/gaussian.h"
#include "core/require.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"

namespace proofground::diffusion {
namespace {

// r - 1 - log r of r = a / b: each form where it loses nothing.
double excess(double a, double b) {
  const double ratio = a / b;
  return ratio < 0.5 ? ratio - 1 - std::log(ratio) : log_excess((a - b) / b);
}

}  // namespace

double entropy(const Oracle& oracle) {
  if (oracle.least_spread(1, 0) == 0) return -std::numeric_limits<double>::infinity();
  return expected(oracle, 1, 0, [](const std::vector<double>&, const Denoised& at) {
    std::vector<double> values(at.log_density);
    for (double& value : values) value = -value;
    return values;
  });
}

double reverse_variance(const Step& step, ReverseVariance choice, double x0_variance, int d, bool first) {
  if (choice == ReverseVariance::forward) return step.beta;
  if (choice == ReverseVariance::posterior && !first) return step.variance;
  return step.variance + step.mean_x0 * step.mean_x0 * x0_variance / d;
}

std::vector<double> x0_variances(const Oracle& oracle, const Schedule& schedule) {
  std::vector<double> values;
  values.reserve(schedule.steps.size());
  for (const Step& step : schedule.steps) values.push_back(expected_x0_variance(oracle, step));
  return values;
}

Nelbo nelbo(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance,
            ReverseVariance choice) {
  require_one_each(x0_variance, schedule.steps.size(), "x0Variance");
  return nelbo(oracle, schedule, x0_variance, choice, entropy(oracle));
}

Nelbo nelbo(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance,
            ReverseVariance choice, double data_entropy) {
  require_one_each(x0_variance, schedule.steps.size(), "x0Variance");
  const int d = oracle.d();
  const Step& last = schedule.steps.back();
  Nelbo result;
  result.prior = prior_kl(last.alpha_bar, last.noise, oracle.mean_square(), d);
  result.entropy = data_entropy;
  result.total = result.prior;
  for (std::size_t i = 0; i < x0_variance.size(); ++i) {
    const Step& step = schedule.steps[i];
    const double variance = reverse_variance(step, choice, x0_variance[i], d, i == 0);
    // If x_1 determines x_0, the best variance at t = 1 is 0 as well, and the term is -infinity, of a point's density.
    const double fit = x0_variance[i] == 0 ? 0 : step.mean_x0 * step.mean_x0 * x0_variance[i] / variance;
    const double spread = i == 0 ? std::log(2 * std::numbers::pi * variance) : excess(step.variance, variance);
    result.terms.push_back((d * spread + fit) / 2);
    result.total += result.terms.back();
  }
  return result;
}

double Nelbo::later() const { return terms.empty() ? 0 : std::accumulate(terms.begin() + 1, terms.end(), 0.0); }

double NelboErrors::total() const { return std::hypot(first, later); }

NelboErrors nelbo_errors(const Schedule& schedule, const std::vector<double>& x0_variance,
                         const std::vector<double>& x0_error, ReverseVariance choice, int d) {
  require_one_each(x0_variance, schedule.steps.size(), "x0Variance");
  require_one_each(x0_error, schedule.steps.size(), "x0Error");
  NelboErrors out;
  for (std::size_t i = 0; i < x0_error.size(); ++i) {
    if (x0_error[i] == 0) continue;
    const Step& step = schedule.steps[i];
    const double variance = reverse_variance(step, choice, x0_variance[i], d, i == 0);
    double& sum = i == 0 ? out.first : out.later;
    sum = std::hypot(sum, step.mean_x0 * step.mean_x0 * x0_error[i] / (2 * variance));
  }
  return out;
}

}  // namespace proofground::diffusion
