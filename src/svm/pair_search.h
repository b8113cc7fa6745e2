// The inner loops of SMO: sequential minimal optimisation spends nearly all its time here.
//
//   F_k       = sum_j K_kj u_j             gradient entry of point k
//   up_k   - F_k                           the rate at which the objective falls when u_k grows
//   F_k - down_k                           the rate at which it falls when u_k shrinks
//   m = max_k (up_k - F_k),   M = min_k (down_k - F_k)          optimal iff m <= M
//
// At a bound the offset up_k is -infinity, or down_k is +infinity, so that selection needs no branch.
//
// All arrays are padded to whole packed::kBlock entries, the padding with up = -infinity, down = +infinity and finite
// F. Among equal candidates the lowest index wins, whatever the width of the machine's registers.
//
// Source: [FCL05] Fan, Chen and Lin (2005), "Working set selection using second order information for training support
// vector machines".
#pragma once

namespace proofground::pair_search {

/// The borrowed arrays of a set of points.
struct View {
  double* F;
  const double* up;
  const double* down;
  const double* diagonal;  ///< K_kk
  const double* floor;     ///< a pair has at least the curvature floor_i + floor_j (smo_level.cpp)
  int padded;              ///< length of each, a multiple of packed::kBlock
};

struct Extremes {
  double m;  ///< max (up - F), -infinity if no point can grow
  double M;  ///< min (down - F), +infinity if none can shrink
  int i;     ///< index of m, -1 if m = -infinity
};

Extremes find_extremes(const View& view);

/// F += c_i K_i + c_j K_j, and the extremes of what comes out, in one pass.
Extremes update(const View& view, double c_i, const double* K_i, double c_j, const double* K_j);

/// F += c K_i
void add_row(double* F, double c, const double* K_i, int padded);

/// The partner of point i by the second-order rule: the j with b > 0 of largest b^2 / a
///   b = m - (down_j - F_j)
///   a = max(K_ii + K_jj - 2 K_ij, floor_i + floor_j)
/// [FCL05] eq. (16), WSS 2. @return -1 if there is none
int find_partner(const View& view, int i, double m, const double* K_i);
/// The same if diagonal and floor are one constant each (rbf): two loads per point fewer.
int find_partner_constant_diagonal(const View& view, int i, double m, const double* K_i);

}  // namespace proofground::pair_search
