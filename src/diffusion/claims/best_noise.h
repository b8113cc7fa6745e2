// Whether a function is the best predictor of the noise, eps* = E[eps | x_t]: part of claim 4c, whose header lists the checks.
//
// eps* is the only function whose error is orthogonal to every function of x_t. Some of those are tried here, at draws of (x_0, eps); and
// as eps* = -sqrt(1 - alpha_bar_t) grad log q(x_t), it is compared with the density.
#pragma once

#include <functional>
#include <vector>

#include "core/check.h"
#include "core/rng.h"
#include "diffusion/mixture.h"

namespace proofground::diffusion {

/// A prediction of eps at n places. The eps that it is to predict is there for the mistake that knows it.
/// @param x, eps (n x d) @return (n x d)
using NoiseGuess = std::function<std::vector<double>(const std::vector<double>& x, const std::vector<double>& eps)>;

/// What was measured of a function f that is claimed to be eps*.
struct BestNoise {
  std::vector<Check> checks;       ///< orthogonal, score, floor and, where there is a grid, floor-grid
  double error = 0, error_se = 0;  ///< E|eps - f|^2 by draws, and its standard error
  double best_error = 0;           ///< that of -sqrt(1 - alpha_bar) score at the same draws
  /// d - (1 - alpha_bar) E|score|^2 by the grid, or else E|eps + sqrt(1 - alpha_bar) score|^2 by the same draws.
  double floor = 0;
  std::vector<double> x, f, best;  ///< (n x d) the first places, f there, and -sqrt(1 - alpha_bar) score
  double difference = 0;           ///< of f and the last, as in the check score
};

/// @param alpha_bar, noise of the step, noise = 1 - alpha_bar > 0
BestNoise check_best_noise(const Mixture& data, double alpha_bar, double noise, const NoiseGuess& f, Rng& rng);

}  // namespace proofground::diffusion
