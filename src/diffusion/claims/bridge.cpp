#include "diffusion/claims/bridge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/claims/recomputed_mixture.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"

namespace proofground::diffusion {
namespace {

constexpr double kMostWork = 2e8, kMostAnew = 2e7, kLargestGrid = 1e7, kCalls = 4e5, kLeastFit = 0.1;
constexpr double kRounding = 1e-15;
constexpr int kReconstructions = 4000;

int paths_of(const Schedule& schedule) { return static_cast<int>(std::clamp(kCalls / schedule.T(), 50.0, 2000.0)); }

std::string vacuous_reason(const Oracle& oracle, const Schedule& schedule) {
  for (int k = 0; k < oracle.size(); ++k)
    if (oracle.least_spread(k, 1, 0) == 0) return "points";
  if (oracle.d() > 2) return "extent";
  double work = static_cast<double>(paths_of(schedule)) * schedule.T() * oracle.size(),
         largest = grid_size(oracle, 1, 0);
  for (const Step& step : schedule.steps) {
    const double size = grid_size(oracle, step.alpha_bar, step.noise);
    work += size * oracle.size();
    largest = worst(largest, size);
  }
  return work <= kMostWork && largest <= kLargestGrid ? "" : "extent";
}

// log N(x; mean, variance I)
double log_normal(const double* x, const double* mean, double variance, int d) {
  double sum = d * std::log(2 * std::numbers::pi * variance);
  for (int c = 0; c < d; ++c) sum += (x[c] - mean[c]) * (x[c] - mean[c]) / variance;
  return -sum / 2;
}

// One step up the chain, from shrink x: by the betas alone.
std::vector<double> stepped(std::vector<double> shrunk, double beta, Rng& rng) {
  for (double& value : shrunk) value += std::sqrt(beta) * rng.normal();
  return shrunk;
}

std::vector<double> shrunk_by(const std::vector<double>& x, double beta) {
  std::vector<double> shrunk(x);
  for (double& value : shrunk) value *= std::sqrt(1 - beta);
  return shrunk;
}

RunningStats drawn_nelbo(const Mixture& data, const Oracle& oracle, const Schedule& schedule, std::vector<double> x,
                         Rng& rng) {
  const int d = data.d, count = static_cast<int>(x.size()) / d;
  std::vector<double> value(count, 0.0);
  for (const Step& step : schedule.steps) {
    const std::vector<double> shrunk = shrunk_by(x, step.beta), next = stepped(shrunk, step.beta, rng);
    const std::vector<double> back = posterior_mean(step, next, oracle.denoise(step, next).x0);
    for (int i = 0; i < count; ++i) {
      const std::size_t j = static_cast<std::size_t>(i) * d;
      value[i] += log_normal(&next[j], &shrunk[j], step.beta, d) - log_normal(&x[j], &back[j], step.beta, d);
    }
    x = next;
  }
  const std::vector<double> origin(static_cast<std::size_t>(d), 0.0);
  RunningStats stats;
  for (int i = 0; i < count; ++i)
    stats.add(value[i] - log_normal(&x[static_cast<std::size_t>(i) * d], origin.data(), 1, d));
  return stats;
}

// KL(N(sqrt(ab) x_0, v I) || N(0, I)), on average over x_0: 1/2 (ab E|x_0|^2 + d (v - 1 - log v)).
double prior_anew(double alpha_bar, double noise, double square, int d) {
  double excess = 0;  // v - 1 - log v = ab^2 / 2 + ab^3 / 3 + ...
  if (alpha_bar > 0.1) {
    excess = -alpha_bar - std::log(noise);
  } else {
    double power = alpha_bar;
    for (int k = 2; k <= 20; ++k) excess += (power *= alpha_bar) / k;
  }
  return (alpha_bar * square + d * excess) / 2;
}

// What the terms of step t are made of, from the betas alone.
struct TermParts {
  double beta, posterior, kept, pull2;  // kept = beta~_t / beta_t, pull2 = mean_x0^2
  bool first;
};

TermParts parts_of(const RecomputedChain& e, const Schedule& schedule, int t) {
  const double beta = schedule.at(t).beta, kept = e.noise[t - 1] / e.noise[t];
  const double pull = std::sqrt(e.alpha_bar[t - 1]) * beta / e.noise[t];
  return {beta, kept * beta, kept, pull * pull, t == 1};
}

// What of a term does not depend on v_t, in units of d / 2. @param ratio of beta~_t to the variance
double rest_of(const TermParts& p, double ratio, double variance) {
  return p.first ? std::log(2 * std::numbers::pi * variance) : ratio - 1 - std::log(ratio);
}

// The term, for one choice of the variance. @param spread mean_x0^2 v_t / d
double term_anew(const TermParts& p, double spread, int d, ReverseVariance choice) {
  double variance = choice == ReverseVariance::forward ? p.beta : p.posterior;
  if (choice == ReverseVariance::best || variance == 0) variance = p.posterior + spread;
  return d * (rest_of(p, p.posterior / variance, variance) + spread / variance) / 2;
}

// v_t from the score.
double variance_anew(const RecomputedChain& e, int t, const RecomputedMixture& mixture, int d) {
  return e.noise[t] / e.alpha_bar[t] * (d - e.noise[t] * mixture.averages().information);
}

// The v_t that quadrature is spent on, by t; NaN for the others.
std::vector<double> variances_anew(const Mixture& data, const Schedule& schedule, const RecomputedChain& e) {
  const int T = schedule.T(), d = data.d;
  const auto mixture = [&](int t) { return RecomputedMixture(data, e.alpha_bar[t], e.noise[t]); };
  double all = 0, spent = 0;
  for (int t = 1; t <= T && all <= kMostAnew; ++t) all += mixture(t).work();
  std::vector<double> v(static_cast<std::size_t>(T) + 1, std::numeric_limits<double>::quiet_NaN());
  for (int t = 1; t <= T; t = all <= kMostAnew ? t + 1 : 2 * t) {
    if (t > 1) spent += mixture(t).work();
    if (spent > kMostAnew) break;
    // Nothing is left of x_0 where alpha_bar has underflowed, and pull is 0.
    v[t] = e.alpha_bar[t] > kSmallest ? variance_anew(e, t, mixture(t), d) : mean_square(data);
  }
  return v;
}

// How far the three terms of a t without quadrature are from what can be said of them: v_t is one number for all three, and grows with
// t, as x_t tells less and less of x_0. @param low, high the v_t of quadrature before and after
double unknown_apart(const TermParts& p, const BridgeAnswer& answer, int t, int d, double low, double high,
                     double size) {
  const double forward = answer.forward.terms[t - 1];
  const double spread = p.beta * (2 * forward / d - rest_of(p, p.kept, p.beta));
  // Rounding of spread is that of beta, in units of beta~.
  const double lost = kRounding / kIdentityTolerance / p.kept;
  double apart = 0;
  for (const auto& [nelbo, choice] :
       {std::pair{&answer.posterior, ReverseVariance::posterior}, std::pair{&answer.best, ReverseVariance::best}}) {
    const double anew = term_anew(p, spread, d, choice);
    apart = worst(apart, std::abs(nelbo->terms[t - 1] - anew) / (size + std::abs(anew) + lost));
  }
  const double least = term_anew(p, p.pull2 * low / d, d, ReverseVariance::forward);
  const double most = term_anew(p, p.pull2 * high / d, d, ReverseVariance::forward);
  return worst(apart, worst(least - forward, forward - most) / (size + std::abs(most)));
}

// The largest difference of a term from itself computed anew, relative to size and term.
double terms_apart(const Mixture& data, const Schedule& schedule, const RecomputedChain& e, const BridgeAnswer& answer,
                   double size) {
  const int T = schedule.T(), d = data.d;
  const std::vector<double> v = variances_anew(data, schedule, e);
  double apart = 0, high = mean_square(data);
  std::vector<double> after(v.size());
  for (int t = T; t >= 1; --t) after[t] = high = std::isnan(v[t]) ? high : v[t];
  double low = v[1];
  for (int t = 1; t <= T; ++t) {
    const TermParts p = parts_of(e, schedule, t);
    if (std::isnan(v[t])) {
      apart = worst(apart, unknown_apart(p, answer, t, d, low, after[t], size));
      continue;
    }
    low = v[t];
    const auto compare = [&](const Nelbo& nelbo, ReverseVariance choice) {
      const double anew = term_anew(p, p.pull2 * v[t] / d, d, choice);
      apart = worst(apart, std::abs(nelbo.terms[t - 1] - anew) / (size + std::abs(anew)));
    };
    compare(answer.posterior, ReverseVariance::posterior);
    compare(answer.forward, ReverseVariance::forward);
    compare(answer.best, ReverseVariance::best);
  }
  return apart;
}

double sum_apart(const Nelbo& nelbo) {
  double sum = nelbo.prior, size = std::abs(nelbo.prior);
  for (const double term : nelbo.terms) {
    sum += term;
    size += std::abs(term);
  }
  return std::abs(nelbo.total - sum) / (1 + size);
}

Nelbo mistaken(const Oracle& oracle, const Schedule& schedule, Nelbo intact, const Mistake& mistake) {
  if (mistake.is("plain")) {
    const std::vector<double> known(intact.terms.size(), 0.0);
    return nelbo(oracle, schedule, known, ReverseVariance::forward, intact.entropy);
  }
  if (mistake.is("one-point")) {
    const std::vector<double> mean = oracle.moments(1, 0).mean;
    std::vector<double> variance;
    for (const Step& step : schedule.steps) {
      std::vector<double> place(mean);
      for (double& value : place) value *= std::sqrt(step.alpha_bar);
      variance.push_back(oracle.denoise(step, place).x0_variance.front());
    }
    Nelbo one = nelbo(oracle, schedule, variance, ReverseVariance::forward, intact.entropy);
    const Step& last = schedule.steps.back();
    const double prior = prior_kl(last.alpha_bar, last.noise, squared(mean), oracle.d());
    one.total += prior - one.prior;
    one.prior = prior;
    return one;
  }
  double& left_out = mistake.is("no-first") ? intact.terms.front() : intact.prior;
  if (mistake.is("no-first") || mistake.is("no-prior")) {
    intact.total -= left_out;
    left_out = 0;
  }
  if (mistake.is("entropy-sign")) intact.entropy = -intact.entropy;
  return intact;
}

// In the units of the checks: the prior's is itself.
double difference(const Nelbo& a, const Nelbo& b) {
  const double size = 1 + std::abs(b.entropy);
  double largest = b.prior > kSmallest ? std::abs(a.prior - b.prior) / b.prior : 0;
  largest = worst(largest, std::abs(a.entropy - b.entropy) / size);
  for (std::size_t i = 0; i < a.terms.size(); ++i)
    largest = worst(largest, std::abs(a.terms[i] - b.terms[i]) / (size + std::abs(b.terms[i])));
  return largest;
}

void fill(BridgePicture& picture, const BridgeAnswer& answer, const Nelbo& intact) {
  picture.posterior = answer.posterior.gap();
  picture.forward = answer.forward.gap();
  picture.best = answer.best.gap();
  picture.prior = answer.forward.prior;
  picture.entropy = answer.forward.entropy;
  picture.terms = answer.forward.terms;
  picture.intact_forward = intact.gap();
  picture.intact_prior = intact.prior;
  picture.intact_entropy = intact.entropy;
  picture.intact_terms = intact.terms;
}

}  // namespace

BridgeAnswer bridge_answer(const Oracle& oracle, const Schedule& schedule, const std::vector<double>& x0_variance) {
  const double data_entropy = entropy(oracle);
  const auto of = [&](ReverseVariance choice) { return nelbo(oracle, schedule, x0_variance, choice, data_entropy); };
  return {of(ReverseVariance::posterior), of(ReverseVariance::forward), of(ReverseVariance::best)};
}

BridgeDraws bridge_draws(const Mixture& data, const Oracle& oracle, const Schedule& schedule, std::uint64_t seed) {
  const int d = data.d;
  Rng rng(seed);
  BridgeDraws draws;
  const std::vector<double> starts = drawn(data, paths_of(schedule), rng);
  const RecomputedMixture mixture(data, 1, 0);
  for (std::size_t j = 0; j < starts.size(); j += d) draws.entropy.add(-mixture.log_density(&starts[j]));
  draws.nelbo = drawn_nelbo(data, oracle, schedule, starts, rng);
  const Step& step = schedule.at(1);
  const std::vector<double> x0 = drawn(data, kReconstructions, rng);
  const std::vector<double> x1 = stepped(shrunk_by(x0, step.beta), step.beta, rng);
  const std::vector<double> mean = posterior_mean(step, x1, oracle.denoise(step, x1).x0);
  for (std::size_t j = 0; j < x0.size(); j += d) draws.reconstruction.add(-log_normal(&x0[j], &mean[j], step.beta, d));
  return draws;
}

std::vector<Check> judge_bridge(const Mixture& data, const Schedule& schedule, const BridgeAnswer& answer,
                                const BridgeDraws& draws) {
  const RecomputedChain e = recompute(schedule);
  const Nelbo& forward = answer.forward;
  const double size = 1 + std::abs(draws.entropy.mean);
  const double least = std::min({answer.posterior.gap(), forward.gap(), answer.best.gap()});
  const Mixture middle = centred(data);
  const double entropy = RecomputedMixture(middle, 1, 0).averages().entropy;
  const double prior = prior_anew(e.alpha_bar.back(), e.noise.back(), mean_square(data), data.d);
  double priors = 0, entropies = 0, sums = 0;
  for (const Nelbo* nelbo : {&answer.posterior, &answer.forward, &answer.best}) {
    priors = worst(priors, relative(nelbo->prior, prior));
    entropies = worst(entropies, std::abs(nelbo->entropy - entropy));
    sums = worst(sums, sum_apart(*nelbo));
  }
  std::vector<Check> checks{
      check_z_score("reconstruction", draws.reconstruction.z(forward.terms.front(), size)),
      check_z_score("drawn", draws.nelbo.z(forward.total, size)),
      check_z_score("entropy", draws.entropy.z(forward.entropy, size)),
      check_within("integral", entropies, kIdentityTolerance, size),
      check_within("prior", priors, kIdentityTolerance, 1),
      check_within("terms", terms_apart(middle, schedule, e, answer, size), kIdentityTolerance, 1),
      check_within("sum", sums, kIdentityTolerance, 1),
      check_within("divergence", worst(0, -least), kIdentityTolerance, size),
      check_within("best", worst(0, answer.best.gap() - least), kIdentityTolerance, size),
  };
  return checks;
}

Checked<BridgePicture> check_bridge(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                    const Mistake& mistake) {
  const Oracle oracle(data);
  Checked<BridgePicture> result{{"4bridge", {}, vacuous_reason(recompute(schedule))}, {}};
  std::string& reason = result.claim.reason;
  if (const std::string extent = vacuous_reason(oracle, schedule); !extent.empty()) {
    reason = extent;
    return result;
  }
  const std::vector<double> variance = x0_variances(oracle, schedule);
  const Step& start = schedule.at(1);
  const double fit = start.mean_x0 * start.mean_x0 * variance.front() / (2 * start.beta);
  if (!(fit >= kLeastFit) && reason.empty()) reason = "no-spread";
  BridgeAnswer answer = bridge_answer(oracle, schedule, variance);
  const Nelbo intact = answer.forward;
  answer.forward = mistaken(oracle, schedule, intact, mistake);
  if (reason.empty() && mistake.made() && difference(answer.forward, intact) <= kUnchanged) reason = kNoDifference;
  fill(result.picture, answer, intact);
  const BridgeDraws draws = bridge_draws(data, oracle, schedule, options.seed);
  result.picture.drawn = draws.nelbo.mean;
  result.picture.drawn_error = draws.nelbo.error();
  if (reason.empty()) result.claim.checks = judge_bridge(data, schedule, answer, draws);
  return result;
}

}  // namespace proofground::diffusion
