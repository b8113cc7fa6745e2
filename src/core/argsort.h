// Sorting by value, and the permutation that sorts.
#pragma once

#include <vector>

namespace proofground {

/// (n) the indices 0..n-1, ascending in values[i]; equal values in the order of their indices. O(n log n)
std::vector<int> argsort(const std::vector<double>& values);

/// (n) the values, ascending.
std::vector<double> sorted(const std::vector<double>& values);

}  // namespace proofground
