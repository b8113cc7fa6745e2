#include "svr/claims/prediction.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/exact_sum.h"
#include "svm/spectrum.h"
#include "svr/claims/recomputed.h"

namespace proofground::svr {
namespace {

constexpr int kProbes = 64;  // training points at which f is compared with its bars, too
// Least share of a sum with which a bar is seen in the picture and noticed by the check.
constexpr double kCounts = 1e-3;
// Multiples of the bound from which a change of a sum counts as one.
constexpr double kBeyond = 10;

// All bars at one place.
struct Bars {
  std::vector<double> kernel, bar;  // (n)
  double absolute = 0;              // sum |bar|
};

Bars bars_at(const Problem& problem, const std::vector<double>& delta, const double* x) {
  Bars bars{std::vector<double>(delta.size()), std::vector<double>(delta.size())};
  for (std::size_t i = 0; i < delta.size(); ++i) {
    bars.kernel[i] = evaluate(problem.kernel, problem.points().row(static_cast<int>(i)), x, problem.d);
    bars.bar[i] = delta[i] * bars.kernel[i];
    bars.absolute += std::abs(bars.bar[i]);
  }
  return bars;
}

// phi of the linear kernel (x itself), or of (gamma x.z + c)^2, c >= 0
std::vector<double> feature_map(const Kernel& kernel, const double* x, int d) {
  if (kernel.type == KernelType::linear) return {x, x + d};
  const double gamma = kernel.gamma, c = kernel.coef0;
  std::vector<double> phi(static_cast<std::size_t>(1 + d + d * (d + 1) / 2));
  std::size_t next = 0;
  phi[next++] = c;
  for (int k = 0; k < d; ++k) phi[next++] = std::sqrt(2 * gamma * c) * x[k];
  for (int k = 0; k < d; ++k) {
    phi[next++] = gamma * x[k] * x[k];
    for (int l = k + 1; l < d; ++l) phi[next++] = std::sqrt(2.0) * gamma * x[k] * x[l];
  }
  return phi;
}

struct Dot {
  double value = 0, absolute = 0;
};
Dot dot(const double* a, const std::vector<double>& b) {
  Dot result;
  for (std::size_t k = 0; k < b.size(); ++k) {
    result.value += a[k] * b[k];
    result.absolute += std::abs(a[k] * b[k]);
  }
  return result;
}

bool is_quadratic(const Kernel& kernel) {
  return kernel.type == KernelType::poly && kernel.degree == 2 && kernel.coef0 >= 0;
}

// The largest |k(x, z) - phi(x).phi(z)|, relative to the sum of that product's absolute terms.
double feature_map_error(const Kernel& own, const Points& places) {
  Kernel kernel{.type = KernelType::poly, .gamma = 1, .coef0 = 1, .degree = 2};
  if (is_quadratic(own)) {
    kernel = own;
  } else {
    double largest = 0;
    for (int p = 0; p < places.n; ++p) {
      largest = std::max(largest, evaluate({.type = KernelType::linear}, places.row(p), places.row(p), places.d));
    }
    if (largest > 0) kernel.gamma = 1 / largest;
  }
  std::vector<double> all;  // phi of the places so far
  double error = 0;
  for (int i = 0; i < places.n; ++i) {
    const std::vector<double> phi = feature_map(kernel, places.row(i), places.d);
    all.insert(all.end(), phi.begin(), phi.end());
    for (int j = 0; j <= i; ++j) {
      const Dot product = dot(all.data() + static_cast<std::size_t>(j) * phi.size(), phi);
      const double difference = std::abs(product.value - evaluate(kernel, places.row(i), places.row(j), places.d));
      if (difference > 0) error = worst(error, difference / product.absolute);
    }
  }
  return error;
}

// The largest |w.phi(x) - sum of bars| relative to w.phi's absolute terms, w = sum delta_i phi(x_i) taken out in full.
double explicit_error(const Problem& problem, const std::vector<double>& delta, const Points& places,
                      const std::vector<double>& sums) {
  std::vector<double> w, size;  // size: sum |delta_i phi(x_i)|, what rounding in w is relative to
  for (int i = 0; i < problem.n(); ++i) {
    const double coefficient = delta[static_cast<std::size_t>(i)];
    if (coefficient == 0) continue;
    const std::vector<double> at = feature_map(problem.kernel, problem.points().row(i), problem.d);
    w.resize(at.size());
    size.resize(at.size());
    for (std::size_t k = 0; k < at.size(); ++k) {
      w[k] += coefficient * at[k];
      size[k] += std::abs(coefficient * at[k]);
    }
  }
  double error = 0;
  if (w.empty()) return error;
  for (int p = 0; p < places.n; ++p) {
    const std::vector<double> at = feature_map(problem.kernel, places.row(p), places.d);
    const double difference = std::abs(dot(w.data(), at).value - sums[static_cast<std::size_t>(p)]);
    if (difference > 0) error = worst(error, difference / dot(size.data(), at).absolute);
  }
  return error;
}

// The largest error of the certificate's own w, relative to sum |delta_i x_i|.
double weights_error(const Problem& problem, const std::vector<double>& delta, const std::vector<double>& w) {
  const auto d = static_cast<std::size_t>(problem.d);
  std::vector<double> terms(delta.size());
  double error = 0;
  for (std::size_t k = 0; k < w.size(); ++k) {
    double size = 0;
    for (std::size_t i = 0; i < delta.size(); ++i) {
      terms[i] = delta[i] * problem.x[i * d + k];
      size += std::abs(terms[i]);
    }
    const double difference = std::abs(w[k] - exact_sum(terms));
    if (difference > 0) error = worst(error, difference / size);
  }
  return error;
}

// (m x d) the x shown, and training points.
std::vector<double> tried_at(const Problem& problem, const std::vector<double>& shown) {
  std::vector<int> order(problem.y.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<double> places(shown);
  for (const int i : evenly_spaced(order, kProbes)) {
    places.insert(places.end(), problem.points().row(i), problem.points().row(i) + problem.d);
  }
  return places;
}

// (n) the bars that are added up at one place. @param left_out -1 for none
std::vector<double> used_by(const Mistake& mistake, const Solution& solution, const Bars& place, int left_out) {
  std::vector<double> used(place.bar);
  if (left_out >= 0) used[static_cast<std::size_t>(left_out)] = 0;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (mistake.is("star")) used[i] = solution.alpha[i] * place.kernel[i];
    if (mistake.is("sign")) used[i] = (solution.alpha[i] + solution.alpha_star[i]) * place.kernel[i];
    if (mistake.is("b-inside")) used[i] += solution.b;
  }
  return used;
}

// The certificate from which f comes out as the mistake makes it.
Solution predicting_so(const Mistake& mistake, Solution s, int left_out) {
  if (mistake.is("plain")) {
    s.alpha[static_cast<std::size_t>(left_out)] = s.alpha_star[static_cast<std::size_t>(left_out)] = 0;
  }
  if (mistake.is("b-inside")) s.b *= static_cast<double>(s.alpha.size());
  if (!mistake.is("star") && !mistake.is("sign")) return s;
  for (std::size_t i = 0; i < s.alpha.size(); ++i) {
    if (mistake.is("sign")) s.alpha[i] += s.alpha_star[i];
    s.alpha_star[i] = 0;
  }
  return s;
}

}  // namespace

Checked<PredictionPicture> check_prediction(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake) {
  const Recomputed recomputed = recompute(problem, solution, options.tolerance);
  Checked<PredictionPicture> result{{"1d2", {}, vacuous_reason(problem, solution, recomputed)}, {}};
  PredictionPicture& picture = result.picture;
  picture.at = options.at;
  if (picture.at.empty()) picture.at.assign(problem.x.begin(), problem.x.begin() + problem.d);
  Bars shown = bars_at(problem, recomputed.delta, picture.at.data());
  picture.sum = exact_sum(shown.bar);
  picture.used = shown.bar;
  picture.kernel = std::move(shown.kernel);
  picture.bars = std::move(shown.bar);
  picture.f = predict(problem, solution, picture.at).front();
  picture.b = solution.b;
  if (!result.claim.reason.empty()) return result;

  const std::vector<double> x_new = tried_at(problem, picture.at);
  const Points places{x_new.data(), static_cast<int>(x_new.size()) / problem.d, problem.d};
  // f is rounded to the digits of b.
  const auto scale = [&](const Bars& place) { return place.absolute + 1e-5 * std::abs(solution.b); };
  // The bar to leave out when broken: the largest share of the sum at the x shown; where no bar counts there, of any sum.
  int largest = -1;
  double share = 0;
  for (int p = 0; p < places.n && share <= kCounts; ++p) {
    const Bars place = bars_at(problem, recomputed.delta, places.row(p));
    for (std::size_t i = 0; i < place.bar.size(); ++i) {
      if (!(std::abs(place.bar[i]) > share * scale(place))) continue;
      share = std::abs(place.bar[i]) / scale(place);
      largest = static_cast<int>(i);
    }
  }
  if (largest < 0) {
    result.claim.reason = "no-bars";
    return result;
  }
  if (mistake.is("plain")) picture.left_out = largest;

  const std::vector<double> f = predict(problem, solution, x_new);
  std::vector<double> sums(f.size());
  double error = 0, change = 0;  // relative
  for (std::size_t p = 0; p < sums.size(); ++p) {
    const Bars place = bars_at(problem, recomputed.delta, places.row(static_cast<int>(p)));
    std::vector<double> used = used_by(mistake, solution, place, picture.left_out);
    sums[p] = exact_sum(used);
    const double difference = std::abs(f[p] - solution.b - sums[p]);
    if (difference > 0) error = worst(error, difference / scale(place));
    const double changed = std::abs(sums[p] - exact_sum(place.bar));
    if (changed > 0) change = worst(change, changed / scale(place));
    if (p == 0) picture.used = std::move(used);
  }
  picture.sum = sums.front();
  if (mistake.made() && change <= kBeyond * kIdentityTolerance) {
    result.claim.reason = kNoDifference;
    return result;
  }
  const OffsetFunction g(problem, recomputed);
  const double outside = worst(std::max(g.lo() - solution.b, 0.0), solution.b - g.hi());
  result.claim.checks = {
      check_within("bars", error, kIdentityTolerance, 1),
      check_within("feature-map", feature_map_error(problem.kernel, places), kIdentityTolerance, 1),
      check_within("offset", outside, 0, 1, recomputed.band),
  };
  if (problem.kernel.type == KernelType::linear || is_quadratic(problem.kernel)) {
    const double difference = explicit_error(problem, recomputed.delta, places, sums);
    result.claim.checks.push_back(check_within("explicit", difference, kIdentityTolerance, 1));
  }
  if (problem.kernel.type == KernelType::linear) {
    const double difference = weights_error(problem, recomputed.delta, solution.w);
    result.claim.checks.push_back(check_within("weights", difference, kIdentityTolerance, 1));
  }
  if (mistake.made()) result.broken_certificate = predicting_so(mistake, solution, largest);
  return result;
}

}  // namespace proofground::svr
