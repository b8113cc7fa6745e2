#include "vae/claims/two_gradients.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/running_stats.h"
#include "vae/claims/compared.h"
#include "vae/claims/gradient_estimates.h"
#include "vae/claims/gradient_moments.h"
#include "vae/claims/latent.h"

namespace proofground::vae {
namespace {

constexpr double kTooLarge = 0.01;
constexpr int kSingles = 60;

/// What draws of one estimate come to, (2 dz).
struct DrawnMoments {
  std::vector<RunningStats> values, squares;  ///< squares: (value - mean)^2
};

struct Drawn {
  DrawnMoments reparameterised, score;
  std::vector<RunningStats> difference;
  std::vector<double> reparameterised_singles, score_singles;  ///< (m x 2 dz)
};

void add(std::vector<RunningStats>& stats, const std::vector<double>& values) {
  for (std::size_t t = 0; t < stats.size(); ++t) stats[t].add(values[t]);
}

void add_squares(DrawnMoments& moments, const std::vector<double>& values) {
  for (std::size_t t = 0; t < values.size(); ++t) {
    const double off = values[t] - moments.values[t].mean;
    moments.squares[t].add(off * off);
  }
}

/// The same draws twice: for their means, then for what is about them.
Drawn drawn_of(const Problem& problem, const EstimateOptions& programme, const ClaimOptions& options) {
  Drawn out;
  const std::vector<RunningStats> none(2 * problem.q.mean.size());
  out.reparameterised = out.score = {none, none};
  out.difference = none;
  std::vector<double> difference(none.size());
  GradientEstimates first(problem, programme, options.seed);
  for (int n = 0; n < options.draws; ++n) {
    const OneDraw& draw = first.next();
    add(out.reparameterised.values, draw.reparameterised);
    add(out.score.values, draw.score);
    for (std::size_t t = 0; t < none.size(); ++t) difference[t] = draw.reparameterised[t] - draw.score[t];
    add(out.difference, difference);
    if (n >= kSingles) continue;
    out.reparameterised_singles.insert(out.reparameterised_singles.end(), draw.reparameterised.begin(),
                                       draw.reparameterised.end());
    out.score_singles.insert(out.score_singles.end(), draw.score.begin(), draw.score.end());
  }
  GradientEstimates again(problem, programme, options.seed);
  for (int n = 0; n < options.draws; ++n) {
    const OneDraw& draw = again.next();
    add_squares(out.reparameterised, draw.reparameterised);
    add_squares(out.score, draw.score);
  }
  return out;
}

/// What is judged: a certificate, and the draws of the programme that belongs to it.
struct Judged {
  TwoGradients claimed;
  Drawn drawn;
};

Judged mistaken(const Problem& problem, const TwoGradients& intact, const ClaimOptions& options,
                const Mistake& mistake) {
  Problem used = problem;
  EstimateOptions programme;
  TwoGradients claimed = intact;
  if (mistake.is("sigma"))
    for (double& var : used.q.var) var = std::exp(std::sqrt(var));
  if (mistake.is("kl-sign")) programme.kl_sign = -1;
  if (mistake.is("no-score")) programme.with_score = false;
  if (mistake.is("kept-eps")) programme.fresh = false;
  if (mistake.made() && programme.fresh && !mistake.is("plain")) claimed = two_gradients(used, programme);
  if (mistake.is("kept-eps")) {
    claimed.gradient = GradientEstimates(problem, programme, options.seed).next().reparameterised;
    std::fill(claimed.reparameterised_var.begin(), claimed.reparameterised_var.end(), 0.0);
  }
  if (mistake.is("plain")) claimed.gradient.front() += kTooLarge * (1 + std::abs(claimed.gradient.front()));
  Judged out{std::move(claimed), drawn_of(used, programme, options)};
  // The score function is drawn anew in any case.
  if (mistake.is("kept-eps")) {
    Drawn fresh = drawn_of(problem, {}, options);
    out.drawn.score = std::move(fresh.score);
    out.drawn.score_singles = std::move(fresh.score_singles);
  }
  return out;
}

/// Rounding of a variance whose values are of this size.
double variance_lost(double variance, double size) {
  const double lost = kLost * size;
  return 2 * std::sqrt(variance) * lost + lost * lost;
}

/// Entry by entry, in units of the right one and of rounding: right to the tolerance.
Compared relative(const char* id, std::vector<double> claimed, std::vector<double> right,
                  const std::vector<double>& lost) {
  for (std::size_t t = 0; t < right.size(); ++t) {
    const double unit = std::abs(right[t]) + lost[t] / kIdentityTolerance + kSmallestParameter;
    claimed[t] /= unit;
    right[t] /= unit;
  }
  return compared(id, claimed, right, 1, 0);
}

Compared relative_variance(const char* id, const std::vector<double>& claimed, const Moments& right) {
  std::vector<double> lost;
  lost.reserve(claimed.size());
  for (std::size_t t = 0; t < claimed.size(); ++t) lost.push_back(variance_lost(right.variance[t], right.size[t]));
  return relative(id, claimed, right.variance, lost);
}

double z_score(const RunningStats& drawn, double expected, double exact_variance, double lost) {
  const double exact_error = std::sqrt(std::max(0.0, exact_variance) / drawn.count);
  return std::abs(drawn.mean - expected) / (worst(drawn.error(), exact_error) + lost + kSmallestParameter);
}

double mean_z(const std::vector<RunningStats>& drawn, const std::vector<double>& expected,
              const std::vector<double>& variance, const std::vector<double>& size) {
  double z = 0;
  for (std::size_t t = 0; t < drawn.size(); ++t)
    z = worst(z, z_score(drawn[t], expected[t], variance[t], kLost * size[t]));
  return z;
}

double spread_z(const std::vector<RunningStats>& squares, const Moments& right) {
  double z = 0;
  for (std::size_t t = 0; t < squares.size(); ++t) {
    const double variance = right.variance[t], n = squares[t].count;
    z = worst(z, z_score(squares[t], variance * (n - 1) / n, right.fourth[t] - variance * variance,
                         variance_lost(variance, right.size[t])));
  }
  return z;
}

double largest_ratio(const TwoGradients& claimed, const GradientMoments& m) {
  double most = 0;
  for (std::size_t t = 0; t < claimed.gradient.size(); ++t) {
    const double noise = claimed.reparameterised_var[t];
    // Of a variance that is rounding nothing can be said.
    const double lost = variance_lost(m.reparameterised.variance[t], m.reparameterised.size[t]);
    if (!(noise <= lost)) most = worst(most, noise / claimed.score_var[t]);
  }
  return most;
}

std::vector<Compared> judge(const Judged& all, const GradientMoments& m) {
  const auto& [claimed, drawn] = all;
  std::vector<double> lost, both;
  const std::vector<double> zero(m.gradient.size(), 0.0);
  for (std::size_t t = 0; t < m.gradient.size(); ++t) {
    lost.push_back(kLost * m.gradient_size[t]);
    both.push_back(m.reparameterised.size[t] + m.score.size[t]);
  }
  const Moments &slope = m.reparameterised, &score = m.score;
  return {
      relative("gradient", claimed.gradient, m.gradient, lost),
      relative_variance("reparameterised-variance", claimed.reparameterised_var, slope),
      relative_variance("score-variance", claimed.score_var, score),
      compared_z("reparameterised-mean", mean_z(drawn.reparameterised.values, m.gradient, slope.variance, slope.size)),
      compared_z("score-mean", mean_z(drawn.score.values, m.gradient, score.variance, score.size)),
      compared_z("reparameterised-spread", spread_z(drawn.reparameterised.squares, slope)),
      compared_z("score-spread", spread_z(drawn.score.squares, score)),
      compared_z("same-mean", mean_z(drawn.difference, zero, m.difference_variance, both)),
      {check_within("less-noise", largest_ratio(claimed, m), 1, 1), {}},
  };
}

EstimatePicture picture_of(const DrawnMoments& drawn, const std::vector<double>& singles,
                           const std::vector<double>& exact_variance) {
  EstimatePicture out;
  out.exact_variance = exact_variance;
  out.singles = singles;
  for (std::size_t t = 0; t < drawn.values.size(); ++t) {
    const double n = drawn.values[t].count;
    out.mean.push_back(drawn.values[t].mean);
    out.error.push_back(drawn.values[t].error());
    out.variance.push_back(drawn.squares[t].mean * n / (n - 1));
    out.variance_error.push_back(drawn.squares[t].error());
  }
  return out;
}

bool representable(const GradientMoments& m) {
  double sum = 0;
  for (const auto* list : {&m.gradient, &m.gradient_size, &m.reparameterised.fourth, &m.reparameterised.size,
                           &m.score.fourth, &m.score.size, &m.difference_variance})
    for (const double value : *list) sum += value;
  return std::isfinite(sum);
}

/// Rounding may hide a thousandth of the gradient, or of what a draw of the score function varies by.
bool loses_digits(const GradientMoments& m) {
  constexpr double kVisible = 1e-3;
  for (std::size_t t = 0; t < m.gradient.size(); ++t) {
    if (kLost * m.gradient_size[t] > kVisible * (1 + std::abs(m.gradient[t]))) return true;
    if (kLost * m.score.size[t] > kVisible * (1 + std::sqrt(m.score.variance[t]))) return true;
  }
  return false;
}

}  // namespace

Checked<GradientPicture> check_two_gradients(const Problem& problem, const Solution& solution,
                                             const ClaimOptions& options, const Mistake& mistake) {
  Checked<GradientPicture> result{{"4v3", {}, ""}, {}};
  GradientPicture& picture = result.picture;
  std::string& reason = result.claim.reason;
  const Judged intact = mistaken(problem, solution.gradients, options, {});
  const Judged all = mistake.made() ? mistaken(problem, solution.gradients, options, mistake) : intact;
  picture.claimed = all.claimed.gradient;
  picture.intact = intact.claimed.gradient;
  picture.draws = options.draws;
  picture.tolerance = kIdentityTolerance;
  const auto slopes_of = [](const Judged& from) {
    const Drawn& drawn = from.drawn;
    return picture_of(drawn.reparameterised, drawn.reparameterised_singles, from.claimed.reparameterised_var);
  };
  const auto scores_of = [](const Judged& from) {
    return picture_of(from.drawn.score, from.drawn.score_singles, from.claimed.score_var);
  };
  picture.reparameterised = slopes_of(all);
  picture.score = scores_of(all);
  picture.intact_reparameterised = slopes_of(intact);
  picture.intact_score = scores_of(intact);
  if (problem.model.dz > kMostNodeCoordinates) reason = "latent";
  if (!reason.empty()) return result;
  const GradientMoments measured = gradient_moments(problem);
  picture.measured = measured.gradient;
  if (!representable(measured) || loses_digits(measured)) reason = "overflow";
  if (!reason.empty()) return result;
  const std::vector<Compared> checks = judge(all, measured);
  reason = no_difference(checks, judge(intact, measured), mistake.made());
  if (reason.empty()) result.claim.checks = checks_of(checks);
  return result;
}

}  // namespace proofground::vae
