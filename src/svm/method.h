// The methods that a dual is solved with.
#pragma once

#include <cstdint>

namespace proofground {

enum class Method : std::uint8_t {
  smo,        ///< a step changes the multipliers of two points (svm/smo.h)
  active_set  ///< a step changes those of all points that are at no bound (svm/active_set.h)
};

}  // namespace proofground
