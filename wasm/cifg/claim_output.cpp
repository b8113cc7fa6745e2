#include "wasm/cifg/claim_output.h"

#include "cifg/overflow.h"
#include "wasm/cifg/answers.h"
#include "wasm/cifg/input.h"
#include "wasm/core/claim_output.h"

namespace proofground::border {
namespace {

val lists(const std::vector<double>& values) { return doubles(values); }
val lists(const cifg::Deltas<double>& deltas) { return to_js(deltas); }
val lists(const cifg::Ledger& ledger) { return to_js(ledger); }

val lists(const cifg::GivenGradients& given) { return grads_to_js(given.params, given.x, given.h0, given.c0); }

template <class Lists>
Result compared(const cifg::Compared<Lists>& p) {
  Result out;
  out.value("claimed", lists(p.claimed)).value("measured", lists(p.measured)).value("error", lists(p.error));
  return out;
}

/// A picture whose lists are compared within its tolerance.
template <class Picture>
Result compared_within(const Picture& p) {
  Result out = compared(p);
  out.number("tolerance", p.tolerance);
  return out;
}

Result picture(const cifg::LocalPicture& p) {
  Result out;
  out.value("byF", compared(p.by_f).get())
      .value("byCTilde", compared(p.by_c_tilde).get())
      .value("byCBefore", compared(p.by_c_before).get())
      .number("offDiagonal", p.off_diagonal)
      .value("flowF", compared(p.flow_f).get())
      .value("flowCTilde", compared(p.flow_c_tilde).get())
      .value("flowCBefore", compared(p.flow_c_before).get())
      .doubles("deltaC", p.delta_c)
      .doubles("bound", p.bound)
      .number("tolerance", p.tolerance);
  return out;
}

Result picture(const cifg::DeltasPicture& p) { return compared_within(p); }

Result picture(const cifg::ParametersPicture& p) {
  Result out = compared_within(p);
  out.value("central", lists(p.central))
      .value("centralError", lists(p.central_error))
      .value("terms", to_js(p.terms))
      .number("centralTolerance", p.central_tolerance)
      .number("parameters", p.parameters)
      .number("lstmParameters", p.lstm_parameters);
  return out;
}

Result picture(const cifg::LedgerPicture& p) { return compared_within(p); }

Result picture(const cifg::HorizonPicture& p) {
  Result out;
  out.value("product", compared(p.product).get())
      .value("jacobian", compared(p.jacobian).get())
      .doubles("norm", p.norm)
      .doubles("throughH", p.through_h)
      .doubles("measuredNorm", p.measured_norm)
      .doubles("measuredThroughH", p.measured_through_h)
      .doubles("through", p.through)
      .number("tolerance", p.tolerance);
  return out;
}

val result_to_js(const cifg::ClaimResult& result) {
  const val drawn = std::visit([](const auto& p) { return picture(p).get(); }, result.picture);
  val certificate = val::null();
  if (result.broken_certificate) certificate = to_js(*result.broken_certificate);
  return Result(claim_to_js(result.claim, result.mistake, result.mistakes, drawn))
      .value("certificate", certificate)
      .get();
}

}  // namespace

val cifg_claim(const val& request) {
  const Fields fields(request, "");
  const std::string id = fields.text("id");
  (void)cifg::mistakes(id);  // an id that is none is refused before the problem is read
  const cifg::Problem<double> problem =
      fields.object("problem").check([&] { return read_cifg_problem(fields.object("problem"), true); });
  const cifg::Solution solution = fields.object("problem").check([&] { return cifg::solution_of(id, problem); });
  return result_to_js(cifg::check_claim(id, problem, solution, {}, read_mistake(fields)));
}

}  // namespace proofground::border
