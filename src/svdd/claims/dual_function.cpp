#include "svdd/claims/dual_function.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/argsort.h"
#include "svdd/claims/few.h"

namespace proofground::svdd {
namespace {

constexpr int kAlphas = 20, kPlaces = 50, kRide = 25;
constexpr int kPath = 49, kLines = 9, kCluster = 16;
// Rounding of the dual, relative to the largest kernel value.
constexpr double kRounding = 1e-12;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double product(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

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

// What the mistake "cross" adds to sum a_p |phi(x_p) - mu'|^2: <sum a_p phi(x_p), mu'>.
double cross_term(const Few& few, const std::vector<double>& a, const std::vector<double>& w) {
  double sum = 0;
  for (int p = 0; p < few.m; ++p)
    for (int q = 0; q < few.m; ++q) sum += a[p] * w[q] * few.pool.gram[p * few.m + q];
  return sum;
}

struct Draws {
  double below = 0, tight = 0;
  double made = 0;  // by how much the mistake changes theta or L
};

// The certificate's own L, at centres around its mu and at any rho: gamma = 1 - s takes rho out, a larger one does not.
void draw_bowl(DualFunctionPicture& picture, const Few& few, const Recomputed& e, const std::vector<double>& alpha,
               double more, Rng& rng) {
  for (int k = 0; k < kPlaces; ++k) {
    std::vector<double> eta(few.room.size());
    const double size = static_cast<double>(k) / kPlaces;  // evenly, to be seen: the checks below try all scales
    for (double& value : eta) value = size * rng.normal();
    const std::vector<double> d2 = moved_distances(e, few.pool, eta);
    const double rho = 4 * e.unit * size * std::abs(rng.normal());
    double square = 0;
    for (int p = 0; p < few.m; ++p)
      for (int q = 0; q < few.m; ++q) square += eta[p] * eta[q] * few.pool.product[p][few.pool.point[q]];
    const double value = product(alpha, d2);
    picture.distance.push_back(std::sqrt(std::max(square, 0.0)));
    picture.intact.push_back(value);
    picture.lagrangian.push_back(value - more * rho);
  }
}

Draws try_draws(const Few& few, const Recomputed& e, double more, const Mistake& mistake, Rng& rng) {
  const std::vector<double>& box = few.room;  // any C / nu of at least alpha is allowed here
  Draws draws;
  for (int k = 0; k < kAlphas; ++k) {
    const std::vector<double> a = k == 0 ? std::vector<double>(few.room.size(), 0) : few.draw(rng);
    const double s = sum_of(a), theta = few.theta(a, mistake);
    draws.made = worst(draws.made, std::abs(theta - few.theta(a)));
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
      const double cross = mistake.is("cross") ? cross_term(few, a, w) : 0;
      const double value = lagrangian(few, a, box, few.spread(a, w) + cross, rho, xi, more, 0);
      draws.below = worst(draws.below, theta - value);
      if (place == 0) draws.tight = worst(draws.tight, std::abs(value - theta));
      if (place == 0) draws.made = worst(draws.made, std::abs(cross));
    }
  }
  return draws;
}

// L falls linearly, at the rate of the violation. Returns how far off that rate it is.
double ride(DualFunctionPicture& picture, const Few& few, const Recomputed& e, Rng& rng) {
  const std::vector<double> a = few.draw(rng), rest(a.size(), 0);
  const double spread = few.spread(a, a);
  double off = 0;
  for (int k = 0; k < kRide; ++k) {
    const double t = 4 * e.unit * k / (kRide - 1);
    std::vector<double> xi = rest;
    xi[0] = t;
    picture.ride.push_back(t);
    picture.ride_rho.push_back(lagrangian(few, a, few.room, spread, t, rest, 0.5, 0));
    picture.ride_xi.push_back(lagrangian(few, a, few.room, spread, 0, xi, 0, 0.5));
    for (const auto* path : {&picture.ride_rho, &picture.ride_xi})
      off = worst(off, std::abs(path->back() - path->front() + t / 2));
  }
  return off;
}

// Other feasible multipliers: those of at most 16 points in a corner, around the farthest one, with a sum of at most 1/2.
std::vector<double> corner(const Problem& problem, const Recomputed& e, const Pool& pool) {
  const Points points = e.points(problem.d);
  const int far = pool.point[0];
  std::vector<double> apart(e.n), alpha(e.n, 0);
  for (int i = 0; i < e.n; ++i)
    apart[i] = (e.self[i] + e.self[far]) - 2 * evaluate(problem.kernel, points.row(i), points.row(far), problem.d);
  const std::vector<int> order = argsort(apart);
  double left = 0.5;
  for (int k = 0; k < std::min(kCluster, e.n); ++k) {
    alpha[order[k]] = std::min(left, e.box[order[k]]);
    left -= alpha[order[k]];
  }
  return alpha;
}

// alpha(t) = (1 - t) other + t certificate: every centre gives a line L(t), and theta(t) is the lowest of all centres.
class Way {
 public:
  Way(const Problem& problem, const Solution& solution, const Recomputed& e, const Pool& pool)
      : e_(e), start_(corner(problem, e, pool)), end_(solution.alpha), v_(e.n, 0) {
    const Points points = e.points(problem.d);
    for (int j = 0; j < e.n; ++j)
      for (int i = 0; i < e.n && start_[j] != 0; ++i)
        v_[i] += start_[j] * evaluate(problem.kernel, points.row(i), points.row(j), problem.d);
    s_ = {sum_of(start_), e.s};
    trace_ = {product(start_, e.self), product(end_, e.self)};
    squares_ = {product(start_, v_), product(end_, v_), e.s * e.s * e.norm2};
  }

