#include "svr/claims/lagrangian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/rng.h"
#include "svm/spectrum.h"
#include "svr/claims/recomputed.h"
#include "svr/claims/wrong.h"

namespace proofground::svr {
namespace {

constexpr int kDraws = 200;
// Multiples of a check's bound from which a change of L counts as one; and for a slope times the longest way that slacks
// are drawn, of which only some draws go a tenth.
constexpr double kVisible = 10, kVisibleFall = 100;
constexpr double kSlackFar = 1e4;
constexpr int kPool = 8;  // points whose phi(x_j) move w: each costs one kernel row

struct Multipliers {
  std::vector<double> alpha, alpha_star, beta;  // (n) each
};

// A primal point as L sees it: 1/2 |w|^2, the residuals and the slacks.
struct PrimalPoint {
  double half_norm;
  std::vector<double> e, xi;
};

using Terms = std::array<double, 5>;

// How L is written: as it should be, or with a mistake.
struct Form {
  double norm, tube;  // factors of half_norm, and of epsilon in the upper constraint
  bool turned, beta;  // the lower constraint, and whether beta is there
};

Form form_of(const Mistake& mistake) {
  Form form{1, 1, mistake.is("plain"), !mistake.is("beta")};
  if (mistake.is("half")) form.norm = 2;
  if (mistake.is("tube-twice")) form.tube = 2;
  return form;
}

// Multiplier times constraint of one point: upper, lower, nonnegative.
std::array<double, 3> priced(const Problem& problem, const PrimalPoint& at, const Multipliers& l, const Form& form,
                             std::size_t i) {
  const double upper = at.e[i] - form.tube * problem.epsilon - at.xi[i];
  const double lower = form.turned ? at.e[i] + problem.epsilon + at.xi[i] : -at.e[i] - problem.epsilon - at.xi[i];
  return {l.alpha[i] * upper, l.alpha_star[i] * lower, form.beta ? -l.beta[i] * at.xi[i] : 0};
}

Terms ledger(const Problem& problem, const PrimalPoint& at, const Multipliers& l, const Form& form) {
  Terms terms{form.norm * at.half_norm, 0, 0, 0, 0};
  for (std::size_t i = 0; i < at.e.size(); ++i) {
    terms[1] += problem.C * at.xi[i];
    const std::array<double, 3> products = priced(problem, at, l, form, i);
    for (std::size_t k = 0; k < products.size(); ++k) terms[k + 2] += products[k];
  }
  return terms;
}

// The sum of their sizes: a slack that is too small at one point must not make up for one that is too large at another.
double all_priced(const Problem& problem, const PrimalPoint& at, const Multipliers& l, const Form& form) {
  double all = 0;
  for (std::size_t i = 0; i < at.e.size(); ++i) {
    for (const double product : priced(problem, at, l, form, i)) all += std::abs(product);
  }
  return all;
}

double sum(const Terms& terms) { return std::accumulate(terms.begin(), terms.end(), 0.0); }

// Sizes over three decades: a saddle that is only slightly off shows near it, a wrong slope far from it.
double any_scale(Rng& rng) { return std::pow(10.0, -3 * rng.uniform()); }

Multipliers draw_multipliers(const Multipliers& best, int draw, double far, Rng& rng) {
  const std::size_t n = best.alpha.size();
  Multipliers l{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), std::vector<double>(n, 0.0)};
  if (draw == 0) return l;  // none at all: L is the primal objective
  switch (draw % 3) {
    case 0:
      for (std::size_t i = 0; i < n; ++i) {
        l.alpha[i] = best.alpha[i] * rng.uniform(0, 2);
        l.alpha_star[i] = best.alpha_star[i] * rng.uniform(0, 2);
        l.beta[i] = best.beta[i] * rng.uniform(0, 2);
      }
      break;
    case 1: {
      const double size = far * any_scale(rng) / static_cast<double>(n);
      for (std::size_t i = 0; i < n; ++i) {
        l.alpha[i] = size * rng.uniform();
        l.alpha_star[i] = size * rng.uniform();
        l.beta[i] = size * rng.uniform();
      }
      break;
    }
    default: {
      const auto i = static_cast<std::size_t>(rng.below(static_cast<int>(n)));
      l = best;
      std::array<std::vector<double>*, 3> kinds{&l.alpha, &l.alpha_star, &l.beta};
      (*kinds[static_cast<std::size_t>(rng.below(3))])[i] += far * any_scale(rng);
    }
  }
  return l;
}

// Kernel rows of a few points, by which w can be moved.
struct Pool {
  std::vector<int> point;
  std::vector<std::vector<double>> row;  // row[p][i] = k(x_point[p], x_i)
  double largest = 0;                    // max k(x_p, x_p)
};

Pool make_pool(const Problem& problem, Rng& rng) {
  const int n = problem.n();
  const Points points = problem.points();
  Pool pool;
  for (int p = 0; p < std::min(n, kPool); ++p) {
    const int j = rng.below(n);
    std::vector<double> row(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
      row[static_cast<std::size_t>(i)] = evaluate(problem.kernel, points.row(j), points.row(i), problem.d);
    }
    pool.largest = std::max(pool.largest, row[static_cast<std::size_t>(j)]);
    pool.point.push_back(j);
    pool.row.push_back(std::move(row));
  }
  return pool;
}

struct PrimalScales {
  double f;      // of changes of w, in units of f
  double far;    // of changes of b
  double slack;  // of changes of xi: L is linear in each, so that even a small slope shows far away
};

PrimalPoint draw_primal(const PrimalPoint& best, const Recomputed& recomputed, const Pool& pool, bool centre, int draw,
                        const PrimalScales& scales, Rng& rng) {
  PrimalPoint at = best;
  const int kind = draw % 5;  // b alone, w alone, xi alone, all, w made longer or shorter
  if (kind == 4) {
    const double factor = rng.uniform(0, 2);
    at.half_norm *= factor * factor;
    for (std::size_t i = 0; i < at.e.size(); ++i) at.e[i] += (1 - factor) * recomputed.u[i];
  }
  if ((kind == 1 || kind == 3) && pool.largest > 0) {
    std::vector<double> eta(pool.point.size());
    const double size = scales.f * any_scale(rng) / pool.largest;
    for (double& value : eta) value = size * rng.normal();
    if (centre) {
      // A kernel that is positive only for coefficients of sum 0.
      const double mean = std::accumulate(eta.begin(), eta.end(), 0.0) / static_cast<double>(eta.size());
      for (double& value : eta) value -= mean;
    }
    for (std::size_t p = 0; p < eta.size(); ++p) {
      const auto j = static_cast<std::size_t>(pool.point[p]);
      at.half_norm += eta[p] * recomputed.u[j];
      for (std::size_t q = 0; q < eta.size(); ++q) {
        at.half_norm += eta[p] * eta[q] * pool.row[p][static_cast<std::size_t>(pool.point[q])] / 2;
      }
      for (std::size_t i = 0; i < at.e.size(); ++i) at.e[i] -= eta[p] * pool.row[p][i];
    }
  }
  if (kind == 0 || kind == 3) {
    const double step = scales.far * any_scale(rng) * rng.normal();
    for (double& e : at.e) e -= step;
  }
  if (kind == 2 || kind == 3) {
    const double size = scales.slack * any_scale(rng);
    for (double& xi : at.xi) xi += size * rng.normal();
  }
  return at;
}

// The mistakes that lead to another certificate; the others write L in another way.
std::optional<Solution> wrong_of(const Problem& problem, const Solution& solution, const Recomputed& given,
                                 const ClaimOptions& options, const Mistake& mistake) {
  if (!mistake.is("sum") && !mistake.is("two-c")) return {};
  return wrong_certificate(problem, solution, given, options, mistake);
}

// What the bounds allow for. With w = sum delta phi, L is least in (w, b, xi) at the certificate whatever delta is, so that
// only rounding is left on that side. A multiplier times its constraint is at most that multiplier times tau.
struct Allowance {
  double below, above, complementary;
};

Allowance allowance_of(const Problem& problem, const Recomputed& recomputed, const Multipliers& l,
                       const std::vector<double>& xi) {
  double priced = 0;
  for (std::size_t i = 0; i < xi.size(); ++i) {
    priced += std::abs(l.alpha[i]) + std::abs(l.alpha_star[i]) + (xi[i] > 0 ? std::abs(l.beta[i]) : 0);
  }
  const double all = problem.C * recomputed.n;
  return {all * recomputed.tau, all * recomputed.rounding, priced * recomputed.tau};
}

// What adding up L may have rounded: a rounding of the whole for each point. Far from the certificate this is more than the
// certificate's own.
double rounding_of(const Problem& problem, const PrimalPoint& at, const Multipliers& l) {
  double size = std::abs(at.half_norm);
  for (std::size_t i = 0; i < at.xi.size(); ++i) {
    const double both = std::abs(l.alpha[i]) + std::abs(l.alpha_star[i]);
    size += (problem.C + both + std::abs(l.beta[i])) * std::abs(at.xi[i]);
    size += both * (std::abs(at.e[i]) + problem.epsilon);
  }
  return static_cast<double>(at.xi.size()) * std::numeric_limits<double>::epsilon() * size;
}

// Whether the mistake changes L, or what it is taken at, by more than a check allows for. The constraint with the wrong
// sign does, unless the tube is lost in rounding.
bool changes(const Problem& problem, const Solution& tried, const Recomputed& given, const Recomputed& wrong,
             const Allowance& allowance, const PrimalScales& scales, const Mistake& mistake) {
  const double scale = kQpTolerance * std::abs(wrong.primal);
  double upper = 0, beta = 0, lower = 0;
  for (std::size_t i = 0; i < tried.alpha.size(); ++i) {
    upper += tried.alpha[i];
    beta = std::max(beta, problem.C - tried.alpha[i] - tried.alpha_star[i]);
    lower = std::max(lower, given.e[i] + problem.epsilon + tried.xi[i]);
  }
  if (mistake.is("plain")) return lower > kVisible * given.rounding;
  if (mistake.is("half")) return given.half_norm > kVisible * (scale + allowance.above);
  // The products are then off by this sum, and are within the bound without the mistake.
  if (mistake.is("tube-twice")) return problem.epsilon * upper > 2 * (scale + allowance.complementary);
  if (mistake.is("beta")) return beta * scales.slack > kVisibleFall * (scale + allowance.above);
  return differs(problem, tried, wrong, mistake);
}

}  // namespace

