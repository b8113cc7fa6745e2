#include "wasm/svdd/input.h"

#include "wasm/svm/conversion.h"

namespace proofground::border {

svdd::Problem read_svdd_problem(const val& problem) {
  const Fields fields(problem, "");
  svdd::Problem out;
  out.d = fields.integer("d", 1, kLargestCount);
  out.x = fields.numbers("x");
  if (fields.has("weights")) {
    out.weights = fields.numbers("weights");
  } else {
    const std::size_t n = out.x.size() / static_cast<std::size_t>(out.d);
    out.weights.assign(n, 1 / static_cast<double>(n));
  }
  out.nu = fields.number("nu");
  out.kernel = read_kernel(fields.object("kernel"));
  svdd::require_data_of(out);
  return out;
}

svdd::Solution read_svdd_solution(const val& solution) {
  svdd::Solution out;
  out.alpha = read_multipliers(Fields(solution, "solution"), "alpha");
  return out;
}

Result certificate_to_js(const svdd::Solution& solution) {
  Result out;
  out.doubles("alpha", solution.alpha)
      .value("center", solution.center.empty() ? val::null() : doubles(solution.center))
      .number("rho", solution.rho)
      .doubles("distance2", solution.distance2);
  return out;
}

val to_js(const svdd::Solution& solution) {
  Result out = certificate_to_js(solution);
  out.number("centerNorm2", solution.center_norm2)
      .value("rhoInterval", interval(solution.rho_lo, solution.rho_hi))
      .number("alphaSumLo", solution.alpha_sum_lo)
      .doubles("xi", solution.xi)
      .number("primal", solution.primal)
      .number("dual", solution.dual)
      .value("report", to_js(solution.report));
  return out.get();
}

}  // namespace proofground::border