  [[nodiscard]] double theta(double t, const Mistake& mistake) const {
    const double square = (1 - t) * (1 - t) * squares_[0] + 2 * t * (1 - t) * squares_[1] + t * t * squares_[2];
    return theta_of(at(s_, t), at(trace_, t), square, mistake);
  }

  // L at the centre of alpha(t), at the start and at the end, from the distances to it.
  [[nodiscard]] std::array<double, 2> line(double t, const Mistake& mistake) const {
    const double s = at(s_, t);
    std::vector<double> u(e_.n), d2(e_.n);
    for (int i = 0; i < e_.n; ++i) u[i] = ((1 - t) * v_[i] + t * e_.s * e_.u[i]) / s;
    const double norm2 = ((1 - t) * product(start_, u) + t * product(end_, u)) / s;
    for (int i = 0; i < e_.n; ++i) d2[i] = (e_.self[i] - (mistake.is("cross") ? 1 : 2) * u[i]) + norm2;
    return {product(start_, d2), product(end_, d2)};
  }

 private:
  static double at(const std::array<double, 2>& ends, double t) { return (1 - t) * ends[0] + t * ends[1]; }

  const Recomputed& e_;
  std::vector<double> start_, end_;
  std::vector<double> v_;  // (n) <phi(x_i), sum start_j phi(x_j)>
  std::array<double, 2> s_{}, trace_{};
  std::array<double, 3> squares_{};  // of the starting sum, of both, of the certificate's
};

// Returns how far theta is above a line, or off the one of its own centre, at the worst.
double envelope(DualFunctionPicture& picture, const Way& way, double fall, const Mistake& mistake) {
  for (int k = 0; k < kPath; ++k) {
    const double t = static_cast<double>(k) / (kPath - 1);
    picture.path_t.push_back(t);
    picture.path_theta.push_back(way.theta(t, mistake));
    picture.path_right.push_back(way.theta(t, {}));
  }
  double off = 0;
  for (int k = 0; k < kLines; ++k) {
    const double t = static_cast<double>(k) / (kLines - 1);
    auto [start, end] = way.line(t, mistake);
    start -= fall;
    end -= fall;
    picture.line_t.push_back(t);
    picture.line_start.push_back(start);
    picture.line_end.push_back(end);
    off = worst(off, std::abs((1 - t) * start + t * end - way.theta(t, mistake)));
    for (int j = 0; j < kPath; ++j) {
      const double at = picture.path_t[j];
      off = worst(off, picture.path_theta[j] - (1 - at) * start - at * end);
    }
  }
  return off;
}

double most_negative(const Recomputed& e, const std::vector<double>& alpha) {
  double most = worst(0, e.s - 1);
  for (int i = 0; i < e.n; ++i) most = worst(most, worst(-alpha[i], alpha[i] - e.box[i]) / std::min(e.box[i], 1.0));
  return most;
}

}  // namespace

Checked<DualFunctionPicture> check_dual_function(const Problem& problem, const Solution& solution,
                                                 const ClaimOptions& options, const Mistake& mistake) {
  const Recomputed e = recompute(problem, solution, options);
  Checked<DualFunctionPicture> result{{"2.3", {}, vacuous_reason(problem, solution, e)}, {}};
  DualFunctionPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  picture.theta = e.dual;
  picture.alpha_sum = e.s;
  Rng rng(options.seed);
  const Few few(problem, e, rng);
  const double more = mistake.is("plain") ? 0.5 : 0, scale = few.size + e.unit;
  draw_bowl(picture, few, e, solution.alpha, more, rng);
  const Draws draws = try_draws(few, e, more, mistake, rng);
  const double slope = ride(picture, few, e, rng);
  const Way way(problem, solution, e, few.pool);
  const double off = envelope(picture, way, more * e.unit, mistake);
  const bool without = mistake.made() && !mistake.is("plain") && draws.made <= 2 * kIdentityTolerance * scale;
  if (result.claim.reason.empty() && without) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double bowl = product(solution.alpha, e.d2);
  const double rounding = kRounding * e.magnitude * std::max(e.s, 1.0);
  result.claim.checks = {
      check_within("below", draws.below, kIdentityTolerance, scale),
      check_within("tight", draws.tight, kIdentityTolerance, scale),
      check_within("ride", slope, kIdentityTolerance, scale),
      check_within("envelope", off, kIdentityTolerance, e.magnitude + e.unit),
      check_within("multipliers", most_negative(e, solution.alpha), kIdentityTolerance, 1),
      check_within("reported", std::abs(solution.dual - bowl), kIdentityTolerance, std::abs(bowl), rounding),
  };
  return result;
}

}  // namespace proofground::svdd
