// The binding of trained VAEs: names and types, nothing else.
#include "wasm/nn/binding.h"
#include "wasm/vae/train.h"

namespace proofground::border {
namespace {

using vae::Trainer;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeTrainRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEvaluateOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEncodeRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeDecodeRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeSampleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEvaluateRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEvidenceRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEvidence)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaePosteriorRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaePosterior)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeOverlapRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeOverlap)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeToyRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeProgress)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeCodes)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeDecoded)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeSamples)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsVaeEvaluation)

JsVaeTrainer train(const JsVaeTrainRequest& request, const JsSaved& saved) {
  return JsVaeTrainer(guarded([&] { return val(start_vae_training(request, saved)); }));
}
JsVaeProgress evaluate(const Trainer& trainer, const JsVaeEvaluateOptions& request) {
  return JsVaeProgress(guarded([&] { return vae_progress(trainer, request); }));
}
JsBytes network(const Trainer& trainer) {
  return JsBytes(guarded([&] { return bytes(trainer.averaged().save()); }));
}
int parameters(const Trainer& trainer) { return trainer.live().parameters(); }

/// A function of one object, guarded.
template <auto call, class Out, class In>
Out answer(const In& request) {
  return Out(guarded([&] { return call(request); }));
}
JsDoubles toy(const JsVaeToyRequest& request) {
  return JsDoubles(guarded([&] { return doubles(vae_toy(request)); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(vae_train) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsVaeTrainRequest>(TYPES "VaeTrainRequest");
  register_type<JsVaeEvaluateOptions>(TYPES "VaeEvaluateOptions");
  register_type<JsVaeEncodeRequest>("Parameters<" TYPES "Vae['encode']>[0]");
  register_type<JsVaeDecodeRequest>("Parameters<" TYPES "Vae['decode']>[0]");
  register_type<JsVaeSampleRequest>("Parameters<" TYPES "Vae['sample']>[0]");
  register_type<JsVaeEvaluateRequest>("Parameters<" TYPES "Vae['evaluate']>[0]");
  register_type<JsVaeEvidenceRequest>("Parameters<" TYPES "Vae['evidence']>[0]");
  register_type<JsVaeEvidence>(TYPES "VaeEvidence" OR_REFUSAL);
  register_type<JsVaePosteriorRequest>("Parameters<" TYPES "Vae['posterior']>[0]");
  register_type<JsVaePosterior>(TYPES "VaePosterior" OR_REFUSAL);
  register_type<JsVaeOverlapRequest>("Parameters<" TYPES "Vae['overlap']>[0]");
  register_type<JsVaeOverlap>(TYPES "VaeOverlap" OR_REFUSAL);
  register_type<JsVaeToyRequest>("Parameters<" TYPES "Vae['toy']>[0]");
  register_type<JsVaeTrainer>("VaeTrainer" OR_REFUSAL);
  register_type<JsVaeProgress>(TYPES "VaeProgress" OR_REFUSAL);
  register_type<JsVaeCodes>(TYPES "VaeCodes" OR_REFUSAL);
  register_type<JsVaeDecoded>(TYPES "VaeDecoded" OR_REFUSAL);
  register_type<JsVaeSamples>("ReturnType<" TYPES "Vae['sample']>" OR_REFUSAL);
  register_type<JsVaeEvaluation>(TYPES "VaeEvaluation" OR_REFUSAL);

  function("vaeTrain", &train);
  function("vaeEncode", &answer<vae_encode, JsVaeCodes, JsVaeEncodeRequest>);
  function("vaeDecode", &answer<vae_decode, JsVaeDecoded, JsVaeDecodeRequest>);
  function("vaeSample", &answer<vae_sample, JsVaeSamples, JsVaeSampleRequest>);
  function("vaeEvaluate", &answer<vae_evaluate, JsVaeEvaluation, JsVaeEvaluateRequest>);
  function("vaeEvidence", &answer<vae_evidence, JsVaeEvidence, JsVaeEvidenceRequest>);
  function("vaePosterior", &answer<vae_posterior, JsVaePosterior, JsVaePosteriorRequest>);
  function("vaeOverlap", &answer<vae_overlap, JsVaeOverlap, JsVaeOverlapRequest>);
  function("vaeToy", &toy);
  bind_trainer<Trainer>("VaeTrainer")
      .function("evaluate", &evaluate)
      .function("parameters", &parameters)
      .function("network", &network);
}
