// The claims of problem 4, by id:
//
//   4a  forward_process    4b  posterior    4c  denoising_mean    4d  noise_mse
//   4r1 simple_loss        4r2 score        4r3 samplers          4bridge bridge
//
// The certificate is the Schedule that the page draws with: betas and all that was derived from them. Every check
// starts from the betas alone and takes another route: recursions and running products for the closed forms, grids and
// completed squares for the posterior, complex steps for scores, seeded draws for averages.
//
// A statistic is checked as its z-score, |value - expected| over its standard error, against 5: a correct statement
// exceeds it once in two million draws. The seed is part of the options, so a picture that passes goes on passing.
//
// "Break it" drops or changes a term; each claim's header says which, and why its check must notice.
//
// Vacuous, with the reason:
//   "no-noise"      every beta is below 1e-8: nothing is noised in single precision
//   "one-step"      T = 1, and the statement is about t >= 2
//   "no-signal"     alpha_bar_t is 0 to rounding
//   "no-spread"     data with too little variance
//   "coarse-steps"  the steps are not small, however finely they are cut
//   "points"        data without a density
//   "extent"        a grid over these data would be too large
//   "no-difference" the mistake that was asked for changes nothing on these data
//
// Pictures are filled whatever the verdict, as far as they exist. Where what is broken stands in the place of what is right,
// a field intact_... has the latter, so that both can be seen; intact, the two are the same.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/claim_table.h"
#include "diffusion/mixture.h"
#include "diffusion/schedule.h"

