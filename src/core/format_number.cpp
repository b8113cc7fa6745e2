// This file holds format_number() alone: the linker takes it from the library only if nothing else defines it.
#include "core/format_number.h"

#include <cmath>
#include <cstdio>

namespace proofground {

std::string format_number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

}  // namespace proofground
