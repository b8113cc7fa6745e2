// Standardising a spherical problem: its points by svm/standardise.h. Weights and nu are left alone.
#pragma once

#include "svdd/svdd.h"
#include "svm/standardise.h"

namespace proofground::svdd {

struct Standardised {
  Problem problem;  ///< in solved units
  XScaling scaling;
};

/// O(n d). @throws InvalidArgument as require_data_of(problem)
Standardised standardise(const Problem& problem);

}  // namespace proofground::svdd
