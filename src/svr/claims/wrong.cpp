#include "svr/claims/wrong.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "svm/polish.h"
#include "svr/claims/polish.h"

namespace proofground::svr {
namespace {

// How far beyond a check's bound something has to be to count as another answer.
constexpr double kBeyond = 10;
// Work of the solve without b, in kernel values times (d + 8).
constexpr double kWork = 2e7;
// Of C: a multiplier this far from both ends is free.
constexpr double kFree = 1e-6;

Options options_of(const Problem& problem, const ClaimOptions& options) {
  Options fine = fine_options(problem);
  if (problem.n() > kPolishPoints) fine.tolerance = std::max(fine.tolerance, options.tolerance);
  return fine;
}

// Everything that follows from alpha, alpha_star, b and the residuals.
Solution completed(const Problem& problem, Solution s) {
  double half_norm = 0, linear = 0, slack = 0;
  if (problem.kernel.type == KernelType::linear) s.w.assign(static_cast<std::size_t>(problem.d), 0.0);
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    const double delta = s.alpha[i] - s.alpha_star[i];
    half_norm += delta * (problem.y[i] - s.residual[i] - s.b) / 2;
    linear += problem.y[i] * delta - problem.epsilon * (s.alpha[i] + s.alpha_star[i]);
    s.xi[i] = slack_of(s.residual[i], problem.epsilon, s.rounding);
    slack += s.xi[i];
    for (std::size_t k = 0; k < s.w.size(); ++k) s.w[k] += delta * problem.x[i * s.w.size() + k];
  }
  s.b_lo = s.b_hi = s.b;
  s.primal = half_norm + problem.C * slack;
  s.dual = linear - half_norm;
  s.report.converged = true;
  return s;
}

// Coordinate ascent on sum y delta - epsilon |delta|_1 - 1/2 delta'K delta over |delta_i| <= C: each step moves the delta_i
// whose residual is farthest from the staircase, to its best value.
Solution without_offset(const Problem& problem, Solution s, double tolerance) {
  const int n = problem.n();
  const Points points = problem.points();
  const double C = problem.C, epsilon = problem.epsilon;
  std::vector<double> delta(problem.y.size(), 0.0), e(problem.y);
  const auto steps = std::max(100L, static_cast<long>(kWork / (n * (problem.d + 8.0))));
  for (long step = 0; step < steps; ++step) {
    std::size_t i = 0;
    double farthest = tolerance;
    for (std::size_t k = 0; k < e.size(); ++k) {
      const double up = delta[k] < C ? e[k] - (delta[k] >= 0 ? epsilon : -epsilon) : 0;
      const double down = delta[k] > -C ? (delta[k] > 0 ? epsilon : -epsilon) - e[k] : 0;
      if (std::max(up, down) <= farthest) continue;
      farthest = std::max(up, down);
      i = k;
    }
    if (farthest <= tolerance) break;
    const double* x = points.row(static_cast<int>(i));
    const double bend = evaluate(problem.kernel, x, x, problem.d), target = e[i] + bend * delta[i];
    const double size = std::abs(target) - epsilon;
    const double best = size <= 0 ? 0 : bend > 0 ? std::min(size / bend, C) : C;
    const double move = std::copysign(best, target) - delta[i];
    if (move == 0) break;
    delta[i] += move;
    for (int k = 0; k < n; ++k) {
      e[static_cast<std::size_t>(k)] -= move * evaluate(problem.kernel, x, points.row(k), problem.d);
    }
  }
  for (std::size_t i = 0; i < delta.size(); ++i) {
    s.alpha[i] = std::max(delta[i], 0.0);
    s.alpha_star[i] = std::max(-delta[i], 0.0);
  }
  s.residual = std::move(e);
  s.b = 0;
  return s;
}

// The maximum of sum y delta - epsilon |delta|_1 - delta'K delta: half of the one with the 1/2 and 2 C.
Solution without_half(Problem problem, const Options& options) {
  problem.C *= 2;
  Solution s = fit(problem, options);
  for (std::size_t i = 0; i < problem.y.size(); ++i) {
    s.alpha[i] /= 2;
    s.alpha_star[i] /= 2;
    s.residual[i] = problem.y[i] - (problem.y[i] - s.residual[i] - s.b) / 2 - s.b;
  }
  return s;
}

Solution with_sign_lost(const Problem& problem, Solution s) {
  for (std::size_t i = 0; i < s.alpha.size(); ++i) {
    s.alpha[i] += s.alpha_star[i];
    s.alpha_star[i] = 0;
  }
  const std::vector<double> f = predict(problem, s, problem.x);
  for (std::size_t i = 0; i < f.size(); ++i) s.residual[i] = problem.y[i] - f[i];
  return s;
}

// A tube as thin as a solve accepts is none to double precision.
Solution without_tube(Problem problem, const Options& options) {
  problem.epsilon = kSmallestParameter;
  Solution s = fit(problem, options);
  double largest = 0;
  for (std::size_t i = 0; i < s.alpha.size(); ++i) largest = std::max({largest, s.alpha[i], s.alpha_star[i]});
  for (std::size_t i = 0; i < s.alpha.size(); ++i) {
    const double room = (problem.C - s.alpha[i] - s.alpha_star[i]) / 2;
    const double raise = std::max(0.0, std::min(room, largest > 0 ? largest : problem.C));
    s.alpha[i] += raise;
    s.alpha_star[i] += raise;
  }
  return s;
}

// The larger multiplier of one point goes to C, the other one with it: the chosen point, or the first one with room.
Solution with_two_slacks(const Problem& problem, Solution s, int point) {
  const auto room = [&](std::size_t i) { return problem.C - std::max(s.alpha[i], s.alpha_star[i]); };
  auto at = static_cast<std::size_t>(point);
  for (std::size_t i = 0; i < s.alpha.size() && room(at) <= kFree * problem.C; ++i) at = i;
  const double raise = room(at);
  s.alpha[at] += raise;
  s.alpha_star[at] += raise;
  return s;
}

// b as the mistake reads it; NaN where there is no point to read it from.
double wrong_offset(const Problem& problem, const Recomputed& given, double b, int point, const Mistake& mistake) {
  double sum = 0, bound = std::numeric_limits<double>::quiet_NaN(), free = kFree * given.size, edge = bound;
  for (std::size_t i = 0; i < given.e.size(); ++i) {
    const double delta = given.delta[i], size = std::abs(delta), r = given.e[i] + b;
    sum += r;
    if (size >= problem.C * (1 - kIdentityTolerance) && (std::isnan(bound) || static_cast<int>(i) == point)) {
      bound = r - std::copysign(problem.epsilon, delta);
    }
    if (std::isnan(edge) && delta != 0) edge = r;
    if (std::min(size, problem.C - size) > free) {
      free = std::min(size, problem.C - size);
      edge = r;
    }
  }
  if (mistake.is("bounded")) return bound;
  if (mistake.is("edge")) return edge;
  return sum / given.n;
}

}  // namespace

