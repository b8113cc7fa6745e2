// Places that a picture samples, from the fields of a request.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "wasm/core/boundary.h"

namespace proofground::border {

/// `samples` numbers from `from` to `to`, both ends exactly.
inline std::vector<double> spaced(double from, double to, int samples) {
  std::vector<double> values;
  for (int i = 0; i < samples; ++i) {
    const double part = static_cast<double>(i) / (samples - 1);
    values.push_back((1 - part) * from + part * to);
  }
  return values;
}

/// The ends of a window, as fields of a request. @throws InvalidArgument unless finite, and in order
inline std::pair<double, double> read_ends(const Fields& fields, const char* from, const char* to) {
  const std::pair<double, double> ends{fields.number(from), fields.number(to)};
  require_finite(ends.first, from);
  require_finite(ends.second, to);
  require(ends.first < ends.second, to, (std::string("a number above ") + from).c_str(), ends.second);
  return ends;
}

}  // namespace proofground::border
