// The binding of support vector regression: names and types, nothing else.
#include <memory>

#include "wasm/svm/binding.h"
#include "wasm/svr/input.h"
#include "wasm/svr/run.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsProblem)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRunOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPredictable)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOther)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCurveRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRun)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsScaling)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSolution)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCurve)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaim)

JsRun start(const JsProblem& problem, const JsRunOptions& options) {
  return JsRun(guarded([&] { return val(std::make_unique<SvrRun>(problem, options)); }));
}

JsDoubles predict(const JsProblem& problem, const JsPredictable& solution, const JsNumbers& x_new) {
  return JsDoubles(guarded([&] {
    return doubles(svr::predict(read_svr_problem(problem), read_svr_solution(solution), numbers(x_new, "xNew")));
  }));
}

JsScaling scaling(SvrRun& run) {
  return JsScaling(guarded([&] { return run.scaling(); }));
}
JsSolution solution(SvrRun& run) {
  return JsSolution(guarded([&] { return run.solution(); }));
}
JsDoubles run_predict(SvrRun& run, const JsNumbers& x_new, const JsOther& other) {
  return JsDoubles(guarded([&] { return doubles(run.predict(numbers(x_new, "xNew"), other)); }));
}
JsCurve curve(SvrRun& run, const JsCurveRequest& request, const JsOther& other) {
  return JsCurve(guarded([&] { return run.curve(request, other); }));
}
JsNumber tube(SvrRun& run) {
  return JsNumber(guarded([&] { return run.tube(); }));
}
JsClaim claim(SvrRun& run, const JsClaimRequest& request, const JsClaimOptions& options) {
  return JsClaim(guarded([&] { return run.claim(request, options); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(svr) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsProblem>(TYPES "SvrProblem");
  register_type<JsRunOptions>(TYPES "SvrRunOptions");
  register_type<JsPredictable>(TYPES "SvrCertificate");
  register_type<JsOther>(TYPES "SvrCertificate | null");
  register_type<JsCurveRequest>("{ column: number; from: number; to: number; samples: number }");
  register_type<JsClaimRequest>("{ id: " TYPES "SvrClaimId; broken: boolean | string }");
  register_type<JsClaimOptions>(TYPES "SvrClaimOptions");
  register_type<JsRun>("SvrRun" OR_REFUSAL);
  register_type<JsScaling>(TYPES "Scaling" OR_REFUSAL);
  register_type<JsSolution>(TYPES "SvrSolution" OR_REFUSAL);
  register_type<JsCurve>(TYPES "Curve" OR_REFUSAL);
  register_type<JsClaim>(TYPES "SvrClaim" OR_REFUSAL);

  function("svrStart", &start);
  function("svrPredict", &predict);
  bind_run<SvrRun>("SvrRun")
      .function("scaling", &scaling)
      .function("solution", &solution)
      .function("predict", &run_predict)
      .function("curve", &curve)
      .function("tube", &tube)
      .function("claim", &claim);
}
