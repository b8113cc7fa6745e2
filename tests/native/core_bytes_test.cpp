// Saved states: what is written is read back; what is damaged, cut or hostile is refused by name.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/bytes.h"
#include "core/require.h"
#include "core/rng.h"

namespace proofground {
namespace {

constexpr std::array<char, 4> kTag{'T', 'E', 'S', 'T'};

std::vector<std::uint8_t> written() {
  ByteWriter out(kTag, 3);
  out.value(std::int32_t{-7});
  out.value(0.1);
  out.floats({1, 2.5F});
  return out.finish();
}

TEST(CoreBytes, RoundTrip) {
  const auto bytes = written();
  ByteReader in(bytes, kTag, 3, "saved");
  EXPECT_EQ(in.value<std::int32_t>(), -7);
  EXPECT_EQ(in.value<double>(), 0.1);
  std::vector<float> floats(2);
  in.floats(floats);
  EXPECT_EQ(floats, (std::vector<float>{1, 2.5F}));
  EXPECT_NO_THROW(in.finish());
  EXPECT_THROW((void)in.value<std::uint8_t>(), InvalidArgument);
}

TEST(CoreBytes, RefusesWhatIsNotWhole) {
  const auto bytes = written();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::vector<std::uint8_t> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_THROW(ByteReader(cut, kTag, 3, "saved"), InvalidArgument) << size;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto damaged = bytes;
    damaged[i] ^= 1;
    try {
      const ByteReader in(damaged, kTag, 3, "saved");
      ADD_FAILURE() << i;
    } catch (const InvalidArgument& error) {
      EXPECT_EQ(error.field(), "saved");
    }
  }
  EXPECT_THROW(ByteReader(bytes, {'T', 'E', 'S', 'X'}, 3, "saved"), InvalidArgument);
  EXPECT_THROW(ByteReader(bytes, kTag, 2, "saved"), InvalidArgument);
  const ByteReader in(bytes, kTag, 3, "saved");
  EXPECT_THROW(in.finish(), InvalidArgument);
}

TEST(CoreBytes, RefusesNumbersThatAreNotFinite) {
  for (const float bad : {std::numeric_limits<float>::infinity(), std::nanf("")}) {
    ByteWriter out(kTag, 1);
    out.floats({1, bad});
    const auto bytes = out.finish();
    ByteReader in(bytes, kTag, 1, "saved");
    std::vector<float> floats(2);
    EXPECT_THROW(in.floats(floats), InvalidArgument);
  }
}

TEST(CoreRng, GoesOnFromAState) {
  Rng rng(4);
  (void)rng.normal();  // one of the pair is kept
  Rng other(rng.state());
  EXPECT_EQ(other.state(), rng.state());
  for (int i = 0; i < 5; ++i) EXPECT_EQ(other.normal(), rng.normal());
  EXPECT_THROW(Rng(Rng::State{}), InvalidArgument);  // words all 0
  EXPECT_THROW(Rng(Rng::State{{1, 2, 3, 4}, std::nan(""), true}), InvalidArgument);
}

TEST(CoreRng, StreamsDiffer) {
  Rng zero = stream(9, 0), plain(9), one = stream(9, 1), two = stream(9, 2);
  const std::uint64_t first = zero.bits();
  EXPECT_EQ(first, plain.bits());
  const std::uint64_t second = one.bits(), third = two.bits();
  EXPECT_NE(first, second);
  EXPECT_NE(second, third);
  EXPECT_NE(zero.bits(), second);  // not the same words, moved by one
}

}  // namespace
}  // namespace proofground
