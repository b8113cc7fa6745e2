#include "diffusion/claims/forward_process.h"

#include <algorithm>
#include <cmath>

#include "core/gaussian.h"
#include "diffusion/claims/law.h"
#include "diffusion/claims/numerics.h"
#include "diffusion/claims/recomputed_chain.h"
#include "diffusion/process.h"

namespace proofground::diffusion {
namespace {

constexpr double kNormals = 4e6, kVisible = 1e-6;

int particles(int t, int d) { return static_cast<int>(std::clamp(kNormals / t / d, 100.0, 2000.0)); }

std::vector<double> repeated(const std::vector<double>& x, int count) {
  std::vector<double> all;
  for (int i = 0; i < count; ++i) all.insert(all.end(), x.begin(), x.end());
  return all;
}

std::vector<double> scaled(std::vector<double> x, double factor) {
  for (double& value : x) value *= factor;
  return x;
}

double general_prior_kl(const std::vector<double>& x0, double alpha_bar, double noise) {
  const int d = static_cast<int>(x0.size());
  const std::vector<double> mean = scaled(x0, std::sqrt(alpha_bar));
  return gaussian_kl({mean, scalar_matrix(d, noise)}, {std::vector<double>(x0.size(), 0.0), scalar_matrix(d, 1)});
}

// What a step multiplies x_{t-1} and the noise with.
struct Walk {
  double shrink, size;
};

Walk walk_of(const Step& step, const Mistake& mistake) {
  return {mistake.is("plain") ? 1 : std::sqrt(1 - step.beta), mistake.is("root") ? step.beta : std::sqrt(step.beta)};
}

// Particles on their way. The noises of a broken walk may be one for all steps, or one for all coordinates.
class Walkers {
 public:
  Walkers(std::vector<double> x, int d, const Mistake& mistake, Rng& rng)
      : x_(std::move(x)), d_(static_cast<std::size_t>(d)), mistake_(mistake), rng_(rng) {
    if (mistake.is("same-noise")) kept_ = normals(x_.size(), rng);
  }

  void take(const Step& step) {
    before_ = x_;
    if (!mistake_.made() || mistake_.is("alpha")) return take_step(step, x_, rng_);
    const Walk walk = walk_of(step, mistake_);
    double last = 0;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      const bool another = !mistake_.is("one-noise") || i % d_ == 0;
      if (kept_.empty() && another) last = rng_.normal();
      x_[i] = walk.shrink * x_[i] + walk.size * (kept_.empty() ? last : kept_[i]);
    }
  }

  [[nodiscard]] const std::vector<double>& x() const { return x_; }
  [[nodiscard]] const std::vector<double>& before() const { return before_; }

