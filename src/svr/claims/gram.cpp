#include "svr/claims/gram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/argsort.h"
#include "core/require.h"
#include "core/rng.h"
#include "svm/centre.h"
#include "svm/spectrum.h"
#include "svr/claims/gram_solver.h"
#include "svr/claims/polish.h"
#include "svr/claims/recomputed.h"

namespace proofground::svr {
namespace {

constexpr int kShown = 128;   // rows of the heat map
constexpr int kSolved = 400;  // points of a problem that is solved again, twice
constexpr int kMostMirrors = 16;
constexpr double kStretch = 1.25;
// Inputs that are all smaller lose digits when they are rotated: their coordinates may come out denormal.
constexpr double kSmallestInput = 1e-290;
// Largest error bound of delta, relative to C, with which comparing delta is still useful.
constexpr double kComparable = 1e-3;

std::vector<int> by_first_coordinate(const Problem& problem) {
  std::vector<double> first;
  first.reserve(static_cast<std::size_t>(problem.n()));
  for (int i = 0; i < problem.n(); ++i) first.push_back(problem.points().row(i)[0]);
  return argsort(first);
}

Problem restricted(const Problem& problem, const std::vector<int>& sample) {
  Problem part = problem;
  part.x.clear();
  part.y.clear();
  for (const int i : sample) {
    const double* row = problem.points().row(i);
    part.x.insert(part.x.end(), row, row + problem.d);
    part.y.push_back(problem.y[static_cast<std::size_t>(i)]);
  }
  return part;
}

// An even number of reflections is a rotation. Each maps x to x - 2 (v.x) v with a random unit v: O(n d).
void rotate(std::vector<double>& x, int d, Rng& rng) {
  const int mirrors = std::min(d, kMostMirrors) / 2 * 2;
  const auto width = static_cast<std::size_t>(d);
  std::vector<double> v(width);
  for (int mirror = 0; mirror < mirrors; ++mirror) {
    double norm2 = 0;
    for (double& value : v) {
      value = rng.normal();
      norm2 += value * value;
    }
    for (std::size_t i = 0; i + width <= x.size(); i += width) {
      double dot = 0;
      for (std::size_t k = 0; k < width; ++k) dot += v[k] * x[i + k];
      for (std::size_t k = 0; k < width; ++k) x[i + k] -= 2 * dot / norm2 * v[k];
    }
  }
}

// The same problem after the map; one-dimensional x are rotated in the plane.
Problem rotated(const Problem& problem, std::uint64_t seed) {
  Problem turned = problem;
  if (problem.d == 1) {
    turned.d = 2;
    turned.x.assign(2 * problem.y.size(), 0.0);
    for (std::size_t i = 0; i < problem.y.size(); ++i) turned.x[2 * i] = problem.x[i];
  }
  Rng rng(seed);
  rotate(turned.x, turned.d, rng);
  for (double& value : turned.x) value = flushed(value);
  return turned;
}

double largest_size(const std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  return largest;
}

// The broken map goes on from there: it stretches the inputs, or moves all of them by the longest one.
Problem moved_on(Problem turned, const Mistake& mistake) {
  if (mistake.is("plain")) {
    for (double& value : turned.x) value *= kStretch;
  }
  if (!mistake.is("shift")) return turned;
  const auto d = static_cast<std::size_t>(turned.d);
  const double unit = largest_size(turned.x);
  std::size_t longest = 0;
  double largest = 0;
  for (std::size_t i = 0; i < turned.y.size(); ++i) {
    double norm2 = 0;
    for (std::size_t k = 0; k < d; ++k) norm2 += std::pow(turned.x[i * d + k] / unit, 2);
    if (norm2 > largest) longest = i;
    largest = std::max(largest, norm2);
  }
  const std::vector<double> by(turned.x.begin() + static_cast<std::ptrdiff_t>(longest * d),
                               turned.x.begin() + static_cast<std::ptrdiff_t>((longest + 1) * d));
  for (std::size_t i = 0; i < turned.x.size(); ++i) turned.x[i] = flushed(turned.x[i] + by[i % d]);
  return turned;
}

// Squared distances in the place of inner products.
std::vector<double> squared_distances(const Points& points, const std::vector<int>& sample) {
  std::vector<double> all;
  all.reserve(sample.size() * sample.size());
  for (const int i : sample) {
    for (const int j : sample) {
      double sum = 0;
      for (int k = 0; k < points.d; ++k) sum += std::pow(points.row(i)[k] - points.row(j)[k], 2);
      all.push_back(sum);
    }
  }
  return all;
}

// Largest change of an inner product, relative to the largest of them (which is an x.x). Of inputs in units of the largest
// number, since squares of numbers below 1e-162 are 0.
double change_of_inner_products(Problem before, Problem after) {
  const Kernel linear{.type = KernelType::linear};
  const double unit = largest_size(before.x);
  for (double& value : before.x) value /= unit;
  for (double& value : after.x) value /= unit;
  double largest = 0, change = 0;
  for (int i = 0; i < before.n(); ++i) {
    for (int j = 0; j <= i; ++j) {
      const double was = evaluate(linear, before.points().row(i), before.points().row(j), before.d);
      const double is = evaluate(linear, after.points().row(i), after.points().row(j), after.d);
      largest = worst(largest, std::abs(was));
      change = worst(change, std::abs(is - was));
    }
  }
  return change / largest;
}

// With sum delta = 0 a linear kernel may be taken about any point, and about the data's centre it keeps its digits when
// they are far from the origin: f - b changes by a constant, which is therefore taken out of what is compared.
std::vector<double> comparable(std::vector<double> fitted, const Kernel& kernel) {
  if (kernel.type != KernelType::linear) return fitted;
  double mean = 0;
  for (const double value : fitted) mean += value / static_cast<double>(fitted.size());
  for (double& value : fitted) value -= mean;
  return fitted;
}

// A solution, as far as the claim compares it.
struct Compared {
  std::vector<double> delta, fitted;
  double dual;
  double tau;        // how far residuals may be from the staircase
  double violation;  // measured
};

// @param tolerance that the solution was to reach
Compared compared_of(const Problem& problem, const Solution& solution, double tolerance) {
  const Recomputed recomputed = recompute(problem, solution, tolerance);
  return {recomputed.delta, comparable(recomputed.u, problem.kernel), recomputed.dual, recomputed.tau,
          recomputed.violation};
}

// From K alone, and judged from K alone.
Compared compared_of(const Problem& problem, const std::vector<double>& gram, double rounding, double tolerance) {
  const Options fine = fine_options(problem);
  const GramSolution s =
      solve_from_gram(gram, problem.y, problem.C, problem.epsilon, fine.tolerance, fine.max_iterations);
  const std::size_t n = s.delta.size();
  std::vector<double> fitted(n), r(problem.y);
  double size = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) fitted[i] += gram[i * n + j] * s.delta[j];
    r[i] -= fitted[i];
    size = std::max(size, std::abs(s.delta[i]));
  }
  const auto [lo, hi] = rows_of(s.delta, r, problem.C, problem.epsilon, size > 0 ? size : problem.C);
  const double violation = worst(0, lo - hi);
  return {s.delta, comparable(std::move(fitted), problem.kernel), s.dual, std::min(violation, tolerance) + rounding,
          violation};
}

