#include "diffusion/claims/noise_mse.h"

#include <cmath>
#include <limits>

#include "core/gaussian.h"
#include "diffusion/claims/bound.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kRounding = 1e-15, kInfinite = std::numeric_limits<double>::infinity();

double tried_weight(const Step& step, const Mistake& mistake) {
  if (mistake.is("half")) return 2 * step.weight;
  if (mistake.is("beta")) return step.beta / (2 * step.alpha * step.noise);
  if (mistake.is("alpha")) return step.beta / (2 * step.variance * step.alpha);
  return step.weight;
}

double tried_variance(const Step& step, const Mistake& mistake) {
  if (mistake.is("plain")) return 2 * step.variance;
  if (mistake.is("forward-variance")) return step.beta;
  return step.variance;
}

// The points that the steps are about.
struct Points {
  std::vector<double> x0, eps, guess;
};

// These and two more. At one point alone a wrong variance and a wrong mean can make up for each other.
std::vector<Points> with_others(const Points& shown, std::uint64_t seed) {
  std::vector<Points> all{shown};
  Rng rng = stream(seed, 1);
  for (int k = 0; k < 2; ++k) {
    const std::size_t d = shown.x0.size();
    Points more;
    for (std::vector<double>* each : {&more.x0, &more.eps, &more.guess}) *each = normals(d, rng);
    all.push_back(more);
  }
  return all;
}

// Both sides of one step, t >= 2.
struct Sides {
  double kl = kInfinite, intact_kl = kInfinite;
  double by_means = kInfinite;  // |difference of means|^2 / (2 variance of p)
  double scale = 1;             // of the three, with their rounding
};

Sides sides_of(const Step& step, const RecomputedChain& e, int t, const Points& points, const Mistake& mistake) {
  Sides sides;
  // Without a variance there is no divergence.
  if (!(step.variance > 0 && step.variance < 1)) return sides;
  const auto d = static_cast<int>(points.x0.size());
  const Square right = completed(step.beta, e.alpha_bar[t - 1], e.noise[t - 1]);
  std::vector<double> xt(points.x0), mean(points.x0);
  for (std::size_t c = 0; c < xt.size(); ++c) {
    xt[c] = std::sqrt(e.alpha_bar[t]) * points.x0[c] + std::sqrt(e.noise[t]) * points.eps[c];
    mean[c] = right.mean_xt * xt[c] + right.mean_x0 * points.x0[c];
  }
  const std::vector<double> guessed = mean_of_noise(step, xt, points.guess);
  const double variance = tried_variance(step, mistake);
  const Gaussian q{mean, scalar_matrix(d, right.variance)};
  sides.kl = gaussian_kl(q, {guessed, scalar_matrix(d, variance)});
  sides.intact_kl = mistake.made() ? gaussian_kl(q, {guessed, scalar_matrix(d, step.variance)}) : sides.kl;
  // The schedule's own mean.
  sides.by_means = squared_distance(posterior_mean(step, xt, points.x0), guessed) / (2 * step.variance);
  // Rounding of the means, which are as large as x_t and x_0, in their difference.
  const double sizes =
      (std::sqrt(squared(xt) + squared(points.x0)) + std::sqrt(squared(points.eps))) / std::sqrt(step.alpha);
  const double off = kRounding * sizes / std::sqrt(step.variance);
  sides.scale = sides.kl + d + off * (std::sqrt(2 * sides.kl) + off) / kIdentityTolerance;
  return sides;
}

}  // namespace

Checked<DivergencePicture> check_noise_mse(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                           const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  Checked<DivergencePicture> result{{"4d", {}, vacuous_reason(e)}, {}};
  DivergencePicture& picture = result.picture;
  const int d = data.d;
  const Oracle oracle(data);
  Rng rng(options.seed);
  Points points{start_of(options, oracle, rng), {}, {}};
  points.eps = given_or_normal(options.eps, d, rng);
  points.guess = given_or_normal(options.guess, d, rng);
  picture.t = options.t;
  picture.error2 = squared_distance(points.eps, points.guess);
  const std::vector<Points> all = with_others(points, options.seed);

  ClaimedTerms claimed;
  double kl_means = 0, kl_noise = 0, weight = 0, changed = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = schedule.at(t);
    const double tried = t == 1 ? step.weight : tried_weight(step, mistake);
    claimed.weight.push_back(tried);
    claimed.variance.push_back(t == 1 ? step.beta : tried_variance(step, mistake));
    picture.weight.push_back(tried);
    picture.mse.push_back(tried * picture.error2);
    picture.intact_mse.push_back(step.weight * picture.error2);
    picture.kl.push_back(kInfinite);
    if (t == 1) continue;
    for (const Points& at : all) {
      const Sides sides = sides_of(step, e, t, at, mistake);
      if (&at == &all.front()) picture.kl.back() = sides.kl;
      const double mse = tried * squared_distance(at.eps, at.guess);
      kl_means = worst(kl_means, std::abs(sides.kl - sides.by_means) / sides.scale);
      kl_noise = worst(kl_noise, std::abs(sides.kl - mse) / sides.scale);
      changed = worst(changed, std::abs(sides.kl - sides.intact_kl) / sides.scale);
    }
    const double alpha = 1 - step.beta, variance = e.noise[t - 1] / e.noise[t] * step.beta;
    weight = worst(weight, relative(tried, step.beta * step.beta / (2 * variance * alpha * e.noise[t])));
    changed = worst(changed, relative(tried, step.weight));
  }
  if (schedule.T() == 1) result.claim.reason = "one-step";
  const std::vector<Check> total = check_bound(oracle, schedule, e, claimed, rng, picture.bound);
  if (result.claim.reason.empty() && mistake.made() && changed <= kLeastDifference) result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  result.claim.checks = {
      check_within("kl-means", kl_means, kIdentityTolerance, 1),
      check_within("kl-noise", kl_noise, kIdentityTolerance, 1),
      check_within("weight", weight, kIdentityTolerance, 1),
      check_within("first", schedule.at(1).weight == kInfinite ? 0 : 1, 0, 1),
  };
  result.claim.checks.insert(result.claim.checks.end(), total.begin(), total.end());
  return result;
}

}  // namespace proofground::diffusion
