// The binding of the exact answers of the VAE: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/vae/answers.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeGaussian)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeKl)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeGradientsRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeGradients)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsLinearGaussianRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsLinearGaussianAnswer)

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
  register_type<JsVaeGradientsRequest>(TYPES "VaeGradientsRequest");
  register_type<JsVaeGradients>(TYPES "VaeGradients" OR_REFUSAL);
  register_type<JsLinearGaussianRequest>(TYPES "LinearGaussianRequest");
  register_type<JsLinearGaussianAnswer>(TYPES "LinearGaussianAnswer" OR_REFUSAL);

  function("vaeKl", &answer<vae_kl, JsVaeKl, JsVaeGaussian>);
  function("vaeGradients", &answer<vae_gradients, JsVaeGradients, JsVaeGradientsRequest>);
  function("vaeLinearGaussian", &answer<vae_linear_gaussian, JsLinearGaussianAnswer, JsLinearGaussianRequest>);
}
