// The claims of problem 2, by id:
//
//   2.1  lagrangian    2.2  duality    2.3  dual_function    2.4  simplified_dual
//   2.5a centre        2.5b radius     2.5c radius           2.5d slack
//   2.5e kkt_cases     2.6  meaning_of_nu
//
// A check takes a certificate (the Solution that a fit ended with) and verifies it by another route. A fit stops early:
// tau bounds the distance of a squared distance from its place on the staircase, hence P - D <= 2 tau with the best rho:
// the boxes of the points outside sum to at most 1, as the multipliers do. Bounds are 1e-6 relative plus that allowance, and are shown. tau is measured, from multipliers and
// distances (recomputed.h); what the solver reports of itself is not used. It is never more than the tolerance that the
// fit was asked to reach, so a certificate that did not reach it gets no more room for that. polished() makes tau about
// 1e-9 of the largest squared distance where that is cheap.
//
// "Break it" perturbs the certificate or drops a term; each claim's header says what, and why its check must notice.
//
// Vacuous, with the reason:
//   "not-converged"   the fit was stopped before its tolerance
//   "coarse"          the fit was asked for so little that it is off by a tenth of the largest squared distance
//   "overflow"        kernel values leave the range of double
//   "kernel-not-psd"  no inner product has these kernel values
//   "coincident"      all points are one
//   "no-fit"          no fit for another nu came near enough to an optimum
//   "weights-differ"  a count of points says nothing if their weights differ
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
#include "svdd/svdd.h"
#include "svm/path.h"

