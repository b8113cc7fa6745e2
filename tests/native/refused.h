// The field for which something is refused.
#pragma once

#include <string>

#include "core/require.h"

namespace proofground::test {

/// @return of the InvalidArgument that body throws; "" where it throws nothing
template <class Body>
std::string refused_field(const Body& body) {
  try {
    body();
  } catch (const InvalidArgument& refused) {
    return refused.field();
  }
  return "";
}

}  // namespace proofground::test
