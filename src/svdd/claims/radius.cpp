#include "svdd/claims/radius.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "core/argsort.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

// S counts as equal to nu if it is this close, relative to nu: 1/3 + 1/3 against 2/3.
constexpr double kTie = 1e-10;
// Rounding of such a sum: farther apart they are not equal.
constexpr double kSumRounding = 1e-12;
// How far beyond the farthest point the picture goes, relative to it.
constexpr double kMargin = 0.1;
constexpr int kFlatSamples = 5;
// nu as a multiple of sum C where its hypothesis is dropped.
constexpr double kTooLarge = 1.25;

// What both claims use: the recomputed solution, h, the certificate that is judged, and nu as it is judged.
struct Setting {
  Recomputed e;
  RadiusFunction h;
  Solution tried;
  double nu = 0;
  std::optional<RadiusFunction> wrong = std::nullopt;  // h as a mistake has it
  bool not_strict = false;                             // its S counts the points at rho as well
  double rho = tried.rho;
};

std::vector<double> divided(std::vector<double> weights, double by) {
  for (double& weight : weights) weight /= by;
  return weights;
}

double mean_over_support(const Recomputed& e, const std::vector<double>& alpha) {
  double sum = 0;
  int count = 0;
  for (int i = 0; i < e.n; ++i) {
    if (!(alpha[i] > 0)) continue;
    sum += e.d2[i];
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

void set_interval(Solution& out, double lo, double hi) {
  out.rho_lo = lo;
  out.rho_hi = hi;
  out.rho = lo + (hi - lo) / 2;
}

// The first squared distance where the weight of the points at it or beyond is at most `level`; the last one if none is.
// Points on the sphere are all at it, up to the band.
double first_not_strict(const RadiusFunction& h, double level, double band) {
  for (const double rho : h.sorted())
    if (h.not_inside(rho, band) <= level) return rho;
  return h.sorted().back();
}

// The mistakes that come from another h.
void minimise_wrongly(Setting& at, const Problem& problem, const Mistake& mistake) {
  const double total = std::accumulate(problem.weights.begin(), problem.weights.end(), 0.0);
  if (mistake.is("no-nu")) at.wrong.emplace(at.e.d2, problem.weights);
  if (mistake.is("count")) at.wrong.emplace(at.e.d2, std::vector<double>(at.e.n, total / at.e.n / problem.nu));
  if (at.wrong) set_interval(at.tried, at.wrong->lo(), at.wrong->hi());
  if (mistake.is("not-strict")) {
    at.not_strict = true;
    set_interval(at.tried, first_not_strict(at.h, 1 + kTie, at.e.band), first_not_strict(at.h, 1 - kTie, at.e.band));
  }
  if (mistake.is("nu-too-large")) {
    at.nu = kTooLarge * total;
    at.h = RadiusFunction(at.e.d2, divided(problem.weights, at.nu));
  }
}

Setting set_up(const Problem& problem, const Solution& solution, Recomputed e, const Mistake& mistake) {
  RadiusFunction h(e.d2, e.box);
  Solution tried = judged(solution, e, mistake.is("plain"));
  if (mistake.is("all-support")) tried.rho = mean_over_support(e, solution.alpha);
  if (mistake.is("radius")) tried.rho = std::sqrt(std::max(solution.rho, 0.0));
  if (mistake.is("exchanged")) std::swap(tried.rho_lo, tried.rho_hi);
  Setting at{std::move(e), std::move(h), std::move(tried), problem.nu};
  minimise_wrongly(at, problem, mistake);
  at.rho = at.tried.rho;
  for (int i = 0; i < at.e.n; ++i) at.tried.xi[i] = std::max(at.e.d2[i] - at.rho, 0.0);
  return at;
}

// Whether the mistake leaves rho within the set of minimisers, and the interval at its ends. Ends that are exchanged are as
// far apart as before: twice the band, as each may be off by it.
bool differs(const Setting& at, const Mistake& mistake) {
  const double lo = at.h.lo(), hi = at.h.hi(), band = at.e.band;
  if (at.rho < lo - band || at.rho > hi + band) return true;
  if (mistake.is("exchanged")) return at.tried.rho_lo - at.tried.rho_hi > 2 * band;
  if (!at.wrong && !at.not_strict) return false;
  return std::abs(at.tried.rho_lo - lo) > band || std::abs(at.tried.rho_hi - hi) > band;
}

// The wrong h or S at the corners of the right one.
std::vector<double> wrong_values(const Setting& at, const std::vector<double>& rho, const Mistake& mistake) {
  std::vector<double> out;
  for (const double r : rho) {
    if (at.not_strict) out.push_back(at.nu * at.h.not_inside(r, at.e.band));
    if (at.wrong) out.push_back(mistake.is("no-nu") ? (*at.wrong)(r) : at.nu * at.wrong->outside(r));
  }
  return out;
}

RadiusPicture draw(const Problem& problem, const Setting& at, const ClaimOptions& options, const Mistake& mistake) {
  RadiusPicture picture;
  const std::vector<double>& sorted = at.h.sorted();
  picture.rho.push_back(0);
  for (const double d2 : sorted)
    if (d2 > picture.rho.back()) picture.rho.push_back(d2);
  picture.rho.push_back(std::max(sorted.back(), at.rho) * (1 + kMargin) + (sorted.back() > 0 ? 0 : at.e.unit));
  // h backwards from its last piece, where it is rho, by slope times step.
  const std::size_t count = picture.rho.size();
  picture.h.assign(count, picture.rho.back());
  for (std::size_t k = 0; k < count; ++k) picture.outside.push_back(at.nu * at.h.outside(picture.rho[k]));
  for (std::size_t k = count - 1; k-- > 0;) {
    const double slope = 1 - picture.outside[k] / at.nu;
    picture.h[k] = picture.h[k + 1] - slope * (picture.rho[k + 1] - picture.rho[k]);
  }
  picture.lo = at.h.lo();
  picture.hi = at.h.hi();
  picture.minimum = *std::min_element(picture.h.begin(), picture.h.end());
  picture.pick = mistake.made() ? at.rho : options.rho.value_or(at.rho);
  picture.value = at.h(picture.pick);
  picture.slope_left = 1 - at.h.not_inside(picture.pick, at.e.band);
  picture.slope_right = 1 - at.h.outside(picture.pick, at.e.band);
  picture.minimises = (picture.slope_left <= kTie || picture.pick <= at.e.band) && picture.slope_right >= -kTie;
  picture.excess = std::max(picture.value - picture.minimum, 0.0);
  picture.nu = at.nu;
  picture.right_nu = problem.nu;
  picture.claimed_lo = at.tried.rho_lo;
  picture.claimed_hi = at.tried.rho_hi;
  picture.wrong = wrong_values(at, picture.rho, mistake);
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
  lo_ = first_with(1 + kTie);
  hi_ = first_with(1 - kTie);
}

double RadiusFunction::first_with(double level) const {
  if (outside(0) <= level) return 0.0;
  for (const double rho : d2_)
    if (outside(rho) <= level) return rho;
  return d2_.back();
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

using Judge = void (*)(std::vector<Check>& checks, const Setting& at, double minimum);

// What both claims have in common: everything but their checks.
Checked<RadiusPicture> check_radius(Checked<RadiusPicture> result, Judge judge, const Problem& problem,
                                    const Solution& solution, const ClaimOptions& options, const Mistake& mistake) {
  Recomputed e = recompute(problem, solution, options);
  result.claim.reason = vacuous_reason(problem, solution, e);
  if (result.claim.reason == "overflow") return result;
  Setting at = set_up(problem, solution, std::move(e), mistake);
  result.picture = draw(problem, at, options, mistake);
  if (result.claim.reason.empty() && mistake.made() && !differs(at, mistake)) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;
  judge(result.claim.checks, at, result.picture.minimum);
  if (at.rho != solution.rho) result.broken_certificate = std::move(at.tried);
  return result;
}

// The claimed interval against the set of minimisers.
Check check_ends(const Setting& at) {
  const auto off_end = [](double claimed, double tied, double apart) {
    return std::min(std::abs(claimed - tied), std::abs(claimed - apart));
  };
  const double off = worst(off_end(at.tried.rho_lo, at.h.lo(), at.h.first_with(1 + kSumRounding)),
                           off_end(at.tried.rho_hi, at.h.hi(), at.h.first_with(1 - kSumRounding)));
  Check check = check_within("ends", off, 0, 1, at.e.band);
  return check;
}

void judge_argmin(std::vector<Check>& checks, const Setting& at, double minimum) {
  const double band = at.e.band, allowance = at.e.allowance + at.e.excuse;
  double least = minimum, most = minimum;
  for (int k = 0; k <= kFlatSamples; ++k) {
    const double value = at.h(at.tried.rho_lo + (at.tried.rho_hi - at.tried.rho_lo) * k / kFlatSamples);
    least = std::min(least, value);
    most = worst(most, value);
  }
  const double left = at.rho <= band ? below_zero(at.rho, at.e) : worst(0, 1 - at.h.not_inside(at.rho, band));
  const double right = worst(0, at.h.outside(at.rho, band) - 1);
  checks = {
      check_within("slope-left", left, kIdentityTolerance, 1),
      check_within("slope-right", right, kIdentityTolerance, 1),
      check_within("minimum", std::abs(at.h(at.rho) - minimum), kQpTolerance, minimum, allowance),
      check_within("flat", most - least, kQpTolerance, minimum, allowance),
      check_ends(at),
  };
}

void judge_interval(std::vector<Check>& checks, const Setting& at, double minimum) {
  const double lo = at.h.lo(), hi = at.h.hi(), band = at.e.band;
  const double attained = worst(std::abs(at.h(lo) - minimum), std::abs(at.h(hi) - minimum));
  checks = {
      check_within("lower", worst(0, lo - at.rho), 0, 1, band),
      check_within("upper", worst(0, at.rho - hi), 0, 1, band),
      check_ends(at),
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
