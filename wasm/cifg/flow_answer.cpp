#include "wasm/cifg/flow_answer.h"

#include <string>

#include "cifg/flow.h"
#include "wasm/cifg/answers.h"
#include "wasm/core/request.h"

namespace proofground::border {
namespace {

bool at_every_step(const Fields& fields) { return choice(fields, "loss", {"last", "all"}, "last or all") == 1; }

cifg::FlowRequest read_request(const Fields& fields) {
  return {.dx = fields.integer("dx", 1, cifg::kMostFlowUnits),
          .dh = fields.integer("dh", 1, cifg::kMostFlowUnits),
          .T = fields.integer("T", 2, cifg::kMostFlowSteps),
          .input_gain = fields.number("inputGain"),
          .gain = fields.number("gain"),
          .forget_bias = fields.number("forgetBias"),
          .input_scale = fields.number("inputScale"),
          .every_step = at_every_step(fields),
          .seed = required_seed(fields)};
}

val to_js(const cifg::FlowOf& flow) {
  Result out;
  out.doubles("f", flow.f).doubles("i", flow.i).doubles("o", flow.o).doubles("c", flow.c).doubles("h", flow.h);
  out.integers("forgetMarks", flow.forget_marks).integers("inputMarks", flow.input_marks);
  out.doubles("logDc", flow.loss.dc).doubles("logDh", flow.loss.dh).doubles("logDzF", flow.loss.dz_f);
  out.doubles("logDcThroughCell", flow.loss.dc_through_cell);
  out.doubles("logHorizon", flow.memory.norm).doubles("logHorizonThroughCell", flow.memory.through_cell);
  out.doubles("logHorizonThroughH", flow.memory.through_h);
  out.doubles("logDiagonal", flow.memory.diagonal).doubles("logProduct", flow.memory.product);
  out.doubles("open", flow.open).doubles("closed", flow.closed).doubles("flat", flow.flat).doubles("dead", flow.dead);
  out.number("parameters", flow.parameters);
  return out.get();
}

}  // namespace

val cifg_flow(const val& request) {
  const auto [cifg, lstm] = cifg::flow(read_request(Fields(request, "")));
  Result out;
  out.value("cifg", to_js(cifg)).value("lstm", to_js(lstm));
  return out.get();
}

val cifg_drawn(const val& request) {
  const cifg::Problem<double> problem = cifg::drawn_cells(read_request(Fields(request, ""))).cifg;
  const auto& [dx, dh, T, batch] = problem.sizes;
  Result out;
  out.number("dx", dx).number("dh", dh).number("T", T).number("batch", batch);
  out.value("params", to_js(problem.params)).doubles("x", problem.x);
  out.doubles("h0", problem.h0).doubles("c0", problem.c0).doubles("g", problem.g);
  return out.get();
}

}  // namespace proofground::border
