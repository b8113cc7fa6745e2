// Sine and cosine from exactly rounded operations: the same bits everywhere, which the standard library's are not.
//
//   x        = n pi/2 + r,  |r| <= pi/4
//   sin r    Taylor's polynomial of degree 15
//   cos r    Taylor's polynomial of degree 16
//   n mod 4  chooses which is the sine of x, and the signs
//
// Not for angles above 1e6.
#pragma once

namespace proofground::nn {

struct SineCosine {
  double sine = 0, cosine = 1;
};

/// @param x |x| <= 1e6. Absolute error below 1e-14 up to 1e4, below 1e-12 up to 1e6.
SineCosine sine_cosine(double x);

}  // namespace proofground::nn
