// The claims of problem 1, by id:
//
//   1a lagrangian   1b dual   1c1 offset   1c2 kkt_cases   1d1 gram   1d2 prediction
//
// A check takes a certificate (the Solution that a fit ended with) and verifies it by another route. An iterative solver
// stops near an optimum: tau is how far the residuals are from their places on the staircase, hence primal - dual <=
// C n tau. It is measured (recomputed.h), from alpha, alpha_star and the data; nothing is taken from the report. Bounds
// are 1e-6 relative plus that allowance, and are shown. What is measured may not exceed the tolerance that the
// certificate was to reach: the check "violation" of every claim about the optimum, and no bound grows beyond it. Nor
// may a b be worse than what delta leaves to the best one.
// polished() makes tau about 1e-9 of y's range where that is cheap, so that the allowance is invisible there.
//
// A mistake perturbs the certificate, makes another one (wrong.h) or changes a term; each claim's header says what, and
// why its check must notice.
//
// Vacuous, with the reason:
//   "not-converged"   the fit was stopped before its tolerance, as its report says (one that says otherwise is found
//                     out by "violation")
//   "overflow"        kernel values leave the range of double
//   "coarse"          the tolerance that was to be reached, or rounding, is of the size of the data: then no multipliers
//                     at all would pass as well
//   "kernel-not-psd"  no inner product has these kernel values; but for 1d1, those that are one up to a constant do
//   "single-point"    n = 1
//   "no-spread"       all inputs are one point, or so near to 0 that a rotation costs them digits
//   "no-bars"         every bar is zero
//
// Pictures are filled whatever the verdict.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/check.h"
#include "core/claim_table.h"
#include "svm/path.h"
#include "svr/svr.h"

namespace proofground::svr {

/// Options of a claim; each field concerns the claims named beside it. Solved units throughout.
struct ClaimOptions {
  int point = 0;                     ///< 1a, 1c2 (which point is broken): 0..n-1
  std::optional<double> alpha;       ///< 1a: >= 0; nothing: the optimal one, as for the next two
  std::optional<double> alpha_star;  ///< 1a: >= 0
  std::optional<double> beta;        ///< 1a: >= 0
  std::optional<double> b;           ///< 1c1: the b to try; nothing: the certificate's
  std::vector<double> at;            ///< 1d2: (d) the x at which f is shown as a sum; empty: the first point
  std::uint64_t seed = 1;            ///< 1a, 1d1
  /// The stopping tolerance that the certificate was asked to reach: the fit's, or fine_options' for a polished one.
  double tolerance = Options{}.tolerance;
};

/// 1a. Every term of the Lagrangian at (w, b, xi; multipliers), and the saddle point tried from both sides.
struct LagrangianPicture {
  int point = 0;
  double alpha = 0, alpha_star = 0, beta = 0;  ///< of the point: the sliders' values
  double residual = 0, xi = 0;                 ///< of the point
  std::vector<double> terms;                   ///< half_norm, slack, upper, lower, nonnegative: they sum to value
  std::vector<double> intact;                  ///< the terms as L should be written; empty while intact
  double value = 0;
  double saddle = 0;          ///< L at the certificate
  std::vector<double> below;  ///< L(w, b, xi; random multipliers)
  std::vector<double> above;  ///< L(random w, b, xi; the certificate's multipliers)
};

/// 1b. Primal and dual along the solver's path (thinned), and of the certificate that was judged.
struct DualPicture : Path {
  double certificate_primal = 0, certificate_dual = 0;
  double sum = 0;                                       ///< sum (alpha - alpha_star)
  std::vector<double> beta;                             ///< (n) C - alpha - alpha_star
  std::vector<double> alpha, alpha_star;                ///< (n) of the certificate that was judged
  std::vector<double> intact_alpha, intact_alpha_star;  ///< (n) of the given one; empty while intact
  double C = 0;
  int point = 0;  ///< the chosen point
};

/// 1c1. g(b) = C sum_i max(|r_i - b| - epsilon, 0).
struct OffsetPicture {
  std::vector<double> b, g;            ///< vertices of the polyline and one point beyond each end
  double lo = 0, hi = 0, minimum = 0;  ///< argmin g and min g
  double pick = 0, value = 0;          ///< the b that is tried, g there
  double slope_left = 0, slope_right = 0;
  bool minimises = false;  ///< the b that is tried: slope_left <= 0 <= slope_right
  double excess = 0;       ///< of the b that is tried: value - minimum
};

/// 1c2. Where each point sits on the staircase C d|e|_epsilon.
struct StaircasePicture {
  std::vector<double> residual, coefficient;  ///< (n) e_i, alpha_i - alpha_star_i
  std::vector<std::uint8_t> kkt_case;         ///< (n) 0 below, 1 lower edge, 2 inside, 3 upper edge, 4 above
  std::vector<double> distance;               ///< (n) to the staircase, dimensionless (kkt_cases.h)
  double band = 0;                            ///< ||e| - epsilon| <= band counts as an edge
  double C = 0, epsilon = 0;
  int point = 0;           ///< the chosen point, which the plain break moves
  std::vector<double> xi;  ///< (n) of the certificate that was judged
  /// (n) of the given certificate; empty while intact
  std::vector<double> intact_residual, intact_coefficient;
};

/// 1d1. The Gram matrix, and the data after a rotation, which does not change it.
struct GramPicture {
  std::vector<double> gram;        ///< (m x m) row-major, rows and columns as in shown
  std::vector<double> trained_on;  ///< (m x m) what the mistake "distance" trains on in the place of gram; else empty
  int m = 0;                       ///< min(n, 128)
  std::vector<int> shown;  ///< (m) points by first coordinate, then by index: evenly spaced in that order of all n
  int solved = 0;          ///< points of the problem that is solved again: n, or a sample of them
  double smallest_eigenvalue = 0;
  std::vector<double> rotated;  ///< (n x rotated_d)
  std::vector<double>
      unstretched;  ///< (n x rotated_d) the rotated data before the break moves them on; empty while it does not
  int rotated_d = 0;
  /// (n) alpha - alpha_star from K alone and from the rotated data; NaN at points outside the sample (gram.h)
  std::vector<double> coefficient_from_gram, coefficient_rotated;
};

/// 1d2. f(x) - b as a sum of kernel bars.
struct PredictionPicture {
  std::vector<double> at;            ///< (d)
  std::vector<double> kernel, bars;  ///< (n) k(x_i, at), (alpha_i - alpha_star_i) k(x_i, at)
  double f = 0, b = 0;
  std::vector<double> used;  ///< (n) the bars that are added up: with a mistake, other ones
  double sum = 0;            ///< of the bars that are added up
  int left_out = -1;         ///< the point whose bar is left out, -1 for none
};

using ClaimPicture =
    std::variant<LagrangianPicture, DualPicture, OffsetPicture, StaircasePicture, GramPicture, PredictionPicture>;

template <class Picture>
using Checked = proofground::Checked<Picture, Solution>;
using ClaimResult = proofground::ClaimResult<ClaimPicture, Solution>;

/// Check the claim id ("1a" ... "1d2") on a certificate of the problem.
/// @throws InvalidArgument  an id that is none of them, a solution of another size than the problem, an option out of
/// range
ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake);

/// The codes of the mistakes that the claim id can be broken with, "plain" first. @throws InvalidArgument  as above
std::vector<std::string> mistakes(const std::string& id);

}  // namespace proofground::svr
