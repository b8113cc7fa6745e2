// The binding of training networks of problem 3: names and types, nothing else.
#include "cifg/network_file.h"
#include "wasm/cifg/train.h"
#include "wasm/nn/binding.h"

namespace proofground::border {
namespace {

using cifg::Trainer;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgTrainRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgSequence)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgBaselinesRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgFile)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgNetwork)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgBaselines)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgWeights)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgEvaluation)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgGates)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgNorms)

JsCifgTrainer train(const JsCifgTrainRequest& request, const JsSaved& saved) {
  return JsCifgTrainer(guarded([&] { return val(start_cifg_training(request, saved)); }));
}
JsCifgBaselines baselines(const JsCifgBaselinesRequest& request) {
  return JsCifgBaselines(guarded([&] { return cifg_baselines(request); }));
}
JsCifgWeights weights(const JsCifgFile& request) {
  return JsCifgWeights(guarded([&] { return cifg_weights(request); }));
}
JsBytes network_of(const JsCifgNetwork& request) {
  return JsBytes(guarded([&] { return bytes(cifg_network(request)); }));
}

JsCifgEvaluation evaluate(Trainer& trainer) {
  return JsCifgEvaluation(guarded([&] { return to_js(trainer.evaluate()); }));
}
JsCifgGates gates(const Trainer& trainer, const JsCifgSequence& request) {
  return JsCifgGates(
      guarded([&] { return to_js(trainer.gates(Fields(request, "").integer("k", 0, trainer.sequences() - 1))); }));
}
JsCifgNorms gradient_norms(Trainer& trainer) {
  return JsCifgNorms(guarded([&] { return to_js(trainer.gradient_norms()); }));
}
JsBytes network(const Trainer& trainer) {
  return JsBytes(guarded([&] { return bytes(cifg::save_network(trainer.weights())); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(cifg_train) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsCifgTrainRequest>(TYPES "CifgTrainRequest");
  register_type<JsCifgSequence>("{ k: number }");
  register_type<JsCifgBaselinesRequest>("{ task: " TYPES "CifgTask; seed: number }");
  register_type<JsCifgFile>("{ network: Uint8Array }");
  register_type<JsCifgNetwork>(TYPES "CifgNetwork");
  register_type<JsCifgTrainer>("CifgTrainer" OR_REFUSAL);
  register_type<JsCifgBaselines>(TYPES "CifgBaselines" OR_REFUSAL);
  register_type<JsCifgWeights>(TYPES "CifgNetwork" OR_REFUSAL);
  register_type<JsCifgEvaluation>("Pick<" TYPES "CifgEvaluation, 'error' | 'prediction'>" OR_REFUSAL);
  register_type<JsCifgGates>(TYPES "CifgGates" OR_REFUSAL);
  register_type<JsCifgNorms>("ReturnType<" TYPES "CifgTrainer['gradientNorms']>" OR_REFUSAL);

  function("cifgTrain", &train);
  function("cifgBaselines", &baselines);
  function("cifgWeights", &weights);
  function("cifgNetwork", &network_of);
  bind_trainer<Trainer>("CifgTrainer")
      .function("evaluate", &evaluate)
      .function("gates", &gates)
      .function("sequences", &Trainer::sequences)
      .function("gradientNorms", &gradient_norms)
      .function("parameters", &Trainer::parameters)
      .function("network", &network);
}
