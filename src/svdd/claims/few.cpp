#include "svdd/claims/few.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace proofground::svdd {
namespace {

constexpr int kPool = 16;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

double theta_of(double s, double trace, double square, const Mistake& mistake) {
  if (s == 0) return 0;
  const double by = mistake.is("twice") ? s * s : mistake.is("undivided") ? 1 : s;
  return trace - square / by;
}

Few::Few(const Problem& problem, const Recomputed& e, Rng& rng)
    : pool(make_pool(problem, e, kPool, rng)), m(pool.size()) {
  for (int p = 0; p < m; ++p) {
    room.push_back(std::min(e.box[pool.point[p]], 1.0));
    for (int q = 0; q < m; ++q) {
      apart.push_back(pool.gram[p * m + p] + pool.gram[q * m + q] - 2 * pool.gram[p * m + q]);
      size = std::max(size, std::abs(pool.gram[p * m + q]));
    }
  }
}

double Few::form(const std::vector<double>& matrix, const std::vector<double>& a) const {
  double sum = 0;
  for (int p = 0; p < m; ++p)
    for (int q = 0; q < m; ++q) sum += a[p] * a[q] * matrix[p * m + q];
  return sum;
}

double Few::trace(const std::vector<double>& a) const {
  double sum = 0;
  for (int p = 0; p < m; ++p) sum += a[p] * pool.gram[p * m + p];
  return sum;
}

double Few::theta(const std::vector<double>& a, const Mistake& mistake) const {
  return theta_of(sum_of(a), trace(a), form(pool.gram, a), mistake);
}

double Few::spread(const std::vector<double>& a, const std::vector<double>& w) const {
  double sum = -sum_of(a) * form(apart, w) / 2;
  for (int p = 0; p < m; ++p)
    for (int q = 0; q < m; ++q) sum += a[p] * w[q] * apart[p * m + q];
  return sum;
}

std::vector<double> Few::draw(Rng& rng) const {
  std::vector<double> a(room);
  for (double& value : a) value *= rng.uniform();
  const double s = sum_of(a), target = rng.uniform(0.05, 0.95) * std::min(1.0, s);
  for (double& value : a) value *= s > 0 ? target / s : 0;
  return a;
}

}  // namespace proofground::svdd
