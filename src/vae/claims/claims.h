// The claims about the variational autoencoder, problem 4, by id:
//
//   4v1 identity    4v2 kl_closed_form    4v3 two_gradients    4v4 one_step
//
// The first three are about one x of the linear-Gaussian model (linear_gaussian.h), in which everything is known; 4v4 is about data on
// the line, half of them around each of +-modes.
//
// The certificate is what the library answers with. Every check takes another route: sums over grids of z of densities that are
// evaluated from the model itself, second differences, and seeded draws. A statistic is checked as its z-score, |value - expected| over
// its standard error, against 5: a right statement exceeds it once in two million draws. The seed is part of the options, so a picture
// that passes goes on passing.
//
// "Break it" and the named mistakes put a line of the library's programme wrong; what comes of it is judged. Each claim's header says
// which. Where what is broken stands in the place of what is right, a field intact_... has the latter, so that both can be seen; intact,
// the two are the same.
//
// Vacuous, with the reason:
//   "latent"        more than two latent coordinates, 4v3 four: grids over them would be too large
//   "overflow"      numbers leave the range of doubles, or lose their digits
//   "no-difference" the mistake that was asked for changes nothing on these data
//
// Pictures are filled whatever the verdict, as far as they exist.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/claim_table.h"
#include "vae/linear_gaussian.h"

