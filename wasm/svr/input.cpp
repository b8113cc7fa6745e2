#include "wasm/svr/input.h"

#include "wasm/svm/conversion.h"

namespace proofground::border {

svr::Problem read_svr_problem(const val& problem) {
  const Fields fields(problem, "");
  svr::Problem out;
  out.d = fields.integer("d", 1, kLargestCount);
  out.x = fields.numbers("x");
  out.y = fields.numbers("y");
  out.kernel = read_kernel(fields.object("kernel"));
  out.C = fields.number("C");
  out.epsilon = fields.number("epsilon");
  svr::require_data_of(out);
  return out;
}

svr::Solution read_svr_solution(const val& solution) {
  const Fields fields(solution, "solution");
  svr::Solution out;
  out.alpha = read_multipliers(fields, "alpha");
  out.alpha_star = read_multipliers(fields, "alphaStar");
  out.b = fields.number("b");
  return out;
}

val certificate_to_js(const svr::Solution& solution) {
  Result out;
  out.doubles("alpha", solution.alpha).doubles("alphaStar", solution.alpha_star).number("b", solution.b);
  return out.get();
}

val to_js(const svr::Solution& solution, const svr::Problem& problem) {
  Result out(certificate_to_js(solution));
  out.value("bInterval", interval(solution.b_lo, solution.b_hi))
      .value("w", problem.kernel.type == KernelType::linear ? doubles(solution.w) : val::null())
      .doubles("residual", solution.residual)
      .doubles("xi", solution.xi)
      .number("primal", solution.primal)
      .number("dual", solution.dual)
      .value("report", to_js(solution.report));
  return out.get();
}

}  // namespace proofground::border
