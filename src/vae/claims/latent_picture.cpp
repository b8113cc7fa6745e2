#include "vae/claims/latent_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace proofground::vae {
namespace {

constexpr double kReach = 4.5;
constexpr int kPlaces = 60;  // to each side of a density's middle

void add_places(std::vector<double>& z, double mean, double var) {
  for (int k = -kPlaces; k <= kPlaces; ++k) z.push_back(mean + kReach * k / kPlaces * std::sqrt(var));
}

double density(double z, double mean, double var) {
  return std::exp(-0.5 * (z - mean) * (z - mean) / var) / std::sqrt(2 * std::numbers::pi * var);
}

std::vector<double> curve(const std::vector<double>& z, double mean, double var) {
  std::vector<double> out;
  out.reserve(z.size());
  for (const double place : z) out.push_back(density(place, mean, var));
  return out;
}

}  // namespace

Ellipse ellipse_of(const std::vector<double>& mean, const std::vector<double>& covariance) {
  const double a = covariance[0], b = covariance[1], c = covariance[3];
  const double angle = 0.5 * std::atan2(2 * b, a - c), root = std::hypot((a - c) / 2, b);
  const double longer = (a + c) / 2 + root;
  // The product of both is the determinant: a difference would lose the shorter one.
  const double shorter = std::max(0.0, a * c - b * b) / longer;
  const double cosine = std::cos(angle), sine = std::sin(angle);
  const double first = std::sqrt(longer), second = std::sqrt(shorter);
  return {mean, {first * cosine, -second * sine, first * sine, second * cosine}};
}

LatentPicture latent_picture(const Problem& problem, const Elbo& claimed, const Measured& measured) {
  LatentPicture out;
  const DiagonalGaussian& q = problem.q;
  if (problem.model.dz == 1) {
    add_places(out.z, 0, 1);
    add_places(out.z, q.mean[0], q.var[0]);
    add_places(out.z, claimed.posterior_mean[0], claimed.posterior_cov[0]);
    std::sort(out.z.begin(), out.z.end());
    out.prior = curve(out.z, 0, 1);
    out.q = curve(out.z, q.mean[0], q.var[0]);
    out.posterior = curve(out.z, claimed.posterior_mean[0], claimed.posterior_cov[0]);
    out.measured = curve(out.z, measured.mean[0], measured.covariance[0]);
    return out;
  }
  out.prior_ellipse = ellipse_of({0, 0}, {1, 0, 0, 1});
  out.q_ellipse = ellipse_of(q.mean, {q.var[0], 0, 0, q.var[1]});
  out.posterior_ellipse = ellipse_of(claimed.posterior_mean, claimed.posterior_cov);
  out.measured_ellipse = ellipse_of(measured.mean, measured.covariance);
  const std::vector<double>& best = claimed.best_diag_var;
  out.best_ellipse = ellipse_of(claimed.posterior_mean, {best[0], 0, 0, best[1]});
  return out;
}

}  // namespace proofground::vae
