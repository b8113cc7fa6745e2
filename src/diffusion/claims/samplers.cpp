#include "diffusion/claims/samplers.h"

#include <algorithm>
#include <cmath>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr int kFewest = 16;
constexpr double kNormals = 1e6;
constexpr double kMeet = 0.75, kCoarsest = 0.1, kCoarser = 1.5;

// One step down for given x_t, by the oracle: the ancestral one without its noise, or the flow.
std::vector<double> down(const Oracle& oracle, const Step& step, const std::vector<double>& x, bool flow) {
  const Denoised at = oracle.denoise(step, x);
  return flow ? ddim_step(step, x, at.eps) : posterior_mean(step, x, at.x0);
}

struct Normal {
  double mean = 0, variance = 0;
};

Normal at_the_end(double mean, double variance, const Step& last) {
  return {std::sqrt(last.alpha_bar) * mean, last.alpha_bar * variance + last.noise};
}

// The moments of x_0, from those of x_T. The values at both ends of a unit interval give the slope of an affine map.
Normal carried(const Oracle& oracle, const Schedule& schedule, Normal x, bool flow, bool noiseless) {
  for (int t = schedule.T(); t >= 1; --t) {
    const Step& step = schedule.at(t);
    const std::vector<double> ends = down(oracle, step, {x.mean, x.mean + 1}, flow);
    const double slope = ends[1] - ends[0];
    x = {ends[0], slope * slope * x.variance + (flow || noiseless ? 0 : step.variance)};
  }
  return x;
}

// The largest beta_t / S_t times the share of the signal in S_{t-1} (samplers.h).
double coarseness(const RecomputedChain& e, const Schedule& schedule, double variance) {
  double largest = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const double signal = e.alpha_bar[t - 1] * variance, before = signal + e.noise[t - 1];
    const double after = e.alpha_bar[t] * variance + e.noise[t];
    largest = worst(largest, schedule.at(t).beta / after * (signal / before));
  }
  return largest;
}

// The largest value except the last one.
double coarser(const std::vector<double>& values) { return *std::max_element(values.begin(), values.end() - 1); }

// Why nothing can be said, or "".
std::string vacuous_reason(const RecomputedChain& e, const Schedule& schedule, double variance) {
  if (const std::string reason = vacuous_reason(e); !reason.empty()) return reason;
  if (schedule.T() < kFewest) return "few-steps";
  if (variance == 0) return "no-spread";
  const auto falls = [](const Step& a, const Step& b) { return b.beta < a.beta; };
  if (std::adjacent_find(schedule.steps.begin(), schedule.steps.end(), falls) != schedule.steps.end())
    return "uneven-steps";
  const Schedule half = thinned(schedule, schedule.T() / 2);
  const double fine = coarseness(e, schedule, variance), coarse = coarseness(recompute(half), half, variance);
  return fine <= kCoarsest && coarse >= kCoarser * fine ? "" : "coarse-steps";
}

}  // namespace

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  const Moments moments = Oracle(data).moments(1, 0);
  const double mean = moments.mean[0], variance = moments.covariance[0], sd = std::sqrt(variance);
  Checked<SamplersPicture> result{{"4r3", {}, vacuous_reason(e, schedule, variance)}, {}};
  SamplersPicture& picture = result.picture;
  const Oracle oracle({{1}, {mean}, {variance}, 1});
  const int T = schedule.T();
  picture.mean = mean;
  picture.sd = sd;
  const Normal start = at_the_end(mean, variance, schedule.steps.back());
  std::vector<double> off;  // distance from the data, of the sampler that is farther off
  Normal ancestral;
  for (const int part : {8, 4, 2, 1}) {
    const int steps = T / part;
    if (steps < 1 || (!picture.steps.empty() && steps == picture.steps.back())) continue;
    const Schedule chain = part == 1 ? schedule : thinned(schedule, steps);
    ancestral = carried(oracle, chain, start, false, broken);
    const Normal intact = broken ? carried(oracle, chain, start, false, false) : ancestral;
    const Normal flow = carried(oracle, chain, start, true, false);
    const double ancestral_sd = std::sqrt(ancestral.variance), flow_sd = std::sqrt(flow.variance);
    picture.steps.push_back(chain.T());
    picture.ancestral_mean.push_back(ancestral.mean);
    picture.ancestral_sd.push_back(ancestral_sd);
    picture.intact_sd.push_back(std::sqrt(intact.variance));
    picture.flow_mean.push_back(flow.mean);
    picture.flow_sd.push_back(flow_sd);
    picture.gap.push_back((std::abs(ancestral.mean - flow.mean) + std::abs(ancestral_sd - flow_sd)) / sd);
    off.push_back(worst(std::abs(ancestral.mean - mean) + std::abs(ancestral_sd - sd),
                        std::abs(flow.mean - mean) + std::abs(flow_sd - sd)) /
                  sd);
  }
  if (!result.claim.reason.empty()) return result;

  Rng rng(options.seed);
  const int count = static_cast<int>(std::clamp(kNormals / T, 100.0, 2000.0));
  std::vector<double> x = normals(static_cast<std::size_t>(count), rng);
  for (double& value : x) value = start.mean + std::sqrt(start.variance) * value;
  for (int t = T; t >= 1; --t) {
    const Step& step = schedule.at(t);
    x = down(oracle, step, x, false);
    for (double& value : x) value += broken ? 0 : std::sqrt(step.variance) * rng.normal();
  }
  double sum = 0, spread = 0;
  for (const double value : x) {
    sum += (value - ancestral.mean) / count;
    spread += (value - ancestral.mean) * (value - ancestral.mean) / ancestral.variance - 1;
  }
  const double rounding = kIdentityTolerance;  // allowance: the differences may be nothing but rounding
  result.claim.checks = {
      check_within("meet", picture.gap.back(), kMeet, coarser(picture.gap), rounding),
      check_within("arrive", off.back(), kMeet, coarser(off), rounding),
      check_z_score("drawn-mean", std::abs(sum) / std::sqrt(ancestral.variance / count)),
      check_z_score("drawn-variance", std::abs(spread) / std::sqrt(2.0 * count)),
  };
  return result;
}

}  // namespace proofground::diffusion
