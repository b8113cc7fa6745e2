// Is there an inner product behind these kernel values? Mercer's condition on the given points.
//
//   K >= 0                              positive
//   HKH >= 0,   H = I - 11'/n           conditionally positive
//
// For coefficients of sum 0 only the centred matrix HKH matters: a constant added to every k(x, z) is absorbed by the
// offset of a regression, and cancels in every distance. So duality holds already if HKH >= 0.
#pragma once

#include <vector>

#include "core/points.h"
#include "svm/kernel.h"

namespace proofground {

struct Spectrum {
  double smallest = 0;      ///< eigenvalue of K
  double largest_size = 0;  ///< max |eigenvalue| of K
};

/// @param gram (m x m) row-major, symmetric. O(m^3)
Spectrum spectrum(const std::vector<double>& gram, int m);

/// (m x m) row-major: k between the points named by sample, by the plain formula. O(m^2 d)
std::vector<double> gram_matrix(const Kernel& kernel, const Points& points, const std::vector<int>& sample);

/// At most `limit` of the points 0..n-1, evenly spaced in order. (all of them when n <= limit)
std::vector<int> evenly_spaced(const std::vector<int>& order, int limit);

enum class Mercer { positive, conditional, indefinite };

/// linear, rbf and poly with coef0 >= 0 are positive on every data set. Other kernels are judged by the eigenvalues on
/// at most 256 evenly spaced points, where eigenvalues down to -1e-10 max |eigenvalue| count as 0: O(256^3). In a
/// larger set a violation may be missed.
Mercer mercer(const Kernel& kernel, const Points& points);

/// How much of a violation mercer() counts as 0.
struct Definiteness {
  Mercer kind = Mercer::positive;
  /// By how much the smallest eigenvalue of HKH is below 0, beyond rounding; 0 where there is none. For coefficients c of sum 0,
  /// c'Kc may be as low as -negative |c|^2: next to nothing for small coefficients, and more than a bound allows for large ones.
  double negative = 0;
};

/// As mercer(), which is its kind.
Definiteness definiteness(const Kernel& kernel, const Points& points);

/// Whether the kernel's formula alone makes every Gram matrix positive semi-definite.
bool always_positive(const Kernel& kernel);

}  // namespace proofground
