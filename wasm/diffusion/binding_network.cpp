// The binding of training, sampling and the quality of samples: names and types, nothing else.
//
// One step is one call: V8 replaces a function by its optimised form only between calls (wasm/lib loops).
#include <climits>

#include "wasm/core/binding.h"
#include "wasm/diffusion/network.h"

namespace proofground::border {
namespace {

using diffusion::Sampler;
using diffusion::Trainer;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrainRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSaved)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSteps)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsErrorsRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlacesRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsEpsRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSampleRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsQualityRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSampler)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsQuality)

JsTrainer train(const JsTrainRequest& request, const JsSaved& saved) {
  return JsTrainer(guarded([&] { return val(start_training(request, saved)); }));
}
JsSampler sample(const JsSampleRequest& request) {
  return JsSampler(guarded([&] { return val(start_sampling(request)); }));
}
JsDoubles eps(const JsEpsRequest& request) {
  return JsDoubles(guarded([&] { return doubles(eps_of(request)); }));
}
JsQuality quality(const JsQualityRequest& request) {
  return JsQuality(guarded([&] { return quality_of(request); }));
}

/// The requested number of steps, if it is one.
JsNumber requested_steps(const JsSteps& request) {
  return JsNumber(guarded([&] { return Fields(request, "").integer("steps", 1, 1'000'000); }));
}

double trained(const Trainer& trainer) { return static_cast<double>(trainer.steps()); }
JsNumber train_step(Trainer& trainer) {
  return JsNumber(guarded([&] { return trainer.step(); }));
}
JsDoubles errors(Trainer& trainer, const JsErrorsRequest& request) {
  return JsDoubles(guarded([&] {
    const Fields fields(request, "");
    return doubles(trainer.errors(fields.integers("at", 1, trainer.T()), fields.integer("draws", 1, 1'000'000)));
  }));
}
JsDoubles trainer_eps(Trainer& trainer, const JsPlacesRequest& request) {
  return JsDoubles(guarded([&] {
    const Fields fields(request, "");
    return doubles(trainer.eps(fields.numbers("x"), fields.integer("t", 1, trainer.T())));
  }));
}
JsBytes network(const Trainer& trainer) {
  return JsBytes(guarded([&] { return bytes(trainer.averaged().save()); }));
}
JsBytes save(const Trainer& trainer) {
  return JsBytes(guarded([&] { return bytes(trainer.save()); }));
}

JsFlag sample_step(Sampler& sampler) {
  return JsFlag(guarded([&] { return sampler.advance(1); }));
}
JsDoubles particles(const Sampler& sampler) {
  return JsDoubles(guarded([&] { return doubles(sampler.x()); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(diffusion_train) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsTrainRequest>(TYPES "TrainRequest");
  register_type<JsSaved>("Uint8Array | undefined");
  register_type<JsSteps>("{ steps: number }");
  register_type<JsErrorsRequest>("{ at: readonly number[]; draws: number }");
  register_type<JsPlacesRequest>("{ x: " TYPES "Numbers; t: number }");
  register_type<JsEpsRequest>("Parameters<" TYPES "Diffusion['eps']>[0]");
  register_type<JsSampleRequest>(TYPES "SampleRequest");
  register_type<JsQualityRequest>(TYPES "QualityRequest");
  register_type<JsTrainer>("DiffusionTrainer" OR_REFUSAL);
  register_type<JsSampler>("DiffusionSampler" OR_REFUSAL);
  register_type<JsQuality>(TYPES "Quality" OR_REFUSAL);

  function("diffusionTrain", &train);
  function("diffusionSample", &sample);
  function("diffusionEps", &eps);
  function("diffusionQuality", &quality);
  function("diffusionSteps", &requested_steps);
  class_<Trainer>("DiffusionTrainer")
      .function("steps", &trained)
      .function("step", &train_step)
      .function("errors", &errors)
      .function("eps", &trainer_eps)
      .function("network", &network)
      .function("save", &save);
  class_<Sampler>("DiffusionSampler")
      .function("total", &Sampler::total)
      .function("taken", &Sampler::taken)
      .function("t", &Sampler::t)
      .function("step", &sample_step)
      .function("x", &particles);
}
