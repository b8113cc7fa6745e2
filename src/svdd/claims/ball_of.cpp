#include "svdd/claims/ball_of.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "svdd/claims/radius.h"
#include "svm/centre.h"

namespace proofground::svdd {
namespace {

// A point is at the centre up to this share of the largest squared distance.
constexpr double kAtCentre = 1e-12;

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Distances as sums of squares about a centre near the data: kernel values of points far from the origin have no digits left.
void place_linear(Solution& ball, const Problem& problem, double s) {
  const std::vector<double> about = centre_of(problem.points());
  ball.center = sum_about(problem.points(), about, ball.alpha);
  ball.center_norm2 = 0;
  for (int k = 0; k < problem.d; ++k) {
    ball.center[k] = about[k] + ball.center[k] / s;
    ball.center_norm2 += ball.center[k] * ball.center[k];
  }
  for (int i = 0; i < problem.n(); ++i) {
    ball.distance2[i] = 0;
    for (int k = 0; k < problem.d; ++k) {
      const double apart = problem.points().row(i)[k] - ball.center[k];
      ball.distance2[i] += apart * apart;
    }
  }
}

void place_kernel(Solution& ball, const Problem& problem, double s) {
  const Points points = problem.points();
  const auto k = [&](int i, int j) { return evaluate(problem.kernel, points.row(i), points.row(j), problem.d); };
  std::vector<double> u(ball.alpha.size(), 0);
  ball.center_norm2 = 0;
  for (int i = 0; i < problem.n(); ++i) {
    for (int j = 0; j < problem.n(); ++j)
      if (ball.alpha[j] != 0) u[i] += ball.alpha[j] / s * k(i, j);
    ball.center_norm2 += ball.alpha[i] / s * u[i];
  }
  for (int i = 0; i < problem.n(); ++i) ball.distance2[i] = std::max((k(i, i) - 2 * u[i]) + ball.center_norm2, 0.0);
}

}  // namespace

std::vector<double> mean_multipliers(const Problem& problem) {
  std::vector<double> alpha = problem.weights;
  const double total = sum_of(alpha);
  for (double& value : alpha) value /= total;
  return alpha;
}

Solution ball_of(const Problem& problem, std::vector<double> alpha, const Solution& like) {
  Solution ball = like;
  ball.alpha = std::move(alpha);
  const double s = sum_of(ball.alpha);
  if (problem.kernel.type == KernelType::linear) {
    place_linear(ball, problem, s);
  } else {
    place_kernel(ball, problem, s);
  }
  std::vector<double> box = problem.weights;
  for (double& value : box) value /= problem.nu;
  const RadiusFunction h(ball.distance2, box);
  ball.rho_lo = h.lo();
  ball.rho_hi = h.hi();
  // S(0) / nu: points at the centre, up to rounding, need no multiplier.
  const double farthest = *std::max_element(ball.distance2.begin(), ball.distance2.end());
  double away = 0;
  for (std::size_t i = 0; i < box.size(); ++i)
    if (ball.distance2[i] > kAtCentre * farthest) away += box[i];
  ball.alpha_sum_lo = std::min(away, 1.0);
  // sum alpha_i d_i^2 is theta: no kernel values far from the origin are subtracted.
  ball.dual = std::inner_product(ball.alpha.begin(), ball.alpha.end(), ball.distance2.begin(), 0.0);
  move_radius(ball, problem, h.lo() / 2 + h.hi() / 2);
  return ball;
}

void move_radius(Solution& ball, const Problem& problem, double rho) {
  ball.rho = ball.primal = rho;
  for (std::size_t i = 0; i < ball.xi.size(); ++i) {
    ball.xi[i] = std::max(ball.distance2[i] - rho, 0.0);
    ball.primal += problem.weights[i] / problem.nu * ball.xi[i];
  }
}

Solution as_shares(Solution ball) {
  const double s = sum_of(ball.alpha);
  for (double& value : ball.alpha) value /= s;
  return ball;
}

}  // namespace proofground::svdd
