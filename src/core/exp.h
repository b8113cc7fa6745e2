// exp(x) for x <= 0, from + - * and shifts alone: a compiler turns a loop of it into SIMD, and the bits are the same
// everywhere.
//
//   x      = k ln 2 + r,   |r| <= ln 2 / 2
//   exp(x) = 2^k sum_{j <= 12} r^j / j!
//
// The tail of the series is below 2e-16; with rounding the relative error is below 5e-16. Below kLeastExponent the
// result would soon be denormal, which is slow, and is 0.
//
// Not for x above 0, nor for NaN.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace proofground {

inline constexpr double kLeastExponent = -708;

inline double exp_below_zero(double x) {
  constexpr double kLog2e = 0x1.71547652b82fep0, kLn2High = 0x1.62e42feep-1, kLn2Low = 0x1.a39ef35793c76p-33;
  constexpr double kWhole = 0x1.8p52;  // adding it rounds to an integer
  const double clamped = x < kLeastExponent ? kLeastExponent : x;
  const double shifted = clamped * kLog2e + kWhole, k = shifted - kWhole;
  const double r = (clamped - k * kLn2High) - k * kLn2Low;
  double sum = 1.0 / 479001600;
  sum = sum * r + 1.0 / 39916800;
  sum = sum * r + 1.0 / 3628800;
  sum = sum * r + 1.0 / 362880;
  sum = sum * r + 1.0 / 40320;
  sum = sum * r + 1.0 / 5040;
  sum = sum * r + 1.0 / 720;
  sum = sum * r + 1.0 / 120;
  sum = sum * r + 1.0 / 24;
  sum = sum * r + 1.0 / 6;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  sum = sum * r + 1;
  // The lowest bits of shifted are k: 2^k is added to the exponent.
  const auto bits = std::bit_cast<std::uint64_t>(sum) + (std::bit_cast<std::uint64_t>(shifted) << 52);
  return x < kLeastExponent ? 0 : std::bit_cast<double>(bits);
}

/// The same for count numbers, in place.
inline void exp_below_zero(double* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) values[i] = exp_below_zero(values[i]);
}

}  // namespace proofground
