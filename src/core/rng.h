// Random numbers that are the same on every platform: one seed gives one picture, natively and in the browser.
//
//   generator  xoshiro256++ (Blackman and Vigna 2021), its state filled by splitmix64 from the seed
//   uniform    the upper 53 bits times 2^-53: [0, 1)
//   normal     Marsaglia's polar method (1964), with a logarithm of our own
//
// The standard library's distributions are not used: they differ between implementations. Neither is its log: only
// + - * / and sqrt, which IEEE 754 rounds exactly, so that the same seed gives the same bits. Not for cryptography.
#pragma once

#include <array>
#include <cstdint>

namespace proofground {

class Rng {
 public:
  explicit Rng(std::uint64_t seed);

  /// The whole state of the generator, to continue from later.
  struct State {
    std::array<std::uint64_t, 4> words{};
    double spare = 0;  ///< the second of a pair of normal draws
    bool has_spare = false;
    bool operator==(const State&) const = default;
  };
  [[nodiscard]] State state() const { return {state_, spare_, has_spare_}; }
  /// @throws InvalidArgument  words that are all 0 (then every draw is 0), or a spare that no normal draw can be; field
  /// state
  explicit Rng(const State& state);

  /// 64 random bits.
  std::uint64_t bits();
  /// Uniform on [0, 1), a multiple of 2^-53.
  double uniform();
  /// Uniform on [low, high): low + (high - low) uniform(). The upper end can be reached by rounding.
  double uniform(double low, double high);
  /// Uniform on {0, ..., count - 1}, without bias. @param count >= 1
  int below(int count);
  /// Standard normal. Draws come in pairs: the second one is kept for the next call.
  double normal();

 private:
  std::array<std::uint64_t, 4> state_;
  double spare_ = 0;
  bool has_spare_ = false;
};

/// Generator number `index` of a seed: each is a stream of its own, and number 0 is Rng(seed).
inline Rng stream(std::uint64_t seed, std::uint64_t index) { return Rng(seed + index * 0xd1342543de82ef95u); }

/// Natural logarithm of x in (0, infinity), normal numbers only, from exactly rounded operations: the same bits
/// everywhere. Relative error below 4e-16 away from x = 1, absolute error below 1e-17 next to it.
double portable_log(double x);

}  // namespace proofground
