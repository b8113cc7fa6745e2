// The table of problems, in a file of its own: it takes longer to compile than the tests that read it.
#include "svr_claims_problems.h"

namespace proofground::svr::test {

std::vector<Named> problems() {
  return {
      {"rbf", wave(40, 1, rbf(1), 10, 0.1)},
      {"rbf, C large", wave(30, 2, rbf(0.5), 1e5, 0.05)},
      {"rbf, C small", wave(40, 2, rbf(0.5), 1e-3, 0.1)},
      {"rbf, wide apart", wave(30, 2, rbf(1e6), 1, 0.1)},
      {"linear", wave(50, 3, kLinear, 1, 0.2)},
      {"linear, far from the origin", wave(30, 2, kLinear, 1, 0.2, 1e6)},
      {"linear, tiny units", wave(30, 2, kLinear, 1e-9, 0.2, 0, 1e-9)},
      {"linear, huge units", wave(30, 2, kLinear, 1e9, 0.2, 0, 1e9)},
      {"poly 2", wave(30, 2, poly(0.5, 1, 2), 5, 0.1)},
      {"poly 2, homogeneous", wave(30, 3, poly(0.5, 0, 2), 5, 0.1)},
      {"poly 3", wave(30, 1, poly(1, 1, 3), 1, 0.1)},
      {"tie .2", tie(0.2)},
      {"tie .6", tie(0.6)},
      {"all inside", literal({0, 1, 2, 3}, 1, {0, 0.1, -0.1, 0.05}, rbf(1), 1, 0.5)},
      {"constant y", literal({0, 1, 2, 3}, 1, {7, 7, 7, 7}, kLinear, 10, 0.25)},
      {"one point", literal({3, 4}, 2, {5}, rbf(2), 1, 0.125)},
      {"one point at the origin", literal({0}, 1, {5}, kLinear, 1, 0.125)},
      {"two points", literal({-1, 1}, 1, {-1, 1}, kLinear, 10, 0.25)},
      {"two points at the bound", literal({-1, 1}, 1, {-1, 1}, kLinear, 0.125, 0.25)},
      {"duplicates", literal({0, 0, 1, 1, 2, 2}, 1, {0, 0, 1, 1, 0.5, 0.5}, rbf(0.5), 4, 0.25)},
      {"duplicate x, two y", literal({0, 0, 1, 1, 2, 2}, 1, {-1, 1, 0, 1, 0.5, 2}, rbf(0.5), 2, 0.1)},
      {"all x equal", literal({2, 2, 2, 2}, 1, {0, 1, 2, 5}, rbf(1), 1, 0.25)},
      {"all x zero", literal({0, 0}, 1, {0, 3}, kLinear, 1, 0.25)},
      {"range is 2 epsilon", literal({0, 1, 2, 3}, 1, {0, 1, 0, 1}, rbf(0.5), 10, 0.5)},
      {"four on the tube", literal({-2, -1, 0, 1, 2}, 1, {-1.5, -1.5, 0, 1.5, 1.5}, kLinear, 10, 0.5)},
      {"collinear", literal({0, 1, 1, 2, 2, 3, 3, 4}, 2, {0, 1.1, 1.9, 3.2}, kLinear, 5, 0.1)},
      {"thin tube", wave(20, 1, rbf(1), 1, 1e-9)},
      {"sigmoid, indefinite", wave(30, 2, sigmoid(0.5, -1), 1, 0.1)},
      {"sigmoid, conditionally positive", literal({0.5, 0.25, -0.75, 0.5, 0.25, -0.5, -0.25, -0.25, 0.75, 0.75}, 2,
                                                  {0.5, -0.25, 1, 0, -1}, sigmoid(0.5, -1), 2, 0.1)},
  };
}

}  // namespace proofground::svr::test
