// A set of points, borrowed: n rows of d coordinates, row-major.
#pragma once

namespace proofground {

struct Points {
  const double* x = nullptr;  ///< (n x d), row-major; not owned
  int n = 0;                  ///< number of points
  int d = 0;                  ///< coordinates per point

  [[nodiscard]] const double* row(int i) const { return x + static_cast<long>(i) * d; }
};

}  // namespace proofground
