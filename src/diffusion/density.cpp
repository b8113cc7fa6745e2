// Compiled for speed: a sum over all components for each place of a map.
//
// Of a template that two files instantiate the linker keeps one copy, and it may be the one that was compiled for size:
// the matrix product below then takes six times as long. With a name of its own, Eigen is this file's alone.
#define Eigen EigenForSpeed

#include "diffusion/density.h"

#include <Eigen/Core>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/exp.h"
#include "core/require.h"

namespace proofground::diffusion {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// (k x places) exp(-(place - shrink m_k)^2 / (2 spread)), of one coordinate.
Matrix bells(const Oracle& oracle, int coordinate, double shrink, double spread, const std::vector<double>& places) {
  Matrix values(oracle.size(), static_cast<Eigen::Index>(places.size()));
  const double scale = -1 / (2 * spread);
  for (int k = 0; k < oracle.size(); ++k) {
    const double middle = shrink * oracle.mean(k)[coordinate];
    double* row = values.row(k).data();
    for (std::size_t i = 0; i < places.size(); ++i) row[i] = (places[i] - middle) * (places[i] - middle) * scale;
  }
  exp_below_zero(values.data(), static_cast<std::size_t>(values.size()));
  return values;
}

std::vector<double> separable(const Oracle& oracle, double variance, double alpha_bar, double noise, const Grid& grid) {
  const double spread = alpha_bar * variance + noise, shrink = std::sqrt(alpha_bar);
  const Matrix across = bells(oracle, 0, shrink, spread, grid.x);
  Matrix down = bells(oracle, 1, shrink, spread, grid.y);
  for (int k = 0; k < oracle.size(); ++k) down.row(k) *= oracle.share()[k] / (2 * std::numbers::pi * spread);
  std::vector<double> map(grid.x.size() * grid.y.size());
  Eigen::Map<Matrix>(map.data(), down.cols(), across.cols()).noalias() = down.transpose() * across;
  return map;
}

// Adds component k. With axes a_j and variances s_j along them: exp(-1/2 sum_j (a_j . (x - mean))^2 / s_j), scaled.
void add_component(const Oracle& oracle, int k, double alpha_bar, double noise, const Grid& grid,
                   std::vector<double>& map) {
  const double shrink = std::sqrt(alpha_bar), *axes = oracle.axes(k), *mean = oracle.mean(k);
  const double s0 = alpha_bar * oracle.along(k, 0) + noise, s1 = alpha_bar * oracle.along(k, 1) + noise;
  const double height = oracle.share()[k] / (2 * std::numbers::pi * std::sqrt(s0) * std::sqrt(s1));
  std::vector<double> row(grid.x.size());
  for (std::size_t r = 0; r < grid.y.size(); ++r) {
    const double y = grid.y[r] - shrink * mean[1], first = axes[2] * y, second = axes[3] * y;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double x = grid.x[i] - shrink * mean[0], u = axes[0] * x + first, v = axes[1] * x + second;
      row[i] = (u * u / s0 + v * v / s1) / -2;
    }
    exp_below_zero(row.data(), row.size());
    double* out = &map[r * row.size()];
    for (std::size_t i = 0; i < row.size(); ++i) out[i] += height * row[i];
  }
}

}  // namespace

std::vector<double> density(const Oracle& oracle, double alpha_bar, double noise, const Grid& grid) {
  require(oracle.d() == 2, "d", "2", oracle.d());
  require_finite(grid.x.data(), static_cast<int>(grid.x.size()), "x");
  require_finite(grid.y.data(), static_cast<int>(grid.y.size()), "y");
  require(oracle.least_spread(alpha_bar, noise) > 0, "alphaBar", "less than 1 where a covariance is singular",
          alpha_bar);
  if (grid.x.empty() || grid.y.empty()) return {};
  if (const auto& variance = oracle.variance()) return separable(oracle, *variance, alpha_bar, noise, grid);
  std::vector<double> map(grid.x.size() * grid.y.size(), 0.0);
  for (int k = 0; k < oracle.size(); ++k) add_component(oracle, k, alpha_bar, noise, grid, map);
  return map;
}

}  // namespace proofground::diffusion
