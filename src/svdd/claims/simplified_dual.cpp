#include "svdd/claims/simplified_dual.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/argsort.h"
#include "svdd/claims/ball_of.h"
#include "svdd/claims/few.h"

namespace proofground::svdd {
namespace {

// Rounding of a form over the few points, relative to the largest kernel value.
constexpr double kRounding = 1e-13;
constexpr int kPairs = 200, kRay = 41, kSteps = 64;
constexpr double kTooLarge = 1.25;  // nu over the sum of the weights, where that hypothesis is dropped
constexpr double kShorter = 0.875;  // of the least sum: where theta must be worse
constexpr double kMostDrawn = 4;    // the largest sum that is drawn

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Multipliers that climb: pairs, one up and one down by the same amount, or one alone while the sum is below 1.
class Climb {
 public:
  Climb(const Problem& problem, const Recomputed& e, const std::vector<double>& alpha)
      : problem_(problem), e_(e), alpha_(alpha), d2_(e.d2), s_(e.s) {}

  // What theta gains in at most this many steps.
  double gain(int steps) {
    double total = 0;
    for (int k = 0; k < steps && s_ > 0; ++k) {
      const Step best = steepest();
      if (!(best.gain > 0)) break;
      total += best.gain;
      take(best);
    }
    return total;
  }

 private:
  struct Step {
    int up = 0, down = -1;  // -1: none
    double by = 0, gain = 0;
  };

  [[nodiscard]] double room(int i) const { return std::max(std::min(e_.box[i], 1.0) - alpha_[i], 0.0); }

  // theta(alpha + t e_i - t e_j) = theta + t (d_i^2 - d_j^2) - t^2 D_ij / s: the best t for each j.
  [[nodiscard]] Step along(int up) const {
    Step best{up};
    const std::vector<double> apart = distances(up);
    for (int j = 0; j < e_.n; ++j) {
      const double slope = d2_[up] - d2_[j], most = std::min(room(up), alpha_[j]);
      if (j == up || !(slope > 0) || !(most > 0)) continue;
      const double by = apart[j] > 0 ? std::min(most, slope * s_ / (2 * apart[j])) : most;
      const double gain = by * slope - by * by * apart[j] / s_;
      if (gain > best.gain) best = {up, j, by, gain};
    }
    // theta(alpha + t e_i) = theta + s t / (s + t) d_i^2
    const double by = std::min(room(up), 1 - s_), gain = by > 0 ? s_ * by / (s_ + by) * d2_[up] : 0;
    if (gain > best.gain) best = {up, -1, by, gain};
    return best;
  }

  // The farthest point with room is the steepest way up, and one with more room may lead higher.
  [[nodiscard]] Step steepest() const {
    double level = 0;
    for (int i = 0; i < e_.n; ++i) level += alpha_[i] / s_ * d2_[i];
    int farthest = -1, roomiest = -1;
    const auto better = [&](int i, int than, auto&& value) { return than < 0 || value(i) > value(than); };
    for (int i = 0; i < e_.n; ++i) {
      if (room(i) == 0) continue;
      if (better(i, farthest, [&](int p) { return d2_[p]; })) farthest = i;
      if (better(i, roomiest, [&](int p) { return room(p) * (d2_[p] - level); })) roomiest = i;
    }
    if (farthest < 0) return {};
    const Step first = along(farthest);
    const Step second = roomiest == farthest ? first : along(roomiest);
    return second.gain > first.gain ? second : first;
  }

  // (n) |phi(x_l) - phi(x_i)|^2
  [[nodiscard]] std::vector<double> distances(int i) const {
    const Points points = e_.points(problem_.d);
    std::vector<double> out(e_.n);
    for (int l = 0; l < e_.n; ++l) {
      const double k = evaluate(problem_.kernel, points.row(l), points.row(i), problem_.d);
      out[l] = std::max((e_.self[l] + e_.self[i]) - 2 * k, 0.0);
    }
    return out;
  }

  // mu moves to (1 - q) mu + q phi(x_i) by one multiplier alone, q = t / (s + t), and by t / s (phi(x_i) - phi(x_j)) by
  // a pair. Distances to the new centre follow from those to the old one and to the two points.
  void take(const Step& step) {
    const std::vector<double> to_up = distances(step.up);
    alpha_[step.up] += step.by;
    if (step.down < 0) {
      const double q = step.by / (s_ + step.by), apart = d2_[step.up];
      for (int l = 0; l < e_.n; ++l) d2_[l] = (1 - q) * d2_[l] + q * to_up[l] - q * (1 - q) * apart;
      s_ += step.by;
      return;
    }
    const std::vector<double> to_down = distances(step.down);
    const double t = step.by / s_, apart = to_up[step.down], fall = d2_[step.up] - d2_[step.down];
    for (int l = 0; l < e_.n; ++l) d2_[l] -= t * ((to_down[l] - to_up[l]) + fall) - t * t * apart;
    alpha_[step.down] -= step.by;
  }

