// The types that the bindings of all support vector machines share.
#include "wasm/svm/binding.h"

EMSCRIPTEN_BINDINGS(svm) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsAdvance>("{ iterations: number }");
  register_type<JsReport>(TYPES "Report" OR_REFUSAL);
  register_type<JsTrace>(TYPES "Trace" OR_REFUSAL);
}
