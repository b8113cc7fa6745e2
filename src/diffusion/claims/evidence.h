// What every check starts from: the chain again, from its betas alone and by its definition, step by step.
//
//   alpha_bar_t = (1 - beta_t) alpha_bar_{t-1},   v_t = (1 - beta_t) v_{t-1} + beta_t  (= 1 - alpha_bar_t)
//
// All terms of both are positive: nothing cancels, and T steps cost at most T units in the last place.
#pragma once

#include <string>
#include <vector>

#include "core/rng.h"
#include "core/sample.h"
#include "diffusion/claims/claims.h"

namespace proofground::diffusion {

struct Evidence {
  std::vector<double> alpha_bar;  ///< (T + 1) from t = 0
  std::vector<double> noise;      ///< (T + 1) v_t from t = 0
  double largest_beta = 0;
};

Evidence examine(const Schedule& schedule);

/// "" or "no-noise".
std::string obstacle(const Evidence& evidence);

/// Largest z-score that an honest draw may have.
inline constexpr double kSigmas = 5;

/// Underflow: alpha_bar below this has lost digits.
inline constexpr double kSmallest = 1e-290;

/// Difference of a and b in units of b; 0 where both are below kSmallest.
double relative(double a, double b);

/// d standard normals.
std::vector<double> normals(std::size_t count, Rng& rng);

/// The option, or one point of the data.
std::vector<double> start_of(const ClaimOptions& options, const Oracle& oracle, Rng& rng);

/// The option, or d standard normals.
std::vector<double> given_or_normal(const std::vector<double>& given, int d, Rng& rng);

/// value I, row-major. @return (d x d)
std::vector<double> scalar_matrix(int d, double value);

double squared(const std::vector<double>& x);
double squared_distance(const std::vector<double>& x, const std::vector<double>& y);

/// A z-score as a check.
Check statistic(const char* id, double z);

}  // namespace proofground::diffusion
