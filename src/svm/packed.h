// Two doubles side by side: the 128-bit registers that SSE2 and WebAssembly have in common.
//
// Written once with the compilers' vector extensions, which become SSE on x86, v128 in WebAssembly with -msimd128 and
// plain scalar code without either. Every lane computes exactly what a scalar double would (+ - * / are rounded the
// same and never fused: -ffp-contract=off), so a result does not depend on a point's position in a row.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

namespace proofground::packed {

using f64x2 = double __attribute__((vector_size(16)));
using i64x2 = std::int64_t __attribute__((vector_size(16)));

/// Arrays that packed code walks over are padded to a multiple of this many doubles: one 64-byte cache line.
inline constexpr int kLanes = 2, kBlock = 8;
constexpr int padded(int count) { return (count + kBlock - 1) / kBlock * kBlock; }

inline f64x2 load(const double* from) {
  f64x2 v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
inline void store(double* to, f64x2 v) { std::memcpy(to, &v, sizeof v); }
inline f64x2 both(double value) { return f64x2{value, value}; }

/// As (a > b ? a : b), lane by lane: one instruction on both machines. A NaN in a lane of a gives that lane of b.
inline f64x2 max(f64x2 a, f64x2 b) { return a > b ? a : b; }
inline f64x2 min(f64x2 a, f64x2 b) { return a < b ? a : b; }
inline double max_lane(f64x2 v) { return v[0] > v[1] ? v[0] : v[1]; }
inline double min_lane(f64x2 v) { return v[0] < v[1] ? v[0] : v[1]; }

/// The two parts of exp(x) for x <= 0.
///   x      = n log 2 + r,   |r| <= log(2) / 2
///   exp(x) = 2^n (1 + t),   t = expm1(r)
struct ExpParts {
  f64x2 scale;  ///< 2^n
  f64x2 t;      ///< expm1(r)
};

/// @param x <= 0. Below -708 the result is that of -708, 3e-308: no denormals, and as good as 0 for every use here.
inline ExpParts exp_parts(f64x2 x) {
  x = max(x, both(-708.0));
  // Adding 1.5 2^52 rounds to an integer and leaves it in the low bits of the sum; with the exponent's bias added in, a
  // shift turns those bits into the double 2^n.
  const f64x2 magic = both(6755399441055744.0 + 1023.0);
  const f64x2 shifted = x * both(0x1.71547652b82fep+0) + magic;
  const f64x2 n = shifted - magic;
  const f64x2 r = (x - n * both(0x1.62e42fefap-1)) - n * both(0x1.cf79abc9e3b39p-40);
  i64x2 bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  bits <<= 52;
  f64x2 scale;
  std::memcpy(&scale, &bits, sizeof scale);
  // expm1(r) / r: interpolated at the 11 Chebyshev nodes of the interval in 50 digits, relative error 2.5e-17 before
  // rounding. In pairs of terms (Estrin), for short chains of dependent operations.
  const f64x2 r2 = r * r, r4 = r2 * r2;
  const f64x2 q01 = both(0x1.0p+0) + r * both(0x1.0000000000005p-1);
  const f64x2 q23 = both(0x1.5555555555557p-3) + r * both(0x1.5555555552079p-5);
  const f64x2 q45 = both(0x1.11111111100cep-7) + r * both(0x1.6c16c17f52666p-10);
  const f64x2 q67 = both(0x1.a01a01abef415p-13) + r * both(0x1.a019a63bb0bc2p-16);
  const f64x2 q89 = both(0x1.71de021a90822p-19) + r * both(0x1.28a2f14d67e43p-22);
  const f64x2 high = (q45 + r2 * q67) + r4 * (q89 + r2 * both(0x1.af4e196027428p-26));
  return {scale, r * ((q01 + r2 * q23) + r4 * high)};
}

/// Bits of the double nearest to 2^(j/64), less j << 46: with n << 46 added, n = 64 k + j, they are those of 2^(n/64).
alignas(64) inline constexpr std::array<std::int64_t, 64> kPowers = {
    0x3ff0000000000000, 0x3fefec9a3e778061, 0x3fefd9b0d3158574, 0x3fefc74518759bc8, 0x3fefb5586cf9890f,
    0x3fefa3ec32d3d1a2, 0x3fef9301d0125b51, 0x3fef829aaea92de0, 0x3fef72b83c7d517b, 0x3fef635beb6fcb75,
    0x3fef54873168b9aa, 0x3fef463b88628cd6, 0x3fef387a6e756238, 0x3fef2b4565e27cdd, 0x3fef1e9df51fdee1,
    0x3fef1285a6e4030b, 0x3fef06fe0a31b715, 0x3feefc08b26416ff, 0x3feef1a7373aa9cb, 0x3feee7db34e59ff7,
    0x3feedea64c123422, 0x3feed60a21f72e2a, 0x3feece086061892d, 0x3feec6a2b5c13cd0, 0x3feebfdad5362a27,
    0x3feeb9b2769d2ca7, 0x3feeb42b569d4f82, 0x3feeaf4736b527da, 0x3feeab07dd485429, 0x3feea76f15ad2148,
    0x3feea47eb03a5585, 0x3feea23882552225, 0x3feea09e667f3bcd, 0x3fee9fb23c651a2f, 0x3fee9f75e8ec5f74,
    0x3fee9feb564267c9, 0x3feea11473eb0187, 0x3feea2f336cf4e62, 0x3feea589994cce13, 0x3feea8d99b4492ed,
    0x3feeace5422aa0db, 0x3feeb1ae99157736, 0x3feeb737b0cdc5e5, 0x3feebd829fde4e50, 0x3feec49182a3f090,
    0x3feecc667b5de565, 0x3feed503b23e255d, 0x3feede6b5579fdbf, 0x3feee89f995ad3ad, 0x3feef3a2b84f15fb,
    0x3feeff76f2fb5e47, 0x3fef0c1e904bc1d2, 0x3fef199bdd85529c, 0x3fef27f12e57d14b, 0x3fef3720dcef9069,
    0x3fef472d4a07897c, 0x3fef5818dcfba487, 0x3fef69e603db3285, 0x3fef7c97337b9b5f, 0x3fef902ee78b3ff6,
    0x3fefa4afa2a490da, 0x3fefba1bee615a27, 0x3fefd0765b6e4540, 0x3fefe7c1819e90d8};

/// exp(x), x <= 0. Relative error below 4e-16; below -708 the result is that of -708, 3e-308. Kernel rows spend their
/// time here.
///   x      = n log(2) / 64 + r,   |r| <= log(2) / 128
///   exp(x) = 2^(n/64) exp(r)                              2^(n/64) from a table
/// For this r a polynomial of half the degree of that in exp_parts is enough, with half the constants in registers.
inline f64x2 exp_nonpositive(f64x2 x) {
  x = max(x, both(-708.0));
  const f64x2 magic = both(6755399441055744.0);  // 1.5 2^52: rounds to an integer, and leaves it in the low bits
  const f64x2 shifted = x * both(0x1.71547652b82fep+6) + magic;
  const f64x2 n = shifted - magic;
  const f64x2 r = (x - n * both(0x1.62e42fefp-7)) - n * both(0x1.473de6af278edp-40);
  i64x2 bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  bits = (bits << 46) + i64x2{kPowers[bits[0] & 63], kPowers[bits[1] & 63]};
  f64x2 scale;
  std::memcpy(&scale, &bits, sizeof scale);
  // expm1(r) / r: interpolated at the 5 Chebyshev nodes of the interval in 50 digits, relative error 2.2e-18 in exp(r).
  const f64x2 r2 = r * r;
  const f64x2 low = both(1.0) + r * both(0x1.fffffffffe5bcp-2);
  const f64x2 high = (both(0x1.5555555554dd4p-3) + r * both(0x1.555570aa70efbp-5)) + r2 * both(0x1.111120af6a0f2p-7);
  return scale + scale * (r * (low + r2 * high));
}

/// tanh(x). Relative error below 1e-15 everywhere, next to 0 as well: (1 - exp(-2|x|)) there is taken from expm1.
inline f64x2 tanh(f64x2 x) {
  const f64x2 zero = both(0.0);
  const f64x2 magnitude = x < zero ? -x : x;
  const ExpParts e = exp_parts(both(-2.0) * magnitude);
  const f64x2 expm1 = e.scale * e.t + (e.scale - both(1.0));
  const f64x2 result = -expm1 / (both(2.0) + expm1);
  return x < zero ? -result : result;
}

/// base^degree by squaring, the same sequence of products for both lanes. @param degree >= 1
inline f64x2 power(f64x2 base, int degree) {
  f64x2 result = both(1.0);
  for (int rest = degree; rest > 0; rest >>= 1) {
    if (rest & 1) result *= base;
    base *= base;
  }
  return result;
}

}  // namespace proofground::packed
