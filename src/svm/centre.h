// The translation after which inner products keep their digits on data far from the origin.
#pragma once

#include <vector>

#include "core/points.h"
#include "svm/kernel.h"

namespace proofground {

/// A centre c (d) such that x - c is exact in double: 0 in every coordinate that is not further out than it is wide,
/// else the middle of the data, rounded to a multiple of a power of two near their width.
std::vector<double> centre_of(const Points& points);

/// The centre that kernel values may be computed about. 0 for all but the linear kernel: the radial one sees
/// differences anyway, and the other two are not invariant under translation.
std::vector<double> centre_for(const Kernel& kernel, const Points& points);

/// (n x d) x - c, row-major.
std::vector<double> shifted(const Points& points, const std::vector<double>& centre);

/// (d) sum_i a_i (x_i - c). @param a (n)
std::vector<double> sum_about(const Points& points, const std::vector<double>& centre, const std::vector<double>& a);

/// max_ij |k(x_i, x_j)| about centre_for, or a bound on it; infinite where it leaves the range of double. O(n d)
double kernel_bound(const Kernel& kernel, const Points& points);

}  // namespace proofground
