// A sum of many numbers of both signs, which may be far smaller than they are.
//
// Source: Neumaier, Zeitschrift fuer angewandte Mathematik und Mechanik 54 (1974).
#pragma once

#include <cmath>
#include <vector>

namespace proofground {

/// With an error of two roundings of the sum itself, and n^2 2^-106 of the terms', where adding up has n 2^-53 of the terms'.
inline double exact_sum(const std::vector<double>& values) {
  double sum = 0, lost = 0;
  for (const double value : values) {
    const double next = sum + value;
    lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return sum + lost;
}

}  // namespace proofground
