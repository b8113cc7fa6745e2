#include "diffusion/claims/samplers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kNormals = 1e6;
constexpr double kCoarsest = 0.1, kSlowest = 0.75, kFastest = 0.25;
constexpr int kLevels = 5,
              kFinest = 1 << (kLevels - 1);  // the last chain's steps are 16 times as fine as the first one's
constexpr int kLongest = 32768;              // steps of the last chain

struct Normal {
  double mean = 0, variance = 0;
};

// What both samplers arrive at, and how far from affine their steps are.
struct Ends {
  Normal ancestral, flow;
  double bent = 0;
};

// A third place of a step, in units of the distance of the first two.
constexpr double kThird = -0.618;

// The moments after one affine step, from its values at two places. At a third one it must be affine: elsewhere a step could do as it
// likes.
Normal down(const SamplerSteps::Down& step_down, const Oracle& oracle, const Step& step, const Normal& x, double noise,
            double& bent) {
  const double apart = 1 + std::abs(x.mean);
  const std::vector<double> ends = step_down(oracle, step, {x.mean, x.mean + apart, x.mean + kThird * apart});
  const double rise = ends[1] - ends[0], slope = rise / apart;
  bent = worst(bent, std::abs(ends[2] - ends[0] - kThird * rise));
  return {ends[0], slope * slope * x.variance + noise * noise};
}

Ends carried(const Oracle& oracle, const Schedule& schedule, const SamplerSteps& steps) {
  Ends x;
  x.ancestral = x.flow = {steps.start_mean(schedule.steps.back()), steps.start_variance(schedule.steps.back())};
  for (int t = schedule.T(); t >= 1; --t) {
    const Step& step = schedule.at(t);
    x.ancestral = down(steps.ancestral, oracle, step, x.ancestral, steps.noise(step), x.bent);
    x.flow = down(steps.flow, oracle, step, x.flow, 0, x.bent);
  }
  return x;
}

// The same from the betas alone (samplers.h, "law").
Ends by_law(const Schedule& schedule, double mean, double variance) {
  const RecomputedChain e = recompute(schedule);
  const auto size = [&](int t) { return e.alpha_bar[t] * variance + e.noise[t]; };
  const int T = schedule.T();
  double ancestral = e.alpha_bar[T] * variance * (variance / size(T)), flow = variance;
  for (int t = 1; t <= T; ++t) {
    const double gain = variance / size(t - 1), kept = e.noise[t - 1] / e.noise[t];
    ancestral += e.alpha_bar[t - 1] * gain * gain * kept * schedule.at(t).beta;
    const double along = std::sqrt(e.alpha_bar[t - 1]) * std::sqrt(e.alpha_bar[t]) * variance +
                         std::sqrt(e.noise[t - 1]) * std::sqrt(e.noise[t]);
    flow *= along / size(t - 1) * (along / size(t));
  }
  return {{mean, ancestral}, {mean, flow}};
}

// Every step cut into as many equal ones, or taken as often.
Schedule lengthened(const Schedule& schedule, int parts, bool cut) {
  if (parts == 1) return schedule;
  std::vector<double> beta;
  for (const Step& step : schedule.steps)
    beta.insert(beta.end(), static_cast<std::size_t>(parts),
                cut ? std::max(-std::expm1(std::log1p(-step.beta) / parts), kSmallestParameter) : step.beta);
  return schedule_of(beta);
}

// The largest beta_t / S_t times the share of the signal in S_{t-1} (samplers.h).
double coarseness(const Schedule& schedule, double variance) {
  const RecomputedChain e = recompute(schedule);
  double largest = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const double signal = e.alpha_bar[t - 1] * variance, before = signal + e.noise[t - 1];
    const double after = e.alpha_bar[t] * variance + e.noise[t];
    largest = worst(largest, schedule.at(t).beta / after * (signal / before));
  }
  return largest;
}

// A quantity on the chains, from the coarsest to the finest.
using Levels = std::array<double, kLevels>;

struct Limit {
  double value = 0, bound = 0;
};

Limit extrapolated(const Levels& m) {
  const auto once = [&](int i) { return 2 * m[i] - m[i - 1]; };
  const auto change = [&](int i) { return std::abs(once(i) - once(i - 1)); };
  const int last = kLevels - 1;
  return {2 * once(last) - once(last - 1), std::max({change(last), change(last - 1) / 2, change(last - 2) / 4})};
}

// Whether differences of successive levels halve, more or less.
bool halve(const Levels& m) {
  for (int i = 3; i < kLevels; ++i) {
    const double before = std::abs(m[i - 1] - m[i - 2]), now = std::abs(m[i] - m[i - 1]);
    if (now > kIdentityTolerance && (now > kSlowest * before || now < kFastest * before)) return false;
  }
  return true;
}

