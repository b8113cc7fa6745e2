// The binding of figures of images: names and types, nothing else.
#include "wasm/core/binding.h"
#include "wasm/digits/figures.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNearestRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNearest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClassifierRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClassifyRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClassified)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBaselineRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFiguresRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFigures)

/// A function of one object, guarded.
template <auto call, class Out, class In>
Out answer(const In& request) {
  return Out(guarded([&] { return call(request); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(digits_figures) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsNearestRequest>(TYPES "NearestRequest");
  register_type<JsNearest>(TYPES "Nearest" OR_REFUSAL);
  register_type<JsClassifierRequest>(TYPES "ClassifierRequest");
  register_type<JsClassifyRequest>("Parameters<" TYPES "Digits['classify']>[0]");
  register_type<JsClassified>(TYPES "Classified" OR_REFUSAL);
  register_type<JsBaselineRequest>(TYPES "BaselineRequest");
  register_type<JsFiguresRequest>(TYPES "FiguresRequest");
  register_type<JsFigures>(TYPES "Figures" OR_REFUSAL);

  function("digitsNearest", &answer<digits_nearest, JsNearest, JsNearestRequest>);
  function("digitsClassifier", &answer<digits_classifier, JsBytes, JsClassifierRequest>);
  function("digitsClassify", &answer<digits_classify, JsClassified, JsClassifyRequest>);
  function("digitsBaseline", &answer<digits_baseline, JsDoubles, JsBaselineRequest>);
  function("digitsFigures", &answer<digits_figures, JsFigures, JsFiguresRequest>);
}
