#include "wasm/cifg/answers.h"

#include "cifg/overflow.h"
#include "wasm/cifg/input.h"

namespace proofground::border {
namespace {

/// More fields: those of CifgParams.
void add_params(Result& out, const cifg::Params<double>& params) {
  const auto& [f, o, c] = params;
  out.doubles("W_f", f.W).doubles("U_f", f.U).doubles("b_f", f.b);
  out.doubles("W_o", o.W).doubles("U_o", o.U).doubles("b_o", o.b);
  out.doubles("W_c", c.W).doubles("U_c", c.U).doubles("b_c", c.b);
}

/// The fields of CifgParts.
template <class Parts>
val parts_to_js(const Parts& parts) {
  Result out;
  out.doubles("dh", parts.h).doubles("dc", parts.c).value("params", to_js(parts.params));
  return out.get();
}

}  // namespace

val to_js(const cifg::States<double>& states) {
  Result out;
  out.doubles("zF", states.z_f)
      .doubles("zO", states.z_o)
      .doubles("zC", states.z_c)
      .doubles("f", states.f)
      .doubles("oneMinusF", states.one_minus_f)
      .doubles("o", states.o)
      .doubles("cTilde", states.c_tilde)
      .doubles("c", states.c)
      .doubles("tanhC", states.tanh_c)
      .doubles("h", states.h);
  return out.get();
}

val to_js(const cifg::Deltas<double>& d) {
  Result out;
  out.doubles("dh", d.h).doubles("dc", d.c).doubles("df", d.f).doubles("do", d.o);
  out.doubles("dcTilde", d.c_tilde).doubles("dzF", d.z_f).doubles("dzO", d.z_o).doubles("dzC", d.z_c);
  return out.get();
}

val to_js(const cifg::Params<double>& params) {
  Result out;
  add_params(out, params);
  return out.get();
}

val grads_to_js(const cifg::Params<double>& params, const std::vector<double>& x, const std::vector<double>& h0,
                const std::vector<double>& c0) {
  Result out;
  add_params(out, params);
  out.doubles("x", x).doubles("h0", h0).doubles("c0", c0);
  return out.get();
}

val to_js(const cifg::Gradients<double>& gradients) {
  Result out;
  out.number("loss", gradients.loss)
      .value("grads", grads_to_js(gradients.params, gradients.x, gradients.h0, gradients.c0))
      .value("deltas", to_js(gradients.deltas));
  return out.get();
}

val to_js(const cifg::Ledger& ledger) { return parts_to_js(ledger); }

val to_js(const cifg::LedgerSums& sums) {
  Result out;
  out.value("bySource", parts_to_js(sums.by_source))
      .value("byPath", parts_to_js(sums.by_path))
      .value("total", parts_to_js(sums.total));
  return out.get();
}

val to_js(const cifg::Updates& updates) {
  Result out;
  out.value("step", to_js(updates.step)).value("soFar", to_js(updates.so_far));
  return out.get();
}

val to_js(const cifg::Horizon& horizon) {
  Result out;
  out.doubles("product", horizon.product)
      .doubles("jacobian", horizon.jacobian)
      .doubles("norm", horizon.norm)
      .doubles("throughH", horizon.through_h)
      .doubles("productNorm", horizon.product_norm)
      .doubles("share", horizon.share);
  return out.get();
}

val cifg_forward(const val& request) { return to_js(cifg::forward(read_cifg_problem(Fields(request, ""), false))); }

val cifg_backward(const val& request) {
  const cifg::Problem<double> problem = read_cifg_problem(Fields(request, ""), true);
  const cifg::Gradients<double> gradients = cifg::backward(problem, cifg::forward(problem));
  cifg::require_finite(gradients);
  return to_js(gradients);
}

val cifg_tape(const val& request) {
  const cifg::Problem<double> problem = read_cifg_problem(Fields(request, ""), true);
  cifg::require_ledger_size(problem.sizes);
  const cifg::States<double> states = cifg::forward(problem);
  const cifg::Gradients<double> gradients = cifg::backward(problem, states);
  cifg::require_finite(gradients);
  const cifg::Ledger ledger = cifg::ledger_of(problem, states);
  const cifg::LedgerSums sums = cifg::sums_of(ledger, problem.sizes);
  const cifg::Updates updates = cifg::updates_of(problem, states, gradients.deltas);
  const cifg::Horizon horizon = cifg::horizon_of(problem, states);
  cifg::require_finite(ledger);
  cifg::require_finite(sums);
  cifg::require_finite(updates);
  cifg::require_finite(horizon);
  Result out;
  out.value("states", to_js(states)).value("backward", to_js(gradients)).value("ledger", to_js(ledger));
  out.value("sums", to_js(sums)).value("updates", to_js(updates)).value("horizon", to_js(horizon));
  return out.get();
}

}  // namespace proofground::border