 private:
  std::vector<double> x_, before_, kept_;
  std::size_t d_;
  const Mistake& mistake_;
  Rng& rng_;
};

// m_t and v_t, also of a broken walk.
struct Moment {
  double m = 1, v = 0;
  void take(const Step& step, const Mistake& mistake) {
    const Walk walk = walk_of(step, mistake);
    m *= walk.shrink;
    if (mistake.is("same-noise")) {
      const double spread = walk.shrink * std::sqrt(v) + walk.size;
      v = spread * spread;
    } else {
      // The squares are not those of the roots: they would be rounded twice.
      const double kept = mistake.is("plain") ? 1 : 1 - step.beta;
      v = kept * v + (mistake.is("root") ? step.beta * step.beta : step.beta);
    }
  }
};

Schedule tried_of(const Schedule& schedule, const Mistake& mistake) {
  Schedule tried = schedule;
  if (!mistake.is("alpha")) return tried;
  for (Step& step : tried.steps) {
    step.alpha_bar = step.alpha;
    step.noise = step.beta;
  }
  return tried;
}

// (x - mean) / sqrt(variance)
std::vector<double> standardised(std::vector<double> x, const std::vector<double>& mean, double variance) {
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = (x[i] - mean[i % mean.size()]) / std::sqrt(variance);
  return x;
}

// How likely a standard normal is to be smaller than z, signs left aside, less 1/2: of a normal it is uniform, with the variance 1/12.
double rank_of_size(double z) { return std::erf(std::abs(z) / std::sqrt(2.0)) - 0.5; }

// The worst of four z-scores: noise, or the rank of its size, times place, or the rank of its size. Given the places, the noises are
// independent draws, and ranks have no heavier tails than normals.
double worst_dependence(const std::vector<double>& noise, const std::vector<double>& place) {
  double sums[4] = {}, place2 = 0, rank2 = 0;
  for (std::size_t i = 0; i < noise.size(); ++i) {
    const double size = rank_of_size(noise[i]), rank = rank_of_size(place[i]);
    sums[0] += noise[i] * place[i];
    sums[1] += size * place[i];
    sums[2] += noise[i] * rank;
    sums[3] += size * rank;
    place2 += place[i] * place[i];
    rank2 += rank * rank;
  }
  const double a = std::sqrt(place2), b = std::sqrt(rank2), unit = std::sqrt(1.0 / 12);
  return worst(worst(std::abs(sums[0]) / a, std::abs(sums[1]) / (a * unit)),
               worst(std::abs(sums[2]) / b, std::abs(sums[3]) / (b * unit)));
}

// The worst over pairs of coordinates of |sum over particles of their product| / |the first of them|, which is |N(0, 1)| exactly.
double worst_pair(const std::vector<double>& x, const std::vector<double>& mean, double variance) {
  const std::size_t d = mean.size();
  double most = 0;
  for (std::size_t a = 0; a < d; ++a)
    for (std::size_t b = a + 1; b < d; ++b) {
      double product = 0, square = 0;
      for (std::size_t i = 0; i < x.size(); i += d) {
        const double first = x[i + a] - mean[a];
        product += first * (x[i + b] - mean[b]);
        square += first * first;
      }
      most = worst(most, std::abs(product) / std::sqrt(square * variance));
    }
  return most;
}

void append(std::vector<Check>& checks, const std::vector<Check>& more) {
  checks.insert(checks.end(), more.begin(), more.end());
}

// Whether nothing is different with the mistake: its moments at every t, and the closed form.
bool no_difference(const Schedule& tried, const std::vector<double>& noise_walked, const RecomputedChain& e,
                   const Mistake& mistake, int d) {
  if (mistake.is("one-noise")) return d == 1;
  if (!mistake.is("alpha") && !mistake.is("same-noise")) return false;
  double most = 0;
  for (int t = 1; t <= tried.T(); ++t) {
    const Step& step = tried.at(t);
    most = worst(most, worst(relative(step.alpha_bar, e.alpha_bar[t]), relative(step.noise, e.noise[t])));
    most = worst(most, relative(noise_walked[t - 1], e.noise[t]));
  }
  return most <= kLeastDifference;
}

}  // namespace

std::vector<Check> check_particles(const std::vector<double>& x, const std::vector<double>& mean, double variance) {
  const std::size_t d = mean.size(), n = x.size() / d;
  std::vector<double> sum(d, 0.0);
  for (std::size_t i = 0; i < x.size(); ++i) sum[i % d] += x[i] - mean[i % d];
  double mean_z = 0, square = 0;
  for (const double value : sum) mean_z = worst(mean_z, std::abs(value) / std::sqrt(variance * static_cast<double>(n)));
  const std::vector<double> each = standardised(x, mean, variance);
  for (const double value : each) square += value * value;
  const auto degrees = static_cast<double>(d);
  std::vector<Check> checks{
      check_worst_z_score("mean", mean_z, degrees),
      check_z_score("spread", chi_square_z(square, static_cast<double>(x.size()))),
      check_normals("law", each, static_cast<int>(d)),
  };
  if (d > 1)
    checks.push_back(check_worst_z_score("across", worst_pair(x, mean, variance), degrees * (degrees - 1) / 2));
  return checks;
}

