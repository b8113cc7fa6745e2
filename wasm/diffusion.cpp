// The binding of problem 4 as far as it needs no network: names and types, nothing else.
#include "binding.h"
#include "diffusion_answers.h"
#include "diffusion_claim.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsScheduleSpec)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMixtureOracleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsGaussianKlRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOracleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDrawRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSchedule)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOracleAnswer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaim)

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
  register_type<JsDrawRequest>("Parameters<" TYPES "Diffusion['draw']>[0]");
  register_type<JsClaimRequest>(TYPES "DiffusionClaimRequest");
  register_type<JsSchedule>(TYPES "Schedule" OR_REFUSAL);
  register_type<JsOracleAnswer>(TYPES "OracleAnswer" OR_REFUSAL);
  register_type<JsClaim>(TYPES "DiffusionClaim" OR_REFUSAL);

  function("diffusionSchedule", &answer<diffusion_schedule, JsSchedule, JsScheduleSpec>);
  function("diffusionMixtureOracle", &answer<diffusion_mixture_oracle, JsOracleAnswer, JsMixtureOracleRequest>);
  function("diffusionGaussianKl", &answer<diffusion_gaussian_kl, JsNumber, JsGaussianKlRequest>);
  function("diffusionOracle", &answer<diffusion_oracle, JsOracleAnswer, JsOracleRequest>);
  function("diffusionDraw", &answer<diffusion_draw, JsDoubles, JsDrawRequest>);
  function("diffusionClaim", &answer<diffusion_claim, JsClaim, JsClaimRequest>);
}
