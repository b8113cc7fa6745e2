// A training step of images allocates nothing. Every allocation of the program is counted.
#include <gtest/gtest.h>

#include <cstddef>

#include "counted_allocations.h"
#include "digits/trainer.h"

namespace proofground::digits {
namespace {

TEST(DigitsMemory, AStepAllocatesNothing) {
  TrainSettings settings;
  settings.shape = {4, 2, 8, 20, 2};
  settings.batch = 40;
  const std::size_t none = allocations;
  Trainer trainer({{1, 0, 0, 1, 0, 1, 1, 0}, {0, 1}}, diffusion::constant_schedule(30, 0.1), settings);
  EXPECT_GT(allocations, none);  // they are counted
  (void)trainer.step();
  const std::size_t before = allocations;
  for (int k = 0; k < 10; ++k) (void)trainer.step();
  EXPECT_EQ(allocations, before);
}

}  // namespace
}  // namespace proofground::digits