std::vector<Check> check_fresh_noise(const std::vector<double>& before, const std::vector<double>& x, double beta,
                                     const std::vector<double>& mean, double variance) {
  std::vector<double> noise(x.size());
  double largest = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    noise[i] = (x[i] - std::sqrt(1 - beta) * before[i]) / std::sqrt(beta);
    largest = worst(largest, std::abs(before[i]));
  }
  std::vector<Check> checks;
  if (!(std::sqrt(beta) >= kVisible * largest)) return checks;
  if (variance > 0 && std::sqrt(variance) >= kVisible * largest)
    checks.push_back(check_worst_z_score("fresh", worst_dependence(noise, standardised(before, mean, variance)), 4));
  checks.push_back(check_normals("normal", noise, static_cast<int>(mean.size())));
  return checks;
}

Checked<ForwardPicture> check_forward_process(const Mixture& data, const Schedule& schedule,
                                              const ClaimOptions& options, const Mistake& mistake) {
  const RecomputedChain e = recompute(schedule);
  const Schedule tried = tried_of(schedule, mistake);
  Checked<ForwardPicture> result{{"4a", {}, vacuous_reason(e)}, {}};
  ForwardPicture& picture = result.picture;
  Rng rng(options.seed);
  const int d = data.d, n = particles(options.t, d);
  picture.t = options.t;
  picture.x0 = start_of(options, Oracle(data), rng);

  Walkers walkers(repeated(picture.x0, n), d, mistake, rng);
  double signal = 0, noise = 0, steps = 0;
  Moment moment;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = tried.at(t);
    steps = worst(steps, worst(relative(step.alpha, 1 - step.beta), relative(step.alpha_bar_prev, e.alpha_bar[t - 1])));
    steps = worst(steps, relative(step.noise_prev, e.noise[t - 1]));
    moment.take(step, mistake);
    picture.signal.push_back(std::sqrt(step.alpha_bar));
    picture.noise.push_back(step.noise);
    picture.signal_by_recursion.push_back(moment.m);
    picture.noise_by_recursion.push_back(moment.v);
    signal = worst(signal, relative(picture.signal.back() * picture.signal.back(), moment.m * moment.m));
    noise = worst(noise, relative(step.noise, moment.v));
    if (t <= options.t) walkers.take(step);
  }
  const Step& shown = tried.at(options.t);
  picture.by_steps = walkers.x();
  picture.closed = noised(shown, repeated(picture.x0, n), normals(picture.by_steps.size(), rng));
  const Step& last = tried.steps.back();
  const double norm2 = squared(picture.x0);
  picture.prior_kl = prior_kl(last.alpha_bar, last.noise, norm2, d);
  const bool visible = shown.noise >= kVisible * kVisible * norm2;
  if (result.claim.reason.empty() && mistake.made() &&
      (no_difference(tried, picture.noise_by_recursion, e, mistake, d) || (mistake.is("one-noise") && !visible)))
    result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double general = general_prior_kl(picture.x0, e.alpha_bar.back(), e.noise.back());
  result.claim.checks = {
      check_within("signal", signal, kIdentityTolerance, 1),
      check_within("noise", noise, kIdentityTolerance, 1),
      check_within("steps", steps, kIdentityTolerance, 1),
      check_within("prior", std::abs(picture.prior_kl - general), kIdentityTolerance, d + general),
  };
  if (!visible) return result;
  append(result.claim.checks,
         check_particles(walkers.x(), scaled(picture.x0, std::sqrt(shown.alpha_bar)), shown.noise));
  const double exact = e.noise[options.t];
  const std::vector<double> each =
      standardised(picture.closed, scaled(picture.x0, std::sqrt(e.alpha_bar[options.t])), exact);
  result.claim.checks.push_back(check_normals("jump", each, d));
  append(result.claim.checks,
         check_fresh_noise(walkers.before(), walkers.x(), shown.beta,
                           scaled(picture.x0, std::sqrt(e.alpha_bar[options.t - 1])), e.noise[options.t - 1]));
  return result;
}

}  // namespace proofground::diffusion