// In how many parts a step is cut in the first of the chains that are compared; 0 if no number is fine enough.
int first_parts(const Schedule& schedule, double variance) {
  for (int parts = 1; static_cast<double>(schedule.T()) * parts * kFinest <= kLongest; parts *= 2) {
    if (coarseness(lengthened(schedule, parts, true), variance) > kCoarsest) continue;
    Levels ancestral{}, flow{};
    for (int i = 0; i < kLevels; ++i) {
      const Ends ends = by_law(lengthened(schedule, parts << i, true), 0, variance);
      ancestral[i] = std::sqrt(ends.ancestral.variance / variance);
      flow[i] = std::sqrt(ends.flow.variance / variance);
    }
    if (halve(ancestral) && halve(flow)) return parts;
  }
  return 0;
}

// The distance of b's moments from a's, in units of a standard deviation.
double apart(const Normal& a, const Normal& b, double sd) {
  const double sizes = std::abs(std::sqrt(a.variance) - std::sqrt(b.variance));
  return worst(std::abs(a.mean - b.mean), sizes) / sd;
}
double apart(const Ends& a, const Ends& b, double sd) {
  return worst(worst(apart(a.ancestral, b.ancestral, sd), apart(a.flow, b.flow, sd)), std::abs(a.bent - b.bent) / sd);
}

// What double precision loses on the way down.
double rounding(int steps, double mean, double sd) {
  return 4 * std::numeric_limits<double>::epsilon() * steps * (1 + std::abs(mean) / sd);
}

// Of several quantities and their targets, the one that is farthest beyond its bound.
Check check_limits(const char* id, const std::vector<Levels>& quantities, const std::vector<double>& targets,
                   double allowance) {
  Check farthest;
  double excess = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const Limit limit = extrapolated(quantities[i]);
    const Check check = check_within(id, std::abs(limit.value - targets[i]), 1, limit.bound, allowance);
    const double beyond = check.value - check.bound;
    if (beyond <= excess) continue;
    farthest = check;
    excess = worst(excess, beyond);
  }
  return farthest;
}

// The z-scores of particles that the ancestral sampler carries down.
std::vector<Check> check_particles(const Oracle& oracle, const Schedule& schedule, const SamplerSteps& steps,
                                   const Normal& expected, std::uint64_t seed) {
  Rng rng(seed);
  const int count = static_cast<int>(std::clamp(kNormals / schedule.T(), 100.0, 2000.0));
  std::vector<double> x = normals(static_cast<std::size_t>(count), rng);
  const Step& last = schedule.steps.back();
  for (double& value : x) value = steps.start_mean(last) + std::sqrt(steps.start_variance(last)) * value;
  for (int t = schedule.T(); t >= 1; --t) {
    const double noise = steps.noise(schedule.at(t));
    x = steps.ancestral(oracle, schedule.at(t), x);
    for (double& value : x) value += noise * rng.normal();
  }
  double sum = 0, spread = 0;
  for (const double value : x) {
    sum += (value - expected.mean) / count;
    spread += (value - expected.mean) * (value - expected.mean) / expected.variance - 1;
  }
  std::vector<Check> checks{check_z_score("drawn-mean", std::abs(sum) / std::sqrt(expected.variance / count)),
                            check_z_score("drawn-variance", std::abs(spread) / std::sqrt(2.0 * count))};
  return checks;
}

void add(SamplersPicture& picture, int steps, const Ends& ends, const Ends& intact, double sd) {
  picture.steps.push_back(steps);
  picture.ancestral_mean.push_back(ends.ancestral.mean);
  picture.ancestral_sd.push_back(std::sqrt(ends.ancestral.variance));
  picture.flow_mean.push_back(ends.flow.mean);
  picture.flow_sd.push_back(std::sqrt(ends.flow.variance));
  picture.intact_ancestral_mean.push_back(intact.ancestral.mean);
  picture.intact_ancestral_sd.push_back(std::sqrt(intact.ancestral.variance));
  picture.intact_flow_mean.push_back(intact.flow.mean);
  picture.intact_flow_sd.push_back(std::sqrt(intact.flow.variance));
  picture.gap.push_back((std::abs(picture.ancestral_mean.back() - picture.flow_mean.back()) +
                         std::abs(picture.ancestral_sd.back() - picture.flow_sd.back())) /
                        sd);
}

// The last levels of a list.
Levels last_of(const std::vector<double>& values, double unit, double origin = 0) {
  Levels levels{};
  for (int i = 0; i < kLevels; ++i) levels[i] = (values[values.size() - kLevels + i] - origin) / unit;
  return levels;
}

Levels minus(const Levels& a, const Levels& b) {
  Levels difference{};
  for (int i = 0; i < kLevels; ++i) difference[i] = a[i] - b[i];
  return difference;
}

}  // namespace

