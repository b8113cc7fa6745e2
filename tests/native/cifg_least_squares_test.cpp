#include "cifg/least_squares.h"

#include <gtest/gtest.h>

#include <Eigen/QR>
#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/rng.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

std::vector<std::vector<double>> columns_of(const Eigen::MatrixXd& A) {
  std::vector<std::vector<double>> columns;
  for (Eigen::Index j = 0; j < A.cols(); ++j) columns.emplace_back(A.col(j).data(), A.col(j).data() + A.rows());
  return columns;
}

Eigen::MatrixXd drawn(Rng& rng, int rows, int columns) {
  Eigen::MatrixXd A(rows, columns);
  for (double& entry : A.reshaped()) entry = rng.normal();
  return A;
}

// Of full rank, of a lower one, with fewer rows than columns, with the zero matrix: the shortest of the best.
TEST(CifgLeastSquares, IsTheShortestOfTheBest) {
  Rng rng(4);
  for (int rows = 1; rows <= 7; ++rows)
    for (int columns = 1; columns <= 6; ++columns)
      for (int rank = 0; rank <= std::min(rows, columns); ++rank) {
        const Eigen::MatrixXd A = drawn(rng, rows, rank) * drawn(rng, rank, columns);
        const Eigen::VectorXd y = drawn(rng, rows, 1);
        const std::vector<double> w = least_squares(columns_of(A), {y.data(), y.data() + rows});
        ASSERT_EQ(w.size(), static_cast<std::size_t>(columns));
        Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> other;
        other.setThreshold(1e-10);
        other.compute(A);
        const Eigen::VectorXd expected = rank == 0 ? Eigen::VectorXd::Zero(columns) : Eigen::VectorXd(other.solve(y));
        const double size = 1 + expected.norm();
        for (int i = 0; i < columns; ++i)
          EXPECT_NEAR(w[i], expected[i], tolerance::identity() * size * size) << rows << " " << columns << " " << rank;
      }
}

}  // namespace
}  // namespace proofground::cifg
