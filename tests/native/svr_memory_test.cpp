// A large problem within its limits: n = 20,000, d = 8, RBF, cache of 128 MB. Every allocation of the program is
// counted.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>

#include "bench/workload.h"
#include "svr/svr.h"

namespace {

std::size_t now = 0, peak = 0;

/// Room in front of each block for its size, and for the alignment that operator new promises.
constexpr std::size_t kHeader = alignof(std::max_align_t);

}  // namespace

void* operator new(std::size_t size) {
  auto* block = static_cast<char*>(std::malloc(size + kHeader));
  if (block == nullptr) throw std::bad_alloc();
  *reinterpret_cast<std::size_t*>(block) = size;
  now += size;
  if (now > peak) peak = now;
  return block + kHeader;
}
void* operator new[](std::size_t size) { return operator new(size); }
// The forms that do not throw too: AddressSanitizer has its own, whose blocks have no header.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept { return operator new(size, tag); }
void operator delete(void* pointer) noexcept {
  if (pointer == nullptr) return;
  char* block = static_cast<char*>(pointer) - kHeader;
  now -= *reinterpret_cast<std::size_t*>(block);
  std::free(block);
}
void operator delete[](void* pointer) noexcept { operator delete(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { operator delete(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { operator delete(pointer); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { operator delete(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { operator delete(pointer); }

namespace proofground::svr {
namespace {

TEST(SvrMemory, TwentyThousandPointsStayBelow256MB) {
  const bench::Workload work = bench::make_workload(20'000, 8);
  const Problem problem{.x = work.x, .d = 8, .y = work.y, .kernel = {}, .C = 1, .epsilon = 0.1};
  const std::size_t before = now;
  {
    // Enough iterations to fill the cache (900 rows) several times and to start children; a full fit is for the bench.
    Fit fit(problem, {.max_iterations = 4'000, .cache_bytes = 128e6});
    while (!fit.advance(500)) {
    }
    EXPECT_EQ(fit.solution().report.iterations, 4'000);
  }
  EXPECT_GT(peak - before, std::size_t{64'000'000});  // it did use the cache
  EXPECT_LT(peak, std::size_t{256'000'000});
  EXPECT_EQ(now, before);
}

TEST(SvrMemory, FitsLeaveNothingBehind) {
  const bench::Workload work = bench::make_workload(30, 1);
  const Problem problem{.x = work.x, .d = 1, .y = work.y, .kernel = {}, .C = 10, .epsilon = 0.1};
  (void)fit(problem);
  const std::size_t before = now;
  for (int k = 0; k < 100; ++k) (void)fit(problem);
  EXPECT_EQ(now, before);
}

}  // namespace
}  // namespace proofground::svr
