#include "diffusion/claims/law.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "diffusion/claims/numerics.h"

namespace proofground::diffusion {
namespace {

// 2 exp(-2 x^2) is the probability of a z-score beyond 5, 5.7e-7.
constexpr double kFarthest = 2.745;

double distance_from(std::vector<double> values, const std::function<double(double)>& below) {
  double sum = 0;
  for (const double value : values) sum += value;
  if (sum != sum) return sum;
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double farthest = 0, passed = 0;
  for (const double value : values) {
    const double claimed = below(value);
    farthest = std::max({farthest, claimed - passed / n, (passed + 1) / n - claimed});
    passed += 1;
  }
  return std::sqrt(n) * farthest;
}

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
  return distance_from(std::move(values), [d](double value) { return chi_square_below(value, d); });
}

double distance_from_normal(std::vector<double> values) {
  return distance_from(std::move(values), [](double value) { return std::erfc(-value / std::sqrt(2.0)) / 2; });
}

double chi_square_z(double sum, double degrees) {
  const double variance = 2 / (9 * degrees);
  return std::abs(std::cbrt(sum / degrees) - (1 - variance)) / std::sqrt(variance);
}

Check check_normals(const char* id, const std::vector<double>& z, int d) {
  const std::size_t n = z.size() / d;
  std::vector<double> squares(n, 0.0), sums(n, 0.0), one(n);
  for (std::size_t i = 0; i < z.size(); ++i) {
    squares[i / d] += z[i] * z[i];
    sums[i / d] += z[i] / std::sqrt(d);
  }
  double farthest = distance_from_chi_square(std::move(squares), d);
  if (d > 1) farthest = worst(farthest, distance_from_normal(std::move(sums)));
  for (int c = 0; c < d; ++c) {
    for (std::size_t i = 0; i < n; ++i) one[i] = z[i * d + c];
    farthest = worst(farthest, distance_from_normal(one));
  }
  const double tests = d > 1 ? d + 2 : 2;
  // So many are together no likelier to be beyond this than one beyond kFarthest.
  const double bound = std::sqrt(kFarthest * kFarthest + std::log(tests) / 2);
  return {id, farthest, bound, bound};
}

Check check_worst_z_score(const char* id, double z, double m) {
  // Phi(-x) falls like exp(-x^2 / 2): this x is at most 1 / m as likely as 5.
  const double bound = std::sqrt(kSigmas * kSigmas + 2 * std::log(m));
  return {id, z, bound, bound};
}

}  // namespace proofground::diffusion
