#include "vae/claims/kl_closed_form.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>

#include "core/rng.h"
#include "vae/claims/compared.h"
#include "vae/claims/latent.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

using Complex = std::complex<double>;

constexpr double kSpacing = 0.5, kComplexStep = 1e-60, kTooLarge = 0.01;
/// Places on each side of 0: as far as t = 12.
constexpr int kPlaces = 24;
/// Rounding of the integral, in units of that of the absolute value: a few ulps of every term.
constexpr double kTermLost = 8 * 2.3e-16;

/// What is judged.
struct Certificate {
  std::vector<double> terms, slopes;
  double total = 0;
};

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

/// One coordinate of q. z = m + s t.
struct Coordinate {
  double mean, var, deviation, log_var, less;  ///< less: deviation - 1, with its digits

  Coordinate(double m, double v)
      : mean(m), var(v), deviation(std::sqrt(v)), log_var(std::log(v)), less((v - 1) / (deviation + 1)) {}

  [[nodiscard]] double z(double t) const { return mean + deviation * t; }
  /// log q - log p there: -log s - t^2 / 2 + z^2 / 2, the squares as (z - t) (z + t).
  [[nodiscard]] double log_ratio(double t) const {
    const double apart = mean + less * t;
    return 0.5 * (apart * (z(t) + t) - log_var);
  }
};

double density(double t) { return std::exp(-0.5 * t * t) / std::sqrt(2 * std::numbers::pi); }

/// By the rule: mean, variance and mean size of log(q / p) under q; derivatives of the mean.
struct Integrals {
  double mean = 0, variance = 0, size = 0;
  double by_mean = 0, by_log_var = 0, slope_size = 0;
};

/// s q log(q / p) at z(t), q's parameters moved by imaginary numbers. Its own deviation is left out of the density: z is measured by t.
Complex integrand(const Coordinate& q, double t, const Complex& mean_step, const Complex& log_var_step) {
  const Complex off = t - mean_step / q.deviation, quadratic = 0.5 * off * off * std::exp(-log_var_step);
  const Complex log_ratio = 0.5 * q.z(t) * q.z(t) - quadratic - 0.5 * (q.log_var + log_var_step);
  return std::exp(-quadratic - 0.5 * log_var_step) / std::sqrt(2 * std::numbers::pi) * log_ratio;
}

Integrals integrals_of(const Coordinate& q) {
  Integrals out;
  const Complex step(0, kComplexStep);
  for (int k = -kPlaces; k <= kPlaces; ++k) {
    const double t = k * kSpacing, weight = kSpacing * density(t), value = q.log_ratio(t);
    out.mean += weight * value;
    out.size += weight * std::abs(value);
    const double width = kSpacing / kComplexStep;
    const double by_mean = width * integrand(q, t, step, 0).imag();
    const double by_log_var = width * integrand(q, t, 0, step).imag();
    out.by_mean += by_mean;
    out.by_log_var += by_log_var;
    out.slope_size += std::abs(by_mean) + std::abs(by_log_var);
  }
  for (int k = -kPlaces; k <= kPlaces; ++k) {
    const double t = k * kSpacing, off = q.log_ratio(t) - out.mean;
    out.variance += kSpacing * density(t) * off * off;
  }
  return out;
}

Certificate mistaken(const Problem& problem, const Solution& solution, const Mistake& mistake) {
  Certificate out{solution.kl, solution.kl_slopes, sum_of(solution.kl)};
  const std::size_t dz = solution.kl.size();
  if (mistake.is("plain")) {
    const double more = kTooLarge * (1 + std::abs(out.terms.front()));
    out.terms.front() += more;
    out.total += more;
  }
  if (mistake.is("kl-mean")) {
    out.total /= static_cast<double>(dz);
    for (double& slope : out.slopes) slope /= static_cast<double>(dz);
  }
  if (mistake.is("kl-sign")) {
    for (double& term : out.terms) term = -term;
    for (double& slope : out.slopes) slope = -slope;
  }
  for (std::size_t j = 0; j < dz; ++j) {
    const double var = problem.q.var[j];
    if (mistake.is("sigma")) {
      out.terms[j] = kl_term(problem.q.mean[j], std::sqrt(var));
      out.slopes[dz + j] = kl_log_var_slope(std::sqrt(var));
    }
    if (mistake.is("no-log")) {
      out.terms[j] += 0.5 * std::log(var);
      out.slopes[dz + j] = 0.5 * var;
    }
  }
  if (mistake.is("sigma") || mistake.is("no-log") || mistake.is("kl-sign")) out.total = sum_of(out.terms);
  return out;
}

/// Every value over its unit.
std::vector<double> in(const std::vector<double>& units, std::vector<double> values) {
  for (std::size_t k = 0; k < values.size(); ++k) values[k] /= units[k];
  return values;
}

/// Of the right answer: what the checks compare with, and their units: a value is right to the tolerance times its unit.
struct Right {
  std::vector<double> terms, units, slopes, slope_units;
  std::vector<double> errors;  ///< exact standard errors of the mean over the draws
  double total = 0, total_unit = 0, total_error = 0;
};

/// The value itself, and what rounding of sums of this size is next to the tolerance. Never 0.
double unit_of(double value, double size, double lost) {
  return std::abs(value) + lost / kIdentityTolerance * size + kSmallestParameter;
}

