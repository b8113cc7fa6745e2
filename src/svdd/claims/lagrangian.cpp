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

Ledger ledger(const Recomputed& e, const PrimalPoint& at, const Multipliers& l, bool broken) {
  Ledger out;
  double sum = 0;
  out.terms[0] = at.rho;
  out.terms[4] = -l.gamma * at.rho;
  out.size = std::abs(at.rho) * (1 + l.gamma);
  for (int i = 0; i < e.n; ++i) {
    out.terms[1] += e.box[i] * at.xi[i];
    out.terms[2] += l.alpha[i] * (at.d2[i] - at.rho - at.xi[i]);
    out.terms[3] += (broken ? 1 : -1) * l.beta[i] * at.xi[i];
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

}  // namespace

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& solution,
                                            const ClaimOptions& options, const Mistake& mistake) {
  const bool broken = mistake.is("plain");
  const Recomputed e = recompute(problem, solution, options);
  Checked<LagrangianPicture> result{{"2.1", {}, vacuous_reason(problem, solution, e)}, {}};
  Multipliers best{solution.alpha, e.box, 1 - e.s};
  for (int i = 0; i < e.n; ++i) best.beta[i] -= best.alpha[i];
  const PrimalPoint certificate{solution.rho, e.d2, solution.xi};
  const Ledger optimal = ledger(e, certificate, best, broken);

  LagrangianPicture& picture = result.picture;
  const int point = picture.point = options.point;
  Multipliers chosen = best;
  picture.alpha = chosen.alpha[point] = options.alpha.value_or(best.alpha[point]);
  picture.beta = chosen.beta[point] = options.beta.value_or(best.beta[point]);
  picture.gamma = chosen.gamma = options.gamma.value_or(best.gamma);
  picture.distance2 = e.d2[point];
  picture.xi = solution.xi[point];
  picture.rho = solution.rho;
  const Ledger shown = ledger(e, certificate, chosen, broken);
  picture.terms.assign(shown.terms.begin(), shown.terms.end());
  picture.value = shown.value();
  picture.saddle = optimal.value();
  if (result.claim.reason == "overflow") return result;

  Rng rng(options.seed);
  const Pool pool = make_pool(problem, e, kPool, rng);
  const auto rounding = [](const Ledger& l) { return kRounding * l.size; };
  double below = 0, above = 0, grouped = 0;
  const auto compare = [&](const Ledger& l) {
    if (l.size > 0) grouped = worst(grouped, std::abs(l.value() - l.grouped) / l.size);
  };
  for (int draw = 0; draw < kDraws; ++draw) {
    const Multipliers l = draw_multipliers(e, best, draw, rng);
    const Ledger left = ledger(e, certificate, l, broken);
    picture.below.push_back(left.value());
    below = worst(below, picture.below.back() - picture.saddle - rounding(left));
    const PrimalPoint at = draw_primal(e, pool, certificate, draw, rng);
    const Ledger right = ledger(e, at, best, broken);
    picture.above.push_back(right.value());
    above = worst(above, picture.saddle - picture.above.back() - rounding(right));
    // Both at random, where nothing cancels.
    for (const Ledger& both : {left, right, ledger(e, at, l, broken)}) compare(both);
  }
  if (!result.claim.reason.empty()) return result;

  double negative = -best.gamma;
  for (int i = 0; i < e.n; ++i)
    negative = worst(negative, worst(-best.alpha[i], -best.beta[i]) / std::min(e.box[i], 1.0));
  const double complementary = std::abs(optimal.terms[2]) + std::abs(optimal.terms[3]) + std::abs(optimal.terms[4]);
  const double scale = std::abs(e.primal), allowance = e.allowance + rounding(optimal);
  result.claim.checks = {
      check_within("grouped", grouped, kIdentityTolerance, 1),
      check_within("saddle-below", below, kQpTolerance, scale, allowance),
      check_within("saddle-above", above, kQpTolerance, scale, allowance),
      check_within("complementary", complementary, kQpTolerance, scale, allowance),
      check_within("multipliers", worst(negative, 0), kIdentityTolerance, 1),
  };
  return result;
}

}  // namespace proofground::svdd
