#include "diffusion/claims/numerics.h"

#include <cmath>

namespace proofground::diffusion {

double relative(double a, double b) {
  if (std::abs(a) < kSmallest && std::abs(b) < kSmallest) return 0;
  return std::abs(a - b) / std::abs(b);
}

std::vector<double> normals(std::size_t count, Rng& rng) {
  std::vector<double> values(count);
  for (double& value : values) value = rng.normal();
  return values;
}

std::vector<double> start_of(const ClaimOptions& options, const Oracle& oracle, Rng& rng) {
  return options.x0.empty() ? oracle.draw(1, rng) : options.x0;
}

std::vector<double> given_or_normal(const std::vector<double>& given, int d, Rng& rng) {
  return given.empty() ? normals(static_cast<std::size_t>(d), rng) : given;
}

std::vector<double> scalar_matrix(int d, double value) {
  std::vector<double> matrix(static_cast<std::size_t>(d) * d, 0.0);
  for (int c = 0; c < d; ++c) matrix[static_cast<std::size_t>(c) * d + c] = value;
  return matrix;
}

double squared(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return sum;
}

double squared_distance(const std::vector<double>& x, const std::vector<double>& y) {
  double sum = 0;
  for (std::size_t c = 0; c < x.size(); ++c) sum += (x[c] - y[c]) * (x[c] - y[c]);
  return sum;
}

Check check_z_score(const char* id, double z) { return {id, z, kSigmas, kSigmas}; }

}  // namespace proofground::diffusion