double farthest(const std::vector<double>& a, const std::vector<double>& b) {
  double distance = 0;
  for (std::size_t i = 0; i < a.size(); ++i) distance = worst(distance, std::abs(a[i] - b[i]));
  return distance;
}

double distance_1(const std::vector<double>& a, const std::vector<double>& b) {
  double distance = 0;
  for (std::size_t i = 0; i < a.size(); ++i) distance += std::abs(a[i] - b[i]);
  return distance;
}

std::vector<double> scattered(const std::vector<double>& values, const std::vector<int>& sample, int n) {
  std::vector<double> all(static_cast<std::size_t>(n), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < sample.size(); ++k) all[static_cast<std::size_t>(sample[k])] = values[k];
  return all;
}

std::string hypothesis(const Problem& problem, const Spectrum& values) {
  if (problem.n() == 1) return "single-point";
  const auto width = static_cast<std::ptrdiff_t>(problem.d);
  if (std::equal(problem.x.begin() + width, problem.x.end(), problem.x.begin())) return "no-spread";
  if (largest_size(problem.x) < kSmallestInput) return "no-spread";
  if (!always_positive(problem.kernel) && values.smallest < -kIdentityTolerance * values.largest_size) {
    return "kernel-not-psd";
  }
  return "";
}

// The certificate with other multipliers, and the best b for them.
Solution trained_so(const Problem& problem, Solution s, const std::vector<double>& delta, const ClaimOptions& options) {
  for (std::size_t i = 0; i < delta.size(); ++i) {
    s.alpha[i] = std::max(delta[i], 0.0);
    s.alpha_star[i] = std::max(-delta[i], 0.0);
  }
  const OffsetFunction g(problem, recompute(problem, s, options.tolerance));
  s.b = g.lo() / 2 + g.hi() / 2;
  return s;
}

}  // namespace

