// The binding of the exact answers of the VAE: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/vae/answers.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeGaussian)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeKl)

/// A function of one object, guarded.
template <auto call, class Out, class In>
Out answer(const In& request) {
  return Out(guarded([&] { return call(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(vae) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsVaeGaussian>(TYPES "VaeGaussian");
  register_type<JsVaeKl>(TYPES "VaeKl" OR_REFUSAL);

  function("vaeKl", &answer<vae_kl, JsVaeKl, JsVaeGaussian>);
}
