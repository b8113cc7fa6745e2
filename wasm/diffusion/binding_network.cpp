// The binding of training, sampling and the quality of samples: names and types, nothing else.
#include "wasm/diffusion/network.h"
#include "wasm/nn/binding.h"

namespace proofground::border {
namespace {

using diffusion::Sampler;
using diffusion::Trainer;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrainRequest)
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
  bind_trainer<Trainer>("DiffusionTrainer")
      .function("errors", &errors)
      .function("eps", &trainer_eps)
      .function("network", &network);
  class_<Sampler>("DiffusionSampler")
      .function("total", &Sampler::total)
      .function("taken", &Sampler::taken)
      .function("t", &Sampler::t)
      .function("step", &sample_step)
      .function("x", &particles);
}
