// A training step allocates nothing. Every allocation of the program is counted.
#include <gtest/gtest.h>

#include <cstddef>

#include "counted_allocations.h"
#include "diffusion/trainer.h"

namespace proofground::diffusion {
namespace {

TEST(DiffusionMemory, AStepAllocatesNothing) {
  const Mixture data{{1, 2}, {-1, 0.5, 1, -0.5}, {0.1, 0, 0, 0.1, 0.1, 0, 0, 0.1}, 2};
  for (const int T : {100, 40'000}) {  // embeddings kept, and made when needed
    TrainSettings settings;
    settings.batch = 40;
    settings.loss = Loss::elbo;
    Trainer trainer(data, linear_schedule(T, 1e-4, 0.02), settings);
    (void)trainer.step();
    const std::size_t before = allocations;
    for (int k = 0; k < 10; ++k) (void)trainer.step();
    EXPECT_EQ(allocations, before) << T;
  }
}

TEST(DiffusionMemory, CountsAllocations) {
  const std::size_t before = allocations;
  const TrainSettings settings;
  const Trainer trainer({{1}, {0, 0}, {1, 0, 0, 1}, 2}, linear_schedule(10, 1e-4, 0.02), settings);
  EXPECT_GT(allocations, before);
}

}  // namespace
}  // namespace proofground::diffusion
