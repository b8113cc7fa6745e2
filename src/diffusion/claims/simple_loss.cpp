#include "diffusion/claims/simple_loss.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/claims/recomputed_mixture.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kNormals = 4e6;

// E|x_t|^2 of the noisy input that a training with this mistake makes. @param start E|x_0|^2
double second_moment(const Step& step, double start, int d, const Mistake& mistake) {
  double signal = step.alpha_bar, noise = step.noise;
  if (mistake.is("plain")) signal = step.alpha;
  if (mistake.is("root")) signal = step.alpha_bar * step.alpha_bar;
  if (mistake.is("index")) signal = step.alpha_bar_prev;
  if (mistake.is("step")) noise = step.beta;
  return signal * start + d * noise;
}

// Of |x_T|^2 after T single steps from drawn x_0.
RunningStats walked_squares(const Mixture& data, const Schedule& schedule, Rng& rng) {
  const int d = data.d, T = schedule.T();
  const int count = static_cast<int>(std::clamp(kNormals / T / d, 100.0, 2000.0));
  std::vector<double> x = drawn(data, count, rng);
  for (const Step& step : schedule.steps) {
    const double shrink = std::sqrt(1 - step.beta), size = std::sqrt(step.beta);
    for (double& value : x) value = shrink * value + size * rng.normal();
  }
  RunningStats stats;
  for (int i = 0; i < count; ++i) {
    double sum = 0;
    for (int c = 0; c < d; ++c) sum += x[static_cast<std::size_t>(i) * d + c] * x[static_cast<std::size_t>(i) * d + c];
    stats.add(sum);
  }
  return stats;
}

}  // namespace

Checked<SimpleLossPicture> check_simple_loss(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                             const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  Checked<SimpleLossPicture> result{{"4r1", {}, vacuous_reason(e)}, {}};
  SimpleLossPicture& picture = result.picture;
  const int d = data.d, T = schedule.T();
  const double start = mean_square(data);
  double chain = start, second = 0, closed = start, difference = 0, from_origin = 0;
  for (const Step& step : schedule.steps) {
    chain = (1 - step.beta) * chain + d * step.beta;
    closed = second_moment(step, start, d, mistake);
    // From the origin too: where E|x_0|^2 is d, any alpha_bar with the noise 1 - alpha_bar keeps it.
    from_origin = (1 - step.beta) * from_origin + d * step.beta;
    second = worst(second, worst(relative(closed, chain), relative(second_moment(step, 0, d, mistake), from_origin)));
    difference = worst(difference, relative(closed, second_moment(step, start, d, {})));
    picture.second.push_back(chain / d);
    picture.used.push_back(closed / d);
    picture.printed.push_back((step.alpha * start + d * step.noise) / d);
    picture.weight.push_back(step.weight);
  }
  const Step& last = schedule.steps.back();
  picture.variance_at_T = last.alpha + last.noise;
  std::string& reason = result.claim.reason;
  if (start == 0) reason = "no-signal";
  if (T == 1) reason = "one-step";
  if (reason.empty() && mistake.made() && difference <= kUnchanged) reason = kNoDifference;
  if (!reason.empty()) return result;

  Rng rng(options.seed);
  const RunningStats stats = walked_squares(data, schedule, rng);
  result.claim.checks = {
      check_within("second", second, kIdentityTolerance, 1),
      check_z_score("walked", stats.z(closed, chain)),
  };
  return result;
}

}  // namespace proofground::diffusion
