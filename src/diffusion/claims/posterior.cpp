#include "diffusion/claims/posterior.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

// Of the mean, relative; how far out x_t may be; the least width that rounding of the places leaves, relative to them.
constexpr double kGridTolerance = 1e-8, kFarthest = 1000, kResolved = 1e-6, kReach = 10;
constexpr int kPerSpread = 8, kPlaces = 161;

// exp(-(u - mean)^2 / (2 variance)) as its exponent.
struct Bell {
  double mean, variance;
  [[nodiscard]] double exponent(double u) const { return -(u - mean) * (u - mean) / (2 * variance); }
  [[nodiscard]] double slope(double u) const { return -(u - mean) / variance; }
};

struct GridMoments {
  double mean = 0, variance = 0;
};

// The place of the product's maximum: its logarithm is concave, so its slope changes sign once, between the two means.
double top_of(const Bell& a, const Bell& b) {
  double low = std::min(a.mean, b.mean), high = std::max(a.mean, b.mean);
  for (int k = 0; k < 200 && low < high; ++k) {
    const double middle = low + (high - low) / 2;
    (a.slope(middle) + b.slope(middle) > 0 ? low : high) = middle;
  }
  return low;
}

// Sums over a grid around the top, whose spacing fits the narrower of the two.
GridMoments multiplied(const Bell& a, const Bell& b) {
  const double top = top_of(a, b), width = std::sqrt(std::min(a.variance, b.variance));
  const double largest = a.exponent(top) + b.exponent(top);
  double total = 0, first = 0, second = 0;
  for (int i = -static_cast<int>(kReach) * kPerSpread; i <= kReach * kPerSpread; ++i) {
    const double z = width * i / kPerSpread;
    const double density = std::exp(a.exponent(top + z) + b.exponent(top + z) - largest);
    total += density;
    first += density * z;
    second += density * z * z;
  }
  const double mean = first / total;
  return {top + mean, second / total - mean * mean};
}

void draw_densities(PosteriorPicture& picture) {
  const Bell prior{picture.prior_mean[0], picture.prior_variance};
  const Bell likelihood{picture.likelihood_mean[0], picture.likelihood_variance};
  const double width = 4 * std::sqrt(std::max(prior.variance, likelihood.variance));
  const double low = std::min(prior.mean, likelihood.mean) - width;
  const double high = std::max(prior.mean, likelihood.mean) + width;
  const double top = top_of(prior, likelihood), largest = prior.exponent(top) + likelihood.exponent(top);
  for (int i = 0; i < kPlaces; ++i) {
    const double u = low + (high - low) * i / (kPlaces - 1);
    picture.u.push_back(u);
    picture.prior.push_back(std::exp(prior.exponent(u)));
    picture.likelihood.push_back(std::exp(likelihood.exponent(u)));
    picture.product.push_back(std::exp(prior.exponent(u) + likelihood.exponent(u) - largest));
  }
}

std::vector<double> scaled(std::vector<double> x, double factor) {
  for (double& value : x) value *= factor;
  return x;
}

}  // namespace

Checked<PosteriorPicture> check_posterior(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                          const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<PosteriorPicture> result{{"4b", {}, vacuous_reason(e)}, {}};
  PosteriorPicture& picture = result.picture;
  std::vector<Step> tried = schedule.steps;
  if (broken) {
    for (std::size_t i = 1; i < tried.size(); ++i) {
      tried[i].variance = tried[i].beta / tried[i].alpha;
      tried[i].mean_xt = 1 / std::sqrt(tried[i].alpha);
      tried[i].mean_x0 = 0;
    }
  }
  const int t = options.t;
  const Step& shown = tried[t - 1];
  Rng rng(options.seed);
  picture.t = t;
  picture.point = t == 1;
  picture.x0 = start_of(options, Oracle(data), rng);
  picture.xt = options.xt.empty() ? noised(shown, picture.x0, normals(picture.x0.size(), rng)) : options.xt;
  picture.mean = posterior_mean(shown, picture.xt, picture.x0);
  picture.variance = shown.variance;
  const Step& intact = schedule.at(t);
  picture.intact_mean = posterior_mean(intact, picture.xt, picture.x0);
  picture.intact_variance = intact.variance;
  picture.prior_mean = scaled(picture.x0, std::sqrt(e.alpha_bar[t - 1]));
  picture.prior_variance = e.noise[t - 1];
  picture.likelihood_mean = scaled(picture.xt, 1 / std::sqrt(1 - shown.beta));
  picture.likelihood_variance = shown.beta / (1 - shown.beta);
  if (!picture.point) draw_densities(picture);
  if (schedule.T() == 1) result.claim.reason = "one-step";
  if (!result.claim.reason.empty()) return result;

  double precision = 0, mean_xt = 0, mean_x0 = 0;
  for (int s = 2; s <= schedule.T(); ++s) {
    const Step& step = tried[s - 1];
    const double beta = step.beta, alpha = 1 - beta, prior = e.noise[s - 1];
    const double sum = alpha / beta + 1 / prior;
    precision = worst(precision, relative(1 / step.variance, sum));
    mean_xt = worst(mean_xt, relative(step.mean_xt, std::sqrt(alpha) / beta / sum));
    mean_x0 = worst(mean_x0, relative(step.mean_x0, std::sqrt(e.alpha_bar[s - 1]) / prior / sum));
  }
  const Step& first = tried.front();
  const double point = worst(std::abs(first.variance), worst(std::abs(first.mean_xt), std::abs(first.mean_x0 - 1)));
  result.claim.checks = {
      check_within("precision", precision, kIdentityTolerance, 1),
      check_within("mean-xt", mean_xt, kIdentityTolerance, 1),
      check_within("mean-x0", mean_x0, kIdentityTolerance, 1),
      check_within("first", point, 0, 1),
  };
  double farthest = 0, size = 0;
  for (int c = 0; c < data.d; ++c) {
    farthest = worst(farthest, std::abs(picture.xt[c] - std::sqrt(e.alpha_bar[t]) * picture.x0[c]));
    size = worst(size, worst(std::abs(picture.prior_mean[c]), std::abs(picture.likelihood_mean[c])));
  }
  const double width = std::sqrt(std::min(picture.prior_variance, picture.likelihood_variance));
  if (picture.point || !(farthest <= kFarthest * std::sqrt(e.noise[t])) || !(width >= kResolved * size)) return result;
  double mean = 0, variance = 0;
  for (int c = 0; c < data.d; ++c) {
    const GridMoments grid = multiplied({picture.prior_mean[c], picture.prior_variance},
                                        {picture.likelihood_mean[c], picture.likelihood_variance});
    mean = worst(mean, std::abs(picture.mean[c] - grid.mean));
    variance = worst(variance, relative(picture.variance, grid.variance));
  }
  result.claim.checks.push_back(check_within("grid-mean", mean, kGridTolerance, width + size));
  result.claim.checks.push_back(check_within("grid-variance", variance, kQpTolerance, 1));
  return result;
}

}  // namespace proofground::diffusion
