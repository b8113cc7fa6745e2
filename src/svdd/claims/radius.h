// 2.5b, 2.5c. rho minimises h, and lies in the interval (11).
//
//   h(rho) = rho + (1/nu) sum_i C_i max(d_i^2 - rho, 0),   rho >= 0
//   S(rho) = sum of the C_i with d_i^2 > rho
//   (11)     min{rho >= 0: S(rho) <= nu} <= rho <= min{rho >= 0: S(rho) < nu}
//
// h is a convex polyline whose slope right of rho is 1 - S(rho) / nu. So (11) is the set of its minimisers: a statement
// about order and sums, without multipliers. It is an interval, not a point, iff S = nu on it; sums are compared with
// nu within one band, 1e-10 of nu. Where S is that near to nu, but farther off than the rounding of a sum, h is flat up to
// the band and has a single minimiser: both readings of (11) are right, and the solver's may be either.
//
// 2.5b checks, the slopes in units of 1 and with points within the band of rho counted on the harmless side:
//   slope-left   <= 0; at rho = 0 that is not needed, and below 0 it is how far below
//   slope-right  >= 0
//   minimum      h(rho) - min h
//   flat         the variation of h over the certificate's [rho_lo, rho_hi]
//   ends         its ends against those of the set of minimisers: all of it, and no more
//
// 2.5c checks:
//   lower, upper  by how much rho is outside (11)
//   ends          (11) against the certificate's [rho_lo, rho_hi], which comes from the multipliers
//   attained      h at both ends against min h
//
// A rho to try changes the picture alone.
//
// Cannot see whether the centre is right: both statements are about the best rho for this one (2.5a is about the
// centre). Nor which rho of the interval it is: all are as good.
//
// Broken:
//   plain         rho moved beyond every point. There S = 0: the slope is 1 and hi lies below
//   all-support   rho = the mean of d_i^2 over all support vectors, those at their bound too, which are outside
//   radius        2.5b: R in place of rho = R^2
//   no-nu         2.5b: the rho that minimises rho + sum_i C_i max(d_i^2 - rho, 0)
//   exchanged     2.5c: the two ends of (11), "<= nu" and "< nu"
//   not-strict    2.5c: S counts the points with d_i^2 >= rho
//   count         2.5c: S counts points in place of weights
//   nu-too-large  2.5c, a hypothesis: nu = 5/4 sum C. S < nu everywhere, so rho = 0 alone is optimal, whatever the data
//
// Vacuous: "no-difference": rho is still within the band of [lo, hi], and the ends are the same (radius.cpp).
//
// Cost: O(n log n).
#pragma once

#include "svdd/claims/claims.h"

namespace proofground::svdd {

/// h and S / nu for given squared distances. Weights come as C_i / nu, so that nu itself is 1.
class RadiusFunction {
 public:
  /// @param d2 (n)  @param box (n) C_i / nu
  RadiusFunction(const std::vector<double>& d2, const std::vector<double>& box);

  [[nodiscard]] double operator()(double rho) const;                ///< h. O(n)
  [[nodiscard]] double outside(double rho, double band = 0) const;  ///< sum of box with d2 > rho + band. O(log n)
  [[nodiscard]] double not_inside(double rho, double band) const;   ///< sum of box with d2 >= rho - band
  [[nodiscard]] double lo() const { return lo_; }                   ///< min{rho >= 0: S <= nu}
  [[nodiscard]] double hi() const { return hi_; }                   ///< min{rho >= 0: S < nu}
  /// min{rho >= 0: S / nu <= level}. O(n log n)
  [[nodiscard]] double first_with(double level) const;
  [[nodiscard]] const std::vector<double>& sorted() const { return d2_; }

 private:
  std::vector<double> d2_, box_;  ///< ascending in d2
  std::vector<double> above_;     ///< (n + 1) above_[k] = box_[k] + ... + box_[n - 1]
  double lo_ = 0, hi_ = 0;
};

Checked<RadiusPicture> check_radius_argmin(const Problem& problem, const Solution& solution,
                                           const ClaimOptions& options, const Mistake& mistake);
Checked<RadiusPicture> check_radius_interval(const Problem& problem, const Solution& solution,
                                             const ClaimOptions& options, const Mistake& mistake);

}  // namespace proofground::svdd
