// The quadratic programme of svm/smo, by variables and by points.
//
// By variables v, with y_v in {-1, +1} and k(v) the point that v acts through:
//   min_a  1/2 a'Qa + p'a
//   s.t.   y'a = delta,   0 <= a_v <= C_v
//   Q_vw = y_v y_w K_k(v)k(w)
//
// By points k, each of which has at most one variable of each sign, with u_k = a_k+ - a_k-:
//   min_u  1/2 u'Ku + sum_k phi_k(u_k)
//   s.t.   sum_k u_k = delta,   -low_k <= u_k <= high_k
//   phi_k(u) = p_k+ u     for u > 0
//            = -p_k- u    for u < 0
//
// phi_k is convex, since p_k+ + p_k- >= 0 is required.
#pragma once

#include <limits>
#include <vector>

namespace proofground {

/// The problem, by variables, with the point to start from.
struct Qp {
  std::vector<int> point;  ///< (variables) k(v)
  std::vector<int> y;      ///< (variables) -1 or +1; a point has at most one variable of each sign
  std::vector<double> p;   ///< (variables) for two variables of one point, p_+ + p_- >= 0
  std::vector<double> C;   ///< (variables) >= 0
  std::vector<double> a;   ///< (variables) start, 0 <= a <= C; delta = y'a is kept from here on
};

/// @param points number of points  @throws InvalidArgument naming the array that breaks a rule of Qp
void require_valid(const Qp& qp, int points);

/// A start for one sign: a_v = C_v from the first on until they sum to delta, one of them in part.
/// @param C (variables)  @param delta in [0, sum C]  @throws InvalidArgument outside
std::vector<double> fill_to_sum(const std::vector<double>& C, double delta);

/// phi and the box of one point.
struct PointTerm {
  double p_plus = 0, p_minus = 0, high = 0, low = 0;

  /// The rate at which -phi rises as u grows: -infinity where it cannot.
  [[nodiscard]] double up(double u) const {
    return u < 0 ? p_minus : u < high ? -p_plus : -std::numeric_limits<double>::infinity();
  }
  /// The same rate to the left of u: +infinity where u cannot shrink.
  [[nodiscard]] double down(double u) const {
    return u > 0 ? -p_plus : u > -low ? p_minus : std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] double phi(double u) const { return u > 0 ? p_plus * u : -p_minus * u; }
  /// How far u can grow, and shrink, on the present slope: to the bound or to the kink at 0.
  [[nodiscard]] double room_up(double u) const { return u < 0 ? -u : high - u; }
  [[nodiscard]] double room_down(double u) const { return u > 0 ? u : u + low; }
  /// u at the end of that room, exactly.
  [[nodiscard]] double end_up(double u) const { return u < 0 ? 0 : high; }
  [[nodiscard]] double end_down(double u) const { return u > 0 ? 0 : -low; }
  /// u, or the bound or kink that is within band times the bound of it.
  [[nodiscard]] double snapped(double u, double band) const;
};

/// (points) from a valid Qp.
std::vector<PointTerm> point_terms(const Qp& qp, int points);

}  // namespace proofground
