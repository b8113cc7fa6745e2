#include "wasm/svm/conversion.h"

#include <climits>

namespace proofground::border {

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

FitOptions read_fit_options(const val& problem) {
  const Fields fields(problem, "");
  FitOptions out;
  out.tolerance = fields.number_or("tolerance", out.tolerance);
  out.max_iterations = fields.integer_or("maxIterations", 0, INT_MAX, static_cast<int>(out.max_iterations));
  return out;
}

std::vector<double> read_multipliers(const Fields& solution, const char* name) {
  std::vector<double> values = solution.numbers(name);
  const std::string path = std::string("solution.") + name;
  require_finite(values.data(), static_cast<int>(values.size()), path.c_str());
  return values;
}

val to_js(const FitReport& report) {
  return Result()
      .number("iterations", static_cast<double>(report.iterations))
      .number("activeSetSteps", static_cast<double>(report.active_set_steps))
      .flag("converged", report.converged)
      .number("kktGap", report.kkt_gap)
      .get();
}

val interval(double low, double high) {
  val two = val::array();
  two.set(0, low);
  two.set(1, high);
  return two;
}

val to_js(const std::vector<FitStep>& steps, const std::vector<double>& primal) {
  std::vector<int> i, j;
  std::vector<std::uint8_t> method;
  std::vector<double> dual, kkt_gap;
  for (const FitStep& step : steps) {
    method.push_back(static_cast<std::uint8_t>(step.method));
    i.push_back(step.i);
    j.push_back(step.j);
    dual.push_back(step.dual);
    kkt_gap.push_back(step.kkt_gap);
  }
  Result out;
  out.bytes("method", method)
      .integers("i", i)
      .integers("j", j)
      .doubles("dual", dual)
      .doubles("primal", primal)
      .doubles("kktGap", kkt_gap);
  return out.get();
}

val judged_to_js(bool anew, double apart) {
  Result out;
  out.flag("anew", anew).number("apart", apart);
  return out.get();
}

Result path_of(const Path& path) {
  Result out;
  out.doubles("iteration", path.iteration)
      .doubles("dual", path.dual)
      .doubles("primal", path.primal)
      .doubles("kktGap", path.kkt_gap);
  return out;
}

Result scaling_of(const XScaling& scaling) {
  Result out;
  out.doubles("xMean", scaling.x_mean).doubles("xScale", scaling.x_scale);
  return out;
}

}  // namespace proofground::border
