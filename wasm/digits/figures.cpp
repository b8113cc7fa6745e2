#include "wasm/digits/figures.h"

#include "digits/nearest.h"

namespace proofground::border {

val digits_nearest(const val& request) {
  const Fields fields(request, "");
  const digits::Nearest found =
      digits::nearest(fields.numbers("images"), fields.numbers("among"), fields.integer("d", 1, 4096));
  Result out;
  out.integers("index", found.index).doubles("distance", found.distance);
  return out.get();
}

}  // namespace proofground::border
