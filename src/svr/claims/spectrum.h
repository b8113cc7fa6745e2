// svm/spectrum.h for a regression problem.
#pragma once

#include <vector>

#include "svm/spectrum.h"
#include "svr/svr.h"

namespace proofground::svr {

/// (m x m) row-major: k between the points named by sample.
inline std::vector<double> gram_matrix(const Problem& problem, const std::vector<int>& sample) {
  return proofground::gram_matrix(problem.kernel, problem.points(), sample);
}

inline Mercer mercer(const Problem& problem) { return proofground::mercer(problem.kernel, problem.points()); }

}  // namespace proofground::svr
