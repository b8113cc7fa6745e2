#include "vae/kl.h"

#include <cmath>
#include <cstddef>
#include <string>

#include "core/require.h"

namespace proofground::vae {
namespace {

/// expm1(v) - v = v^2 / 2 + v^3 / 6 + ...
double expm1_less(double v) {
  if (std::abs(v) > 0.1) return std::expm1(v) - v;
  double term = v, sum = 0;
  for (int k = 2; k < 14; ++k) {
    term *= v / k;
    sum += term;
  }
  return sum;
}

}  // namespace

double kl_term(double mu, double log_var) { return 0.5 * (mu * mu + expm1_less(log_var)); }

double kl_log_var_slope(double log_var) { return 0.5 * std::expm1(log_var); }

std::vector<double> kl_standard_normal(const std::vector<double>& mu, const std::vector<double>& log_var) {
  require(!mu.empty(), "mu", "1 or more numbers", 0);
  require(log_var.size() == mu.size(), "logVar", "as many numbers as mu", static_cast<double>(log_var.size()));
  require_finite(mu.data(), static_cast<int>(mu.size()), "mu");
  require_finite(log_var.data(), static_cast<int>(log_var.size()), "logVar");
  for (std::size_t j = 0; j < log_var.size(); ++j)
    require(log_var[j] <= kLargestLogVar, ("logVar[" + std::to_string(j) + "]").c_str(), "a number up to 700",
            log_var[j]);
  std::vector<double> terms(mu.size());
  for (std::size_t j = 0; j < mu.size(); ++j) terms[j] = kl_term(mu[j], log_var[j]);
  return terms;
}

}  // namespace proofground::vae
