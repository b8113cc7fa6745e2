// Times one solver on one ball of workload.h (native.h says how it is called): all weights 1/n.
//
// With an RBF kernel LIBSVM's one-class machine is the same problem in other units: its multipliers a_L = s a add up to s = nu n, it
// minimises a_L'Ka_L / 2 = s^2 a'Ka / 2, and its gradient is K a_L = s K a where squared distances have 2 K a. So a
// violation of T there is one of 2 T / s here, and our dual objective is 1 - 2 (its objective) / s^2. --tolerance is T.
#include "bench/native.h"
#include "svdd/svdd.h"

namespace {

using proofground::bench::Options;
using proofground::bench::Outcome;

Outcome run_ours(const std::vector<double>& x, const Options& options) {
  const proofground::svdd::Problem problem{.x = x,
                                           .d = options.d,
                                           .weights = std::vector<double>(options.n, 1.0 / options.n),
                                           .nu = options.nu,
                                           .kernel = options.kernel};
  const double tolerance = 2 * options.tolerance / (options.nu * options.n);
  const auto start = std::chrono::steady_clock::now();
  const proofground::svdd::Solution solution = proofground::svdd::fit(problem, {.tolerance = tolerance});
  return {proofground::bench::milliseconds_since(start), solution.dual, solution.report};
}

Outcome run_libsvm(const std::vector<double>& x, const Options& options) {
  proofground::bench::Nodes nodes(x, options.n, options.d);
  const svm_problem problem = nodes.problem();
  svm_parameter parameter = proofground::bench::parameters(ONE_CLASS, options);
  parameter.nu = options.nu;
  const auto start = std::chrono::steady_clock::now();
  svm_model* model = svm_train(&problem, &parameter);
  Outcome outcome{proofground::bench::milliseconds_since(start), 1, {}};
  const double s = options.nu * options.n;
  for (int a = 0; a < model->l; ++a) {
    const double* row = x.data() + static_cast<long>(model->sv_indices[a] - 1) * options.d;
    for (int b = 0; b < model->l; ++b) {
      const double* other = x.data() + static_cast<long>(model->sv_indices[b] - 1) * options.d;
      outcome.objective -= model->sv_coef[0][a] / s * (model->sv_coef[0][b] / s) *
                           proofground::evaluate(options.kernel, row, other, options.d);
    }
  }
  svm_free_and_destroy_model(&model);
  return outcome;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = proofground::bench::parse(argc, argv);
  std::vector<double> x = proofground::bench::make_cloud(options.n, options.d, proofground::bench::kSeed);
  if (options.unscaled) proofground::bench::unscale(x, options.d);
  if (options.data) {
    proofground::bench::write_numbers(x);
  } else {
    proofground::bench::report(
        options, [&] { return options.solver == "libsvm" ? run_libsvm(x, options) : run_ours(x, options); });
  }
}
