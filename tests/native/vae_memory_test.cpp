// A training step of a VAE allocates nothing. Every allocation of the program is counted.
#include <gtest/gtest.h>

#include <cstddef>

#include "counted_allocations.h"
#include "vae/trainer.h"

namespace proofground::vae {
namespace {

TEST(VaeMemory, AStepAllocatesNothing) {
  for (const Likelihood likelihood : {Likelihood::bernoulli, Likelihood::gaussian}) {
    for (const int classes : {0, 3}) {
      TrainSettings settings;
      settings.shape = {5, 2, 12, 2, classes, likelihood, 1};
      settings.batch = 9;
      TrainData data{std::vector<double>(20, 0.25), classes == 0 ? std::vector<int>() : std::vector<int>{0, 1, 2, 0}};
      Trainer trainer(data, settings);
      (void)trainer.step();
      const std::size_t before = allocations;
      for (int k = 0; k < 10; ++k) (void)trainer.step();
      EXPECT_EQ(allocations, before);
    }
  }
}

TEST(VaeMemory, CountsAllocations) {
  Rng rng(1);
  const std::size_t before = allocations;
  const Network network({1, 1, 1, 1, 0, Likelihood::bernoulli, 1}, rng);
  EXPECT_GT(allocations, before);
}

}  // namespace
}  // namespace proofground::vae
