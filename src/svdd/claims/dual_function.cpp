#include "svdd/claims/dual_function.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

// Rounding of a form over the few points, relative to the largest kernel value.
constexpr double kRounding = 1e-13;
constexpr int kPool = 16, kAlphas = 20, kPlaces = 50, kPairs = 200, kRay = 41, kRide = 25;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// A few points, with the kernel values and squared distances between them.
struct Few {
  Pool pool;
  int m;
  std::vector<double> apart;  // (m x m) D
  std::vector<double> room;   // (m) largest multiplier
  double size = 0;            // largest kernel value: what rounding is relative to

  Few(const Problem& problem, const Recomputed& e, Rng& rng) : pool(make_pool(problem, e, kPool, rng)), m(pool.size()) {
    for (int p = 0; p < m; ++p) {
      room.push_back(std::min(e.box[pool.point[p]], 1.0));
      for (int q = 0; q < m; ++q) {
        apart.push_back(pool.gram[p * m + p] + pool.gram[q * m + q] - 2 * pool.gram[p * m + q]);
        size = std::max(size, std::abs(pool.gram[p * m + q]));
      }
    }
  }

  [[nodiscard]] double form(const std::vector<double>& matrix, const std::vector<double>& a) const {
    double sum = 0;
    for (int p = 0; p < m; ++p)
      for (int q = 0; q < m; ++q) sum += a[p] * a[q] * matrix[p * m + q];
    return sum;
  }
  // (9), by inner products.
  [[nodiscard]] double theta(const std::vector<double>& a) const {
    const double s = sum_of(a);
    if (s == 0) return 0;
    double trace = 0;
    for (int p = 0; p < m; ++p) trace += a[p] * pool.gram[p * m + p];
    return trace - form(pool.gram, a) / s;
  }
  // (10), by distances.
  [[nodiscard]] double simplified(std::vector<double> a, bool broken) const {
    const double s = sum_of(a);
    if (s == 0) return 0;
    for (double& value : a) value /= s;
    return (broken ? 1 : s) * form(apart, a) / 2;
  }
  // sum a_p |phi(x_p) - mu'|^2, mu' = sum w_q phi(x_q).
  [[nodiscard]] double spread(const std::vector<double>& a, const std::vector<double>& w) const {
    double sum = -sum_of(a) * form(apart, w) / 2;
    for (int p = 0; p < m; ++p)
      for (int q = 0; q < m; ++q) sum += a[p] * w[q] * apart[p * m + q];
    return sum;
  }
  // 0 <= a <= room with sum a at most 0.95.
  [[nodiscard]] std::vector<double> draw(Rng& rng) const {
    std::vector<double> a(room);
    for (double& value : a) value *= rng.uniform();
    const double s = sum_of(a), target = rng.uniform(0.05, 0.95) * std::min(1.0, s);
    for (double& value : a) value *= s > 0 ? target / s : 0;
    return a;
  }
};

// L at rho, mu', xi for multipliers alpha over the few, beta and gamma that satisfy both equalities up to `excess` more
// gamma and `excess` more beta_0.
double lagrangian(const Few& few, const std::vector<double>& a, const std::vector<double>& box, double spread,
                  double rho, const std::vector<double>& xi, double more_gamma, double more_beta) {
  const double gamma = 1 - sum_of(a) + more_gamma;
  double value = rho - gamma * rho + spread;
  for (int p = 0; p < few.m; ++p) {
    const double beta = box[p] - a[p] + (p == 0 ? more_beta : 0);
    value += box[p] * xi[p] - a[p] * (rho + xi[p]) - beta * xi[p];
  }
  return value;
}

}  // namespace

