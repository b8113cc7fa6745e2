#include "core/rng.h"

#include <bit>
#include <cmath>

#include "core/require.h"

namespace proofground {

namespace {

/// One step of splitmix64 (Steele, Lea and Flood 2014): spreads nearby seeds over the whole state.
std::uint64_t splitmix64(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

}  // namespace

Rng::Rng(std::uint64_t seed) : state_{} {
  for (auto& word : state_) word = splitmix64(seed);
}

Rng::Rng(const State& state) : state_(state.words), spare_(state.spare), has_spare_(state.has_spare) {
  std::uint64_t any = 0;
  for (const std::uint64_t word : state_) any |= word;
  require(any != 0, "state", "words that are not all 0", 0);
  require(std::abs(spare_) < 20, "state", "a spare of less than 20 in size", spare_);
}

std::uint64_t Rng::bits() {
  const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Rng::uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

double Rng::uniform(double low, double high) { return low + (high - low) * uniform(); }

int Rng::below(int count) {
  // The upper 32 bits, rejecting the incomplete last block of the range, which would favour small results.
  const auto range = static_cast<std::uint32_t>(count);
  const std::uint32_t reject_below = (0u - range) % range;
  std::uint32_t draw = 0;
  do draw = static_cast<std::uint32_t>(bits() >> 32);
  while (draw < reject_below);
  return static_cast<int>(draw % range);
}

double Rng::normal() {
  if (has_spare_) {
    has_spare_ = false;
    return spare_;
  }
  double u = 0, v = 0, s = 0;
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    s = u * u + v * v;
  } while (s >= 1 || s == 0);
  const double factor = std::sqrt(-2 * portable_log(s) / s);
  spare_ = v * factor;
  has_spare_ = true;
  return u * factor;
}

double portable_log(double x) {
  // x = 2^e m with m in [sqrt(1/2), sqrt(2)), log x = e log 2 + 2 artanh z, z = (m - 1) / (m + 1), |z| < 0.172: eleven
  // terms of the odd series leave z^23/23 < 2e-19.
  const auto pattern = std::bit_cast<std::uint64_t>(x);
  auto exponent = static_cast<int>(pattern >> 52) - 1023;
  double m = std::bit_cast<double>((pattern & 0x000fffffffffffffu) | 0x3ff0000000000000u);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  const double z = (m - 1) / (m + 1);
  const double q = z * z;
  double series = 0;
  for (int k = 21; k >= 3; k -= 2) series = (series + 1.0 / k) * q;
  // log 2 in two parts: the first has 16 trailing zero bits, so that its product with the exponent is exact.
  constexpr double kLog2High = 0x1.62e42fefap-1, kLog2Low = 0x1.cf79abc9e3b39p-40;
  return exponent * kLog2High + (exponent * kLog2Low + 2 * (z + z * series));
}

}  // namespace proofground
