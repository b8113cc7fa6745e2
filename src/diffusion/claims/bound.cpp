#include "diffusion/claims/bound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "diffusion/claims/numerics.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kNormals = 2e6, kVisible = 1e-6;

int paths_of(int T, int d) { return static_cast<int>(std::clamp(kNormals / T / d, 200.0, 10000.0)); }

// eps_theta: its two parameters, and what it makes of x_t.
struct RoundGuess {
  std::vector<double> mean;
  double variance = 0;

  [[nodiscard]] std::vector<double> operator()(double alpha_bar, double noise, const std::vector<double>& x) const {
    const double factor = std::sqrt(noise) / (alpha_bar * variance + noise), shrink = std::sqrt(alpha_bar);
    std::vector<double> eps(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) eps[i] = factor * (x[i] - shrink * mean[i % mean.size()]);
    return eps;
  }
  /// E|eps - eps_theta|^2 where E|x_0 - m|^2 is `spread2`
  [[nodiscard]] double error(double alpha_bar, double noise, double spread2) const {
    const double own = alpha_bar * variance, all = own + noise;
    return (own * own * static_cast<double>(mean.size()) + noise * alpha_bar * spread2) / (all * all);
  }
};

RoundGuess guess_of(const Oracle& oracle) {
  const Moments moments = oracle.moments(1, 0);
  const auto d = static_cast<std::size_t>(oracle.d());
  RoundGuess guess{moments.mean, 0};
  for (std::size_t c = 0; c < d; ++c) guess.variance += moments.covariance[c * (d + 1)] / static_cast<double>(d);
  return guess;
}

// Whether every step's noise, there and back, is above the rounding of places as large as `size`.
bool visible(const RecomputedChain& e, const Schedule& schedule, double size) {
  for (int t = 1; t <= schedule.T(); ++t) {
    const double beta = schedule.at(t).beta;
    const double least = t == 1 ? beta : completed(beta, e.alpha_bar[t - 1], e.noise[t - 1]).variance;
    if (!(std::sqrt(least) >= kVisible * size)) return false;
  }
  return true;
}

// What one step adds to log q / p of every path, less the constants of both densities.
void add_quotients(std::vector<double>& values, const std::vector<double>& from, const std::vector<double>& to,
                   const std::vector<double>& back, double beta, double variance) {
  const std::size_t d = from.size() / values.size();
  const double constant = static_cast<double>(d) * std::log(variance / beta) / 2, shrink = std::sqrt(1 - beta);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double there = to[i] - shrink * from[i], missed = from[i] - back[i];
    values[i / d] += missed * missed / (2 * variance) - there * there / (2 * beta);
    if (i % d == 0) values[i / d] += constant;
  }
}

// log q(x_1..x_T | x_0) / p(x_0..x_T) along paths from these starts.
RunningStats along_paths(const Schedule& schedule, const RecomputedChain& e, const ClaimedTerms& claimed,
                         const RoundGuess& guess, std::vector<double> x, Rng& rng) {
  const std::size_t d = guess.mean.size();
  std::vector<double> values(x.size() / d, 0.0), next;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = schedule.at(t);
    next = x;
    take_step(step, next, rng);
    const std::vector<double> back = mean_of_noise(step, next, guess(e.alpha_bar[t], e.noise[t], next));
    add_quotients(values, x, next, back, step.beta, claimed.variance[t - 1]);
    x.swap(next);
  }
  RunningStats stats;
  for (std::size_t i = 0; i < values.size(); ++i) {
    double last = static_cast<double>(d) * std::log(2 * std::numbers::pi);
    for (std::size_t c = 0; c < d; ++c) last += x[i * d + c] * x[i * d + c];
    stats.add(values[i] + last / 2);
  }
  return stats;
}

// Steps 2..T in groups 2..10, 11..100, ...
void group(const std::vector<double>& terms, const std::vector<double>& intact, BoundPicture& picture) {
  const int T = static_cast<int>(terms.size());
  for (int from = 2, to = 10; from <= T; from = to + 1, to *= 10) {
    const int last = std::min(to, T);
    double sum = 0, right = 0;
    for (int t = from; t <= last; ++t) {
      sum += terms[t - 1];
      right += intact[t - 1];
    }
    picture.from.push_back(from);
    picture.to.push_back(last);
    picture.steps.push_back(sum);
    picture.intact_steps.push_back(right);
  }
}

}  // namespace

std::vector<Check> check_bound(const Oracle& oracle, const Schedule& schedule, const RecomputedChain& e,
                               const ClaimedTerms& claimed, Rng& rng, BoundPicture& picture) {
  const int d = oracle.d(), T = schedule.T(), count = paths_of(T, d);
  const RoundGuess guess = guess_of(oracle);
  const std::vector<double> starts = oracle.draw(count, rng);
  double norm2 = 0, spread2 = 0, largest = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const double apart = starts[i] - guess.mean[i % guess.mean.size()];
    norm2 += starts[i] * starts[i] / count;
    spread2 += apart * apart / count;
    largest = worst(largest, std::abs(starts[i]));
  }
  std::vector<double> terms(1, 0.0), intact(1, 0.0);
  for (int t = 2; t <= T; ++t) {
    const double error = guess.error(e.alpha_bar[t], e.noise[t], spread2);
    terms.push_back(claimed.weight[t - 1] * error);
    intact.push_back(schedule.at(t).weight * error);
  }
  group(terms, intact, picture);
  const Step &first = schedule.at(1), &last = schedule.steps.back();
  picture.prior = prior_kl(last.alpha_bar, last.noise, norm2, d);
  picture.reconstruction = d * std::log(2 * std::numbers::pi * first.beta) / 2 +
                           guess.error(e.alpha_bar[1], e.noise[1], spread2) / (2 * (1 - first.beta));
  picture.total = picture.prior + picture.reconstruction;
  double size = 1 + picture.prior + std::abs(picture.reconstruction);
  for (const double sum : picture.steps) {
    picture.total += sum;
    size += sum;
  }
  picture.visible = visible(e, schedule, largest);
  if (!picture.visible) return {};
  const RunningStats paths = along_paths(schedule, e, claimed, guess, starts, rng);
  picture.drawn = paths.mean;
  picture.drawn_error = paths.error();
  return {check_z_score("total", paths.z(picture.total, size))};
}

}  // namespace proofground::diffusion
