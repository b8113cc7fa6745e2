// Sine and cosine from exactly rounded operations: the same bits everywhere, which the standard library's are not.
//
//   x = n pi/2 + r,  |r| <= pi/4;  Taylor's polynomials of degree 15 and 16 at r; n mod 4 chooses which, and the sign
#pragma once

namespace proofground::nn {

struct SineCosine {
  double sine = 0, cosine = 1;
};

/// @param x |x| <= 1e6. Absolute error below 1e-14 up to 1e4, below 1e-12 up to 1e6.
SineCosine sine_cosine(double x);

}  // namespace proofground::nn
