// What the bindings of all support vector machines share: the methods that every run has.
#pragma once

#include <climits>

#include "wasm/core/binding.h"
#include "wasm/svm/conversion.h"

namespace proofground::border {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsAdvance)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReport)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrace)

/// The methods that need no more of a run than wasm/svm/run.h says.
template <class R>
struct RunMethods {
  static int n(R& run) { return run.n(); }
  static JsFlag advance(R& run, const JsAdvance& step) {
    return JsFlag(guarded([&] { return run.advance(Fields(step, "").integer("iterations", 0, INT_MAX)); }));
  }
  static JsReport report(R& run) {
    return JsReport(guarded([&] { return to_js(run.report()); }));
  }
  static JsTrace trace(R& run) {
    return JsTrace(guarded([&] { return run.trace(); }));
  }
  static JsBytes cases(R& run) {
    return JsBytes(guarded([&] { return bytes(run.cases()); }));
  }
};

/// A class with those methods, to which a lab's binding adds its own.
template <class R>
emscripten::class_<R> bind_run(const char* name) {
  emscripten::class_<R> bound(name);
  bound.function("n", &RunMethods<R>::n)
      .function("advance", &RunMethods<R>::advance)
      .function("report", &RunMethods<R>::report)
      .function("trace", &RunMethods<R>::trace)
      .function("cases", &RunMethods<R>::cases);
  return bound;
}

}  // namespace proofground::border
