// The binding of the claims of problem 3: names and types, nothing else.
#include "wasm/cifg/claim_output.h"
#include "wasm/core/binding.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgClaim)

JsCifgClaim claim(const JsCifgClaimRequest& request) {
  return JsCifgClaim(guarded([&] { return cifg_claim(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(cifg_claim) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsCifgClaimRequest>(TYPES "CifgClaimRequest");
  register_type<JsCifgClaim>(TYPES "CifgClaim" OR_REFUSAL);

  function("cifgClaim", &claim);
}