Checked<LagrangianPicture> check_lagrangian(const Problem& problem, const Solution& given_solution,
                                            const ClaimOptions& options, const Mistake& mistake) {
  const Recomputed given = recompute(problem, given_solution, options.tolerance);
  Checked<LagrangianPicture> result{{"1a", {}, vacuous_reason(problem, given_solution, given)}, {}};
  const std::optional<Solution> wrong =
      result.claim.reason.empty() ? wrong_of(problem, given_solution, given, options, mistake) : std::nullopt;
  const Solution& solution = wrong ? *wrong : given_solution;
  const Recomputed recomputed = wrong ? recompute(problem, solution, options.tolerance) : given;
  const Form form = form_of(mistake);
  const auto n = static_cast<std::size_t>(recomputed.n);
  Multipliers best{solution.alpha, solution.alpha_star, std::vector<double>(n)};
  for (std::size_t i = 0; i < n; ++i) best.beta[i] = problem.C - best.alpha[i] - best.alpha_star[i];
  const PrimalPoint certificate{recomputed.half_norm, recomputed.e, solution.xi};
  const Terms optimal = ledger(problem, certificate, best, form);

  LagrangianPicture& picture = result.picture;
  const auto point = static_cast<std::size_t>(options.point);
  Multipliers chosen = best;
  picture.point = options.point;
  picture.alpha = chosen.alpha[point] = options.alpha.value_or(best.alpha[point]);
  picture.alpha_star = chosen.alpha_star[point] = options.alpha_star.value_or(best.alpha_star[point]);
  picture.beta = chosen.beta[point] = options.beta.value_or(best.beta[point]);
  picture.residual = recomputed.e[point];
  picture.xi = solution.xi[point];
  const Terms terms = ledger(problem, certificate, chosen, form);
  picture.terms.assign(terms.begin(), terms.end());
  if (mistake.made()) {
    const Terms right = ledger(problem, certificate, chosen, form_of({}));
    picture.intact.assign(right.begin(), right.end());
  }
  picture.value = sum(terms);
  picture.saddle = sum(optimal);
  if (result.claim.reason == "overflow") return result;

  const Mercer kind = mercer(problem.kernel, problem.points());
  Rng rng(options.seed);
  // Far enough that a violation of epsilon, or a slope of C, outweighs the objective and every allowance.
  const double n_points = recomputed.n;
  const double weight = std::abs(recomputed.primal) + problem.C * n_points * n_points * recomputed.tau;
  const double far_multiplier = std::max(problem.C, weight / problem.epsilon);
  const PrimalScales scales{std::max(recomputed.spread, problem.epsilon),
                            std::max({recomputed.spread, problem.epsilon, weight / problem.C}),
                            std::max({recomputed.spread, problem.epsilon, kSlackFar * weight / problem.C})};
  const Pool pool = make_pool(problem, rng);
  double excess_below = 0, excess_above = 0;
  for (int draw = 0; draw < kDraws; ++draw) {
    const Multipliers l = draw_multipliers(best, draw, far_multiplier, rng);
    picture.below.push_back(sum(ledger(problem, certificate, l, form)));
    excess_below = worst(excess_below, picture.below.back() - picture.saddle);
    const PrimalPoint at = draw_primal(certificate, recomputed, pool, kind != Mercer::positive, draw, scales, rng);
    picture.above.push_back(sum(ledger(problem, at, best, form)));
    const double excess = picture.saddle - picture.above.back();
    excess_above = worst(excess_above, excess > 0 ? std::max(excess - rounding_of(problem, at, best), 0.0) : excess);
  }
  if (!result.claim.reason.empty()) return result;
  const Allowance allowance = allowance_of(problem, recomputed, best, solution.xi);
  const double scale = std::abs(recomputed.primal);
  if (mistake.made() && !changes(problem, solution, given, recomputed, allowance, scales, mistake)) {
    result.claim.reason = kNoDifference;
    return result;
  }

  double negative = 0;
  for (const auto* list : {&best.alpha, &best.alpha_star, &best.beta}) {
    for (const double value : *list) negative = worst(negative, -value);
  }
  double balance = 0, absolute = 0;
  for (const double delta : recomputed.delta) {
    balance += delta;
    absolute += std::abs(delta);
  }
  result.claim.checks = {
      // The slacks are the solver's, the residuals summed again: what rounding leaves between them counts by the drawn
      // multipliers, which sum to at most twice far_multiplier.
      check_within("saddle-below", excess_below, kQpTolerance, scale,
                   allowance.below + 2 * far_multiplier * recomputed.rounding),
      check_within("saddle-above", excess_above, kQpTolerance, scale, allowance.above),
      check_within("complementary", all_priced(problem, certificate, best, form), kQpTolerance, scale,
                   allowance.complementary),
      check_within("multipliers", negative, kIdentityTolerance, recomputed.size),
      check_within("sum", std::abs(balance), kIdentityTolerance, recomputed.size + absolute),
      check_violation(recomputed, recomputed.off(solution.b)),
  };
  result.broken_certificate = wrong;
  return result;
}

}  // namespace proofground::svr
