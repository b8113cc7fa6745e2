// A training step allocates nothing. Every allocation of the program is counted.
#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "cifg/network.h"
#include "cifg/trainer.h"
#include "counted_allocations.h"
#include "nn/adam.h"
#include "nn/clip.h"

namespace proofground::cifg {
namespace {

Sequences sequences_of(int T, int batch, int dx) {
  const auto rows = static_cast<std::size_t>(T) * batch;
  return {T, batch, std::vector<float>(rows * dx, 0.5F), std::vector<float>(rows, 1), std::vector<float>(rows, 0.1F)};
}

TEST(CifgMemory, AStepAllocatesNothing) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    const Network network({cell, 3, 20});
    std::vector<float> parameters(network.size()), gradient(network.size());
    Rng rng(1);
    network.initialise(rng, 1, parameters.data());
    const Sequences sequences = sequences_of(9, 5, 3);
    NetworkTape tape(network, 9, 5, Keep::shown);
    nn::Adam adam(network.size());
    std::vector<float> h(20);
    const std::size_t before = allocations;
    for (int k = 0; k < 10; ++k) {
      tape.set(sequences);
      network.forward(parameters.data(), tape);
      (void)network.loss(tape);
      network.backward(parameters.data(), tape, k, gradient.data());
      (void)nn::clip(gradient.data(), gradient.size(), 0.01);
      adam.step(1e-2, gradient.data(), parameters.data());
      tape.copy(Shown::h, k % 9, k % 5, h.data());
    }
    EXPECT_EQ(allocations, before);
  }
}

TEST(CifgMemory, AStepOfTheTrainerAllocatesNothing) {
  Series series;
  for (int j = 0; j < 60; ++j) series.values.push_back(j % 7);
  series.window = 12;
  for (const TaskSpec& spec : {TaskSpec{Adding{20}}, TaskSpec{Copy{20, 5}}, TaskSpec{series}}) {
    const TrainSettings settings;
    Trainer trainer(make_task(spec, settings.seed), settings);
    (void)trainer.step();
    const std::size_t before = allocations;
    for (int k = 0; k < 10; ++k) (void)trainer.step();
    EXPECT_EQ(allocations, before);
  }
}

TEST(CifgMemory, CountsAllocations) {
  const std::size_t before = allocations;
  const NetworkTape tape(Network({CellKind::cifg, 1, 1}), 1, 1);
  EXPECT_GT(allocations, before);
}

}  // namespace
}  // namespace proofground::cifg
