// What trainers of networks have in common beside what they remember (train_state.h): how far they go at once, and at what rate.
//
// No stopping rule: a trainer goes as far as it is told, and its losses say what came of it.
#pragma once

#include <vector>

#include "core/require.h"

namespace proofground::nn {

/// @throws InvalidArgument, field learningRate
inline void require_learning_rate(double rate) {
  require(rate >= 1e-8 && rate <= 1, "learningRate", "a number from 1e-8 to 1", rate);
}

/// So many steps. @param trainer has step(), which gives the loss before it @param steps 1..1e6 @return (steps) losses
/// @throws InvalidArgument, field steps
template <class Trainer>
std::vector<double> advance(Trainer& trainer, int steps) {
  require(steps >= 1 && steps <= 1'000'000, "steps", "a whole number from 1 to 1000000", steps);
  std::vector<double> losses(steps);
  for (double& loss : losses) loss = trainer.step();
  return losses;
}

}  // namespace proofground::nn
