#include "svdd/claims/lagrangian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "svdd/claims/recomputed.h"

namespace proofground::svdd {
namespace {

constexpr int kDraws = 200;
constexpr int kPool = 8;  // points along which mu is moved: each costs one kernel row
// Rounding of L, relative to the sum of the sizes of what is added.
constexpr double kRounding = 1e-13;

struct Multipliers {
  std::vector<double> alpha, beta;  // (n) each
  double gamma = 0;
};

struct PrimalPoint {
  double rho;
  std::vector<double> d2, xi;
};

struct Ledger {
  std::array<double, 5> terms{};
  double grouped = 0;  // the same, by variable
  double size = 0;     // of all that was added
  [[nodiscard]] double value() const { return std::accumulate(terms.begin(), terms.end(), 0.0); }
};

// Term by term as it is written down, with the mistake; by variable as it should be.
Ledger ledger(const Recomputed& e, const PrimalPoint& at, const Multipliers& l, double nu, const Mistake& mistake) {
  Ledger out;
  double sum = 0;
  const double radius = mistake.is("radius") ? std::copysign(std::sqrt(std::abs(at.rho)), at.rho) : at.rho;
  const double cost = mistake.is("no-nu") ? nu : 1, sign = mistake.is("plain") ? 1 : -1;
  out.terms[0] = at.rho;
  out.terms[4] = mistake.is("gamma") ? 0 : -l.gamma * at.rho;
  out.size = std::abs(at.rho) * (1 + l.gamma);
  for (int i = 0; i < e.n; ++i) {
    out.terms[1] += cost * e.box[i] * at.xi[i];
    out.terms[2] += l.alpha[i] * (at.d2[i] - radius - at.xi[i]);
    out.terms[3] += sign * l.beta[i] * at.xi[i];
    sum += l.alpha[i];
    out.grouped += at.xi[i] * ((e.box[i] - l.alpha[i]) - l.beta[i]) + l.alpha[i] * at.d2[i];
    out.size += (e.box[i] + l.alpha[i] + l.beta[i]) * std::abs(at.xi[i]) +
                std::abs(l.alpha[i]) * (std::abs(at.d2[i]) + std::abs(at.rho) + e.magnitude);
  }
  out.grouped += at.rho * (1 - sum - l.gamma);
  return out;
}

Multipliers draw_multipliers(const Recomputed& e, const Multipliers& best, int draw, Rng& rng) {
  Multipliers l{std::vector<double>(best.alpha.size(), 0), std::vector<double>(best.alpha.size(), 0), 0};
  if (draw == 0) return l;  // none at all: L is the primal objective
  const double size = 4 * any_scale(rng);
  if (draw % 3 == 2) {
    l = best;
    const int i = rng.below(e.n), kind = rng.below(3);
    (kind == 0 ? l.alpha[i] : kind == 1 ? l.beta[i] : l.gamma) += size * (kind == 1 ? e.box[i] : 1);
    return l;
  }
  const bool near = draw % 3 == 0;
  for (int i = 0; i < e.n; ++i) {
    l.alpha[i] = near ? best.alpha[i] * rng.uniform(0, 2) : size * rng.uniform() / e.n;
    l.beta[i] = near ? best.beta[i] * rng.uniform(0, 2) : size * e.box[i] * rng.uniform();
  }
  l.gamma = size * rng.uniform();
  return l;
}

PrimalPoint draw_primal(const Recomputed& e, const Pool& pool, const PrimalPoint& best, int draw, Rng& rng) {
  PrimalPoint at = best;
  const int kind = draw % 4;  // mu alone, rho alone, xi alone, all
  if (kind == 0 || kind == 3) {
    std::vector<double> eta(pool.point.size());
    const double size = any_scale(rng);
    for (double& value : eta) value = size * rng.normal();
    at.d2 = moved_distances(e, pool, eta);
  }
  if (kind == 1 || kind == 3) at.rho += 4 * e.unit * any_scale(rng) * rng.normal();
  if (kind >= 2) {
    const double size = e.unit * any_scale(rng);
    for (double& xi : at.xi) xi += size * rng.normal();
  }
  return at;
}

// What the draws found.
struct Tried {
  double below = 0, above = 0, grouped = 0;
  double made = 0;  // by how much the mistake changes L at the worst, relative to what is added
};

// 200 draws on either side; each is kept for the picture.
Tried try_draws(LagrangianPicture& picture, const Problem& problem, const Recomputed& e, const Multipliers& best,
                const PrimalPoint& certificate, const ClaimOptions& options, const Mistake& mistake) {
  Tried tried;
  Rng rng(options.seed);
  const Pool pool = make_pool(problem, e, kPool, rng);
  const auto compare = [&](const PrimalPoint& at, const Multipliers& l) {
    const Ledger both = ledger(e, at, l, problem.nu, mistake);
    const double change = mistake.made() ? std::abs(both.value() - ledger(e, at, l, problem.nu, {}).value()) : 0;
    if (both.size > 0) {
      tried.grouped = worst(tried.grouped, std::abs(both.value() - both.grouped) / both.size);
      tried.made = worst(tried.made, change / both.size);
    }
    return both;
  };
  for (int draw = 0; draw < kDraws; ++draw) {
    const Multipliers l = draw_multipliers(e, best, draw, rng);
    const Ledger left = compare(certificate, l);
    picture.below.push_back(left.value());
    tried.below = worst(tried.below, left.value() - picture.saddle - kRounding * left.size);
    const PrimalPoint at = draw_primal(e, pool, certificate, draw, rng);
    const Ledger right = compare(at, best);
    picture.above.push_back(right.value());
    tried.above = worst(tried.above, picture.saddle - right.value() - kRounding * right.size);
    // Both at random, where nothing cancels.
    const Ledger both = compare(at, l);
    picture.by_term.push_back(both.value());
    picture.by_variable.push_back(both.grouped);
  }
  return tried;
}

// The largest constraint of (8) at the certificate, if it is violated: d_i^2 - rho - xi_i, -xi_i or -rho.
double uncovered(const PrimalPoint& at) {
  double largest = worst(0, -at.rho);
  for (std::size_t i = 0; i < at.xi.size(); ++i)
    largest = worst(largest, worst(at.d2[i] - at.rho - at.xi[i], -at.xi[i]));
  return largest;
}

double most_negative(const Recomputed& e, const Multipliers& l) {
  double negative = worst(0, -l.gamma);
  for (int i = 0; i < e.n; ++i) negative = worst(negative, worst(-l.alpha[i], -l.beta[i]) / std::min(e.box[i], 1.0));
  return negative;
}

}  // namespace

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake) {
  const Recomputed e = recompute(problem, solution, options);
  Checked<LagrangianPicture> result{{"2.1", {}, vacuous_reason(problem, solution, e)}, {}};
  Multipliers best{solution.alpha, e.box, 1 - e.s};
  for (int i = 0; i < e.n; ++i) best.beta[i] -= best.alpha[i];
  const PrimalPoint certificate{solution.rho, e.d2, solution.xi};
  const Ledger optimal = ledger(e, certificate, best, problem.nu, {});

  LagrangianPicture& picture = result.picture;
  const int point = picture.point = options.point;
  Multipliers chosen = best;
  picture.alpha = chosen.alpha[point] = options.alpha.value_or(best.alpha[point]);
  picture.beta = chosen.beta[point] = options.beta.value_or(best.beta[point]);
  picture.gamma = chosen.gamma = options.gamma.value_or(best.gamma);
  picture.distance2 = e.d2[point];
  picture.xi = solution.xi[point];
  picture.rho = solution.rho;
  const Ledger shown = ledger(e, certificate, chosen, problem.nu, mistake);
  const Ledger right = ledger(e, certificate, chosen, problem.nu, {});
  picture.terms.assign(shown.terms.begin(), shown.terms.end());
  picture.intact.assign(right.terms.begin(), right.terms.end());
  picture.value = shown.value();
  picture.saddle = optimal.value();
  if (result.claim.reason == "overflow") return result;

  const Tried tried = try_draws(picture, problem, e, best, certificate, options, mistake);
  if (result.claim.reason.empty() && mistake.made() && tried.made <= 2 * kIdentityTolerance)
    result.claim.reason = kNoDifference;
  if (!result.claim.reason.empty()) return result;

  const double complementary = std::abs(optimal.terms[2]) + std::abs(optimal.terms[3]) + std::abs(optimal.terms[4]);
  const double scale = e.scale, allowance = e.allowance + kRounding * optimal.size;
  result.claim.checks = {
      check_within("grouped", tried.grouped, kIdentityTolerance, 1),
      check_within("saddle-below", tried.below, kQpTolerance, scale, allowance),
      check_within("saddle-above", tried.above, kQpTolerance, scale, allowance),
      check_within("complementary", complementary, kQpTolerance, scale, allowance),
      check_within("multipliers", most_negative(e, best), kIdentityTolerance, 1),
      check_within("covered", uncovered(certificate), kQpTolerance, e.unit, e.tau),
  };
  return result;
}

}  // namespace proofground::svdd
