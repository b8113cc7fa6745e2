#include "diffusion/claims/simple_loss.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kNormals = 4e6;

}  // namespace

Checked<SimpleLossPicture> check_simple_loss(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                             const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<SimpleLossPicture> result{{"4r1", {}, vacuous_reason(e)}, {}};
  SimpleLossPicture& picture = result.picture;
  const Oracle oracle(data);
  const int d = data.d, T = schedule.T();
  const double start = oracle.mean_square();
  double chain = start, second = 0, closed = start;
  for (const Step& step : schedule.steps) {
    chain = (1 - step.beta) * chain + d * step.beta;
    closed = (broken ? step.alpha : step.alpha_bar) * start + d * step.noise;
    second = worst(second, relative(closed, chain));
    picture.second.push_back(chain / d);
    picture.printed.push_back((step.alpha * start + d * step.noise) / d);
    picture.weight.push_back(step.weight);
  }
  const Step& last = schedule.steps.back();
  picture.variance_at_T = last.alpha + last.noise;
  if (start == 0) result.claim.reason = "no-signal";
  if (T == 1) result.claim.reason = "one-step";
  if (!result.claim.reason.empty()) return result;

  Rng rng(options.seed);
  const int count = static_cast<int>(std::clamp(kNormals / T / d, 100.0, 2000.0));
  const std::vector<double> x = walked(schedule, T, oracle.draw(count, rng), rng);
  RunningStats stats;
  for (int i = 0; i < count; ++i) {
    double sum = 0;
    for (int c = 0; c < d; ++c) sum += x[static_cast<std::size_t>(i) * d + c] * x[static_cast<std::size_t>(i) * d + c];
    stats.add(sum);
  }
  result.claim.checks = {
      check_within("second", second, kIdentityTolerance, 1),
      check_z_score("walked", stats.z(closed, chain)),
  };
  return result;
}

}  // namespace proofground::diffusion
