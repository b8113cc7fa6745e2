// The binding of the flow of gradients: names and types, nothing else.
#include "wasm/cifg/flow_answer.h"
#include "wasm/core/binding.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsFlowRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFlowAnswer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDrawnProblem)

JsFlowAnswer flow(const JsFlowRequest& request) {
  return JsFlowAnswer(guarded([&] { return cifg_flow(request); }));
}

JsDrawnProblem drawn(const JsFlowRequest& request) {
  return JsDrawnProblem(guarded([&] { return cifg_drawn(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(cifg_flow) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsFlowRequest>(TYPES "FlowRequest");
  register_type<JsFlowAnswer>(TYPES "FlowAnswer" OR_REFUSAL);

  register_type<JsDrawnProblem>(TYPES "CifgProblem" OR_REFUSAL);

  function("cifgFlow", &flow);
  function("cifgDrawn", &drawn);
}
