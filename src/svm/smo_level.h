// One level of shrinking (see smo.h): a set of points with its own gradient, offsets and kernel rows.
#pragma once

#include <memory>
#include <vector>

#include "svm/active_set.h"
#include "svm/kernel_rows.h"
#include "svm/pair_search.h"
#include "svm/qp.h"
#include "svm/row_cache.h"

namespace proofground {

class SmoLevel {
 public:
  /// Level 0: all points.  @param cache_bytes limit for rows
  SmoLevel(const KernelMatrix& all, double cache_bytes);
  /// A child: some points of a level, with their gradient.  @param chosen indices there
  SmoLevel(SmoLevel& parent, const std::vector<int>& chosen, double cache_bytes);

  [[nodiscard]] int count() const { return static_cast<int>(points.size()); }
  [[nodiscard]] pair_search::View view() {
    return {F.data(), up.data(), down.data(), diagonal.data(), floor.data(), static_cast<int>(F.size())};
  }
  void rescan() { extremes = pair_search::find_extremes(view()); }
  [[nodiscard]] double gap() const { return extremes.m - extremes.M; }
  /// The point to pair with extremes.i, -1 if there is none. @param K_i row of extremes.i
  [[nodiscard]] int partner(const double* K_i);
  [[nodiscard]] double curvature(int i, int j, const double* K_i) const {
    return diagonal[i] + diagonal[j] - 2 * K_i[j];
  }
  /// The points at no bound and no kink, in order; of more than `most` those at which the objective falls or rises fastest
  /// beside the mean of all.  @param u, terms of the whole problem
  [[nodiscard]] std::vector<int> free_points(const std::vector<double>& u, const std::vector<PointTerm>& terms,
                                             int most) const;
  /// The problem of these points alone, all others held.
  [[nodiscard]] FreePoints problem_of(const std::vector<int>& free, const std::vector<double>& u,
                                      const std::vector<PointTerm>& terms);
  /// to += c K_i (padded): from the stored row if it is stored or can be, else from one computed into scratch.
  void add_row(std::vector<double>& to, double c, int i, std::vector<double>& scratch);

  std::unique_ptr<KernelMatrix> owned;  ///< the matrix of a child; null at level 0
  const KernelMatrix* matrix;
  std::vector<int> points;  ///< indices into the whole problem
  RowCache cache;
  bool constant_diagonal = true;                     ///< all K_kk are equal
  std::vector<double> F, up, down, diagonal, floor;  ///< padded
  std::vector<double> u_start;                       ///< u of the points when this level was started
  pair_search::Extremes extremes{};
  double tolerance = 0;  ///< this level is done when its gap is at most this
  long until_shrink = 0;

 private:
  void prepare();
};

}  // namespace proofground