Checked<DualFunctionPicture> check_dual_function(const Problem& problem, const Solution& solution,
                                                 const ClaimOptions& options, const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<DualFunctionPicture> result{{"2.3", {}, vacuous_reason(problem, solution, e)}, {}};
  DualFunctionPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  picture.theta = e.dual;
  picture.alpha_sum = e.s;
  Rng rng(options.seed);
  const Few few(problem, e, rng);
  // The certificate's own L, at centres around its mu and at any rho: gamma = 1 - s takes rho out, a larger one does not.
  const double more = broken ? 0.5 : 0;
  for (int k = 0; k < kPlaces; ++k) {
    std::vector<double> eta(few.room.size());
    const double size = static_cast<double>(k) / kPlaces;  // evenly, to be seen: the checks below try all scales
    for (double& value : eta) value = size * rng.normal();
    const std::vector<double> d2 = moved_distances(e, few.pool, eta);
    const double rho = 4 * e.unit * size * std::abs(rng.normal());
    double square = 0, value = 0;
    for (int p = 0; p < few.m; ++p)
      for (int q = 0; q < few.m; ++q) square += eta[p] * eta[q] * few.pool.product[p][few.pool.point[q]];
    for (int i = 0; i < e.n; ++i) value += solution.alpha[i] * d2[i];
    picture.distance.push_back(std::sqrt(std::max(square, 0.0)));
    picture.intact.push_back(value);
    picture.lagrangian.push_back(value - more * rho);
  }

  const std::vector<double>& box = few.room;  // any C / nu of at least alpha is allowed here
  double below = 0, tight = 0;
  for (int k = 0; k < kAlphas; ++k) {
    const std::vector<double> a = k == 0 ? std::vector<double>(few.room.size(), 0) : few.draw(rng);
    const double s = sum_of(a), theta = few.theta(a);
    for (int place = 0; place < kPlaces; ++place) {
      std::vector<double> w = a, xi(a.size());
      const double size = any_scale(rng), out = e.unit * any_scale(rng);
      for (int p = 0; p < few.m; ++p) {
        w[p] = s > 0 ? a[p] / s : 1.0 / few.m;
        xi[p] = place == 0 ? 0 : out * rng.normal();
        if (place > 0) w[p] += size * rng.normal() / few.m;
      }
      const double excess = (sum_of(w) - 1) / few.m;
      for (double& value : w) value -= excess;
      const double rho = place == 0 ? e.unit : 4 * e.unit * any_scale(rng) * std::abs(rng.normal());
      const double value = lagrangian(few, a, box, few.spread(a, w), rho, xi, more, 0);
      below = worst(below, theta - value);
      if (place == 0) tight = worst(tight, std::abs(value - theta));
    }
  }
  // L falls linearly, at the rate of the violation.
  const std::vector<double> a = few.draw(rng), rest(a.size(), 0);
  double ride = 0;
  for (int k = 0; k < kRide; ++k) {
    const double t = 4 * e.unit * k / (kRide - 1);
    std::vector<double> xi = rest;
    xi[0] = t;
    const double spread = few.spread(a, a);
    picture.ride.push_back(t);
    picture.ride_rho.push_back(lagrangian(few, a, box, spread, t, rest, 0.5, 0));
    picture.ride_xi.push_back(lagrangian(few, a, box, spread, 0, xi, 0, 0.5));
    for (const auto* path : {&picture.ride_rho, &picture.ride_xi})
      ride = worst(ride, std::abs(path->back() - path->front() + t / 2));
  }
  if (!result.claim.reason.empty()) return result;

  const double scale = few.size + e.unit;
  result.claim.checks = {
      check_within("below", below, kIdentityTolerance, scale),
      check_within("tight", tight, kIdentityTolerance, scale),
      check_within("ride", ride, kIdentityTolerance, scale),
  };
  return result;
}

Checked<SimplifiedDualPicture> check_simplified_dual(const Problem& problem, const Solution& solution,
                                                     const ClaimOptions& options, const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<SimplifiedDualPicture> result{{"2.4", {}, vacuous_reason(problem, solution, e)}, {}};
  SimplifiedDualPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  double face = 0, infeasible = worst(0, e.s - 1);
  for (int i = 0; i < e.n; ++i) {
    const double share = solution.alpha[i] / std::min(e.box[i], 1.0);
    infeasible = worst(infeasible, worst(-share, share - 1));
    face = std::max(face, solution.alpha[i] / e.box[i]);
  }
  picture.s_face = face > 0 ? e.s / face : 0;
  picture.alpha_sum_lo = solution.alpha_sum_lo;
  for (int k = 0; k < kRay; ++k) {
    picture.s.push_back(1.25 * k / (kRay - 1));
    picture.objective.push_back((broken ? 1 : picture.s.back()) * e.dual / (e.s == 0 ? 1 : e.s));
  }
  if (result.claim.reason.empty() && e.coincident) result.claim.reason = "coincident";
  if (!result.claim.reason.empty()) return result;

  Rng rng(options.seed);
  const Few few(problem, e, rng);
  double equal = 0, convex = 0, ray = 0, better = 0;
  for (int pair = 0; pair < kPairs; ++pair) {
    const std::vector<double> a = few.draw(rng), b = few.draw(rng);
    std::vector<double> middle = a, shorter = a;
    const double t = rng.uniform();
    for (int p = 0; p < few.m; ++p) {
      middle[p] = (a[p] + b[p]) / 2;
      shorter[p] = t * a[p];
    }
    const double at_a = few.simplified(a, broken), at_b = few.simplified(b, broken);
    equal = worst(equal, std::abs(at_a - few.theta(a)));
    convex = worst(convex, (at_a + at_b) / 2 - few.simplified(middle, broken));
    ray = worst(ray, std::abs(few.simplified(shorter, broken) - t * at_a));
    better = worst(better, few.theta(a) - e.dual);
  }
  const double scale = e.farthest, rounding = kRounding * few.size;
  result.claim.checks = {
      check_within("equal", equal, kIdentityTolerance, scale, rounding),
      check_within("concave", worst(convex, 0), kIdentityTolerance, scale, rounding),
      check_within("ray", ray, kIdentityTolerance, scale, rounding),
      check_within("optimal", worst(better, 0), kQpTolerance, std::abs(e.dual), e.allowance),
      check_within("feasible", infeasible, kIdentityTolerance, 1),
      check_within("reported", std::abs(solution.dual - e.dual), kIdentityTolerance, std::abs(e.dual),
                   kRounding * e.magnitude),
  };
  return result;
}

}  // namespace proofground::svdd
