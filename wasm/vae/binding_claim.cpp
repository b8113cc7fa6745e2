// The binding of the claims of the VAE: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/vae/claim_output.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeClaim)

JsVaeClaim claim(const JsVaeClaimRequest& request) {
  return JsVaeClaim(guarded([&] { return vae_claim(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(vae_claim) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsVaeClaimRequest>(TYPES "VaeClaimRequest");
  register_type<JsVaeClaim>(TYPES "VaeClaim" OR_REFUSAL);

  function("vaeClaim", &claim);
}