Right right_of(const Problem& problem, int draws) {
  Right out;
  std::vector<double> by_log_var, log_var_units;
  double variance = 0, size = 0;
  for (std::size_t j = 0; j < problem.q.mean.size(); ++j) {
    const Integrals i = integrals_of({problem.q.mean[j], problem.q.var[j]});
    out.terms.push_back(i.mean);
    out.units.push_back(unit_of(i.mean, i.size, kTermLost));
    out.slopes.push_back(i.by_mean);
    out.slope_units.push_back(unit_of(i.by_mean, i.slope_size, kLost));
    by_log_var.push_back(i.by_log_var);
    log_var_units.push_back(unit_of(i.by_log_var, i.slope_size, kLost));
    out.errors.push_back(std::sqrt(i.variance / draws));
    variance += i.variance;
    size += i.size;
  }
  out.slopes.insert(out.slopes.end(), by_log_var.begin(), by_log_var.end());
  out.slope_units.insert(out.slope_units.end(), log_var_units.begin(), log_var_units.end());
  out.total = sum_of(out.terms);
  out.total_unit = unit_of(out.total, size, kTermLost);
  out.total_error = std::sqrt(variance / draws);
  return out;
}

/// Means of log q - log p over draws from q.
struct Drawn {
  std::vector<RunningStats> terms;
  RunningStats total;
};

Drawn drawn_of(const Problem& problem, const ClaimOptions& options) {
  Drawn out{std::vector<RunningStats>(problem.q.mean.size()), {}};
  std::vector<Coordinate> coordinates;
  coordinates.reserve(out.terms.size());
  for (std::size_t j = 0; j < out.terms.size(); ++j) coordinates.emplace_back(problem.q.mean[j], problem.q.var[j]);
  Rng rng(options.seed);
  for (int n = 0; n < options.draws; ++n) {
    double total = 0;
    for (std::size_t j = 0; j < coordinates.size(); ++j) {
      const double value = coordinates[j].log_ratio(rng.normal());
      out.terms[j].add(value);
      total += value;
    }
    out.total.add(total);
  }
  return out;
}

double z_score(double claimed, const RunningStats& drawn, double exact_error, double unit) {
  return std::abs(drawn.mean - claimed) / (worst(drawn.error(), exact_error) + kIdentityTolerance * unit);
}

std::vector<Compared> judged(const Certificate& claimed, const Right& right, const Drawn& drawn) {
  double z = 0;
  std::vector<double> below;
  for (std::size_t j = 0; j < claimed.terms.size(); ++j) {
    below.push_back(worst(0, -claimed.terms[j]));
    z = worst(z, z_score(claimed.terms[j], drawn.terms[j], right.errors[j], right.units[j]));
  }
  const double total_z = z_score(claimed.total, drawn.total, right.total_error, right.total_unit);
  const std::vector<double> none(below.size(), 0.0);
  return {
      compared("terms", in(right.units, claimed.terms), in(right.units, right.terms), 1, 0),
      compared("total", {claimed.total / right.total_unit}, {right.total / right.total_unit}, 1, 0),
      compared("slopes", in(right.slope_units, claimed.slopes), in(right.slope_units, right.slopes), 1, 0),
      compared("nonnegative", in(right.units, below), none, 1, 0),
      compared_z("drawn", z),
      compared_z("drawn-total", total_z),
  };
}

/// Where prior and q are: both to four deviations, in order.
std::vector<double> places(const Coordinate& q) {
  constexpr int kEach = 81;
  std::vector<double> out;
  for (int k = 0; k < kEach; ++k) {
    const double t = 8.0 * k / (kEach - 1) - 4;
    out.push_back(t);
    out.push_back(q.z(t));
  }
  std::sort(out.begin(), out.end());
  return out;
}

void draw_curves(const Problem& problem, KlPicture& picture) {
  for (std::size_t j = 0; j < problem.q.mean.size(); ++j) {
    const Coordinate q(problem.q.mean[j], problem.q.var[j]);
    for (const double z : places(q)) {
      const double t = (z - q.mean) / q.deviation, of_q = density(t) / q.deviation;
      picture.z.push_back(z);
      picture.prior.push_back(density(z));
      picture.q.push_back(of_q);
      picture.integrand.push_back(of_q > 0 ? of_q * (0.5 * (z * z - t * t) - std::log(q.deviation)) : 0);
    }
  }
}

}  // namespace

void set_kl(const Problem& problem, Solution& solution) {
  std::vector<double> log_var;
  log_var.reserve(problem.q.var.size());
  for (const double var : problem.q.var) log_var.push_back(std::log(var));
  solution.kl = kl_standard_normal(problem.q.mean, log_var);
  solution.kl_slopes = problem.q.mean;
  for (const double v : log_var) solution.kl_slopes.push_back(kl_log_var_slope(v));
}

Checked<KlPicture> check_kl_closed_form(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                        const Mistake& mistake) {
  Checked<KlPicture> result{{"4v2", {}, ""}, {}};
  KlPicture& picture = result.picture;
  const Right right = right_of(problem, options.draws);
  const Certificate intact = mistaken(problem, solution, {}), claimed = mistaken(problem, solution, mistake);
  picture.claimed = claimed.terms;
  picture.intact = intact.terms;
  picture.measured = right.terms;
  picture.total = claimed.total;
  picture.intact_total = intact.total;
  picture.measured_total = right.total;
  picture.draws = options.draws;
  picture.tolerance = kIdentityTolerance;
  draw_curves(problem, picture);
  const Drawn drawn = drawn_of(problem, options);
  for (const RunningStats& each : drawn.terms) {
    picture.drawn.push_back(each.mean);
    picture.drawn_error.push_back(each.error());
  }
  std::string& reason = result.claim.reason;
  const std::vector<Compared> all = judged(claimed, right, drawn);
  reason = no_difference(all, judged(intact, right, drawn), mistake.made());
  if (reason.empty()) result.claim.checks = checks_of(all);
  return result;
}

}  // namespace proofground::vae
