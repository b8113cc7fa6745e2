// A training step allocates nothing. Every allocation of the program is counted.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>

#include "diffusion/trainer.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  void* block = std::malloc(size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept { return operator new(size, tag); }
void operator delete(void* pointer) noexcept { std::free(pointer); }
void operator delete[](void* pointer) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { std::free(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { std::free(pointer); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { std::free(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { std::free(pointer); }

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
