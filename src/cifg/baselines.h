// Naive predictors, which a network has to beat: on the same held-out values, in the same units.
//
//   mean            always the mean: 1 for "adding", 0 for "copy", that of the training part for own sequences
//   last            v_{j - horizon}
//   drift           v_{j - horizon} + horizon (v_{k-1} - v_0) / (k - 1): the mean change per step of the training part v_0 .. v_{k-1}
//   seasonal        v_{j - m season}, the least m for which it is known: m season >= horizon
//   autoregression  a_0 + sum over i < window of a_i v_{j - horizon - i}: sees as much as the network; a minimises the squared errors on
//                   the training part, and |a| where that leaves a choice (values standardised, the intercept apart): least_squares.h
//
// Each is found on the training part alone; the forecast of v_j uses all values up to v_{j - horizon}.
//
// Source: Hyndman and Athanasopoulos, "Forecasting: principles and practice" (2021), sections 5.2 and 9.3.
//
// No seasonal differences, no choice of the order, no error bars.
#pragma once

#include <string>
#include <vector>

#include "cifg/tasks.h"

namespace proofground::cifg {

struct Baseline {
  std::string name;
  double error = 0;                ///< held_out_error()
  std::vector<double> prediction;  ///< (m) for HeldOut::truth
};

/// "last", "drift", "seasonal" where there is a season, and "autoregression" for a series; "mean" for anything else.
/// @param task made of spec
std::vector<Baseline> baselines(const TaskSpec& spec, const Task& task);

/// (window + 1) a_0, and a_i of v_{j - horizon - i}, in the units of the values.
std::vector<double> autoregression(const SplitSeries& split);

}  // namespace proofground::cifg