Checked<GramPicture> check_gram(const Problem& problem, const Solution& solution, const ClaimOptions& options,
                                const Mistake& mistake) {
  Checked<GramPicture> result{{"1d1", {}, ""}, {}};
  GramPicture& picture = result.picture;
  const int n = problem.n();
  const std::vector<int> order = by_first_coordinate(problem);
  picture.shown = evenly_spaced(order, kShown);
  picture.m = static_cast<int>(picture.shown.size());
  const bool distances = mistake.is("distance");
  picture.gram = gram_matrix(problem.kernel, problem.points(), picture.shown);
  if (distances) picture.trained_on = squared_distances(problem.points(), picture.shown);
  Problem turned = rotated(problem, options.seed);
  if (mistake.is("plain") || mistake.is("shift")) {
    picture.unstretched = turned.x;
    turned = moved_on(std::move(turned), mistake);
  }
  picture.rotated = turned.x;
  picture.rotated_d = turned.d;

  const bool whole = n <= kSolved;
  std::vector<int> sample(order);
  if (whole) {
    std::iota(sample.begin(), sample.end(), 0);
  } else {
    sample = evenly_spaced(order, kSolved);
  }
  const Problem part = whole ? problem : restricted(problem, sample);
  std::vector<int> all(sample.size());
  std::iota(all.begin(), all.end(), 0);
  const std::vector<double> gram = gram_matrix(part.kernel, part.points(), all);
  Spectrum values = spectrum(gram, part.n());
  picture.solved = part.n();
  const Recomputed recomputed = recompute(problem, solution, options.tolerance);
  picture.coefficient_from_gram = picture.coefficient_rotated = recomputed.delta;
  result.claim.reason = hypothesis(problem, values);
  if (distances) values = spectrum(squared_distances(part.points(), all), part.n());
  picture.smallest_eigenvalue = values.smallest;
  if (result.claim.reason.empty()) result.claim.reason = vacuous_reason(problem, solution, recomputed);
  if (!result.claim.reason.empty()) return result;

  const Problem turned_part = whole ? turned : restricted(turned, sample);
  // Solving again may end earlier than at its fine tolerance, but not before the one that the certificate has reached.
  const double reached = std::max(options.tolerance, fine_options(part).tolerance);
  const Compared certificate = whole ? compared_of(problem, solution, options.tolerance)
                                     : compared_of(part, fit(part, fine_options(part)), reached);
  const std::vector<double> centred = shifted(part.points(), centre_for(part.kernel, part.points()));
  const Points centred_points{centred.data(), part.n(), part.d};
  const std::vector<double> trained_on =
      distances ? squared_distances(centred_points, all) : gram_matrix(part.kernel, centred_points, all);
  const Compared from_gram = compared_of(part, trained_on, recomputed.rounding, reached);
  const Compared from_rotated = compared_of(turned_part, fit(turned_part, fine_options(turned_part)), reached);
  picture.coefficient_from_gram = scattered(from_gram.delta, sample, n);
  picture.coefficient_rotated = scattered(from_rotated.delta, sample, n);

  double largest_k = 0;  // k(x, x)
  for (std::size_t i = 0; i < all.size(); ++i) largest_k = std::max(largest_k, gram[i * all.size() + i]);
  const double unit = std::max(recomputed.spread, problem.epsilon);
  const double within = kQpTolerance * unit + reached + 2 * recomputed.rounding;
  if (!mistake.made() && !(worst(from_gram.violation, from_rotated.violation) <= within)) {
    result.claim.reason = "not-solved-again";
    return result;
  }
  const auto add = [&](std::string id, double value, double tolerance, double scale, double allowance) {
    if (!whole) id += "-sample";
    result.claim.checks.push_back(check_within(id.c_str(), value, tolerance, scale, allowance));
  };
  add("violation", certificate.violation, kQpTolerance, unit,
      (whole ? options.tolerance : reached) + 2 * recomputed.rounding);
  // Where delta is not unique, one outside the constraints may have the same f and D.
  double sum = 0, absolute = 0, beyond = 0;
  for (const double delta : certificate.delta) {
    sum += delta;
    absolute += std::abs(delta);
    beyond = worst(beyond, std::abs(delta) - problem.C);
  }
  add("sum", std::abs(sum), kIdentityTolerance, recomputed.size + absolute, 0);
  add("multipliers", beyond, kIdentityTolerance, recomputed.size, 0);
  add("eigenvalue", std::max(-values.smallest, 0.0), kIdentityTolerance, values.largest_size, 0);
  add("inner-products", change_of_inner_products(part, turned_part), kIdentityTolerance, 1, 0);
  const auto compare = [&](const Compared& other, const char* fit_id, const char* dual_id) {
    const double tau = certificate.tau + other.tau;
    add(fit_id, farthest(certificate.fitted, other.fitted), kQpTolerance, unit,
        std::sqrt(largest_k * tau * distance_1(certificate.delta, other.delta)));
    add(dual_id, std::abs(certificate.dual - other.dual), kQpTolerance, std::abs(certificate.dual),
        problem.C * part.n() * tau);
  };
  compare(from_gram, "gram-alone", "dual-gram");
  compare(from_rotated, "rotated", "dual-rotated");
  const double tau = certificate.tau + std::max(from_gram.tau, from_rotated.tau);
  const double allowance = tau * std::sqrt(static_cast<double>(part.n())) / values.smallest;
  if (values.smallest > 0 && allowance <= kComparable * recomputed.size) {
    add("unique", worst(farthest(certificate.delta, from_gram.delta), farthest(certificate.delta, from_rotated.delta)),
        kQpTolerance, recomputed.size, allowance);
  }
  if (distances && whole) result.broken_certificate = trained_so(problem, solution, from_gram.delta, options);
  return result;
}

}  // namespace proofground::svr
