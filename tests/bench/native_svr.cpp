// Times one solver on one regression of workload.h (native.h says how it is called).
#include "bench/native.h"
#include "svr/svr.h"

namespace {

using proofground::bench::Options;
using proofground::bench::Outcome;
using proofground::bench::Workload;

Outcome run_ours(const Workload& work, const Options& options) {
  const proofground::svr::Problem problem{
      .x = work.x, .d = work.d, .y = work.y, .kernel = options.kernel, .C = options.C, .epsilon = options.epsilon};
  const auto start = std::chrono::steady_clock::now();
  const proofground::svr::Solution solution = proofground::svr::fit(problem, {.tolerance = options.tolerance});
  return {proofground::bench::milliseconds_since(start), solution.dual, solution.report};
}

/// The dual objective of a LIBSVM model from its coefficients: sum y u - epsilon sum |u| - u'Ku / 2.
double objective_of(const svm_model& model, const Workload& work, const Options& options) {
  double value = 0;
  for (int a = 0; a < model.l; ++a) {
    const double u = model.sv_coef[0][a];
    const double* x = work.x.data() + static_cast<long>(model.sv_indices[a] - 1) * work.d;
    value += work.y[model.sv_indices[a] - 1] * u - options.epsilon * (u > 0 ? u : -u);
    for (int b = 0; b < model.l; ++b) {
      const double* z = work.x.data() + static_cast<long>(model.sv_indices[b] - 1) * work.d;
      value -= u * model.sv_coef[0][b] * proofground::evaluate(options.kernel, x, z, work.d) / 2;
    }
  }
  return value;
}

Outcome run_libsvm(const Workload& work, const Options& options) {
  proofground::bench::Nodes nodes(work.x, work.n, work.d);
  nodes.labels(work.y);
  const svm_problem problem = nodes.problem();
  svm_parameter parameter = proofground::bench::parameters(EPSILON_SVR, options);
  parameter.C = options.C;
  parameter.p = options.epsilon;
  const auto start = std::chrono::steady_clock::now();
  svm_model* model = svm_train(&problem, &parameter);
  const Outcome outcome{proofground::bench::milliseconds_since(start), objective_of(*model, work, options), {}};
  svm_free_and_destroy_model(&model);
  return outcome;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = proofground::bench::parse(argc, argv);
  const auto make = options.unscaled ? proofground::bench::make_unscaled : proofground::bench::make_workload;
  const Workload work = make(options.n, options.d, proofground::bench::kSeed, proofground::bench::kNoise);
  if (options.data) {
    proofground::bench::write_numbers(work.x);
    proofground::bench::write_numbers(work.y);
  } else {
    proofground::bench::report(
        options, [&] { return options.solver == "libsvm" ? run_libsvm(work, options) : run_ours(work, options); });
  }
}