SamplerSteps sampler_steps(double mean, double variance, const Mistake& mistake) {
  const bool shrink = !mistake.is("no-shrink"), index = mistake.is("index"), root = mistake.is("root");
  const bool none = mistake.is("plain");
  SamplerSteps steps;
  steps.ancestral = [shrink](const Oracle& oracle, const Step& step, const std::vector<double>& x) {
    std::vector<double> next = posterior_mean(step, x, oracle.denoise(step, x).x0);
    if (!shrink)
      for (double& value : next) value *= std::sqrt(step.alpha);
    return next;
  };
  steps.flow = [index](const Oracle& oracle, const Step& step, const std::vector<double>& x) {
    const Denoised at = oracle.denoise(step, x);
    std::vector<double> next = ddim_step(step, x, at.eps);
    if (index)
      for (std::size_t i = 0; i < x.size(); ++i)
        next[i] += (std::sqrt(step.noise) - std::sqrt(step.noise_prev)) * at.eps[i];
    return next;
  };
  steps.noise = [none, root](const Step& step) { return none ? 0 : root ? step.variance : std::sqrt(step.variance); };
  const bool other = mistake.is("other-start");
  steps.start_mean = [=](const Step& last) { return other ? 0 : std::sqrt(last.alpha_bar) * mean; };
  steps.start_variance = [=](const Step& last) { return other ? 4 : last.alpha_bar * variance + last.noise; };
  steps.cut = !mistake.is("same-steps");
  return steps;
}

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const Mistake& mistake) {
  const Moments moments = Oracle(data).moments(1, 0);
  const SamplerSteps steps = sampler_steps(moments.mean[0], moments.covariance[0], mistake);
  return judge_samplers(data, schedule, options, steps, mistake);
}

Checked<SamplersPicture> judge_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const SamplerSteps& steps, const Mistake& mistake) {
  const Moments moments = Oracle(data).moments(1, 0);
  const double mean = moments.mean[0], variance = moments.covariance[0], sd = std::sqrt(variance);
  Checked<SamplersPicture> result{{"4r3", {}, vacuous_reason(recompute(schedule))}, {}};
  std::string& reason = result.claim.reason;
  SamplersPicture& picture = result.picture;
  picture.mean = mean;
  picture.sd = sd;
  if (variance == 0) {
    if (reason.empty()) reason = "no-spread";
    return result;
  }

  const Oracle oracle({{1}, {mean}, {variance}, 1});
  const bool long_chain = schedule.T() > kLongest / kFinest;
  const Schedule curve = long_chain ? thinned(schedule, kLongest / kFinest) : schedule;
  const int first = first_parts(curve, variance);
  if (first == 0 && reason.empty()) reason = "coarse-steps";
  const SamplerSteps honest = sampler_steps(mean, variance, {});
  const Ends own = carried(oracle, schedule, steps);
  double law = apart(own, by_law(schedule, mean, variance), sd), difference = 0;
  for (int parts = 1; parts <= std::max(first, 1) * kFinest; parts *= 2) {
    const Schedule chain = lengthened(curve, parts, steps.cut), right = lengthened(curve, parts, true);
    const Ends ends = carried(oracle, chain, steps);
    const Ends intact = mistake.made() ? carried(oracle, right, honest) : ends;
    add(picture, chain.T(), ends, intact, sd);
    law = worst(law, apart(ends, by_law(right, mean, variance), sd));
    difference = worst(difference, apart(ends, intact, sd));
  }
  const double lost = rounding(static_cast<int>(picture.steps.back()), mean, sd);
  if (reason.empty() && mistake.made() && difference <= kUnchanged + 2 * lost) reason = kNoDifference;
  if (!reason.empty()) return result;

  const Levels ancestral = last_of(picture.ancestral_sd, sd), flow = last_of(picture.flow_sd, sd);
  const Levels ancestral_mean = last_of(picture.ancestral_mean, sd, mean),
               flow_mean = last_of(picture.flow_mean, sd, mean);
  picture.ancestral_limit = sd * extrapolated(ancestral).value;
  picture.flow_limit = sd * extrapolated(flow).value;
  const double allowance = kIdentityTolerance + 9 * lost;  // 9: the factors of an extrapolation, added up
  result.claim.checks = {
      check_within("law", law, kIdentityTolerance, 1, lost),
      check_limits("meet", {minus(ancestral, flow), minus(ancestral_mean, flow_mean)}, {0, 0}, allowance),
      check_limits("arrive", {ancestral, flow, ancestral_mean, flow_mean}, {1, 1, 0, 0}, allowance),
  };
  const std::vector<Check> drawn = check_particles(oracle, schedule, steps, own.ancestral, options.seed);
  result.claim.checks.insert(result.claim.checks.end(), drawn.begin(), drawn.end());
  return result;
}

}  // namespace proofground::diffusion
