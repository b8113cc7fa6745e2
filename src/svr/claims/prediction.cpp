#include "svr/claims/prediction.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>

#include "svm/spectrum.h"
#include "svr/claims/recomputed.h"

namespace proofground::svr {
namespace {

constexpr int kProbes = 64;  // training points at which f is compared with its bars, too
// Least share of a sum with which a bar is seen in the picture and noticed by the check.
constexpr double kCounts = 1e-3;

// All bars at one place.
struct Bars {
  std::vector<double> kernel, bar;  // (n)
  double absolute = 0;              // sum |bar|
};

Bars bars_at(const Problem& problem, const std::vector<double>& delta, const double* x) {
  Bars bars;
  for (int i = 0; i < problem.n(); ++i) {
    bars.kernel.push_back(evaluate(problem.kernel, problem.points().row(i), x, problem.d));
    bars.bar.push_back(delta[static_cast<std::size_t>(i)] * bars.kernel.back());
    bars.absolute += std::abs(bars.bar.back());
  }
  return bars;
}

// Neumaier's compensated sum; without the term `skipped` (none if negative).
double careful_sum(const std::vector<double>& terms, int skipped) {
  double sum = 0, lost = 0;
  for (int i = 0; i < static_cast<int>(terms.size()); ++i) {
    if (i == skipped) continue;
    const double next = sum + terms[i];
    lost += std::abs(sum) >= std::abs(terms[i]) ? (sum - next) + terms[i] : (terms[i] - next) + sum;
    sum = next;
  }
  return sum + lost;
}

// phi of (gamma x.z + c)^2, c >= 0
std::vector<double> quadratic_map(const double* x, int d, double gamma, double c) {
  std::vector<double> phi{c};
  for (int k = 0; k < d; ++k) phi.push_back(std::sqrt(2 * gamma * c) * x[k]);
  for (int k = 0; k < d; ++k) {
    phi.push_back(gamma * x[k] * x[k]);
    for (int l = k + 1; l < d; ++l) phi.push_back(std::sqrt(2.0) * gamma * x[k] * x[l]);
  }
  return phi;
}

struct Dot {
  double value = 0, absolute = 0;
};
Dot dot(const std::vector<double>& a, const std::vector<double>& b) {
  Dot result;
  for (std::size_t k = 0; k < a.size(); ++k) {
    result.value += a[k] * b[k];
    result.absolute += std::abs(a[k] * b[k]);
  }
  return result;
}

bool is_quadratic(const Kernel& kernel) {
  return kernel.type == KernelType::poly && kernel.degree == 2 && kernel.coef0 >= 0;
}

// The largest |k(x, z) - phi(x).phi(z)|, relative to the sum of that product's absolute terms.
double feature_map_error(const Problem& problem, const std::vector<const double*>& places) {
  Kernel kernel{.type = KernelType::poly, .gamma = 1, .coef0 = 1, .degree = 2};
  if (is_quadratic(problem.kernel)) {
    kernel = problem.kernel;
  } else {
    double largest = 0;
    for (const double* x : places) largest = std::max(largest, evaluate({.type = KernelType::linear}, x, x, problem.d));
    if (largest > 0) kernel.gamma = 1 / largest;
  }
  std::vector<std::vector<double>> phi;
  phi.reserve(places.size());
  for (const double* x : places) phi.push_back(quadratic_map(x, problem.d, kernel.gamma, kernel.coef0));
  double error = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const Dot product = dot(phi[i], phi[j]);
      const double difference = std::abs(product.value - evaluate(kernel, places[i], places[j], problem.d));
      if (difference > 0) error = worst(error, difference / product.absolute);
    }
  }
  return error;
}

