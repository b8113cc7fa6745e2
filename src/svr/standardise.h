// Standardising a regression problem: x by svm/standardise.h, and y likewise to mean 0 and standard deviation 1.
//
// C and epsilon of the problem are numbers of the solved units and stay as they are.
#pragma once

#include <vector>

#include "svm/standardise.h"
#include "svr/svr.h"

namespace proofground::svr {

/// The affine map between the user's units and the solved ones.
struct Scaling : XScaling {
  double y_mean = 0;
  double y_scale = 1;  ///< > 0

  using XScaling::XScaling;
  /// (m) f or y in solved units to user's units.
  [[nodiscard]] std::vector<double> y_to_user(std::vector<double> y) const;
  [[nodiscard]] double y_to_user(double y) const { return y * y_scale + y_mean; }
  [[nodiscard]] double y_to_solved(double y) const { return standardised(y, y_mean, y_scale); }
  /// A length along y (the tube's half width) in solved units to user's units.
  [[nodiscard]] double length_to_user(double length) const { return length * y_scale; }
};

struct Standardised {
  Problem problem;  ///< in solved units
  Scaling scaling;
};

/// O(n d). @throws InvalidArgument as require_data_of(problem)
Standardised standardise(const Problem& problem);

}  // namespace proofground::svr
