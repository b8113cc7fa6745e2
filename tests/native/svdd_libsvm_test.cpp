// With an RBF kernel and equal weights the ball is the one-class machine of Schoelkopf et al.: the same multipliers,
// and rho = 1 + a'Ka - 2 rho_oc. Compared with LIBSVM, whose nu is ours over the sum of the weights.
#include <gtest/gtest.h>
#include <libsvm/svm.h>

#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

#include "svdd/svdd.h"
#include "svdd_problems.h"
#include "tolerances.h"

namespace proofground::svdd {
namespace {

struct OneClass {
  std::vector<double> alpha;  ///< (n), sums to 1
  double rho = 0;             ///< of sum a_i k(x_i, x) >= rho
};

OneClass libsvm(const Problem& problem, double tolerance) {
  svm_set_print_string_function([](const char*) {});
  const int n = problem.n(), d = problem.d;
  std::vector<svm_node> nodes(static_cast<std::size_t>(n) * (d + 1));
  std::vector<svm_node*> rows;
  for (int i = 0; i < n; ++i) {
    svm_node* row = nodes.data() + static_cast<std::ptrdiff_t>(i) * (d + 1);
    for (int k = 0; k < d; ++k) row[k] = {k + 1, problem.points().row(i)[k]};
    row[d] = {-1, 0};
    rows.push_back(row);
  }
  std::vector<double> y(n, 1);
  const svm_problem data{n, y.data(), rows.data()};
  const double sum = problem.nu / test::weight_sum(problem) * n;  // what LIBSVM's multipliers add up to
  svm_parameter parameter{};
  parameter.svm_type = ONE_CLASS;
  parameter.kernel_type = RBF;
  parameter.gamma = problem.kernel.gamma;
  parameter.nu = sum / n;
  parameter.eps = tolerance * sum;
  parameter.cache_size = 20;
  parameter.shrinking = 1;
  svm_model* model = svm_train(&data, &parameter);
  OneClass answer{std::vector<double>(n, 0), model->rho[0] / sum};
  for (int k = 0; k < model->l; ++k) answer.alpha[model->sv_indices[k] - 1] = model->sv_coef[0][k] / sum;
  svm_free_and_destroy_model(&model);
  return answer;
}

TEST(SvddLibsvm, RadialBallIsTheOneClassMachine) {
  for (int n : {30, 200}) {
    for (double gamma : {0.2, 2.0}) {
      for (double share : {0.05, 0.3, 0.77}) {
        SCOPED_TRACE(testing::Message() << "n " << n << " gamma " << gamma << " nu " << share);
        const Problem problem = test::cloud(n, 2, share, test::rbf(gamma));
        const double tolerance = 1e-9;
        const Solution ours = fit(problem, {.tolerance = tolerance});
        const OneClass theirs = libsvm(problem, tolerance);
        ASSERT_TRUE(ours.report.converged);
        double theirs_norm2 = 0, sum = 0;
        std::vector<double> response(problem.weights.size(), 0);
        for (int i = 0; i < n; ++i) {
          sum += theirs.alpha[i];
          for (int j = 0; j < n; ++j)
            response[i] +=
                theirs.alpha[j] * evaluate(problem.kernel, problem.points().row(i), problem.points().row(j), problem.d);
          theirs_norm2 += theirs.alpha[i] * response[i];
        }
        EXPECT_NEAR(sum, 1, tolerance::identity());
        EXPECT_NEAR(ours.center_norm2, theirs_norm2, tolerance::objective());
        EXPECT_NEAR(ours.rho, 1 + theirs_norm2 - 2 * theirs.rho, tolerance::objective());
        for (int i = 0; i < n; ++i)
          EXPECT_NEAR(ours.distance2[i], 1 - 2 * response[i] + theirs_norm2, tolerance::function());
      }
    }
  }
}

}  // namespace
}  // namespace proofground::svdd