  const Problem& problem_;
  const Recomputed& e_;
  std::vector<double> alpha_, d2_;
  double s_;
};

// The optimal sums, counted from distances.
struct Sums {
  double lo = 0, hi = 0;  // of the least one: points within the band of mu count as at it, and do not
  double lost = 0;        // theta where the multipliers at mu are lowered to the certificate's least sum: how much less
  double shorter = 0;     // the largest sum of alpha_i d_i^2 with 7/8 of that sum, over the largest with sum 1
};

// max sum_i alpha_i d_i^2 with this sum: the boxes of the farthest points full.
double most_of(const Recomputed& e, double sum) {
  const std::vector<int> order = argsort(e.d2);
  double most = 0;
  for (std::size_t k = order.size(); k-- > 0 && sum > 0;) {
    const double by = std::min(sum, e.box[order[k]]);
    most += by * e.d2[order[k]];
    sum -= by;
  }
  return most;
}

Sums count_sums(const Solution& solution, const Recomputed& e) {
  Sums sums;
  double at_mu = 0;  // multipliers within the band of mu
  const double rounding = 1e-14 * e.magnitude;
  for (int i = 0; i < e.n; ++i) {
    if (e.d2[i] > e.band) sums.lo += e.box[i];
    if (e.d2[i] > rounding) sums.hi += e.box[i];
    if (e.d2[i] <= e.band) at_mu += solution.alpha[i];
  }
  sums.lo = std::min(sums.lo, 1.0);
  sums.hi = std::min(sums.hi, 1.0);
  // From the multipliers at mu first, which costs at most the band; then from all in proportion, along the ray.
  const double away = e.s - at_mu, target = solution.alpha_sum_lo;
  const double taken = std::min(at_mu, std::max(e.s - target, 0.0));
  const double ray = away > 0 ? std::max(e.s - taken - target, 0.0) / away : 0;
  sums.lost = std::min(ray, 1.0) * e.dual;
  sums.shorter = most_of(e, kShorter * target) / most_of(e, 1);
  return sums;
}

// What is tried on the few points.
struct Tried {
  double equal = 0, convex = 0, ray = 0;
  double made = 0;  // by how much the mistake changes (10)
};

// (10), by distances, and with the mistake.
double simplified(const Few& few, std::vector<double> a, const Mistake& mistake) {
  const double s = sum_of(a);
  if (s == 0) return 0;
  for (double& value : a) value /= s;
  const double value = few.form(few.apart, a) / 2, square = few.form(few.pool.gram, a);
  double pairs = square;
  for (int p = 0; p < few.m; ++p) pairs -= a[p] * a[p] * few.pool.gram[p * few.m + p];
  if (mistake.is("sign")) return s * (value + 2 * square);
  if (mistake.is("cross")) return s * (value + pairs / 2);
  if (mistake.is("plain")) return value;
  return s * value;
}

Tried try_pairs(const Few& few, const Mistake& mistake, Rng& rng) {
  Tried tried;
  for (int pair = 0; pair < kPairs; ++pair) {
    const std::vector<double> a = few.draw(rng), b = few.draw(rng);
    std::vector<double> middle = a, shorter = a;
    const double t = rng.uniform();
    for (int p = 0; p < few.m; ++p) {
      middle[p] = (a[p] + b[p]) / 2;
      shorter[p] = t * a[p];
    }
    const double at_a = simplified(few, a, mistake), at_b = simplified(few, b, mistake);
    tried.equal = worst(tried.equal, std::abs(at_a - few.theta(a)));
    tried.convex = worst(tried.convex, (at_a + at_b) / 2 - simplified(few, middle, mistake));
    tried.ray = worst(tried.ray, std::abs(simplified(few, shorter, mistake) - t * at_a));
    tried.made = worst(tried.made, std::abs(at_a - simplified(few, a, {})));
  }
  return tried;
}

// What is judged: the certificate, or the one that the mistake puts in its place, for the nu that it has.
struct Judged {
  Problem problem;
  Solution solution;
  Recomputed e;
};

Judged judged_by(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                 const Mistake& mistake) {
  Judged out{problem, solution, {}};
  std::vector<double> alpha = mean_multipliers(problem);
  const double total = std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0);
  if (mistake.is("nu-too-large")) out.problem.nu = kTooLarge * total;
  if (mistake.is("no-sum") || mistake.is("nu-too-large"))
    for (double& value : alpha) value *= total / out.problem.nu;
  if (mistake.is("mean") || mistake.is("no-sum") || mistake.is("nu-too-large"))
    out.solution = ball_of(out.problem, std::move(alpha), solution);
  out.e = recompute(out.problem, out.solution, options);
  return out;
}

// (10) at a share of theta for the sum s, with the mistake, along the ray of the certificate.
double along_ray(const Recomputed& e, double s, const Mistake& mistake) {
  const double shares = e.s == 0 ? 1 : e.s;
  const double value = e.dual / shares;
  if (mistake.is("sign")) return s * (value + 2 * e.norm2);
  if (mistake.is("plain")) return value;
  return s * value;
}

void draw(SimplifiedDualPicture& picture, const Judged& judged, const Recomputed& original, double cross,
          const Mistake& mistake) {
  const Recomputed& e = judged.e;
  double face = 0;
  for (int i = 0; i < e.n; ++i) face = std::max(face, judged.solution.alpha[i] / e.box[i]);
  picture.s_face = face > 0 ? e.s / face : 0;
  picture.alpha_sum = e.s;
  picture.alpha_sum_lo = judged.solution.alpha_sum_lo;
  const double end = std::clamp(1.25 * e.s, 1.25, kMostDrawn);
  for (int k = 0; k < kRay; ++k) {
    const double s = end * k / (kRay - 1);
    picture.s.push_back(s);
    picture.objective.push_back(along_ray(e, s, mistake) + s * cross);
    picture.intact.push_back(along_ray(original, s, {}));
  }
}

// What "cross" adds to (10) for shares: half of the double sum's terms off the diagonal.
double cross_of(const Solution& solution, const Recomputed& e) {
  double diagonal = 0;
  for (int i = 0; i < e.n; ++i) diagonal += solution.alpha[i] * solution.alpha[i] * e.self[i];
  const double s = e.s == 0 ? 1 : e.s;
  return (e.norm2 - diagonal / (s * s)) / 2;
}

double infeasible(const Solution& solution, const Recomputed& e) {
  double most = worst(0, e.s - 1);
  for (int i = 0; i < e.n; ++i) {
    const double share = solution.alpha[i] / std::min(e.box[i], 1.0);
    most = worst(most, worst(-share, share - 1));
  }
  return most;
}

}  // namespace

