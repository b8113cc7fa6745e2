#include "diffusion/claims/score.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/claims/recomputed_mixture.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kLost = 1e-15 / kIdentityTolerance;  // rounding, in units of the tolerance
constexpr int kPlaces = 64;

// Scores are sums of (x - mean) / S, of the size 1 / sqrt(S), with rounding of the size of x's in x - mean.
double unit_of(double x, double slope, double noise) {
  return 1 / std::sqrt(noise) + kLost * std::abs(x) / noise + std::abs(slope);
}

// Likewise of a point of Tweedie's formula times sqrt(alpha_bar).
double reach_of(double x, double slope, double noise) { return std::abs(x) + noise * unit_of(x, slope, noise); }

ScoreAnswer answer_of(const Oracle& oracle, const Step& step, const std::vector<double>& x, const Mistake& mistake) {
  ScoreAnswer answer{x, oracle.denoise(step, x), {}};
  std::vector<double>& score = answer.at.score;
  for (std::size_t j = 0; j < x.size(); ++j) {
    if (mistake.is("plain")) score[j] = -score[j];
    if (mistake.is("factor")) score[j] = -answer.at.eps[j];
  }
  const double noise = mistake.is("alpha") ? step.beta : step.noise;
  const double root = mistake.is("root") ? 1 : std::sqrt(step.alpha_bar);
  for (std::size_t j = 0; j < x.size(); ++j) answer.tweedie.push_back((x[j] + noise * score[j]) / root);
  return answer;
}

// The largest difference of two answers, in the units of the checks.
double difference(const ScoreAnswer& a, const ScoreAnswer& b, double alpha_bar, double noise) {
  double largest = 0;
  for (std::size_t j = 0; j < a.x.size(); ++j) {
    const double slope = b.at.score[j];
    largest = worst(largest, std::abs(a.at.score[j] - slope) / unit_of(a.x[j], slope, noise));
    largest =
        worst(largest, std::sqrt(alpha_bar) * std::abs(a.tweedie[j] - b.tweedie[j]) / reach_of(a.x[j], slope, noise));
  }
  return largest;
}

}  // namespace

std::vector<Check> judge_score(const Mixture& data, double alpha_bar, double noise, const ScoreAnswer& answer) {
  const RecomputedMixture mixture(data, alpha_bar, noise);
  const int d = data.d, count = static_cast<int>(answer.x.size()) / d;
  const double shrink = std::sqrt(alpha_bar), size = std::sqrt(noise);
  double density = 0, score = 0, noises = 0, means = 0, tweedie = 0;
  for (int i = 0; i < count; ++i) {
    const std::size_t first = static_cast<std::size_t>(i) * d;
    const double* x = &answer.x[first];
    const double value = mixture.log_density(x);
    double norm2 = 0;
    for (int c = 0; c < d; ++c) norm2 += x[c] * x[c];
    const double lost = kLost * std::sqrt(norm2) / size;
    density = worst(density, std::abs(answer.at.log_density[i] - value) / (1 + std::abs(value) + lost));
    const std::vector<double> mean = mixture.mean(x);
    for (int c = 0; c < d; ++c) {
      const std::size_t j = first + c;
      const double slope = mixture.slope(x, c), unit = unit_of(x[c], slope, noise),
                   reach = reach_of(x[c], slope, noise);
      score = worst(score, std::abs(answer.at.score[j] - slope) / unit);
      noises = worst(noises, std::abs(answer.at.eps[j] + size * slope) / (unit * size));
      means = worst(means, shrink * std::abs(answer.at.x0[j] - mean[c]) / reach);
      tweedie = worst(tweedie, shrink * std::abs(answer.tweedie[j] - mean[c]) / reach);
    }
  }
  std::vector<Check> checks{
      check_within("density", density, kIdentityTolerance, 1), check_within("score", score, kIdentityTolerance, 1),
      check_within("noise", noises, kIdentityTolerance, 1),    check_within("mean", means, kIdentityTolerance, 1),
      check_within("tweedie", tweedie, kIdentityTolerance, 1),
  };
  return checks;
}

Checked<ScorePicture> check_score(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                  const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  Checked<ScorePicture> result{{"4r2", {}, vacuous_reason(e)}, {}};
  ScorePicture& picture = result.picture;
  const Step& step = schedule.at(options.t);
  const double alpha_bar = e.alpha_bar[options.t], noise = e.noise[options.t];
  Rng rng(options.seed);
  const std::vector<double> x0 = drawn(data, kPlaces, rng);
  const Oracle oracle(data);
  const std::vector<double> x = noised(step, x0, normals(x0.size(), rng));
  const ScoreAnswer intact = answer_of(oracle, step, x, {}), answer = answer_of(oracle, step, x, mistake);
  picture.t = options.t;
  picture.x = x;
  picture.score = answer.at.score;
  picture.intact_score = intact.at.score;
  picture.x0 = answer.at.x0;
  const bool signal = alpha_bar > kSmallest;
  if (signal) picture.tweedie = answer.tweedie;
  std::string& reason = result.claim.reason;
  if (!signal && reason.empty()) reason = "no-signal";
  if (reason.empty() && mistake.made() && difference(answer, intact, alpha_bar, noise) <= kUnchanged)
    reason = kNoDifference;
  if (reason.empty()) result.claim.checks = judge_score(data, alpha_bar, noise, answer);
  return result;
}

}  // namespace proofground::diffusion
