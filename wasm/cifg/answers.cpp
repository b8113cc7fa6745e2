#include "wasm/cifg/answers.h"

#include "wasm/cifg/input.h"

namespace proofground::border {

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

val to_js(const cifg::Gradients<double>& gradients) {
  const auto& [f, o, c] = gradients.params;
  const cifg::Deltas<double>& d = gradients.deltas;
  Result grads, deltas, out;
  grads.doubles("W_f", f.W).doubles("U_f", f.U).doubles("b_f", f.b);
  grads.doubles("W_o", o.W).doubles("U_o", o.U).doubles("b_o", o.b);
  grads.doubles("W_c", c.W).doubles("U_c", c.U).doubles("b_c", c.b);
  grads.doubles("x", gradients.x).doubles("h0", gradients.h0).doubles("c0", gradients.c0);
  deltas.doubles("dh", d.h).doubles("dc", d.c).doubles("df", d.f).doubles("do", d.o);
  deltas.doubles("dcTilde", d.c_tilde).doubles("dzF", d.z_f).doubles("dzO", d.z_o).doubles("dzC", d.z_c);
  out.number("loss", gradients.loss).value("grads", grads.get()).value("deltas", deltas.get());
  return out.get();
}

val cifg_forward(const val& request) {
  return to_js(cifg::forward(read_cifg_problem(Fields(request, ""), false)));
}

val cifg_backward(const val& request) {
  const cifg::Problem<double> problem = read_cifg_problem(Fields(request, ""), true);
  return to_js(cifg::backward(problem, cifg::forward(problem)));
}

}  // namespace proofground::border
