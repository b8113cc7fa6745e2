#include "diffusion/claims/posterior.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

// Of the mean, relative; how far out x_t may be; the least width that rounding of the places leaves, relative to them.
constexpr double kGridTolerance = 1e-8, kFarthest = 1000, kResolved = 1e-6;
// How far below its top a logarithm is taken to be 0: ten standard deviations.
constexpr double kDepth = 50, kSpreads = 10;
constexpr int kNodes = 400, kPlaces = 161, kHalvings = 200;

// The logarithm of q(x_t | u) q(u | x_0) in one coordinate, from the definitions of both.
struct Product {
  double x_t, alpha, beta;  // q(x_t | u) = N(x_t; sqrt(alpha) u, beta)
  double center, noise;     // q(u | x_0) = N(u; center, noise)
  [[nodiscard]] double likelihood(double u) const {
    const double apart = x_t - std::sqrt(alpha) * u;
    return -apart * apart / (2 * beta);
  }
  [[nodiscard]] double prior(double u) const { return -(u - center) * (u - center) / (2 * noise); }
  [[nodiscard]] double operator()(double u) const { return likelihood(u) + prior(u); }
};

// Where a concave function is largest. Its values alone decide, so the place is right to half of its digits only: it is where a
// grid is laid, and no more.
double top_of(const std::function<double(double)>& f, double low, double high) {
  for (int k = 0; k < kHalvings && low < high; ++k) {
    const double left = low + (high - low) / 3, right = high - (high - low) / 3;
    if (f(left) < f(right))
      low = left;
    else
      high = right;
  }
  return low + (high - low) / 2;
}

// The place from `inside` to `outside` where a concave function falls to `level`, or `outside`.
double edge_of(const std::function<double(double)>& f, double inside, double outside, double level) {
  if (f(outside) >= level) return outside;
  for (int k = 0; k < kHalvings; ++k) {
    const double middle = inside + (outside - inside) / 2;
    (f(middle) >= level ? inside : outside) = middle;
  }
  return outside;
}

void draw_densities(PosteriorPicture& picture, const Product& product) {
  const double prior = picture.prior_mean[0], likelihood = picture.likelihood_mean[0];
  const double width = 4 * std::sqrt(std::max(picture.prior_variance, picture.likelihood_variance));
  const double low = std::min(prior, likelihood) - width, high = std::max(prior, likelihood) + width;
  const double largest = product(top_of(product, low, high));
  for (int i = 0; i < kPlaces; ++i) {
    const double u = low + (high - low) * i / (kPlaces - 1);
    picture.u.push_back(u);
    picture.prior.push_back(std::exp(product.prior(u)));
    picture.likelihood.push_back(std::exp(product.likelihood(u)));
    picture.product.push_back(std::exp(product(u) - largest));
  }
}

std::vector<double> scaled(std::vector<double> x, double factor) {
  for (double& value : x) value *= factor;
  return x;
}

// The three numbers of every step t >= 2 with the mistake.
std::vector<Step> tried_of(const Schedule& schedule, const RecomputedChain& e, const Mistake& mistake) {
  std::vector<Step> tried = schedule.steps;
  for (std::size_t t = 2; t <= tried.size(); ++t) {
    Step& step = tried[t - 1];
    if (mistake.is("plain")) {
      step.variance = step.beta / step.alpha;
      step.mean_xt = 1 / std::sqrt(step.alpha);
      step.mean_x0 = 0;
    } else if (mistake.is("swap")) {
      std::swap(step.mean_xt, step.mean_x0);
    } else if (mistake.is("beta")) {
      step.variance = step.beta;
    } else if (mistake.is("index")) {
      const Square wrong = completed(step.beta, e.alpha_bar[t], e.noise[t]);
      step.variance = wrong.variance;
      step.mean_xt = wrong.mean_xt;
      step.mean_x0 = wrong.mean_x0;
    }
  }
  return tried;
}

double largest_difference(const std::vector<Step>& tried, const Schedule& schedule) {
  double most = 0;
  for (std::size_t i = 1; i < tried.size(); ++i) {
    const Step &a = tried[i], &b = schedule.steps[i];
    most = worst(most, worst(relative(a.variance, b.variance),
                             worst(relative(a.mean_xt, b.mean_xt), relative(a.mean_x0, b.mean_x0))));
  }
  return most;
}

// The checks of the coefficients, without the data.
std::vector<Check> check_numbers(const std::vector<Step>& tried, const RecomputedChain& e) {
  double precision = 0, mean_xt = 0, mean_x0 = 0;
  for (std::size_t t = 2; t <= tried.size(); ++t) {
    const Step& step = tried[t - 1];
    const Square right = completed(step.beta, e.alpha_bar[t - 1], e.noise[t - 1]);
    precision = worst(precision, relative(1 / step.variance, 1 / right.variance));
    mean_xt = worst(mean_xt, relative(step.mean_xt, right.mean_xt));
    mean_x0 = worst(mean_x0, relative(step.mean_x0, right.mean_x0));
  }
  const Step& first = tried.front();
  const double point = worst(std::abs(first.variance), worst(std::abs(first.mean_xt), std::abs(first.mean_x0 - 1)));
  return {
      check_within("precision", precision, kIdentityTolerance, 1),
      check_within("mean-xt", mean_xt, kIdentityTolerance, 1),
      check_within("mean-x0", mean_x0, kIdentityTolerance, 1),
      check_within("first", point, 0, 1),
  };
}