// The largest |w.phi(x) - sum of bars| relative to w.phi's absolute terms, w = sum delta_i phi(x_i) taken out in full.
double explicit_error(const Problem& problem, const std::vector<double>& delta,
                      const std::vector<const double*>& places, const std::vector<double>& sums) {
  const Kernel& kernel = problem.kernel;
  const auto phi = [&](const double* x) {
    return kernel.type == KernelType::linear ? std::vector<double>(x, x + problem.d)
                                             : quadratic_map(x, problem.d, kernel.gamma, kernel.coef0);
  };
  std::vector<double> w, size;  // size: sum |delta_i phi(x_i)|, what rounding in w is relative to
  for (int i = 0; i < problem.n(); ++i) {
    const double coefficient = delta[static_cast<std::size_t>(i)];
    if (coefficient == 0) continue;
    const std::vector<double> at = phi(problem.points().row(i));
    w.resize(at.size(), 0.0);
    size.resize(at.size(), 0.0);
    for (std::size_t k = 0; k < at.size(); ++k) {
      w[k] += coefficient * at[k];
      size[k] += std::abs(coefficient * at[k]);
    }
  }
  double error = 0;
  for (std::size_t p = 0; p < places.size(); ++p) {
    const std::vector<double> at = phi(places[p]);
    const double difference = std::abs(dot(w, at).value - sums[p]);
    if (difference > 0) error = worst(error, difference / dot(size, at).absolute);
  }
  return error;
}

}  // namespace

Checked<PredictionPicture> check_prediction(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, bool broken) {
  const Recomputed recomputed = recompute(problem, solution);
  Checked<PredictionPicture> result{{"1d2", {}, vacuous_reason(solution, recomputed)}, {}};
  PredictionPicture& picture = result.picture;
  picture.at = options.at;
  if (picture.at.empty()) picture.at.assign(problem.x.begin(), problem.x.begin() + problem.d);
  Bars shown = bars_at(problem, recomputed.delta, picture.at.data());
  picture.kernel = shown.kernel;
  picture.bars = shown.bar;
  picture.sum = careful_sum(shown.bar, -1);
  picture.f = predict(problem, solution, picture.at).front();
  picture.b = solution.b;
  if (!result.claim.reason.empty()) return result;

  std::vector<int> order(problem.y.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<const double*> places{picture.at.data()};
  for (const int i : evenly_spaced(order, kProbes)) places.push_back(problem.points().row(i));
  std::vector<Bars> bars{std::move(shown)};
  std::vector<double> x_new(picture.at);
  for (std::size_t p = 1; p < places.size(); ++p) {
    bars.push_back(bars_at(problem, recomputed.delta, places[p]));
    x_new.insert(x_new.end(), places[p], places[p] + problem.d);
  }
  // f is rounded to the digits of b.
  const auto scale = [&](const Bars& place) { return place.absolute + 1e-5 * std::abs(solution.b); };
  // The bar to leave out when broken: the largest share of the sum at the x shown; where no bar counts there, of any sum.
  int largest = -1;
  double share = 0;
  for (const Bars& place : bars) {
    for (std::size_t i = 0; i < place.bar.size(); ++i) {
      if (!(std::abs(place.bar[i]) > share * scale(place))) continue;
      share = std::abs(place.bar[i]) / scale(place);
      largest = static_cast<int>(i);
    }
    if (share > kCounts) break;
  }
  if (largest < 0) {
    result.claim.reason = "no-bars";
    return result;
  }
  if (broken) picture.left_out = largest;

  const std::vector<double> f = predict(problem, solution, x_new);
  std::vector<double> sums;
  double error = 0;  // relative
  for (std::size_t p = 0; p < places.size(); ++p) {
    sums.push_back(careful_sum(bars[p].bar, picture.left_out));
    const double difference = std::abs(f[p] - solution.b - sums.back());
    if (difference > 0) error = worst(error, difference / scale(bars[p]));
  }
  picture.sum = sums.front();
  const OffsetFunction g(problem, recomputed);
  const double outside = worst(std::max(g.lo() - solution.b, 0.0), solution.b - g.hi());
  result.claim.checks = {
      check_within("bars", error, kIdentityTolerance, 1),
      check_within("feature-map", feature_map_error(problem, places), kIdentityTolerance, 1),
      check_within("offset", outside, 0, 1, recomputed.band),
  };
  if (problem.kernel.type == KernelType::linear || is_quadratic(problem.kernel)) {
    const double difference = explicit_error(problem, recomputed.delta, places, sums);
    result.claim.checks.push_back(check_within("explicit", difference, kIdentityTolerance, 1));
  }
  if (broken) {
    auto tried = std::make_unique<Solution>(solution);
    tried->alpha[static_cast<std::size_t>(largest)] = tried->alpha_star[static_cast<std::size_t>(largest)] = 0;
    result.broken_certificate = std::move(tried);
  }
  return result;
}

}  // namespace proofground::svr
