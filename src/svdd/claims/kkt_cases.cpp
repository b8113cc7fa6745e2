#include "svdd/claims/kkt_cases.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "svdd/claims/recomputed.h"
#include "svdd/kkt_case.h"

namespace proofground::svdd {
namespace {

constexpr double kTooLarge = 1.5;     // times C / nu
constexpr double kNuTooLarge = 1.25;  // times sum C, where the hypothesis nu < sum C is dropped

// Along d^2: how far the point must move until its alpha is allowed.
double along_excess(double excess, double alpha, double box) {
  if (alpha < 0 || alpha > box) return std::numeric_limits<double>::infinity();
  if (alpha == 0 && excess < 0) return 0;
  if (alpha == box && excess > 0) return 0;
  return std::abs(excess);
}

// Along alpha: how far alpha is from an allowed value.
double along_alpha(double excess, double alpha, double box) {
  if (excess < 0) return std::abs(alpha);
  if (excess > 0) return std::abs(box - alpha);
  return std::max({-alpha, alpha - box, 0.0});
}

// What is judged: multipliers against stairs of these heights, and which way round the table is read.
struct Judged {
  std::vector<double> alpha, box;
  double sign = 1;           // -1: inside and outside exchanged
  double outside_level = 1;  // box in units of C_i / nu
};

Judged judged_as(const Problem& problem, const Solution& solution, const Recomputed& e, int point,
                 const Mistake& mistake) {
  Judged at{solution.alpha, e.box};
  if (mistake.is("plain")) at.alpha[point] = kTooLarge * e.box[point];
  if (mistake.is("nu-sum")) {
    for (double& value : at.alpha) value *= problem.nu;
  }
  if (mistake.is("reversed")) at.sign = -1;
  if (mistake.is("no-nu")) at.outside_level = problem.nu;
  if (mistake.is("nu-too-large"))
    at.outside_level =
        problem.nu / (kNuTooLarge * std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0));
  for (double& value : at.box) value *= at.outside_level;
  return at;
}

// Whether the mistake asks for another multiplier of any point. @param reach  a squared distance, relative, that is seen
bool differs(const Judged& at, const std::vector<double>& excess, const Recomputed& e, const Problem& problem,
             const Mistake& mistake, double reach) {
  if (mistake.is("plain")) return true;
  if (mistake.is("nu-sum")) return std::abs(problem.nu - 1) > kIdentityTolerance;
  for (int i = 0; i < e.n; ++i) {
    if (mistake.is("reversed") && std::abs(excess[i]) > reach * e.unit) return true;
    if (mistake.is("reversed")) continue;
    // Above the lower stairs, or outside and below the higher ones.
    if (at.alpha[i] - at.box[i] > kIdentityTolerance * std::min(at.box[i], 1.0)) return true;
    if (excess[i] > reach * e.unit && at.box[i] - at.alpha[i] > reach * std::min(at.box[i], 1.0)) return true;
  }
  return false;
}

}  // namespace

Checked<StaircasePicture> check_kkt_cases(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const Recomputed e = recompute(problem, solution, options);
  Checked<StaircasePicture> result{{"2.5e", {}, vacuous_reason(problem, solution, e)}, {}};
  StaircasePicture& picture = result.picture;
  if (result.claim.reason == "overflow") return result;
  const Judged at = judged_as(problem, solution, e, options.point, mistake);
  picture.alpha = at.alpha;
  picture.box = e.box;
  picture.band = e.band;
  picture.inside_level = at.sign < 0 ? 1 : 0;
  picture.outside_level = at.sign < 0 ? 0 : at.outside_level;
  double farthest = below_zero(solution.rho, e), outside_box = 0, sum = 0, gap = 0;
  for (int i = 0; i < e.n; ++i) {
    const double alpha = at.alpha[i], box = at.box[i], room = std::min(box, 1.0);
    double distance = 0;
    for (const double rho : {solution.rho, solution.rho_lo, solution.rho_hi}) {
      const double excess = at.sign * (e.d2[i] - rho);
      distance =
          worst(distance, std::min(along_excess(excess, alpha, box) / e.unit, along_alpha(excess, alpha, box) / room));
    }
    picture.excess.push_back(e.d2[i] - solution.rho);
    picture.kkt_case.push_back(classify(picture.excess.back(), e.band));
    picture.distance.push_back(distance);
    farthest = worst(farthest, distance);
    outside_box = worst(outside_box, worst(-alpha, alpha - box) / room);
    sum += alpha;
    gap += box * std::max(picture.excess.back(), 0.0) - alpha * picture.excess.back();
  }
  const double reach = kQpTolerance + e.tau / e.unit;
  if (result.claim.reason.empty() && mistake.made() && !differs(at, picture.excess, e, problem, mistake, reach))
    result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("staircase", farthest, kQpTolerance, 1, e.tau / e.unit),
      check_within("gap", std::abs(gap), kQpTolerance, e.scale, e.allowance + e.excuse),
      check_violation(e),
      check_within("multipliers", outside_box, kIdentityTolerance, 1),
      check_within("sum", std::abs(sum - 1), kIdentityTolerance, 1),
  };
  return result;
}

}  // namespace proofground::svdd
