// Remark 3. The ancestral sampler (with noise) and the probability flow (DDIM, without noise) reach the same
// distribution as the number of steps grows, although their paths differ.
//
// On N(m, v) data, those of the mixture's first coordinate, eps* is affine and so is each step down: mean and variance
// of x_{t-1} follow from those of x_t exactly. Both samplers start from q(x_T). The number of steps grows as in the proof:
// the curve of log alpha_bar stays, and every step of the schedule is cut into 2, 4, 8, ... equal ones.
//
// With h the size of the steps and m(h) a moment at t = 0, the error is of first order, up to a logarithm (the first steps
// add up like 1 + 1/2 + 1/3 + ...):  m(h) = limit + a h + b h log h + less. Two eliminations remove both terms:
//
//   R(h)  = 2 m(h) - m(2h)          of the logarithm -b h log 4 is left
//   R'(h) = 2 R(h) - R(2h)          = limit + less
//
// What the last elimination changed, R'(h) - R(h), is larger than what R' still lacks: the largest of this
// at h, of half of it at 2h, and of a quarter of it at 4h (one alone may pass through 0) bounds the error of R'. A bias
// cancels in these differences, so it cannot hide in the bound.
//
// Checks, in units of the data's standard deviation:
//   law             mean and variance of both samplers with any number of steps against what follows from the betas alone
//                       ancestral  sum_t alpha_bar_{t-1} v^2 / S_{t-1}^2 beta~_t + alpha_bar_T v^2 / S_T
//                       flow       v prod_t cos^2(angle of (sqrt(alpha_bar v), sqrt(1 - alpha_bar)) at t - 1 and t)
//                   with S_t = alpha_bar_t v + 1 - alpha_bar_t; both means are m. And each step must be affine, at three places
//   meet            R' of the difference of the two, of mean and standard deviation, against 0
//   arrive          R' of mean and standard deviation of each against the data's
//   drawn-mean      z-score of particles that the ancestral sampler has carried down
//   drawn-variance  z-score of the same particles
//
// Meet and arrive are about the limit. They pass wherever it is the right one: with sigma_t^2 = beta_t in place of
// beta~_t, and with noise in the last step, the ancestral sampler arrives as well. Law says that it is another sampler.
//
// Broken:
//   plain        the ancestral sampler adds no noise but keeps its mean: its variance is too small however many steps it
//                takes
//   root         it adds beta~_t z in place of sqrt(beta~_t) z
//   no-shrink    it forgets 1 / sqrt(alpha_t): x_t - beta_t / sqrt(1 - alpha_bar_t) eps
//   index        DDIM adds the noise of t, sqrt(1 - alpha_bar_t) eps, in place of that of t - 1
// and, of a hypothesis that is dropped,
//   same-steps   more steps, but not smaller ones: every beta occurs 2, 4, 8, ... times
//   other-start  both start from N(0, 4), not from q(x_T)
//
// Cannot see: data that are no Gaussian (their mean and variance only enter); what more steps do to a trained network.
//
// Vacuous: "no-noise"; "no-spread" if v = 0; "coarse-steps" if with at most 32768 steps the schedule cannot be cut so finely
// that steps are small (beta_t / S_t times the share of the signal in S_{t-1} at most 0.1) and the errors by the law
// halve, to within 1/4 and 3/4 (then there is no limit to be extrapolated to: v next to 0, or betas of very many
// sizes); "no-difference" if the mistake changes no moment by more than rounding.
//
// Cost: up to 3e5 affine steps and 1e6 normals.
#pragma once

#include <functional>
#include <vector>

#include "core/check.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

Checked<SamplersPicture> check_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const Mistake& mistake);

/// What is judged: one step of each sampler, and where both start.
struct SamplerSteps {
  /// x_{t-1} of given x_t without the noise that is added, and likewise without noise at all.
  using Down = std::function<std::vector<double>(const Oracle&, const Step&, const std::vector<double>& x)>;
  Down ancestral, flow;
  /// Standard deviation of the noise that the ancestral sampler adds.
  std::function<double(const Step&)> noise;
  std::function<double(const Step& last)> start_mean, start_variance;
  bool cut = true;  ///< whether steps get smaller where there are more
};

/// Those of the page, or with a mistake. @param mean, variance of the data
SamplerSteps sampler_steps(double mean, double variance, const Mistake& mistake);

/// The claim about these samplers; mistake is the one that was made in them.
Checked<SamplersPicture> judge_samplers(const Mixture& data, const Schedule& schedule, const ClaimOptions& options,
                                        const SamplerSteps& steps, const Mistake& mistake);

}  // namespace proofground::diffusion
