// At most 16 of the points with the kernel values and squared distances between them: where 2.3 and 2.4 try the dual
// function by two routes.
//
//   D_pq               = |phi(x_p) - phi(x_q)|^2
//   mu'                = sum_q w_q phi(x_q),   sum_q w_q = 1
//   |phi(x_p) - mu'|^2 = sum_q w_q D_pq - 1/2 w'Dw
#pragma once

#include <vector>

#include "core/mistake.h"
#include "svdd/claims/recomputed.h"

namespace proofground::svdd {

/// (9) from s = sum a_i, sum a_i k_ii and |sum a_i phi(x_i)|^2, with the mistakes "twice" and "undivided".
double theta_of(double s, double trace, double square, const Mistake& mistake);

struct Few {
  Pool pool;
  int m;
  std::vector<double> apart;  ///< (m x m) D
  std::vector<double> room;   ///< (m) largest multiplier
  double size = 0;            ///< largest kernel value: what rounding is relative to

  Few(const Problem& problem, const Recomputed& e, Rng& rng);

  [[nodiscard]] double form(const std::vector<double>& matrix, const std::vector<double>& a) const;  ///< a'matrix a
  [[nodiscard]] double trace(const std::vector<double>& a) const;                                    ///< sum a_p k_pp
  [[nodiscard]] double theta(const std::vector<double>& a, const Mistake& mistake = {}) const;       ///< (9)
  /// sum a_p |phi(x_p) - mu'|^2, mu' = sum w_q phi(x_q), from distances.
  [[nodiscard]] double spread(const std::vector<double>& a, const std::vector<double>& w) const;
  /// 0 <= a <= room with sum a at most 0.95.
  [[nodiscard]] std::vector<double> draw(Rng& rng) const;
};

}  // namespace proofground::svdd