namespace proofground::vae {

/// What is claimed about: the model with one x and one q, and for 4v4 the data and the step.
struct Problem {
  LinearGaussian model;
  std::vector<double> x;  ///< (dx)
  DiagonalGaussian q;
  double modes = 1;  ///< x_0 ~ 1/2 N(-modes, mode_sd^2) + 1/2 N(modes, mode_sd^2)
  double mode_sd = 0.2;
  double alpha_bar = 0.001;  ///< z = sqrt(alpha_bar) x_0 + sqrt(1 - alpha_bar) eps
};

/// Terms of a negative bound, in nats: total = reconstruction + prior.
struct BoundTerms {
  double reconstruction = 0;  ///< E -log p(x_0 | z)
  double prior = 0;           ///< E KL(q(z | x_0) || N(0, 1))
  double total = 0;
};

/// 4v4. The same negative bound by two programmes.
struct OneStep {
  BoundTerms vae, diffusion;
  double decoder_var = 0;  ///< s^2 of the decoder N(E[x_0 | z], s^2): the best one
  double entropy = 0;      ///< of the data: no bound is below it
};

/// 4v3. The gradient of the ELBO by (m, log v), and the variance of one draw of either estimate of it. (2 dz) each: first by the
/// coordinates of m, then by those of log v.
struct TwoGradients {
  std::vector<double> gradient, reparameterised_var, score_var;
};

/// Of one x: log_px = elbo + gap.
struct Balance {
  double log_px = 0, elbo = 0, gap = 0;
};

/// 4v1. A VAE of two latent coordinates that was trained on the spot, and what the library says of one of its points.
struct ToyNetwork {
  std::vector<double> points;         ///< (n x 2) all that it was trained on
  std::vector<double> x;              ///< (2) the one that is spoken of
  std::vector<std::uint8_t> network;  ///< as Network::save
  Balance claimed;
};

/// What is checked: the part that belongs to the claim.
struct Solution {
  Elbo elbo;               ///< 4v1
  ToyNetwork toy;          ///< 4v1
  std::vector<double> kl;  ///< 4v2: (dz) terms of KL(q || N(0, I))
  /// 4v2: (2 dz) their derivatives by q's means, then by the logs of its variances.
  std::vector<double> kl_slopes;
  TwoGradients gradients;  ///< 4v3
  OneStep one_step;        ///< 4v4
};

inline constexpr int kLeastDraws = 100, kMostDraws = 1'000'000;

struct ClaimOptions {
  std::uint64_t seed = 1;
  int draws = 20'000;  ///< 4v2, 4v3, 4v4: 100..kMostDraws
};

/// The ellipse of one standard deviation: the points at + axes u, |u| = 1.
struct Ellipse {
  std::vector<double> at;    ///< (2)
  std::vector<double> axes;  ///< (2 x 2) columns: half axes, the longer one first
};

/// Densities over a latent of one coordinate, or ellipses over one of two; the others are empty.
struct LatentPicture {
  /// dz = 1: (n) places, and densities there. `measured` is the posterior by quadrature, `posterior` that of the certificate.
  std::vector<double> z, prior, q, posterior, measured;
  /// dz = 2. best: the best diagonal q of the certificate.
  Ellipse prior_ellipse, q_ellipse, posterior_ellipse, measured_ellipse, best_ellipse;
};

/// The network of ToyNetwork.
struct NetworkPicture {
  std::vector<double> points;  ///< (n x 2) all that it was trained on
  std::vector<double> x;       ///< (2) the one that the rest is about
  Balance claimed, measured;   ///< as the library says; by other grids
  Ellipse q;
  /// (side x side) row-major, of z on a square from (x0, y0) of width `width`: p(z | x) and q(z | x).
  int side = 0;
  double x0 = 0, y0 = 0, width = 0;
  std::vector<double> posterior, encoder;
};

/// 4v1.
struct IdentityPicture {
  Elbo claimed, intact;
  Balance measured;  ///< each by a sum over a grid of its own
  double measured_likelihood = 0, measured_kl = 0;
  LatentPicture latent;
  NetworkPicture network;
  double tolerance = 0;
};

/// 4v2. Coordinate by coordinate, (dz); each is a row of the curves.
struct KlPicture {
  std::vector<double> claimed, intact;
  std::vector<double> measured;            ///< by quadrature
  std::vector<double> drawn, drawn_error;  ///< means of log q - log p at draws from q, and their standard errors
  int draws = 0;
  double total = 0, intact_total = 0, measured_total = 0;
  /// (dz x n) places, densities there, and q log(q / prior): the area under it is the divergence.
  std::vector<double> z, prior, q, integrand;
  double tolerance = 0;
};

/// What one estimate says, (2 dz).
struct EstimatePicture {
  std::vector<double> mean, error;               ///< of the draws; standard errors
  std::vector<double> variance, variance_error;  ///< of one draw, measured, and its standard error
  std::vector<double> exact_variance;            ///< of one draw, as the certificate has it
  std::vector<double> singles;                   ///< (m x 2 dz) single draws, to be drawn as points
};

/// 4v3. Lists over the coordinates of (m, log v), (2 dz): the gradient of the ELBO.
struct GradientPicture {
  std::vector<double> claimed, intact;
  std::vector<double> measured;  ///< by complex steps or quadrature
  EstimatePicture reparameterised, score;
  EstimatePicture intact_reparameterised, intact_score;
  int draws = 0;
  double tolerance = 0;
};

/// 4v4.
struct OneStepPicture {
  OneStep claimed, intact;
  double gap = 0, intact_gap = 0;  ///< of the VAE's total to the entropy
  BoundTerms drawn, drawn_error;   ///< means of draws, standard errors
  int draws = 0;
  /// (n) places on the line of data; the density of the data, and of what the VAE makes: integral of N(z; 0, 1) p(x | z).
  std::vector<double> x, data, model;
  /// (n) places of z: prior, the encoder's mean over the data q(z), and the decoder's mean E[x_0 | z].
  std::vector<double> z, prior, aggregate, decoded;
  double tolerance = 0;
};

using ClaimPicture = std::variant<IdentityPicture, KlPicture, GradientPicture, OneStepPicture>;

template <class Picture>
using Checked = proofground::Checked<Picture>;
using ClaimResult = proofground::ClaimResult<ClaimPicture>;

/// The part of the solution that a claim needs, by the library. @throws InvalidArgument  as check_claim
Solution solution_of(const std::string& id, const Problem& problem, const ClaimOptions& options = {});

/// Check the claim id on a solution of the problem.
/// @throws InvalidArgument  an id that is none of them, an invalid problem (fields as require_valid, and modes, modeSd, alphaBar), draws
/// outside 100..kMostDraws, a solution of another size
ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake);

/// The codes of the mistakes that the claim id can be broken with, "plain" first. @throws InvalidArgument  as above
std::vector<std::string> mistakes(const std::string& id);

}  // namespace proofground::vae
