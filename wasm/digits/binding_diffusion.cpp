// The binding of digits by diffusion: names and types, nothing else.
#include "wasm/digits/diffusion.h"
#include "wasm/nn/binding.h"

namespace proofground::border {
namespace {

using digits::Sampler;
using digits::Trainer;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsTrainRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsErrorsRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsSampleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsInvertRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsArcRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDigitsSampler)

JsDigitsTrainer train(const JsDigitsTrainRequest& request, const JsSaved& saved) {
  return JsDigitsTrainer(guarded([&] { return val(start_digits_training(request, saved)); }));
}
JsDigitsSampler sample(const JsDigitsSampleRequest& request) {
  return JsDigitsSampler(guarded([&] { return val(start_digits_sampling(request)); }));
}
JsDoubles invert(const JsDigitsInvertRequest& request) {
  return JsDoubles(guarded([&] { return doubles(digits_inverted(request)); }));
}
JsDoubles great_arc(const JsDigitsArcRequest& request) {
  return JsDoubles(guarded([&] { return doubles(digits_arc(request)); }));
}

JsDoubles errors(Trainer& trainer, const JsDigitsErrorsRequest& request) {
  return JsDoubles(guarded([&] { return doubles(digits_errors(trainer, request)); }));
}
int parameters(const Trainer& trainer) { return trainer.averaged().parameters(); }
JsBytes network(const Trainer& trainer) {
  return JsBytes(guarded([&] { return bytes(trainer.averaged().save()); }));
}

JsFlag sample_step(Sampler& sampler) {
  return JsFlag(guarded([&] { return sampler.advance(1); }));
}
JsDoubles images(const Sampler& sampler) {
  return JsDoubles(guarded([&] { return doubles(sampler.x()); }));
}
JsDoubles predicted(Sampler& sampler) {
  return JsDoubles(guarded([&] { return doubles(sampler.x0()); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(digits_diffusion) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsDigitsTrainRequest>(TYPES "DigitsTrainRequest");
  register_type<JsDigitsErrorsRequest>("Parameters<" TYPES "DigitsTrainer['errors']>[0]");
  register_type<JsDigitsSampleRequest>(TYPES "DigitsSampleRequest");
  register_type<JsDigitsInvertRequest>(TYPES "DigitsInvertRequest");
  register_type<JsDigitsArcRequest>(TYPES "DigitsArcRequest");
  register_type<JsDigitsTrainer>("BoundDigitsTrainer" OR_REFUSAL);
  register_type<JsDigitsSampler>("BoundDigitsSampler" OR_REFUSAL);

  function("digitsTrain", &train);
  function("digitsSample", &sample);
  function("digitsInvert", &invert);
  function("digitsArc", &great_arc);
  bind_trainer<Trainer>("BoundDigitsTrainer")
      .function("errors", &errors)
      .function("parameters", &parameters)
      .function("network", &network);
  class_<Sampler>("BoundDigitsSampler")
      .function("total", &Sampler::total)
      .function("taken", &Sampler::taken)
      .function("t", &Sampler::t)
      .function("step", &sample_step)
      .function("x", &images)
      .function("x0", &predicted);
}
