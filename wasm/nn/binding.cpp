// The types that the bindings of all trainers share, and how many steps a request asks for.
#include "wasm/nn/binding.h"

namespace proofground::border {
namespace {

/// The requested number of steps, if it is one.
JsNumber requested_steps(const JsSteps& request) {
  return JsNumber(guarded([&] { return Fields(request, "").integer("steps", 1, 1'000'000); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(nn) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsSteps>("{ steps: number }");
  register_type<JsSaved>("Uint8Array | undefined");

  function("requestedSteps", &requested_steps);
}