namespace proofground::diffusion {

/// Options of a claim; each field concerns the claims named beside it. An empty vector is drawn by the
/// seed: x0 from the data, eps and guess from N(0, I), xt from q(x_t | x_0).
struct ClaimOptions {
  int t = 1;                  ///< 1..T: the step that is shown
  std::vector<double> x0;     ///< 4a, 4b, 4c, 4d: (d) or empty
  std::vector<double> xt;     ///< 4b: (d) or empty
  std::vector<double> eps;    ///< 4c, 4d: (d) or empty: the noise that was added
  std::vector<double> guess;  ///< 4c, 4d: (d) or empty: eps_theta
  std::uint64_t seed = 1;     ///< all but 4bridge's quadrature
};

/// 4a. Particles at t by both ways, and the exact moments of every step.
struct ForwardPicture {
  int t = 1;
  std::vector<double> x0;                   ///< (d)
  std::vector<double> by_steps, closed;     ///< (n x d) particles at t
  std::vector<double> signal, noise;        ///< (T) sqrt(alpha_bar_t) and 1 - alpha_bar_t of the certificate
  std::vector<double> signal_by_recursion;  ///< (T) m_t = sqrt(1 - beta_t) m_{t-1}
  std::vector<double> noise_by_recursion;   ///< (T) v_t = (1 - beta_t) v_{t-1} + beta_t
  double prior_kl = 0;                      ///< KL(q(x_T | x_0) || N(0, I)), in nats
};

/// 4b. Two Gaussians in x_{t-1} multiply into the posterior.
struct PosteriorPicture {
  int t = 1;
  bool point = false;                ///< t = 1: a point mass at mean
  std::vector<double> x0, xt, mean;  ///< (d)
  double variance = 0;               ///< beta~_t
  std::vector<double> intact_mean;   ///< (d)
  double intact_variance = 0;
  std::vector<double> prior_mean;       ///< (d) sqrt(alpha_bar_{t-1}) x_0
  double prior_variance = 0;            ///< 1 - alpha_bar_{t-1}
  std::vector<double> likelihood_mean;  ///< (d) x_t / sqrt(alpha_t)
  double likelihood_variance = 0;       ///< beta_t / alpha_t
  /// Along the first coordinate: places, and three densities there, each in units of its largest.
  std::vector<double> u, prior, likelihood, product;
};

/// 4c. Both forms of the mean for a guessed noise, and the best guess.
struct MeansPicture {
  int t = 1;
  std::vector<double> x0, xt, eps, guess;          ///< (d)
  std::vector<double> x0_hat;                      ///< (d) empty where alpha_bar_t is 0
  std::vector<double> noise_form, posterior_form;  ///< (d) the latter empty where x0_hat is
  std::vector<double> truth;                       ///< (d) posterior mean with the true x_0
  std::vector<double> best;                        ///< (d) eps*(x_t)
  std::vector<double> difference;                  ///< (T) of the two forms, relative to the sizes of their terms
  std::vector<double> places;                      ///< (m x d) draws from q(x_t)
  std::vector<double> predicted, predicted_best;   ///< (m x d) f and eps* there
  double bayes_error = 0;                          ///< E|eps - f|^2 at t, by draws: the Bayes error if f is eps*
  double bayes_error_se = 0;                       ///< standard error of that
  double best_error = 0;                           ///< E|eps - eps*|^2 at the same draws
  double floor = 0;                                ///< the Bayes error from the density, by a grid or by the same draws
};

/// Part of 4d. E[-ELBO] for one eps_theta, as a sum of its terms and along paths.
struct BoundPicture {
  double prior = 0, reconstruction = 0;  ///< nats
  std::vector<double> from, to;          ///< (groups) steps from <= t <= to, 2..T
  std::vector<double> steps;             ///< (groups) the sum of w_t E|eps - eps_theta|^2 over them
  std::vector<double> intact_steps;
  double total = 0;      ///< prior + all steps + reconstruction
  bool visible = false;  ///< every step is above the rounding of x_0: the next two are there
  double drawn = 0,
         drawn_error = 0;  ///< mean of log q(x_1..x_T | x_0) / p(x_0..x_T) along paths, and its standard error
};

/// 4d. The divergence of each step, the weighted noise error that equals it, and the bound that they add up to.
struct DivergencePicture {
  int t = 1;
  std::vector<double> weight;  ///< (T) w_t, the first infinite
  std::vector<double> kl;      ///< (T) by the general formula, the first infinite
  std::vector<double> mse;     ///< (T) w_t |eps - eps_theta|^2
  std::vector<double> intact_mse;
  double error2 = 0;  ///< |eps - eps_theta|^2
  BoundPicture bound;
};

/// Remark 1. L_simple as printed, with sqrt(alpha_t) in place of sqrt(alpha_bar_t), beside the moments of the chain.
struct SimpleLossPicture {
  std::vector<double> second;   ///< (T) E|x_t|^2 / d of the chain
  std::vector<double> used;     ///< (T) that of the noisy input that is judged: intact, the same
  std::vector<double> printed;  ///< (T) the same with sqrt(alpha_t) x_0
  std::vector<double> weight;   ///< (T) w_t, which L_simple replaces by 1
  double variance_at_T = 0;     ///< alpha_T + 1 - alpha_bar_T: data of unit variance, as printed, at T
};

/// Remark 2. The score, and the point that Tweedie's formula gives.
struct ScorePicture {
  int t = 1;
  std::vector<double> x;      ///< (m x d) places, drawn from q(x_t)
  std::vector<double> score;  ///< (m x d) grad log q_t
  std::vector<double> intact_score;
  std::vector<double> tweedie;  ///< (m x d) (x + (1 - alpha_bar) score) / sqrt(alpha_bar); empty where that is 0
  std::vector<double> x0;       ///< (m x d) E[x_0 | x_t]
};

/// Remark 3. Two samplers from the same start on Gaussian data: moments of their x_0 against the number of steps.
struct SamplersPicture {
  std::vector<double> steps;                         ///< ascending
  std::vector<double> ancestral_mean, ancestral_sd;  ///< as many
  std::vector<double> flow_mean, flow_sd;            ///< the same without noise
  std::vector<double> intact_ancestral_mean, intact_ancestral_sd;
  std::vector<double> intact_flow_mean, intact_flow_sd;
  std::vector<double> gap;                     ///< |difference of means| + |difference of sd|, over the data's sd
  double mean = 0, sd = 0;                     ///< of the data
  double ancestral_limit = 0, flow_limit = 0;  ///< sd for endlessly many steps, extrapolated; 0 if vacuous
};

/// The bridge. What the chain of T steps costs with the exact eps*, for the three reverse variances.
struct BridgePicture {
  double posterior = 0, forward = 0, best = 0;  ///< NELBO - entropy, nats: beta~_t, beta_t, the best scalar
  double prior = 0, entropy = 0;                ///< nats
  std::vector<double> terms;                    ///< (T) of the NELBO with beta_t
  double intact_forward = 0;                    ///< of forward
  double intact_prior = 0, intact_entropy = 0;
  std::vector<double> intact_terms;   ///< (T)
  double drawn = 0, drawn_error = 0;  ///< NELBO with beta_t from drawn paths, and its standard error
};

using ClaimPicture = std::variant<ForwardPicture, PosteriorPicture, MeansPicture, DivergencePicture, SimpleLossPicture,
                                  ScorePicture, SamplersPicture, BridgePicture>;

using ClaimResult = proofground::ClaimResult<ClaimPicture>;

/// Check the claim id on a schedule and, where the data matter, on a mixture.
/// @throws InvalidArgument  an id that is none of them, an invalid mixture, a schedule without steps or with a beta
/// outside [1e-100, 1), an option out of range
ClaimResult check_claim(const std::string& id, const Mixture& data, const Schedule& schedule,
                        const ClaimOptions& options, const Mistake& mistake);

/// The codes of the mistakes that the claim id can be broken with, "plain" first. @throws InvalidArgument  as above
std::vector<std::string> mistakes(const std::string& id);

}  // namespace proofground::diffusion
