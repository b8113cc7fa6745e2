#include "svdd/claims/meaning_of_nu.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "svdd/claims/ball_of.h"
#include "svdd/claims/radius.h"
#include "svdd/claims/recomputed.h"
#include "svdd/claims/sweep.h"
#include "svm/polish.h"

namespace proofground::svdd {
namespace {

constexpr int kSweep = 24, kSweepLarge = 12;
constexpr double kSameWeight = 1e-12;  // relative
constexpr double kTooLarge = 1.25;     // nu over the sum of the weights, where that hypothesis is dropped

struct Shares {
  double outside = 0, not_inside = 0;
};

Shares count(const std::vector<double>& d2, double rho, double band) {
  double outside = 0, not_inside = 0;
  for (const double value : d2) {
    if (value > rho + band) ++outside;
    if (value >= rho - band) ++not_inside;
  }
  const auto n = static_cast<double>(d2.size());
  return {outside / n, not_inside / n};
}

double violation(const Shares& shares, double nu) {
  return worst(0, worst(shares.outside - nu, nu - shares.not_inside));
}

// What is counted as outside.
Shares counted(Shares shares, const Mistake& mistake) {
  if (mistake.is("at-least")) shares.outside = shares.not_inside;
  return shares;
}

// The points, or 1000 of them, with the weight 1/n each.
Problem swept_problem(const Problem& problem) {
  const int n = problem.n(), count = std::min(n, kPolishPoints);
  Problem out = problem;
  out.weights.assign(count, 1.0 / count);
  out.x.clear();
  for (int k = 0; k < count; ++k) {
    const double* row = problem.points().row(static_cast<int>(static_cast<long>(k) * n / count));
    out.x.insert(out.x.end(), row, row + problem.d);
  }
  return out;
}

// Between two multiples of 1/n and on one, by turns.
std::vector<double> swept_nus(int n, int count) {
  std::vector<double> nus;
  for (int k = 0; k < count; ++k) {
    const double at = (k + 0.5) / count * n, whole = std::round(at);
    const bool on = k % 2 == 1 && whole > 0 && whole < n;
    nus.push_back((on ? whole : std::floor(at) + 0.5) / n);
  }
  return nus;
}

double sweep_shares(NuPicture& picture, const Problem& problem, const Recomputed& e, const Mistake& mistake) {
  const Problem swept = swept_problem(problem);
  const std::vector<double> nus = swept_nus(swept.n(), e.n > kPolishPoints ? kSweepLarge : kSweep);
  picture.sweep_tried = static_cast<int>(nus.size());
  picture.sweep_points = swept.n();
  double most = 0;
  for (const SweptFit& fit : sweep(swept, e, nus)) {
    const Shares right = count(fit.at.d2, fit.solution.rho, fit.at.band), shares = counted(right, mistake);
    picture.sweep_nu.push_back(fit.nu);
    picture.sweep_outside.push_back(shares.outside);
    picture.sweep_not_inside.push_back(shares.not_inside);
    picture.sweep_rho.push_back(fit.solution.rho);
    picture.sweep_intact.push_back(right.outside);
    most = worst(most, violation(shares, fit.nu));
  }
  return most;
}

// What is judged: the certificate, or what the mistake puts in its place, for the nu that it has.
struct Judged {
  Problem problem;
  Solution solution;
  bool moved = false;  // whether it is another ball
};

// Bounds C_i for C_i / nu: the fit for nu = 1, where there is one.
Solution without_nu(const Problem& problem, const Solution& solution, double total) {
  Problem other = problem;
  other.nu = 1;
  if (total > 1) {
    Options options;
    options.tolerance = std::max(solution.report.kkt_gap, 1e-100);
    return fit(other, options);
  }
  Solution ball = ball_of(problem, mean_multipliers(problem), solution);
  move_radius(ball, problem, 0);
  return ball;
}

Judged judged_by(const Problem& problem, const Solution& solution, const Recomputed& e, const Mistake& mistake) {
  Judged out{problem, judged(solution, e, mistake.is("plain")), mistake.is("plain")};
  const double total = std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0);
  if (mistake.is("radius")) {
    move_radius(out.solution, problem, std::sqrt(std::max(solution.rho, 0.0)));
    out.moved = true;
  } else if (mistake.is("no-nu")) {
    out.solution = without_nu(problem, solution, total);
    out.moved = true;
  } else if (mistake.is("nu-too-large")) {
    out.problem.nu = kTooLarge * total;
    std::vector<double> alpha = problem.weights;
    for (double& value : alpha) value /= out.problem.nu;
    out.solution = ball_of(out.problem, std::move(alpha), solution);
    out.moved = true;
  }
  return out;
}

// Points of weight 0 that make one of the inequalities wrong: beside a point inside until only nu / 2 are not inside, or
// beside one outside until (1 + nu) / 2 are outside, whichever takes fewer. 0 if there is no such point, or if it is too
// small a share to be seen.
double add_weightless(Shares& shares, double nu, double n) {
  const double outside = shares.outside * n, not_inside = shares.not_inside * n;
  const bool has_inside = not_inside < n - 0.5 && nu > 4 * kIdentityTolerance;
  const bool has_outside = outside > 0.5 && 1 - nu > 4 * kIdentityTolerance;
  const double within = has_inside ? std::ceil(2 * not_inside / nu - n) : 0;
  const double beyond = has_outside ? std::ceil(((1 + nu) * n - 2 * outside) / (1 - nu)) : 0;
  if (within <= 0 && beyond <= 0) return 0;
  const bool inside = beyond <= 0 || (within > 0 && within <= beyond);
  const double added = inside ? within : beyond;
  shares.outside = (outside + (inside ? 0 : added)) / (n + added);
  shares.not_inside = (not_inside + (inside ? 0 : added)) / (n + added);
  return added;
}

// The largest share of its bound by which a multiplier is off: outside it is C_i / nu, inside 0.
double off_multipliers(const Solution& solution, const Recomputed& e) {
  double most = 0;
  for (int i = 0; i < e.n; ++i) {
    const double room = std::min(e.box[i], 1.0);
    if (e.d2[i] > solution.rho + e.band) most = worst(most, std::abs(e.box[i] - solution.alpha[i]) / room);
    if (e.d2[i] < solution.rho - e.band) most = worst(most, std::abs(solution.alpha[i]) / room);
  }
  return most;
}

// Another ball whose rho is among the best for its own centre has right counts, too.
bool is_best(const Judged& tried, const Recomputed& e) {
  const RadiusFunction h(e.d2, e.box);
  return tried.solution.rho >= h.lo() - e.band && tried.solution.rho <= h.hi() + e.band;
}

}  // namespace

