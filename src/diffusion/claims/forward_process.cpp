#include "diffusion/claims/forward_process.h"

#include <algorithm>
#include <cmath>

#include "core/gaussian.h"
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

double general_prior_kl(const std::vector<double>& x0, double alpha_bar, double noise) {
  const int d = static_cast<int>(x0.size());
  std::vector<double> mean(x0);
  for (double& value : mean) value *= std::sqrt(alpha_bar);
  return gaussian_kl({mean, scalar_matrix(d, noise)}, {std::vector<double>(x0.size(), 0.0), scalar_matrix(d, 1)});
}

}  // namespace

Checked<ForwardPicture> check_forward_process(const Mixture& data, const Schedule& schedule,
                                              const ClaimOptions& options, const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const RecomputedChain e = recompute(schedule);
  Checked<ForwardPicture> result{{"4a", {}, vacuous_reason(e)}, {}};
  ForwardPicture& picture = result.picture;
  Rng rng(options.seed);
  const int d = data.d, n = particles(options.t, d);
  picture.t = options.t;
  picture.x0 = start_of(options, Oracle(data), rng);
  picture.by_steps = repeated(picture.x0, n);

  double signal = 0, noise = 0, steps = 0, m = 1, v = 0;
  for (int t = 1; t <= schedule.T(); ++t) {
    const Step& step = schedule.at(t);
    steps = worst(steps, worst(relative(step.alpha, 1 - step.beta), relative(step.alpha_bar_prev, e.alpha_bar[t - 1])));
    steps = worst(steps, relative(step.noise_prev, e.noise[t - 1]));
    Step walk = step;
    if (broken) walk.alpha = 1;
    m *= std::sqrt(broken ? 1 : 1 - step.beta);
    v = (broken ? 1 : 1 - step.beta) * v + step.beta;
    picture.signal.push_back(std::sqrt(step.alpha_bar));
    picture.noise.push_back(step.noise);
    picture.signal_by_recursion.push_back(m);
    picture.noise_by_recursion.push_back(v);
    signal = worst(signal, relative(picture.signal.back() * picture.signal.back(), m * m));
    noise = worst(noise, relative(step.noise, v));
    if (t <= options.t) take_step(walk, picture.by_steps, rng);
  }
  const Step& shown = schedule.at(options.t);
  picture.closed = noised(shown, repeated(picture.x0, n), normals(picture.by_steps.size(), rng));
  const Step& last = schedule.steps.back();
  const double norm2 = squared(picture.x0);
  picture.prior_kl = prior_kl(last.alpha_bar, last.noise, norm2, d);
  if (!result.claim.reason.empty()) return result;

  const double general = general_prior_kl(picture.x0, e.alpha_bar.back(), e.noise.back());
  result.claim.checks = {
      check_within("signal", signal, kIdentityTolerance, 1),
      check_within("noise", noise, kIdentityTolerance, 1),
      check_within("steps", steps, kIdentityTolerance, 1),
      check_within("prior", std::abs(picture.prior_kl - general), kIdentityTolerance, d + general),
  };
  if (!(shown.noise >= kVisible * kVisible * norm2)) return result;
  double mean_z = 0, spread = 0;
  for (int c = 0; c < d; ++c) {
    const double center = std::sqrt(shown.alpha_bar) * picture.x0[c];
    double sum = 0;
    for (int i = 0; i < n; ++i) {
      const double apart = picture.by_steps[static_cast<std::size_t>(i) * d + c] - center;
      sum += apart / n;
      spread += apart * apart / shown.noise - 1;
    }
    mean_z = worst(mean_z, std::abs(sum) / std::sqrt(shown.noise / n));
  }
  const double draws = static_cast<double>(n) * d;
  result.claim.checks.push_back(check_z_score("mean", mean_z));
  // |N(0, 1)|^2 has variance 2.
  result.claim.checks.push_back(check_z_score("spread", std::abs(spread) / std::sqrt(2 * draws)));
  return result;
}

}  // namespace proofground::diffusion
