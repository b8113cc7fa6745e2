// What several checks compute: draws, sizes of vectors, relative differences, z-scores.
#pragma once

#include <cstddef>
#include <vector>

#include "core/rng.h"
#include "core/running_stats.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

/// Largest z-score that passes.
inline constexpr double kSigmas = 5;

/// A mistake that changes what is checked by no more than this, relative to a check's scale, is within rounding of its
/// bound: kNoDifference.
inline constexpr double kUnchanged = 2 * kIdentityTolerance;

/// Below this alpha_bar has lost digits: underflow.
inline constexpr double kSmallest = 1e-290;

/// A mistake that changes the numbers of a claim relatively by no more than this makes no difference: ten times what an identity
/// allows.
inline constexpr double kLeastDifference = 1e-9;

/// Difference of a and b in units of b; 0 where both are below kSmallest.
double relative(double a, double b);

/// (count) standard normals.
std::vector<double> normals(std::size_t count, Rng& rng);

/// The option x0, or one point of the data.
std::vector<double> start_of(const ClaimOptions& options, const Oracle& oracle, Rng& rng);

/// `given`, or d standard normals.
std::vector<double> given_or_normal(const std::vector<double>& given, int d, Rng& rng);

/// value I, row-major. @return (d x d)
std::vector<double> scalar_matrix(int d, double value);

/// |x|^2
double squared(const std::vector<double>& x);
/// |x - y|^2
double squared_distance(const std::vector<double>& x, const std::vector<double>& y);

/// A z-score as a check.
Check check_z_score(const char* id, double z);

}  // namespace proofground::diffusion