Problem judged_problem(const Problem& problem, const Mistake& mistake) {
  Problem judged = problem;
  if (mistake.is("epsilon-0")) judged.epsilon = 0;
  return judged;
}

std::optional<Solution> wrong_certificate(const Problem& problem, const Solution& solution, const Recomputed& given,
                                          const ClaimOptions& options, const Mistake& mistake) {
  const Options fine = options_of(problem, options);
  const Problem judged = judged_problem(problem, mistake);
  Problem other = problem;
  if (mistake.is("sum")) return completed(judged, without_offset(problem, solution, fine.tolerance));
  if (mistake.is("two-c")) {
    other.C *= 2;
    return completed(judged, fit(other, fine));
  }
  if (mistake.is("tube-twice")) {
    other.epsilon *= 2;
    return completed(judged, fit(other, fine));
  }
  if (mistake.is("half")) return completed(judged, without_half(problem, fine));
  if (mistake.is("sign")) return completed(judged, with_sign_lost(problem, solution));
  if (mistake.is("epsilon-0")) return completed(judged, without_tube(problem, fine));
  if (mistake.is("two-slacks")) return completed(judged, with_two_slacks(problem, solution, options.point));
  if (!mistake.is("bounded") && !mistake.is("edge") && !mistake.is("mean") && !mistake.is("zero")) return {};
  Solution moved = solution;
  moved.b = mistake.is("zero") ? 0 : wrong_offset(problem, given, solution.b, options.point, mistake);
  if (!std::isfinite(moved.b)) return {};
  for (double& e : moved.residual) e += solution.b - moved.b;
  return completed(judged, std::move(moved));
}

bool differs(const Problem& problem, const Solution& tried, const Recomputed& wrong, const Mistake& mistake) {
  double sum = 0, absolute = 0, largest = 0, both = 0;
  for (std::size_t i = 0; i < wrong.delta.size(); ++i) {
    sum += wrong.delta[i];
    absolute += std::abs(wrong.delta[i]);
    largest = std::max(largest, tried.alpha[i] + tried.alpha_star[i]);
    both = std::max(both, std::min(tried.alpha[i], tried.alpha_star[i]));
  }
  const double least = kBeyond * kIdentityTolerance;
  if (mistake.is("sum") || mistake.is("sign")) return std::abs(sum) > least * (wrong.size + absolute);
  if (mistake.is("two-c") || mistake.is("two-slacks")) return largest > problem.C * (1 + least);
  if (mistake.is("epsilon-0")) return both > least * wrong.size;
  // From here on delta and b are those of an optimum, or they are not: without a margin, as then nothing lies between.
  if (worst(wrong.violation, wrong.off(tried.b)) > wrong.allowed_off()) return true;
  return std::abs(wrong.primal - wrong.dual) > wrong.qp_bound;
}

}  // namespace proofground::svr
