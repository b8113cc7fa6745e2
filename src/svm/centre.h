// A translation of the data after which inner products keep their digits, also far from the origin.
#pragma once

#include <vector>

#include "core/points.h"
#include "svm/kernel.h"

namespace proofground {

/// (d) a centre c such that x - c is exact in double. In each coordinate: 0 if the middle of the data is within 4
/// widths of the origin, else that middle, rounded to a multiple of a power of two near the width.
std::vector<double> centre_of(const Points& points);

/// (d) the centre about which kernel values may be computed. 0 for all but the linear kernel: rbf uses differences
/// anyway, and the other two are not invariant under translation.
std::vector<double> centre_for(const Kernel& kernel, const Points& points);

/// (n x d) x - c, row-major.
std::vector<double> shifted(const Points& points, const std::vector<double>& centre);

/// (d) sum_i a_i (x_i - c). @param a (n)
std::vector<double> sum_about(const Points& points, const std::vector<double>& centre, const std::vector<double>& a);

/// max_ij |k(x_i, x_j)| about centre_for, or a bound on it; infinite where it leaves the range of double. O(n d)
double kernel_bound(const Kernel& kernel, const Points& points);

}  // namespace proofground
