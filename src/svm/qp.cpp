#include "svm/qp.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/require.h"

namespace proofground {

void require_valid(const Qp& qp, int points) {
  constexpr double kUnseen = std::numeric_limits<double>::infinity();
  const std::size_t size = qp.point.size();
  require(size > 0 && qp.y.size() == size && qp.p.size() == size && qp.C.size() == size && qp.a.size() == size, "qp",
          "arrays of one positive length", static_cast<double>(size));
  std::vector<double> plus(points, kUnseen), minus(points, kUnseen);  // p of the sign's variable, once it is seen
  for (std::size_t v = 0; v < size; ++v) {
    const int k = qp.point[v];
    require(k >= 0 && k < points, "qp.point", "an index of a point", k);
    require(qp.y[v] == 1 || qp.y[v] == -1, "qp.y", "-1 or +1", qp.y[v]);
    require(std::isfinite(qp.p[v]), "qp.p", "a finite number", qp.p[v]);
    require(qp.C[v] >= 0 && std::isfinite(qp.C[v]), "qp.C", "a finite number of at least 0", qp.C[v]);
    require(qp.a[v] >= 0 && qp.a[v] <= qp.C[v], "qp.a", "a number from 0 to C", qp.a[v]);
    double& seen = (qp.y[v] > 0 ? plus : minus)[k];
    require(seen == kUnseen, "qp.point", "one variable of a sign for each point", k);
    seen = qp.p[v];
    require(plus[k] + minus[k] >= 0, "qp.p", "a sum of at least 0 for the two variables of a point", qp.p[v]);
  }
}

std::vector<double> fill_to_sum(const std::vector<double>& C, double delta) {
  std::vector<double> a(C.size(), 0);
  double rest = delta;
  for (std::size_t v = 0; v < C.size() && rest > 0; ++v) {
    a[v] = std::min(C[v], rest);
    rest -= a[v];
  }
  // What is left over may be the rounding of the sum, when delta is all of it.
  require(delta >= 0 && rest <= 1e-12 * delta, "delta", "a number from 0 to the sum of C", delta);
  return a;
}

double PointTerm::snapped(double u, double band) const {
  const double bound = u > 0 ? high : low, size = std::abs(u);
  if (size <= band * bound) return 0;
  if (size >= bound - band * bound) return u > 0 ? high : -low;
  return u;
}

std::vector<PointTerm> point_terms(const Qp& qp, int points) {
  std::vector<PointTerm> terms(points);
  for (std::size_t v = 0; v < qp.point.size(); ++v) {
    PointTerm& term = terms[qp.point[v]];
    if (qp.y[v] > 0) {
      term.p_plus = qp.p[v];
      term.high = qp.C[v];
    } else {
      term.p_minus = qp.p[v];
      term.low = qp.C[v];
    }
  }
  return terms;
}

}  // namespace proofground
