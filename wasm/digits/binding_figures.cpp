// The binding of figures of images: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/digits/figures.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNearestRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNearest)

JsNearest find_nearest(const JsNearestRequest& request) {
  return JsNearest(guarded([&] { return digits_nearest(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(digits_figures) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsNearestRequest>(TYPES "NearestRequest");
  register_type<JsNearest>(TYPES "Nearest" OR_REFUSAL);

  function("digitsNearest", &find_nearest);
}
