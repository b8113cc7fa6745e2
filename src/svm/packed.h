// Two doubles side by side: the 128-bit registers that SSE2 and WebAssembly share.
//
// Written once with the compilers' vector extensions, which become SSE on x86, v128 in WebAssembly with -msimd128 and
// plain scalar code without either. Every lane computes exactly what a scalar double would (+ - * / are rounded the
// same and never fused: -ffp-contract=off), so a result does not depend on a point's position in a row.
#pragma once

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

/// The two parts of exp(x) for x <= 0: exp(x) = 2^n (1 + t), t = expm1(r), x = n log 2 + r, |r| <= log(2) / 2.
struct ExpParts {
  f64x2 scale;  ///< 2^n
  f64x2 t;      ///< expm1(r)
};

/// @param x <= 0. Below -708 the answer is that of -708, 3e-308: no denormals, and 0 for every use made of it here.
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

/// exp(x), x <= 0. Relative error below 4e-16 down to -708.
inline f64x2 exp_nonpositive(f64x2 x) {
  const ExpParts e = exp_parts(x);
  return e.scale + e.scale * e.t;
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
