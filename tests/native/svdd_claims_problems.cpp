// The table of problems, in a file of its own: it takes longer to compile than the tests that read it.
#include "svdd_claims_problems.h"

namespace proofground::svdd::test {

std::vector<Named> problems() {
  return {
      {"linear", cloud(40, 2, 0.2)},
      {"linear, weighted", cloud(40, 3, 0.3, kLinear, true)},
      {"linear, far from the origin", cloud(30, 2, 0.2, kLinear, false, 1e6)},
      {"linear, tiny units", cloud(30, 2, 0.2, kLinear, false, 0, 1e-9)},
      {"linear, huge units", cloud(30, 2, 0.2, kLinear, false, 0, 1e9)},
      {"linear, many dimensions", cloud(20, 30, 0.2)},
      {"rbf", cloud(40, 2, 0.2, rbf(0.5))},
      {"rbf, weighted", cloud(40, 2, 0.6, rbf(2), true)},
      {"rbf, wide apart", cloud(20, 2, 0.2, rbf(1e6))},
      {"rbf, nearly flat", cloud(20, 2, 0.2, rbf(1e-6))},
      {"poly 2", cloud(30, 2, 0.2, poly(0.5, 1, 2))},
      {"poly 3, weighted", cloud(30, 2, 0.4, poly(0.5, 1, 3), true)},
      {"small nu", cloud(30, 2, 0.001)},
      {"tiny nu", cloud(30, 2, 1e-9)},
      {"nu near the sum", cloud(30, 2, 0.999, kLinear, true)},
      {"nu n an integer", cloud(40, 2, 0.25, rbf(0.5))},
      {"three, ball", three(0.5)},
      {"three, interval", three(2.0 / 3)},
      {"three, interval by a sum", three(1.0 / 3 + 1.0 / 3)},
      {"three, collapsed", three(0.8)},
      {"one point", literal({3, 4}, 2, {1}, 0.5)},
      {"one point at the origin", literal({0}, 1, {2}, 0.5)},
      {"one point, rbf", literal({3, 4}, 2, {1}, 0.5, rbf(1))},
      {"two points", literal({0, 4}, 1, {1, 1}, 0.5)},
      {"two points, one let go", literal({0, 4}, 1, {1, 3}, 2.5)},
      {"all identical", literal({2, 5, 2, 5, 2, 5}, 2, {1, 2, 3}, 2)},
      {"all identical, far", literal({1e6 + 0.1, 1e6 + 0.1}, 1, {1, 1}, 0.5)},
      {"all identical, poly", literal({2, 2, 2}, 1, {1, 1, 1}, 1.5, poly(1, 1, 2))},
      {"duplicates", literal({0, 0, 0, 0, 4, 0, 4, 0, 0, 4}, 2, {1, 1, 1, 1, 1}, 1.5)},
      {"square", literal({1, 1, 1, -1, -1, 1, -1, -1, 0, 0}, 2, {1, 1, 1, 1, 1}, 0.75)},
      {"collinear", literal({0, 0, 1, 1, 2, 2, 5, 5}, 2, {1, 1, 1, 1}, 1.5)},
      {"weights far apart", literal({0, 1, 2, 5}, 1, {1e-9, 1, 1e3, 1}, 2)},
      {"sigmoid, indefinite", cloud(30, 2, 0.3, sigmoid(0.5, -1))},
      {"poly 1, conditionally positive", cloud(20, 2, 0.3, poly(1, -1, 1))},
  };
}

}  // namespace proofground::svdd::test
