#include "nn/sine.h"

namespace proofground::nn {

SineCosine sine_cosine(double x) {
  // Adding 1.5 2^52 rounds to an integer.
  constexpr double kMagic = 6755399441055744.0;
  const double n = (x * 0x1.45f306dc9c883p-1 + kMagic) - kMagic;
  // pi / 2 in two parts: the first has 33 digits, so that its product with n is exact.
  const double r = (x - n * 0x1.921fb544p+0) - n * 0x1.0b4611a626331p-34;
  const double r2 = r * r;
  double s = 0, c = 0;
  for (int k = 14; k >= 2; k -= 2) {
    s = (1 - s) * (r2 * (1.0 / ((k + 1) * k)));
    c = (1 - c) * (r2 * (1.0 / (k * (k - 1))));
  }
  const double sine = r * (1 - s), cosine = 1 - c;
  switch (static_cast<int>(n) & 3) {
    case 0:
      return {sine, cosine};
    case 1:
      return {cosine, -sine};
    case 2:
      return {-sine, -cosine};
    default:
      return {-cosine, sine};
  }
}

}  // namespace proofground::nn
