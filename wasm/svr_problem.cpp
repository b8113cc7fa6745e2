#include "svr_problem.h"

#include <climits>

namespace proofground::border {
namespace {

Kernel read_kernel(const Fields& fields) {
  Kernel kernel;
  const std::string type = fields.text("type");
  if (type == "linear") {
    kernel.type = KernelType::linear;
    return kernel;
  }
  kernel.gamma = fields.number("gamma");
  if (type == "rbf") {
    kernel.type = KernelType::rbf;
    return kernel;
  }
  if (type != "poly" && type != "sigmoid") {
    throw InvalidArgument("kernel.type", "linear, rbf, poly or sigmoid", describe(val(type)));
  }
  kernel.coef0 = fields.number("coef0");
  kernel.type = type == "poly" ? KernelType::poly : KernelType::sigmoid;
  if (kernel.type == KernelType::poly) kernel.degree = fields.integer("degree", 1, kLargestDegree);
  return kernel;
}

val pair(double first, double second) {
  val two = val::array();
  two.set(0, first);
  two.set(1, second);
  return two;
}

}  // namespace

svr::Problem read_svr_problem(const val& problem) {
  const Fields fields(problem, "");
  svr::Problem out;
  out.d = fields.integer("d", 1, kLargestCount);
  out.x = fields.numbers("x");
  out.y = fields.numbers("y");
  out.kernel = read_kernel(fields.object("kernel"));
  out.C = fields.number("C");
  out.epsilon = fields.number("epsilon");
  svr::require_valid(out);
  return out;
}

svr::Options read_svr_options(const val& problem) {
  const Fields fields(problem, "");
  svr::Options out;
  out.tolerance = fields.number_or("tolerance", out.tolerance);
  out.max_iterations = fields.integer_or("maxIterations", 0, INT_MAX, static_cast<int>(out.max_iterations));
  return out;
}

svr::Solution read_svr_solution(const val& solution) {
  const Fields fields(solution, "solution");
  svr::Solution out;
  out.alpha = fields.numbers("alpha");
  out.alpha_star = fields.numbers("alphaStar");
  out.b = fields.number("b");
  require_finite(out.alpha.data(), static_cast<int>(out.alpha.size()), "solution.alpha");
  require_finite(out.alpha_star.data(), static_cast<int>(out.alpha_star.size()), "solution.alphaStar");
  return out;
}

val to_js(const svr::Report& report) {
  return Result()
      .number("iterations", static_cast<double>(report.iterations))
      .flag("converged", report.converged)
      .number("kktGap", report.kkt_gap)
      .get();
}

val to_js(const svr::Solution& solution, const svr::Problem& problem) {
  Result out;
  out.doubles("alpha", solution.alpha)
      .doubles("alphaStar", solution.alpha_star)
      .number("b", solution.b)
      .value("bInterval", pair(solution.b_lo, solution.b_hi))
      .value("w", problem.kernel.type == KernelType::linear ? doubles(solution.w) : val::null())
      .doubles("residual", solution.residual)
      .doubles("xi", solution.xi)
      .number("primal", solution.primal)
      .number("dual", solution.dual)
      .value("report", to_js(solution.report));
  return out.get();
}

}  // namespace proofground::border
