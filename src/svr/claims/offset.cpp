#include "svr/claims/offset.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "svr/claims/recomputed.h"
#include "svr/claims/wrong.h"

namespace proofground::svr {
namespace {

// Of the breakpoints' range: how far the polyline is drawn beyond them.
constexpr double kMargin = 0.1;
constexpr int kFlatSamples = 5;

// The vertices with g there: g once from its formula, then by slope times step.
void draw(OffsetPicture& picture, const OffsetFunction& g, double C) {
  const std::vector<double>& at = g.breakpoints;
  const double margin = kMargin * (at.back() - at.front());
  picture.b.push_back(at.front() - margin);
  picture.b.insert(picture.b.end(), at.begin(), at.end());
  picture.b.push_back(at.back() + margin);
  double slope = -C * (static_cast<double>(at.size()) / 2), value = g(picture.b.front());
  picture.g.push_back(value);
  for (std::size_t k = 1; k < picture.b.size(); ++k) {
    value += slope * (picture.b[k] - picture.b[k - 1]);
    // g >= 0; the sum may fall below by rounding.
    picture.g.push_back(std::max(value, 0.0));
    slope += C;
  }
}

}  // namespace

Checked<OffsetPicture> check_offset(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                    const Mistake& mistake) {
  const Recomputed recomputed = recompute(problem, solution, options.tolerance);
  Checked<OffsetPicture> result{{"1c1", {}, vacuous_reason(problem, solution, recomputed)}, {}};
  if (result.claim.reason == "overflow") return result;
  const OffsetFunction g(problem, recomputed);
  const double band = recomputed.band;
  Solution tried = solution;
  if (mistake.is("plain")) tried.b = g.hi() + problem.epsilon / 2 + 4 * band;
  const bool read = mistake.made() && !mistake.is("plain");
  if (read) tried = wrong_certificate(problem, solution, recomputed, options, mistake).value_or(solution);
  const double b = tried.b;

  OffsetPicture& picture = result.picture;
  draw(picture, g, problem.C);
  picture.lo = g.lo();
  picture.hi = g.hi();
  picture.minimum = g(g.lo() / 2 + g.hi() / 2);
  picture.pick = mistake.made() ? b : options.b.value_or(solution.b);
  picture.value = g(picture.pick);
  picture.slope_left = g.slope_left(picture.pick, band);
  picture.slope_right = g.slope_right(picture.pick, band);
  picture.minimises = picture.slope_left <= 0 && picture.slope_right >= 0;
  picture.excess = std::max(picture.value - picture.minimum, 0.0);
  if (!result.claim.reason.empty()) return result;
  // A wrong b may be one of the minimisers.
  if (read && b >= g.lo() - band && b <= g.hi() + band) {
    result.claim.reason = kNoDifference;
    return result;
  }

  double least = picture.minimum, most = picture.minimum;
  for (int k = 0; k <= kFlatSamples; ++k) {
    const double value = g(g.lo() + (g.hi() - g.lo()) * k / kFlatSamples);
    least = std::min(least, value);
    most = std::max(most, value);
  }
  const double scale = std::abs(picture.minimum);
  const double allowance = problem.C * recomputed.n * recomputed.tau;
  result.claim.checks = {
      // Whole multiples of C: the tolerance is in the band that decides which breakpoints are counted.
      check_within("slope-left", std::max(0.0, g.slope_left(b, band)), 0, problem.C),
      check_within("slope-right", std::max(0.0, -g.slope_right(b, band)), 0, problem.C),
      check_within("minimum", std::abs(g(b) - picture.minimum), kQpTolerance, scale, allowance),
      // Where the interval is two tied breakpoints apart by rounding, so is g. A wide tube rounds them more than the data do.
      check_within("flat", most - least, kIdentityTolerance, scale,
                   1e-14 * problem.C * recomputed.n * (recomputed.magnitude + problem.epsilon)),
      check_within("interval", worst(std::abs(g.lo() - solution.b_lo), std::abs(g.hi() - solution.b_hi)), 0, 1, band),
      check_violation(recomputed, 0),
  };
  if (mistake.made()) result.broken_certificate = std::move(tried);
  return result;
}

}  // namespace proofground::svr
