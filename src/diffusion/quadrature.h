// Means over q(x_t) of a mixture, by the trapezoidal rule: for smooth integrands that vanish at both ends its error
// falls faster than any power of the spacing, and a sixteenth of the smallest standard deviation leaves rounding only.
//
//   E q(x_t) g(x_t) = integral q(x_t) g(x_t) dx_t,  over the components' means +- 10 standard deviations
//
// In one dimension the line is cut where no component has mass, so that sharp and distant points cost no more than
// blunt ones. In two it is the rectangle around all of it. Not for higher dimensions.
#pragma once

#include <functional>

#include "diffusion/mixture.h"

namespace proofground::diffusion {

/// What is averaged: a function of the oracle's answer at m points. @return (m)
using Integrand = std::function<std::vector<double>(const std::vector<double>& x, const Denoised& at)>;

/// How many points the grid has: what expected() costs, times the number of components.
double grid_size(const Oracle& oracle, double alpha_bar, double noise);

/// E over q(x_t) of g. /// @throws InvalidArgument  d above 2, a grid_size above 1e7, and as Oracle::denoise
double expected(const Oracle& oracle, double alpha_bar, double noise, const Integrand& g);

/// E over q(x_t) of the trace of Cov[x_0 | x_t]: the error of E[x_0 | x_t], which no predictor of x_0 undercuts.
double expected_x0_variance(const Oracle& oracle, const Step& step);

/// E|eps - eps*|^2 = alpha_bar / (1 - alpha_bar) times that: the floor of every noise predictor's error.
double bayes_error(const Oracle& oracle, const Step& step);

}  // namespace proofground::diffusion