namespace proofground::svdd {

/// Options of a claim; each field concerns the claims named beside it.
struct ClaimOptions {
  int point = 0;                ///< 2.1, 2.2, 2.5d, 2.5e (which point is shown or broken): 0..n-1
  std::optional<double> alpha;  ///< 2.1: >= 0; nothing: the optimal one, as for the next two
  std::optional<double> beta;   ///< 2.1: >= 0
  std::optional<double> gamma;  ///< 2.1: >= 0
  std::optional<double> rho;    ///< 2.5b, 2.5c: the rho to try, >= 0; nothing: the certificate's
  std::uint64_t seed = 1;       ///< 2.1, 2.2, 2.3, 2.4, 2.5a
  /// All: the violation that the certificate was asked to reach, > 0, a squared distance; nothing: that of polished().
  std::optional<double> tolerance;
};

/// 2.1. Every term of the Lagrangian at (rho, mu, xi; multipliers), and the saddle point tried from both sides.
struct LagrangianPicture {
  int point = 0;
  double alpha = 0, beta = 0, gamma = 0;  ///< of the point: the sliders' values
  double distance2 = 0, xi = 0, rho = 0;  ///< of the point; of the ball
  std::vector<double> terms;              ///< rho, slack, balls, slacks, radius: they sum to value
  double value = 0;
  double saddle = 0;                         ///< L at the certificate
  std::vector<double> below;                 ///< L(rho, mu, xi; random multipliers)
  std::vector<double> above;                 ///< L(random rho, mu, xi; the certificate's multipliers)
  std::vector<double> intact;                ///< the terms without the mistake
  std::vector<double> by_term, by_variable;  ///< L at draws of both, added up in two ways
};

/// 2.2. Primal and dual along the solver's path (thinned), and of the certificate that was judged; the point's constraint
/// as a set in R and in rho = R^2.
struct DualityPicture : Path {
  double certificate_primal = 0, certificate_dual = 0;
  std::vector<double> radius, boundary;  ///< R and the least xi there, max(d^2 - R^2, 0): the edge in R, not convex
  std::vector<double> rho, edge;         ///< rho and max(d^2 - rho, 0): the edge in rho, convex
  double chord_shortfall = 0;            ///< by how much the middle of the chord in R misses the set
  double slater_rho = 0;                 ///< of the Slater point mu = 0
  std::vector<double> slater_xi;         ///< (n)
  /// The least cost p(u) where every d_i^2 <= rho + xi_i may be violated by u: exact costs at the fits' u, ascending, each
  /// with the bound from below by that fit's multipliers.
  std::vector<double> relaxed, relaxed_cost, relaxed_bound;
  double slope = 0;        ///< of the hyperplane: minus the sum of the certificate's multipliers
  double slope_least = 0;  ///< the least steep one that is optimal, too: minus the least such sum
  /// A problem without a Slater point: min rho with rho^2 <= u. The u, ascending from 0, and the least cost there.
  std::vector<double> vertical_u, vertical_cost;
};

/// 2.3. theta beside L at random primal points (with the gamma that was judged), and L falling to -infinity when an
/// equality is violated.
struct DualFunctionPicture {
  double theta = 0, alpha_sum = 0;
  std::vector<double> distance, lagrangian;     ///< |mu' - mu| and L(rho', mu') at the draws
  std::vector<double> intact;                   ///< L there with gamma = 1 - s, which takes rho' out
  std::vector<double> ride, ride_rho, ride_xi;  ///< t; L along rho = t and along xi = t when its coefficient is not 0
  /// theta as a lower envelope, between other feasible multipliers (t = 0) and the certificate's (t = 1).
  std::vector<double> path_t, path_theta, path_right;  ///< t; theta there, with and without the mistake
  std::vector<double> line_t, line_start, line_end;    ///< L at a centre, a line in t: where it touches, its ends
};

/// 2.4. Objective (10) along the ray s alpha_hat through the certificate's alpha.
struct SimplifiedDualPicture {
  std::vector<double> s, objective;  ///< of the ray that was judged
  std::vector<double> intact;        ///< the same for the certificate's ray, without a mistake
  double alpha_sum = 1;              ///< where on its ray the judged alpha is
  double s_face = 0;                 ///< the s at which the ray leaves the box
  double alpha_sum_lo = 1;
  double up = 0, gain = 0;  ///< slope of the steepest pair of multipliers, and what following such pairs gains
};

/// 2.5a. Spring forces alpha_i (x_i - mu) that add up to 0.
struct CentrePicture {
  std::vector<double> force;  ///< (n x d), linear kernel only; else empty
  std::vector<double> pull;   ///< (n) alpha_i |phi(x_i) - mu|
  double residual2 = 0;       ///< |sum of the forces|^2
  /// Distances from mu along the line to the cheapest centre that was found, ascending from negative ones, and the cost F
  /// there (centre.h); empty where none was looked for.
  std::vector<double> distance, cost;
  double here = 0, least = 0;  ///< F at mu, and the least that was found
};

/// 2.5b and 2.5c. h(rho) = rho + (1/nu) sum C_i max(d_i^2 - rho, 0) and S(rho) = sum of C_i with d_i^2 > rho.
struct RadiusPicture {
  std::vector<double> rho;             ///< 0, the distinct d_i^2 and one point beyond, ascending
  std::vector<double> h, outside;      ///< h and S there; S is constant up to the next entry
  double lo = 0, hi = 0, minimum = 0;  ///< (11) and min h
  double pick = 0, value = 0;          ///< the rho that is tried, h there
  double slope_left = 0, slope_right = 0;
  bool minimises =
      false;            ///< the rho that is tried: its slopes have 0 between them, or it is 0 and the right one is >= 0
  double excess = 0;    ///< of the rho that is tried: value - minimum
  double nu = 0;        ///< that S is compared with
  double right_nu = 0;  ///< the problem's
  double claimed_lo = 0, claimed_hi = 0;  ///< the interval of the certificate that is judged
  std::vector<double> wrong;              ///< 2.5b: h, 2.5c: S, at `rho`, as a mistake has it; else empty
};

/// 2.5d. The slack of each point, for the certificate's rho and for both ends of the interval. One point more where the
/// copy of a point is judged, which has weight 0.
struct SlackPicture {
  std::vector<double> distance2, xi;       ///< (n)
  std::vector<double> xi_at_lo, xi_at_hi;  ///< (n)
};

/// 2.5e. Where each point is on the staircase.
struct StaircasePicture {
  std::vector<double> excess, alpha, box;      ///< (n) d_i^2 - rho, alpha_i, C_i / nu
  std::vector<std::uint8_t> kkt_case;          ///< (n) 0 inside, 1 boundary, 2 outside
  std::vector<double> distance;                ///< (n) to the staircase, dimensionless (kkt_cases.h)
  double band = 0;                             ///< |d^2 - rho| <= band counts as the boundary
  double inside_level = 0, outside_level = 1;  ///< the stairs that are judged, in units of C_i / nu: inside, outside
};

/// 2.6. Shares of points against nu, all as shares of the weight.
struct NuPicture {
  double nu = 0, outside = 0, not_inside = 0;                       ///< of what was judged
  double intact_outside = 0, intact_not_inside = 0, intact_nu = 0;  ///< of the certificate
  std::vector<double> sweep_nu, sweep_outside, sweep_not_inside, sweep_rho;
  std::vector<double> sweep_intact;  ///< the shares outside without the mistake
  int sweep_tried = 0;               ///< values of nu; those in sweep_nu counted
  int sweep_points = 0;              ///< of the points; fewer than n: a sample
  double added = 0;                  ///< points of weight 0 that the mistake "weight-0" puts in
};

using ClaimPicture = std::variant<LagrangianPicture, DualityPicture, DualFunctionPicture, SimplifiedDualPicture,
                                  CentrePicture, RadiusPicture, SlackPicture, StaircasePicture, NuPicture>;

/// A broken certificate's alpha are the weights of its centre, mu = sum alpha_i phi(x_i): where a break moves the centre
/// alone (2.5a), they are not the multipliers that were judged.
template <class Picture>
using Checked = proofground::Checked<Picture, Solution>;
using ClaimResult = proofground::ClaimResult<ClaimPicture, Solution>;

/// Check the claim id ("2.1" ... "2.6") on a certificate of the problem.
/// @throws InvalidArgument  an id that is none of them, a solution of another size than the problem, an option out of
/// range
ClaimResult check_claim(const std::string& id, const Problem& problem, const Solution& solution,
                        const ClaimOptions& options, const Mistake& mistake);

/// The codes of the mistakes that the claim id can be broken with, "plain" first. @throws InvalidArgument  as above
std::vector<std::string> mistakes(const std::string& id);

}  // namespace proofground::svdd
