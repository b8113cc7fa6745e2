// Spherical problems that the tests share, and the smallest enclosing ball by Welzl's algorithm.
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "svdd/svdd.h"

namespace proofground::svdd::test {

inline const Kernel kLinear{.type = KernelType::linear};
inline Kernel rbf(double gamma) { return {.type = KernelType::rbf, .gamma = gamma}; }
inline Kernel poly(double gamma, double coef0, int degree) {
  return {.type = KernelType::poly, .gamma = gamma, .coef0 = coef0, .degree = degree};
}
inline Kernel sigmoid(double gamma, double coef0) {
  return {.type = KernelType::sigmoid, .gamma = gamma, .coef0 = coef0};
}

inline Problem literal(std::vector<double> x, int d, std::vector<double> weights, double nu,
                       const Kernel& kernel = kLinear) {
  return {.x = std::move(x), .d = d, .weights = std::move(weights), .nu = nu, .kernel = kernel};
}

/// The preset of claim 2.5c: (-1, 0, 1) with weight 1/3 each.
inline Problem three(double nu) { return literal({-1, 0, 1}, 1, {1.0 / 3, 1.0 / 3, 1.0 / 3}, nu); }

/// n normal points and a few far ones. @param nu as a share of the weights, which are 1/n, or random around it
inline Problem cloud(int n, int d, double share, const Kernel& kernel = kLinear, bool weighted = false,
                     double shift = 0, double scale = 1) {
  Rng rng(20251);
  Problem problem{.x = {}, .d = d, .weights = {}, .nu = 0, .kernel = kernel};
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double spread = i % 10 == 3 ? 3 : 1;
    for (int k = 0; k < d; ++k) problem.x.push_back(shift + scale * spread * rng.normal());
    problem.weights.push_back((weighted ? rng.uniform(0.25, 2) : 1) / n);
    sum += problem.weights.back();
  }
  problem.nu = share * sum;
  return problem;
}

inline double weight_sum(const Problem& problem) {
  double sum = 0;
  for (double weight : problem.weights) sum += weight;
  return sum;
}

struct Ball {
  Eigen::VectorXd center;
  double radius2 = -1;  ///< negative: empty

  [[nodiscard]] bool contains(const Eigen::VectorXd& p) const {
    return radius2 >= 0 && (p - center).squaredNorm() <= radius2 * (1 + 1e-12) + 1e-300;
  }
};

/// The smallest ball with all of these on its surface: its centre p_0 + sum l_j (p_j - p_0) is equally far from all.
inline Ball ball_through(const std::vector<Eigen::VectorXd>& on) {
  if (on.empty()) return {};
  const auto m = static_cast<Eigen::Index>(on.size()) - 1;
  Eigen::MatrixXd edges(on[0].size(), m);
  for (Eigen::Index j = 0; j < m; ++j) edges.col(j) = on[static_cast<std::size_t>(j) + 1] - on[0];
  Ball ball{on[0], 0};
  if (m == 0) return ball;
  const Eigen::MatrixXd gram = edges.transpose() * edges;
  const Eigen::VectorXd offset = edges * gram.fullPivLu().solve(gram.diagonal() / 2);
  return {on[0] + offset, offset.squaredNorm()};
}

/// The smallest ball around points[0..count) with those of `on` on its surface. Welzl (1991), with the points in the
/// given order.
inline Ball welzl(const std::vector<Eigen::VectorXd>& points, std::size_t count, std::vector<Eigen::VectorXd> on) {
  Ball ball = ball_through(on);
  if (static_cast<Eigen::Index>(on.size()) == points[0].size() + 1) return ball;
  for (std::size_t i = 0; i < count; ++i) {
    if (ball.contains(points[i])) continue;
    on.push_back(points[i]);
    ball = welzl(points, i, on);
    on.pop_back();
  }
  return ball;
}

inline Ball smallest_ball(const Problem& problem) {
  std::vector<Eigen::VectorXd> points;
  for (int i = 0; i < problem.n(); ++i)
    points.emplace_back(Eigen::Map<const Eigen::VectorXd>(problem.points().row(i), problem.d));
  return welzl(points, points.size(), {});
}

}  // namespace proofground::svdd::test
