// Four floats side by side, and the transcendental functions that a network needs.
//
//   exp(x)        = 2^n (1 + p)        x = n log 2 + r,  |r| <= log(2) / 2,  p = r + r^2 q(r),  q of degree 4
//   sigmoid(x)    = 1 / (1 + exp(-x))
//   sigmoid(|x|)  = 1 / (1 + e)        e = exp(-|x|)
//   sigmoid(-|x|) = e / (1 + e)
//   tanh(|x|)     = -m / (2 + m)       e = exp(-2 |x|),  m = e - 1 = 2^n p + (2^n - 1)
//   tanh'(x)      = 4 e / (2 + m)^2
//
// The 128-bit registers that SSE and WebAssembly share, by the compilers' vector extensions. Only + - * / and sqrt,
// which IEEE 754 rounds exactly and -ffp-contract=off keeps apart: the same bits on every machine. The coefficients of
// q interpolate (exp(r) - 1 - r) / r^2 at the five Chebyshev nodes of the interval, computed in rational arithmetic:
// 1e-8 from exp, relative, before rounding. Nothing is lost to cancellation: not sigmoid(-x) = 1 - sigmoid(x) of a
// large x, nor tanh next to 0, nor the slope of either where it is nearly flat.
//
// Results are never denormal: those slow processors down. No double precision: what is proved uses other functions.
#pragma once

#include <cstdint>
#include <cstring>

namespace proofground::nn {

using f32x4 = float __attribute__((vector_size(16)));
using i32x4 = std::int32_t __attribute__((vector_size(16)));

inline constexpr int kLanes = 4;

inline f32x4 load(const float* from) {
  f32x4 v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
inline void store(float* to, f32x4 v) { std::memcpy(to, &v, sizeof v); }
inline f32x4 splat(float value) { return f32x4{value, value, value, value}; }

/// As (a > b ? a : b), lane by lane. A NaN in a lane of a gives that lane of b.
inline f32x4 max(f32x4 a, f32x4 b) { return a > b ? a : b; }
inline f32x4 min(f32x4 a, f32x4 b) { return a < b ? a : b; }

/// -|x|
inline f32x4 below_zero(f32x4 x) {
  i32x4 bits;
  std::memcpy(&bits, &x, sizeof bits);
  bits |= INT32_MIN;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}
/// |size| with the sign of x.
inline f32x4 with_sign(f32x4 size, f32x4 x) {
  i32x4 bits, sign;
  std::memcpy(&bits, &size, sizeof bits);
  std::memcpy(&sign, &x, sizeof sign);
  bits = (bits & INT32_MAX) | (sign & INT32_MIN);
  std::memcpy(&size, &bits, sizeof size);
  return size;
}

/// exp(x) as power (1 + p).
struct ExpParts {
  f32x4 power;  ///< 2^n
  f32x4 p;      ///< exp(r) - 1
};

/// For |x| <= 80. A NaN stays one.
inline ExpParts exp_parts(f32x4 x) {
  // Adding 1.5 2^23 rounds to an integer and leaves it in the low bits of the sum; with the exponent's bias added in, a
  // shift turns those bits into the float 2^n.
  const f32x4 magic = splat(12582912.0F + 127.0F);
  const f32x4 shifted = x * splat(0x1.715476p+0F) + magic;
  const f32x4 n = shifted - magic;
  // log 2 in two parts: the first has 15 digits, so that its product with n is exact.
  const f32x4 r = (x - n * splat(0x1.62e4p-1F)) - n * splat(0x1.7f7d1cp-20F);
  i32x4 bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  bits <<= 23;
  f32x4 power;
  std::memcpy(&power, &bits, sizeof power);
  const f32x4 r2 = r * r;
  const f32x4 low = splat(0.5F) + r * splat(0x1.5554dep-3F);
  const f32x4 high = splat(0x1.55551ap-5F) + r * splat(0x1.120b62p-7F);
  const f32x4 q = low + r2 * (high + r2 * splat(0x1.6d10fcp-10F));
  return {power, r + r2 * q};
}

/// exp(x) for |x| <= 80, relative error below 2e-7; beyond, the value at the nearer end. A NaN counts as -80.
inline f32x4 exp(f32x4 x) {
  const ExpParts parts = exp_parts(min(max(x, splat(-80.0F)), splat(80.0F)));
  return parts.power * (parts.p + splat(1.0F));
}

inline f32x4 sigmoid(f32x4 x) { return splat(1.0F) / (splat(1.0F) + exp(-x)); }

/// exp(-|x|) as its parts, held at -80. A NaN stays one.
inline ExpParts exp_parts_below_zero(f32x4 x) { return exp_parts(max(splat(-80.0F), below_zero(x))); }

/// sigmoid of x and of -x, relative error below 2.5e-7 each. Of -x it is the same two, swapped. A NaN gives two.
struct Sigmoids {
  f32x4 of_x, of_minus_x;
};
inline Sigmoids sigmoids(f32x4 x) {
  const f32x4 one = splat(1.0F);
  const ExpParts parts = exp_parts_below_zero(x);
  const f32x4 e = parts.power * (parts.p + one);
  const f32x4 large = one / (one + e), small = e * large;
  const i32x4 below = x < splat(0.0F);
  return {below ? small : large, below ? large : small};
}

/// tanh(x) and its slope, relative error below 2.5e-7 and 4e-7. A NaN gives two.
struct TanhSlope {
  f32x4 value, slope;
};
inline TanhSlope tanh_and_slope(f32x4 x) {
  const f32x4 one = splat(1.0F), two = splat(2.0F);
  const ExpParts parts = exp_parts_below_zero(two * x);
  const f32x4 e = parts.power * (parts.p + one), m = parts.power * parts.p + (parts.power - one);
  const f32x4 inverse = one / (two + m), half = two * inverse;
  return {with_sign(m * inverse, x),
          min(one, e * (half * half))};  // next to 0 rounding could make the slope more than 1
}

}  // namespace proofground::nn
