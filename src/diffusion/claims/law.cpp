#include "diffusion/claims/law.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"

namespace proofground::diffusion {
namespace {

// 2 exp(-2 x^2) is the probability of a z-score beyond 5, 5.7e-7.
constexpr double kFarthest = 2.745;

}  // namespace

double chi_square_below(double x, int d) {
  if (!(x > 0)) return x == x ? 0 : x;
  const double half = x / 2;
  const bool odd = d % 2 == 1;
  double above = odd ? std::erfc(std::sqrt(half)) : std::exp(-half);
  // (x/2)^a exp(-x/2) / Gamma(a + 1) for a = d/2 of the degrees that were reached, as its logarithm.
  double log_term = odd ? std::log(half) / 2 - half - std::lgamma(1.5) : std::log(half) - half;
  double a = odd ? 0.5 : 1;
  for (int degrees = odd ? 1 : 2; degrees + 2 <= d; degrees += 2) {
    above += std::exp(log_term);
    a += 1;
    log_term += std::log(half / a);
  }
  return 1 - above;
}

double distance_from_chi_square(std::vector<double> values, int d) {
  double sum = 0;
  for (const double value : values) sum += value;
  if (sum != sum) return sum;
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double farthest = 0, below = 0;
  for (const double value : values) {
    const double claimed = chi_square_below(value, d);
    farthest = std::max({farthest, claimed - below / n, (below + 1) / n - claimed});
    below += 1;
  }
  return std::sqrt(n) * farthest;
}

double chi_square_z(double sum, double degrees) {
  const double variance = 2 / (9 * degrees);
  return std::abs(std::cbrt(sum / degrees) - (1 - variance)) / std::sqrt(variance);
}

Check check_distance(const char* id, double distance) { return {id, distance, kFarthest, kFarthest}; }

Check check_worst_z_score(const char* id, double z, double m) {
  // Phi(-x) falls like exp(-x^2 / 2): this x is at most 1 / m as likely as 5.
  const double bound = std::sqrt(kSigmas * kSigmas + 2 * std::log(m));
  return {id, z, bound, bound};
}

}  // namespace proofground::diffusion