Checked<SimplifiedDualPicture> check_simplified_dual(const Problem& problem, const Solution& solution,
                                                     const ClaimOptions& options, const Mistake& mistake) {
  const Recomputed original = recompute(problem, solution, options);
  Checked<SimplifiedDualPicture> result{{"2.4", {}, vacuous_reason(problem, solution, original)}, {}};
  SimplifiedDualPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  const Judged judged = judged_by(problem, solution, options, mistake);
  const Recomputed& e = judged.e;
  draw(picture, judged, original, mistake.is("cross") ? cross_of(solution, original) : 0, mistake);
  Climb climb(judged.problem, e, judged.solution.alpha);
  const double gain = picture.gain = climb.gain(kSteps);
  picture.up = e.violation;
  if (result.claim.reason.empty() && original.coincident) result.claim.reason = "coincident";
  if (!result.claim.reason.empty()) return result;

  Rng rng(options.seed);
  const Few few(problem, original, rng);
  const Tried tried = try_pairs(few, mistake, rng);
  const double scale = original.farthest, rounding = kRounding * few.size;
  const double optimum = std::abs(original.dual);
  const Check best = check_within("optimal", gain, kQpTolerance, optimum, original.allowance);
  const bool formula = mistake.is("sign") || mistake.is("cross");
  const bool without = (formula && tried.made <= 2 * (kIdentityTolerance * scale + rounding)) ||
                       (mistake.is("no-sum") && std::abs(e.s - 1) <= 2 * kIdentityTolerance) ||
                       (mistake.is("mean") && original.dual - e.dual <= 2 * best.bound);
  if (without) {
    result.claim.reason = kNoDifference;
    return result;
  }
  const Sums sums = count_sums(judged.solution, e);
  const double least = worst(0, worst(sums.lo - judged.solution.alpha_sum_lo, judged.solution.alpha_sum_lo - sums.hi));
  result.claim.checks = {
      check_within("equal", tried.equal, kIdentityTolerance, scale, rounding),
      check_within("concave", worst(tried.convex, 0), kIdentityTolerance, scale, rounding),
      check_within("ray", tried.ray, kIdentityTolerance, scale, rounding),
      best,
      check_within("feasible", infeasible(judged.solution, e), kIdentityTolerance, 1),
      check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1),
      check_within("reported", std::abs(judged.solution.dual - e.dual), kIdentityTolerance, optimum,
                   kRounding * e.magnitude),
      check_within("least", least, kIdentityTolerance, 1),
      check_within("as-good", sums.lost, kQpTolerance, optimum, original.allowance),
      check_within("worse", sums.shorter, kIdentityTolerance, -1, 1),
  };
  if (mistake.is("mean") || mistake.is("no-sum") || mistake.is("nu-too-large"))
    result.broken_certificate = as_shares(judged.solution);
  return result;
}

}  // namespace proofground::svdd
