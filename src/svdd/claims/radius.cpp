#include "svdd/claims/radius.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/argsort.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

// S counts as equal to nu if it is this close, relative to nu: 1/3 + 1/3 against 2/3.
constexpr double kTie = 1e-10;
// How far beyond the farthest point the picture goes, relative to it.
constexpr double kMargin = 0.1;
constexpr int kFlatSamples = 5;

// What both claims use: the recomputed solution, the function h and the certificate that is judged: rho is moved when
// broken.
struct Setting {
  Recomputed e;
  RadiusFunction h;
  Solution tried;
  double rho = tried.rho;
};

Setting set_up(const Solution& solution, Recomputed e, bool broken) {
  RadiusFunction h(e.d2, e.box);
  Solution tried = judged(solution, e, broken);
  return {std::move(e), std::move(h), std::move(tried)};
}

RadiusPicture draw(const Problem& problem, const Setting& at, const ClaimOptions& options, bool broken) {
  RadiusPicture picture;
  const std::vector<double>& sorted = at.h.sorted();
  picture.rho.push_back(0);
  for (const double d2 : sorted)
    if (d2 > picture.rho.back()) picture.rho.push_back(d2);
  picture.rho.push_back(std::max(sorted.back(), at.rho) * (1 + kMargin) + (sorted.back() > 0 ? 0 : at.e.unit));
  // h backwards from its last piece, where it is rho, by slope times step.
  const std::size_t count = picture.rho.size();
  picture.h.assign(count, picture.rho.back());
  for (std::size_t k = 0; k < count; ++k) picture.outside.push_back(problem.nu * at.h.outside(picture.rho[k]));
  for (std::size_t k = count - 1; k-- > 0;) {
    const double slope = 1 - picture.outside[k] / problem.nu;
    picture.h[k] = picture.h[k + 1] - slope * (picture.rho[k + 1] - picture.rho[k]);
  }
  picture.lo = at.h.lo();
  picture.hi = at.h.hi();
  picture.minimum = *std::min_element(picture.h.begin(), picture.h.end());
  picture.pick = broken ? at.rho : options.rho.value_or(at.rho);
  picture.value = at.h(picture.pick);
  picture.slope_left = 1 - at.h.not_inside(picture.pick, at.e.band);
  picture.slope_right = 1 - at.h.outside(picture.pick, at.e.band);
  picture.minimises = (picture.slope_left <= kTie || picture.pick <= at.e.band) && picture.slope_right >= -kTie;
  picture.excess = std::max(picture.value - picture.minimum, 0.0);
  picture.nu = problem.nu;
  return picture;
}

}  // namespace

RadiusFunction::RadiusFunction(const std::vector<double>& d2, const std::vector<double>& box) {
  for (const int i : argsort(d2)) {
    d2_.push_back(d2[i]);
    box_.push_back(box[i]);
  }
  above_.assign(d2.size() + 1, 0);
  for (std::size_t k = d2.size(); k-- > 0;) above_[k] = above_[k + 1] + box_[k];
  const auto first_with = [&](double level) {
    if (outside(0) <= level) return 0.0;
    for (const double rho : d2_)
      if (outside(rho) <= level) return rho;
    return d2_.back();
  };
  lo_ = first_with(1 + kTie);
  hi_ = first_with(1 - kTie);
}

double RadiusFunction::operator()(double rho) const {
  double sum = rho;
  for (std::size_t k = 0; k < d2_.size(); ++k) sum += box_[k] * std::max(d2_[k] - rho, 0.0);
  return sum;
}

double RadiusFunction::outside(double rho, double band) const {
  return above_[static_cast<std::size_t>(std::upper_bound(d2_.begin(), d2_.end(), rho + band) - d2_.begin())];
}

double RadiusFunction::not_inside(double rho, double band) const {
  return above_[static_cast<std::size_t>(std::lower_bound(d2_.begin(), d2_.end(), rho - band) - d2_.begin())];
}

namespace {

using Judge = void (*)(std::vector<Check>& checks, const Setting& at, const Solution& solution, double minimum);

// What both claims have in common: everything but their checks.
Checked<RadiusPicture> check_radius(Checked<RadiusPicture> result, Judge judge, const Problem& problem,
                                    const Solution& solution, const ClaimOptions& options, const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  Recomputed e = recompute(problem, solution, options);
  result.claim.reason = vacuous_reason(problem, solution, e);
  if (result.claim.reason == "overflow") return result;
  Setting at = set_up(solution, std::move(e), broken);
  result.picture = draw(problem, at, options, broken);
  if (!result.claim.reason.empty()) return result;
  judge(result.claim.checks, at, solution, result.picture.minimum);
  if (broken) result.broken_certificate = std::move(at.tried);
  return result;
}

void judge_argmin(std::vector<Check>& checks, const Setting& at, const Solution& solution, double minimum) {
  const double band = at.e.band;
  double least = minimum, most = minimum;
  for (int k = 0; k <= kFlatSamples; ++k) {
    const double value = at.h(solution.rho_lo + (solution.rho_hi - solution.rho_lo) * k / kFlatSamples);
    least = std::min(least, value);
    most = worst(most, value);
  }
  const double left = at.rho <= band ? 0 : worst(0, 1 - at.h.not_inside(at.rho, band));
  const double right = worst(0, at.h.outside(at.rho, band) - 1);
  checks = {
      check_within("slope-left", left, kIdentityTolerance, 1),
      check_within("slope-right", right, kIdentityTolerance, 1),
      check_within("minimum", std::abs(at.h(at.rho) - minimum), kQpTolerance, minimum, at.e.allowance),
      check_within("flat", most - least, kQpTolerance, minimum, at.e.allowance),
  };
}

void judge_interval(std::vector<Check>& checks, const Setting& at, const Solution& solution, double minimum) {
  const double lo = at.h.lo(), hi = at.h.hi(), band = at.e.band;
  const double attained = worst(std::abs(at.h(lo) - minimum), std::abs(at.h(hi) - minimum));
  checks = {
      check_within("lower", worst(0, lo - at.rho), 0, 1, band),
      check_within("upper", worst(0, at.rho - hi), 0, 1, band),
      check_within("ends", worst(std::abs(lo - solution.rho_lo), std::abs(hi - solution.rho_hi)), 0, 1, band),
      check_within("attained", attained, kQpTolerance, minimum, at.e.allowance),
  };
}

}  // namespace

Checked<RadiusPicture> check_radius_argmin(const Problem& problem, const Solution& solution,
                                           const ClaimOptions& options, const Mistake& mistake) {
  return check_radius({{"2.5b", {}, ""}, {}}, judge_argmin, problem, solution, options, mistake);
}

Checked<RadiusPicture> check_radius_interval(const Problem& problem, const Solution& solution,
                                             const ClaimOptions& options, const Mistake& mistake) {
  return check_radius({{"2.5c", {}, ""}, {}}, judge_interval, problem, solution, options, mistake);
}

}  // namespace proofground::svdd
