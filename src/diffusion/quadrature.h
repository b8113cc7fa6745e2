// Averages over q(x_t) of a mixture, by the trapezoidal rule.
//
//   E g(x_t) = integral q(x_t) g(x_t) dx_t    over the components' means +- 10 standard deviations
//
// For smooth integrands that vanish at both ends the error falls faster than any power of the spacing. The spacing is a
// sixteenth of the smallest standard deviation, which leaves rounding errors only. In one dimension the line is cut
// where no component has mass, so sharp and distant points cost no more than blunt ones. In two it is the rectangle
// around all components.
//
// Not for higher dimensions.
#pragma once

#include <functional>

#include "diffusion/mixture.h"

namespace proofground::diffusion {

/// g at m points. @param x (m x d)  @param at Oracle::denoise of these x  @return (m)
using Integrand = std::function<std::vector<double>(const std::vector<double>& x, const Denoised& at)>;

/// How many points the grid has: what expected() costs, times the number of components.
double grid_size(const Oracle& oracle, double alpha_bar, double noise);

/// E over q(x_t) of g. @throws InvalidArgument  d above 2, a grid_size above 1e7, and as Oracle::denoise
double expected(const Oracle& oracle, double alpha_bar, double noise, const Integrand& g);

/// v_t = E trace Cov[x_0 | x_t]: the squared error of E[x_0 | x_t], the least of all predictors of x_0.
double expected_x0_variance(const Oracle& oracle, const Step& step);

/// The Bayes error E|eps - eps*|^2 = alpha_bar_t / (1 - alpha_bar_t) v_t: the least of all predictors of eps.
double bayes_error(const Oracle& oracle, const Step& step);

}  // namespace proofground::diffusion
