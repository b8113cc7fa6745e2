#include "svdd/claims/centre.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "svdd/claims/descent.h"
#include "svdd/claims/radius.h"
#include "svdd/claims/recomputed.h"
#include "svm/centre.h"

namespace proofground::svdd {
namespace {

constexpr double kShare = 0.1;  // of the way to the farthest point
// Rounding of coordinates and of distances, relative to their sizes.
constexpr double kRounding = 1e-13;

int farthest_point(const Recomputed& e) {
  return static_cast<int>(std::max_element(e.d2.begin(), e.d2.end()) - e.d2.begin());
}

// How much more than the least a centre may cost.
double optimality_bound(const Recomputed& e, double cost) {
  return kQpTolerance * cost + e.allowance + 2 * kRounding * e.magnitude;
}

// What is judged: a ball about `scale` times the mean of the points with these weights, seen from there.
struct Judged {
  Solution ball;
  Recomputed seen;              // u, |mu|^2 and d^2 of that centre; the rest of the multipliers alpha of the ball
  std::vector<double> weights;  // whose sum of points the centre is
};

// u, |mu|^2 and d^2 of a centre given by its coordinates; those of `seen` are about the first point.
void see_from(Recomputed& seen, const Problem& problem, const std::vector<double>& centre) {
  const int d = problem.d;
  std::vector<double> mu(centre);
  for (int k = 0; k < d; ++k) mu[k] -= problem.x[k];
  seen.norm2 = std::inner_product(mu.begin(), mu.end(), mu.begin(), 0.0);
  for (int i = 0; i < seen.n; ++i) {
    seen.u[i] = std::inner_product(mu.begin(), mu.end(), seen.points(d).row(i), 0.0);
    seen.d2[i] = 0;
    for (int k = 0; k < d; ++k) {
      const double apart = problem.points().row(i)[k] - centre[k];
      seen.d2[i] += apart * apart;
    }
  }
}

// The same of `scale` times the centre, by kernel values.
void see_from_scaled(Recomputed& seen, double scale) {
  seen.norm2 *= scale * scale;
  for (int i = 0; i < seen.n; ++i) {
    seen.u[i] *= scale;
    seen.d2[i] = std::max((seen.self[i] - 2 * seen.u[i]) + seen.norm2, 0.0);
  }
}

Judged ball_about(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                  std::vector<double> weights, double scale) {
  Judged out{solution, {}, std::move(weights)};
  out.ball.alpha = out.weights;
  out.seen = recompute(problem, out.ball, options);
  std::vector<double>& centre = out.ball.center;
  if (centre.empty()) {
    see_from_scaled(out.seen, scale);
    out.ball.center_norm2 = out.seen.norm2;
  } else {
    centre = sum_about(out.seen.points(problem.d), std::vector<double>(problem.d, 0), out.weights);
    for (std::size_t k = 0; k < centre.size(); ++k) centre[k] = scale * (problem.x[k] + centre[k] / out.seen.s);
    see_from(out.seen, problem, centre);
    out.ball.center_norm2 = std::inner_product(centre.begin(), centre.end(), centre.begin(), 0.0);
  }
  out.ball.distance2 = out.seen.d2;
  for (double& weight : out.weights) weight *= scale;
  return out;
}

// The weights that a mistake makes the centre of.
std::vector<double> wrong_weights(const Problem& problem, const Solution& solution, const Recomputed& e,
                                  const Mistake& mistake) {
  std::vector<double> weights(solution.alpha);
  if (mistake.is("mean")) weights = problem.weights;
  if (mistake.is("support-mean")) {
    for (double& weight : weights) weight = weight > 0 ? 1 : 0;
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  if (mistake.is("plain")) {
    for (double& weight : weights) weight *= 1 - kShare;
    weights[farthest_point(e)] += kShare;
  }
  return weights;
}

Judged judged_as(const Problem& problem, const Solution& solution, const Recomputed& e, const ClaimOptions& options,
                 const Mistake& mistake) {
  if (!mistake.made()) return {solution, e, solution.alpha};
  Judged out = ball_about(problem, solution, options, wrong_weights(problem, solution, e, mistake),
                          mistake.is("nu-sum") ? problem.nu : 1);
  if (mistake.is("mean")) {
    // These weights are multipliers as well: in their boxes, as nu < sum C. The radius is the best for this centre.
    const RadiusFunction h(out.seen.d2, e.box);
    out.ball.rho = h.lo() / 2 + h.hi() / 2;
    out.seen = recompute(problem, out.ball, options);
  } else {
    out.ball.alpha = solution.alpha;
    out.seen.s = e.s;
    out.seen.dual = e.dual;
    out.seen.allowance = e.allowance;
  }
  return out;
}

// Another ball, or for multipliers of their own another cost; by more than what the checks allow for rounding.
bool differs(const Judged& at, const Recomputed& e, const Mistake& mistake) {
  if (mistake.is("mean")) {
    const double cost = least_cost(at.seen.d2, e.box);
    return cost - least_cost(e.d2, e.box) > optimality_bound(at.seen, cost);
  }
  double moved = 0;
  for (int i = 0; i < e.n; ++i) moved = worst(moved, std::abs(at.ball.distance2[i] - e.d2[i]));
  return moved > kIdentityTolerance * e.farthest + kRounding * e.magnitude;
}

// That no centre is cheaper: tried, and proved by the dual of the multipliers.
void add_optimality(std::vector<Check>& checks, const Judged& at, const Descent& descent) {
  const Recomputed& e = at.seen;
  const double allowance = optimality_bound(e, 0);
  checks.push_back(check_within("elsewhere", descent.here - descent.least, kQpTolerance, descent.here, allowance));
  checks.push_back(check_within("bound", worst(0, descent.here - e.dual), kQpTolerance, descent.here, allowance));
  checks.push_back(check_within("sum", std::abs(e.s - 1), kIdentityTolerance, 1));
  checks.push_back(check_within("multipliers", outside_boxes(at.ball.alpha, e), kIdentityTolerance, 1));
}

}  // namespace

Checked<CentrePicture> check_centre(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake) {
  const Recomputed original = recompute(problem, solution, options);
  Checked<CentrePicture> result{{"2.5a", {}, vacuous_reason(problem, solution, original)}, {}};
  CentrePicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  Judged judged = judged_as(problem, solution, original, options, mistake);
  const Solution& at = judged.ball;
  // The ball that the multipliers make: for a centre that was moved alone, the right one.
  const Recomputed& e = mistake.is("mean") ? judged.seen : original;
  double trace = 0, pulled = 0, distances = 0;
  for (int i = 0; i < e.n; ++i) {
    trace += at.alpha[i] * e.self[i];
    pulled += at.alpha[i] * at.distance2[i];
    distances = worst(distances, std::abs(at.distance2[i] - e.d2[i]));
    picture.pull.push_back(at.alpha[i] * std::sqrt(std::max(at.distance2[i], 0.0)));
  }
  picture.residual2 = std::abs(e.s * pulled - e.s * (trace - e.s * e.norm2));
  double force = 0, size = 0, norm2 = 0;
  std::vector<double> sum(at.center.size(), 0);
  for (std::size_t i = 0; !sum.empty() && i < at.alpha.size(); ++i) {
    for (std::size_t k = 0; k < sum.size(); ++k) {
      const double x = problem.points().row(static_cast<int>(i))[k];
      picture.force.push_back(at.alpha[i] * (x - at.center[k]));
      sum[k] += picture.force.back();
      size = std::max(size, std::abs(x));
    }
  }
  for (std::size_t k = 0; k < sum.size(); ++k) {
    force = worst(force, std::abs(sum[k]));
    norm2 += at.center[k] * at.center[k];
  }
  if (result.claim.reason.empty() && original.coincident) result.claim.reason = "coincident";
  if (result.claim.reason.empty() && mistake.made() && !differs(judged, original, mistake))
    result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double rounding = kRounding * e.magnitude;
  result.claim.checks = {
      check_within("balance", picture.residual2, kIdentityTolerance, e.farthest, rounding),
      check_within("distances", distances, kIdentityTolerance, e.farthest, rounding),
  };
  if (sum.empty()) {
    result.claim.checks.push_back(
        check_within("norm", std::abs(at.center_norm2 - e.norm2), kIdentityTolerance, e.farthest, rounding));
  } else {
    result.claim.checks.push_back(
        check_within("force", force, kIdentityTolerance, std::sqrt(e.farthest), kRounding * size));
    result.claim.checks.push_back(check_within("norm", std::abs(at.center_norm2 - norm2), kIdentityTolerance, norm2));
  }
  Rng rng(options.seed);
  Descent descent = descend(problem, judged.seen, rng);
  add_optimality(result.claim.checks, judged, descent);
  picture.distance = std::move(descent.distance);
  picture.cost = std::move(descent.cost);
  picture.here = descent.here;
  picture.least = descent.least;
  if (mistake.made()) {
    judged.ball.alpha = std::move(judged.weights);
    result.broken_certificate = std::move(judged.ball);
  }
  return result;
}

}  // namespace proofground::svdd