// q(x_t | u) q(u | x_0) in coordinate c.
Product product_of(const PosteriorPicture& picture, const RecomputedChain& e, double beta, int c) {
  const int t = picture.t;
  return {picture.xt[c], 1 - beta, beta, std::sqrt(e.alpha_bar[t - 1]) * picture.x0[c], e.noise[t - 1]};
}

// The checks on grids; none where x_t is too far out, or the places too coarse.
std::vector<Check> check_grids(const PosteriorPicture& picture, const RecomputedChain& e, double beta) {
  const int t = picture.t, d = static_cast<int>(picture.x0.size());
  double farthest = 0, size = 0;
  for (int c = 0; c < d; ++c) {
    farthest = worst(farthest, std::abs(picture.xt[c] - std::sqrt(e.alpha_bar[t]) * picture.x0[c]));
    size = worst(size, worst(std::abs(picture.prior_mean[c]), std::abs(picture.likelihood_mean[c])));
  }
  farthest /= std::sqrt(e.noise[t]);
  const double width = std::sqrt(std::min(picture.prior_variance, picture.likelihood_variance));
  if (!(farthest <= kFarthest) || !(width >= kResolved * size)) return {};
  double mean = 0, variance = 0, density = 0;
  for (int c = 0; c < d; ++c) {
    const Product product = product_of(picture, e, beta, c);
    // x_t moves the top by no more of the prior's standard deviations than it is out of its own.
    const double reach = (farthest + kSpreads) * std::sqrt(product.noise);
    const Measured grid =
        measure_density(product, product.center - reach, product.center + reach, picture.mean[c], picture.variance);
    mean = worst(mean, std::abs(picture.mean[c] - grid.mean));
    variance = worst(variance, relative(picture.variance, grid.variance));
    density = worst(density, grid.apart);
  }
  return {
      check_within("grid-mean", mean, kGridTolerance, width + size),
      check_within("grid-variance", variance, kQpTolerance, 1),
      check_within("grid-density", density, kQpTolerance, 1),
  };
}

}  // namespace

Measured measure_density(const std::function<double(double)>& log_density, double low, double high, double claimed_mean,
                         double claimed_variance) {
  const double top = top_of(log_density, low, high), largest = log_density(top);
  const double from = edge_of(log_density, top, low, largest - kDepth);
  const double to = edge_of(log_density, top, high, largest - kDepth), spacing = (to - from) / kNodes;
  std::vector<double> density;
  double total = 0, first = 0, second = 0;
  for (int i = 0; i <= kNodes; ++i) {
    const double u = from + i * spacing;
    density.push_back(std::exp(log_density(u) - largest));
    total += density.back();
    first += density.back() * (u - top);
    second += density.back() * (u - top) * (u - top);
  }
  const double mean = first / total;
  Measured measured{top + mean, second / total - mean * mean, 0};
  const double claimed = spacing / std::sqrt(2 * std::numbers::pi * claimed_variance);
  double sum = 0;
  for (int i = 0; i <= kNodes; ++i) {
    const double apart = from + i * spacing - claimed_mean;
    const double share = claimed * std::exp(-apart * apart / (2 * claimed_variance));
    measured.apart += std::abs(density[i] / total - share) / 2;
    sum += share;
  }
  // What the claimed density has outside of the grid.
  measured.apart += std::abs(1 - sum) / 2;
  return measured;
}

Checked<PosteriorPicture> check_posterior(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  Checked<PosteriorPicture> result{{"4b", {}, vacuous_reason(e)}, {}};
  PosteriorPicture& picture = result.picture;
  const std::vector<Step> tried = tried_of(schedule, e, mistake);
  const int t = options.t;
  const Step &shown = tried[t - 1], &intact = schedule.at(t);
  Rng rng(options.seed);
  picture.t = t;
  picture.point = t == 1;
  picture.x0 = start_of(options, Oracle(data), rng);
  picture.xt = options.xt.empty() ? noised(shown, picture.x0, normals(picture.x0.size(), rng)) : options.xt;
  picture.mean = posterior_mean(shown, picture.xt, picture.x0);
  picture.variance = shown.variance;
  picture.intact_mean = posterior_mean(intact, picture.xt, picture.x0);
  picture.intact_variance = intact.variance;
  picture.prior_mean = scaled(picture.x0, std::sqrt(e.alpha_bar[t - 1]));
  picture.prior_variance = e.noise[t - 1];
  picture.likelihood_mean = scaled(picture.xt, 1 / std::sqrt(1 - shown.beta));
  picture.likelihood_variance = shown.beta / (1 - shown.beta);
  if (!picture.point) draw_densities(picture, product_of(picture, e, shown.beta, 0));
  if (schedule.T() == 1) result.claim.reason = "one-step";
  if (result.claim.reason.empty() && mistake.made() && largest_difference(tried, schedule) <= kLeastDifference)
    result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = check_numbers(tried, e);
  if (picture.point) return result;
  const std::vector<Check> grids = check_grids(picture, e, shown.beta);
  result.claim.checks.insert(result.claim.checks.end(), grids.begin(), grids.end());
  return result;
}

}  // namespace proofground::diffusion
