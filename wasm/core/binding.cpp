// The version of the module, and the types that all bindings share.
#include <string>

#include "wasm/core/binding.h"

namespace {

/// PROOFGROUND_VERSION: the project's version, given by the build.
std::string version() { return PROOFGROUND_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(core) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsNumbers>(TYPES "Numbers");
  register_type<JsFlag>("boolean" OR_REFUSAL);
  register_type<JsNumber>("number" OR_REFUSAL);
  register_type<JsDoubles>("Float64Array" OR_REFUSAL);
  register_type<JsBytes>("Uint8Array" OR_REFUSAL);

  function("version", &version);
}
