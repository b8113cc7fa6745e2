// The binding of support vector data description: names and types, nothing else.
#include <memory>

#include "svdd/distance.h"
#include "wasm/svdd/input.h"
#include "wasm/svdd/run.h"
#include "wasm/svm/binding.h"

namespace proofground::border {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsProblem)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRunOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMeasurable)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMapRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOther)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsProjectionRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaimOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsRun)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsScaling)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSolution)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsProjection)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsClaim)

JsRun start(const JsProblem& problem, const JsRunOptions& options) {
  return JsRun(guarded([&] { return val(std::make_unique<SvddRun>(problem, options)); }));
}

JsDoubles distance2(const JsProblem& problem, const JsMeasurable& solution, const JsNumbers& x_new) {
  return JsDoubles(guarded([&] {
    return doubles(svdd::distance2(read_svdd_problem(problem), read_svdd_solution(solution), numbers(x_new, "xNew")));
  }));
}

JsScaling scaling(SvddRun& run) {
  return JsScaling(guarded([&] { return run.scaling(); }));
}
JsSolution solution(SvddRun& run) {
  return JsSolution(guarded([&] { return run.solution(); }));
}
JsDoubles run_distance2(SvddRun& run, const JsNumbers& x_new) {
  return JsDoubles(guarded([&] { return doubles(run.distance2(numbers(x_new, "xNew"))); }));
}
JsDoubles map(SvddRun& run, const JsMapRequest& request, const JsOther& other) {
  return JsDoubles(guarded([&] { return doubles(run.map(request, other)); }));
}
JsProjection projection(SvddRun& run, const JsProjectionRequest& request) {
  return JsProjection(guarded([&] { return run.projection(request); }));
}
JsClaim claim(SvddRun& run, const JsClaimRequest& request, const JsClaimOptions& options) {
  return JsClaim(guarded([&] { return run.claim(request, options); }));
}

}  // namespace
}  // namespace proofground::border

EMSCRIPTEN_BINDINGS(svdd) {
  using namespace emscripten;
  using namespace proofground::border;
  register_type<JsProblem>(TYPES "SvddProblem");
  register_type<JsRunOptions>(TYPES "SvddRunOptions");
  register_type<JsMeasurable>("Pick<" TYPES "SvddSolution, 'alpha'>");
  register_type<JsMapRequest>(TYPES "SvddMapRequest");
  register_type<JsOther>("Pick<" TYPES "SvddSolution, 'alpha'> | null");
  register_type<JsProjectionRequest>("{ dims: 2 | 3 }");
  register_type<JsClaimRequest>("{ id: " TYPES "SvddClaimId; broken: boolean | string }");
  register_type<JsClaimOptions>(TYPES "SvddClaimOptions");
  register_type<JsRun>("SvddRun" OR_REFUSAL);
  register_type<JsScaling>(TYPES "XScaling" OR_REFUSAL);
  register_type<JsSolution>(TYPES "SvddSolution" OR_REFUSAL);
  register_type<JsProjection>(TYPES "Projection" OR_REFUSAL);
  register_type<JsClaim>(TYPES "SvddClaim" OR_REFUSAL);

  function("svddStart", &start);
  function("svddDistance2", &distance2);
  bind_run<SvddRun>("SvddRun")
      .function("scaling", &scaling)
      .function("solution", &solution)
      .function("distance2", &run_distance2)
      .function("map", &map)
      .function("projection", &projection)
      .function("claim", &claim);
}
