// The sigmoid, its complement, and the slope of tanh, of real and of complex numbers, without overflow or cancellation.
//
//   sigma(z)   = 1 / (1 + e)  or  e / (1 + e),   e = exp(-|z|),  by the sign of z (of its real part)
//   1 - sigma(z) = sigma(-z)                     in double sigma(z) is exactly 1 from z = 37 on: the difference would be 0
//   tanh'(z)   = 4 e / (1 + e)^2,                e = exp(-2 |z|)
//
// Complex numbers are for complex steps: the imaginary part of sigma(z + i h) / h is sigma'(z) to rounding for a tiny h.
#pragma once

#include <cmath>
#include <complex>

namespace proofground::cifg {

template <class Scalar>
struct Sigmoids {
  Scalar of_z, of_minus_z;
};

/// sigma(z) and sigma(-z) = 1 - sigma(z), each with its full relative accuracy.
template <class Scalar>
Sigmoids<Scalar> sigmoids(const Scalar& z) {
  using std::exp, std::real;
  const bool below = real(z) < 0;
  const Scalar e = exp(below ? z : -z);
  const Scalar large = 1.0 / (1.0 + e), small = e / (1.0 + e);
  return below ? Sigmoids<Scalar>{small, large} : Sigmoids<Scalar>{large, small};
}

/// tanh'(z) = 1 - tanh(z)^2, with its full relative accuracy.
template <class Scalar>
Scalar tanh_slope(const Scalar& z) {
  using std::exp, std::real;
  const Scalar e = exp(real(z) < 0 ? 2.0 * z : -2.0 * z);
  return 4.0 * e / ((1.0 + e) * (1.0 + e));
}

/// tanh(z); the complex one of the standard library overflows where |z| is large.
template <class Scalar>
Scalar tanh_of(const Scalar& z) {
  using std::exp, std::real;
  const bool below = real(z) < 0;
  const Scalar e = exp(below ? 2.0 * z : -2.0 * z);
  const Scalar value = (1.0 - e) / (1.0 + e);
  return below ? -value : value;
}
inline double tanh_of(double z) { return std::tanh(z); }

}  // namespace proofground::cifg
