// The binding of the exact answers of problem 3: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/cifg/answers.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgInputs)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgProblem)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgStates)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgBackward)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCifgTape)

/// A function of one object, guarded.
template <auto call, class Out, class In>
Out answer(const In& request) {
  return Out(guarded([&] { return call(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(cifg) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsCifgInputs>(TYPES "CifgInputs");
  register_type<JsCifgProblem>(TYPES "CifgProblem");
  register_type<JsCifgStates>(TYPES "CifgStates" OR_REFUSAL);
  register_type<JsCifgBackward>(TYPES "CifgBackward" OR_REFUSAL);
  register_type<JsCifgTape>(TYPES "CifgTape" OR_REFUSAL);

  function("cifgForward", &answer<cifg_forward, JsCifgStates, JsCifgInputs>);
  function("cifgBackward", &answer<cifg_backward, JsCifgBackward, JsCifgProblem>);
  function("cifgTape", &answer<cifg_tape, JsCifgTape, JsCifgProblem>);
}
