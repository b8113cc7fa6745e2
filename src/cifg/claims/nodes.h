// The derivative of the loss at every intermediate, by complex steps.
#pragma once

#include <array>
#include <vector>

#include "cifg/claims/recomputed.h"

namespace proofground::cifg {

inline constexpr std::size_t kNodes = 8;

/// (T batch x dh) each, in the order of Node.
using NodeDerivatives = std::array<std::vector<Derivative>, kNodes>;
NodeDerivatives node_derivatives(const Problem<double>& problem, const States<double>& states);

/// The lists of deltas in the order of Node.
std::array<std::vector<double>*, kNodes> lists_of(Deltas<double>& deltas);
std::array<const std::vector<double>*, kNodes> lists_of(const Deltas<double>& deltas);

/// How far rounding may move the loss: at every node by what is added up there.
double rounding_of_loss(const Problem<double>& problem, const States<double>& states);

}  // namespace proofground::cifg