Checked<NuPicture> check_meaning_of_nu(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                       const Mistake& mistake) {
  const Recomputed original = recompute(problem, solution, options);
  Checked<NuPicture> result{{"2.6", {}, vacuous_reason(problem, solution, original)}, {}};
  NuPicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  const auto [least, most] = std::minmax_element(problem.weights.begin(), problem.weights.end());
  if (result.claim.reason.empty() && *most - *least > kSameWeight * *most) result.claim.reason = "weights-differ";
  const double total = original.n * *most;  // weight of all points
  Judged tried = judged_by(problem, solution, original, mistake);
  const Recomputed e = recompute(tried.problem, tried.solution, options);
  const Shares right = count(original.d2, solution.rho, original.band);
  Shares shares = counted(count(e.d2, tried.solution.rho, e.band), mistake);
  picture.nu = tried.problem.nu / total;
  picture.intact_nu = problem.nu / total;
  picture.intact_outside = right.outside;
  picture.intact_not_inside = right.not_inside;
  if (mistake.is("weight-0")) picture.added = add_weightless(shares, picture.nu, e.n);
  picture.outside = shares.outside;
  picture.not_inside = shares.not_inside;
  const double swept = sweep_shares(picture, problem, original, mistake);
  if (result.claim.reason.empty()) {
    const bool moved = tried.moved && !mistake.is("nu-too-large");
    if (picture.sweep_nu.empty()) result.claim.reason = "no-fit";
    if ((moved && is_best(tried, e)) || (mistake.is("weight-0") && picture.added == 0))
      result.claim.reason = kNoDifference;
  }
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("outside", worst(0, shares.outside - picture.nu), kIdentityTolerance, 1),
      check_within("not-inside", worst(0, picture.nu - shares.not_inside), kIdentityTolerance, 1),
      check_within("places", off_multipliers(tried.solution, e), kIdentityTolerance, 1),
      check_within("sweep", swept, kIdentityTolerance, 1),
  };
  if (tried.moved)
    result.broken_certificate = mistake.is("nu-too-large") ? as_shares(tried.solution) : std::move(tried.solution);
  return result;
}

}  // namespace proofground::svdd
