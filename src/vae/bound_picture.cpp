#include "vae/bound_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "core/require.h"

namespace proofground::vae {
namespace {

/// The lower triangular root of a covariance of one or two dimensions.
std::vector<double> root(const std::vector<double>& covariance) {
  const double first = std::sqrt(covariance[0]);
  if (covariance.size() == 1) return {first};
  const double across = covariance[2] / first;
  return {first, 0, across, std::sqrt(std::max(0.0, covariance[3] - across * across))};
}

Outline diagonal(std::vector<double> mean, const std::vector<double>& var) {
  const std::size_t d = mean.size();
  Outline out{std::move(mean), std::vector<double>(d * d)};
  for (std::size_t j = 0; j < d; ++j) out.radii[j * d + j] = std::sqrt(var[j]);
  return out;
}

/// The rows of the model that are drawn.
struct Shown {
  std::vector<std::size_t> rows;
  const LinearGaussian& model;

  [[nodiscard]] std::size_t dz() const { return static_cast<std::size_t>(model.dz); }
  [[nodiscard]] double entry(std::size_t row, std::size_t j) const { return model.D[row * dz() + j]; }
  /// Appends D z + b.
  void decode(const std::vector<double>& z, std::vector<double>& out) const {
    for (const std::size_t row : rows) {
      double value = model.b[row];
      for (std::size_t j = 0; j < dz(); ++j) value += entry(row, j) * z[j];
      out.push_back(value);
    }
  }
  [[nodiscard]] Outline marginal() const {
    const std::size_t d = rows.size();
    Outline out;
    std::vector<double> covariance(d * d);
    for (std::size_t i = 0; i < d; ++i) {
      out.mean.push_back(model.b[rows[i]]);
      for (std::size_t k = 0; k < d; ++k) {
        for (std::size_t j = 0; j < dz(); ++j) covariance[i * d + k] += entry(rows[i], j) * entry(rows[k], j);
        if (i == k) covariance[i * d + k] += model.noise_var;
      }
    }
    out.radii = root(covariance);
    return out;
  }
  [[nodiscard]] std::vector<double> lattice() const {
    std::vector<double> out;
    std::vector<double> z(dz(), -kLatticeReach);
    while (true) {
      decode(z, out);
      std::size_t j = z.size();
      while (j > 0 && z[j - 1] >= kLatticeReach) z[--j] = -kLatticeReach;
      if (j == 0) return out;
      z[j - 1] += 1;
    }
  }
};

/// Places over all of the Gaussians, close together near each, however sharp; and their densities.
DensityCurves curves(const std::vector<const Outline*>& gaussians) {
  constexpr int kEven = 161, kNear = 81;
  constexpr double kReach = 4;
  double low = gaussians[0]->mean[0], high = low;
  for (const Outline* each : gaussians) {
    low = std::min(low, each->mean[0] - kReach * each->radii[0]);
    high = std::max(high, each->mean[0] + kReach * each->radii[0]);
  }
  DensityCurves out;
  for (int i = 0; i < kEven; ++i) out.at.push_back(low + (high - low) * i / (kEven - 1));
  for (const Outline* each : gaussians)
    for (int i = 0; i < kNear; ++i)
      out.at.push_back(each->mean[0] + each->radii[0] * kReach * (2.0 * i / (kNear - 1) - 1));
  std::sort(out.at.begin(), out.at.end());
  for (const Outline* each : gaussians) {
    std::vector<double> density;
    for (const double place : out.at) {
      const double u = (place - each->mean[0]) / each->radii[0];
      density.push_back(std::exp(-0.5 * u * u) / (each->radii[0] * std::sqrt(2 * std::numbers::pi)));
    }
    out.density.push_back(std::move(density));
  }
  return out;
}

}  // namespace

BoundPicture bound_picture(const LinearGaussian& model, const std::vector<double>& x, const DiagonalGaussian& q,
                           std::array<int, 2> shown) {
  const Elbo answer = linear_gaussian_elbo(model, x, q);
  require(model.dz <= 2, "qMean", "1 or 2 numbers, to be drawn", model.dz);
  Shown rows{{0}, model};
  if (model.dx > 1) {
    for (const int coordinate : shown)
      require(coordinate >= 0 && coordinate < model.dx, "shown", "two coordinates of x, from 0", coordinate);
    require(shown[0] != shown[1], "shown", "two different coordinates of x", shown[1]);
    rows.rows = {static_cast<std::size_t>(shown[0]), static_cast<std::size_t>(shown[1])};
  }
  BoundPicture out;
  const std::size_t dz = rows.dz();
  out.prior = diagonal(std::vector<double>(dz), std::vector<double>(dz, 1.0));
  out.q = diagonal(q.mean, q.var);
  out.best = diagonal(answer.posterior_mean, answer.best_diag_var);
  out.posterior = {answer.posterior_mean, root(answer.posterior_cov)};
  out.marginal = rows.marginal();
  std::vector<double> decoded;
  rows.decode(q.mean, decoded);
  out.decoder = diagonal(std::move(decoded), std::vector<double>(rows.rows.size(), model.noise_var));
  out.lattice = rows.lattice();
  if (dz == 1) out.latent = curves({&out.prior, &out.q, &out.best, &out.posterior});
  if (model.dx == 1) out.data = curves({&out.marginal, &out.decoder});
  return out;
}

}  // namespace proofground::vae
