// The methods that a dual is solved with, and how many steps each of them made.
#pragma once

#include <cstdint>

namespace proofground {

enum class Method : std::uint8_t {
  smo,             ///< a step changes two multipliers (svm/smo.h)
  interior_point,  ///< a step changes all of them, inside their bounds (svm/interior_point.h)
  active_set       ///< a step changes all that are not at a bound (svm/active_set.h)
};

/// Steps by method. An iteration is a step of any of them.
struct Steps {
  long smo = 0, interior_point = 0, active_set = 0;

  [[nodiscard]] long total() const { return smo + interior_point + active_set; }
};

}  // namespace proofground
