// The binding of those requests of problem 4 that need no training: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/diffusion/answers.h"
#include "wasm/diffusion/claim_output.h"
#include "wasm/diffusion/plot_data.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsScheduleSpec)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMixtureOracleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsGaussianKlRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOracleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsStandardisedRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDrawRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDatasetRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDensityRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsForwardRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReverseRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNelboRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBayesErrorRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSchedule)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOracleAnswer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaim)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsForward)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReverse)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNelbo)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBayesError)

/// A function of one object, guarded.
template <auto call, class Out, class In>
Out answer(const In& request) {
  return Out(guarded([&] { return call(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(diffusion) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsScheduleSpec>(TYPES "ScheduleSpec");
  register_type<JsMixtureOracleRequest>("Parameters<" TYPES "Diffusion['mixtureOracle']>[0]");
  register_type<JsGaussianKlRequest>("Parameters<" TYPES "Diffusion['gaussianKl']>[0]");
  register_type<JsOracleRequest>("Parameters<" TYPES "Diffusion['oracle']>[0]");
  register_type<JsStandardisedRequest>("Parameters<" TYPES "Diffusion['standardised']>[0]");
  register_type<JsDrawRequest>("Parameters<" TYPES "Diffusion['draw']>[0]");
  register_type<JsClaimRequest>(TYPES "DiffusionClaimRequest");
  register_type<JsDatasetRequest>(TYPES "DatasetRequest");
  register_type<JsDensityRequest>("Parameters<" TYPES "Diffusion['density']>[0]");
  register_type<JsForwardRequest>(TYPES "ForwardRequest");
  register_type<JsReverseRequest>(TYPES "ReverseRequest");
  register_type<JsNelboRequest>(TYPES "NelboRequest");
  register_type<JsBayesErrorRequest>(TYPES "BayesErrorRequest");
  register_type<JsSchedule>(TYPES "Schedule" OR_REFUSAL);
  register_type<JsOracleAnswer>(TYPES "OracleAnswer" OR_REFUSAL);
  register_type<JsClaim>(TYPES "DiffusionClaim" OR_REFUSAL);
  register_type<JsForward>(TYPES "ForwardAnswer" OR_REFUSAL);
  register_type<JsReverse>(TYPES "ReverseAnswer" OR_REFUSAL);
  register_type<JsNelbo>(TYPES "NelboAnswer" OR_REFUSAL);
  register_type<JsBayesError>(TYPES "BayesErrorAnswer" OR_REFUSAL);

  function("diffusionSchedule", &answer<diffusion_schedule, JsSchedule, JsScheduleSpec>);
  function("diffusionMixtureOracle", &answer<diffusion_mixture_oracle, JsOracleAnswer, JsMixtureOracleRequest>);
  function("diffusionGaussianKl", &answer<diffusion_gaussian_kl, JsNumber, JsGaussianKlRequest>);
  function("diffusionOracle", &answer<diffusion_oracle, JsOracleAnswer, JsOracleRequest>);
  function("diffusionStandardised", &answer<diffusion_standardised, JsDoubles, JsStandardisedRequest>);
  function("diffusionDraw", &answer<diffusion_draw, JsDoubles, JsDrawRequest>);
  function("diffusionDataset", &answer<diffusion_dataset, JsDoubles, JsDatasetRequest>);
  function("diffusionDensity", &answer<diffusion_density, JsDoubles, JsDensityRequest>);
  function("diffusionForward", &answer<diffusion_forward, JsForward, JsForwardRequest>);
  function("diffusionReverse", &answer<diffusion_reverse, JsReverse, JsReverseRequest>);
  function("diffusionNelbo", &answer<diffusion_nelbo, JsNelbo, JsNelboRequest>);
  function("diffusionBayesError", &answer<diffusion_bayes_error, JsBayesError, JsBayesErrorRequest>);
  function("diffusionClaim", &answer<diffusion_claim, JsClaim, JsClaimRequest>);
}
