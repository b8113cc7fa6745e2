#include "svdd_smallest_ball.h"

#include <Eigen/Dense>
#include <cstddef>
#include <vector>

namespace proofground::svdd::test {
namespace {

bool contains(const Ball& ball, const Eigen::VectorXd& p) {
  return ball.radius2 >= 0 && (p - ball.center).squaredNorm() <= ball.radius2 * (1 + 1e-12) + 1e-300;
}

/// The smallest ball with all of these on its surface: its centre p_0 + sum l_j (p_j - p_0) is equally far from all.
Ball ball_through(const std::vector<Eigen::VectorXd>& on) {
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
Ball welzl(const std::vector<Eigen::VectorXd>& points, std::size_t count, std::vector<Eigen::VectorXd> on) {
  Ball ball = ball_through(on);
  if (static_cast<Eigen::Index>(on.size()) == points[0].size() + 1) return ball;
  for (std::size_t i = 0; i < count; ++i) {
    if (contains(ball, points[i])) continue;
    on.push_back(points[i]);
    ball = welzl(points, i, on);
    on.pop_back();
  }
  return ball;
}

}  // namespace

Ball smallest_ball(const Problem& problem) {
  std::vector<Eigen::VectorXd> points;
  for (int i = 0; i < problem.n(); ++i)
    points.emplace_back(Eigen::Map<const Eigen::VectorXd>(problem.points().row(i), problem.d));
  return welzl(points, points.size(), {});
}

}  // namespace proofground::svdd::test
