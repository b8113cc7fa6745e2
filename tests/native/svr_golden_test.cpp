// The 24 golden problems, at the fine and at the coarse tolerances of the file, by either method.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "golden.h"
#include "svr/svr.h"
#include "tolerances.h"

namespace proofground::svr {
namespace {

struct Case {
  Problem problem;
  double S = 1;  ///< max(1, max |y|): the unit of the file's tolerances
};

Case case_of(const rapidjson::Value& golden) {
  Case c;
  c.problem.d = golden["d"].GetInt();
  c.problem.x = golden::matrix_of(golden["X"]);
  c.problem.y = golden::vector_of(golden["y"]);
  c.problem.kernel = golden::kernel_of(golden["kernel"]);
  c.problem.C = golden["C"].GetDouble();
  c.problem.epsilon = golden["eps"].GetDouble();
  for (double y : c.problem.y) c.S = std::max(c.S, std::abs(y));
  return c;
}

void expect_near(const std::vector<double>& value, const rapidjson::Value& expected, double limit, const char* what) {
  ASSERT_EQ(value.size(), expected.Size()) << what;
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[static_cast<rapidjson::SizeType>(i)].GetDouble(), limit) << what << "[" << i << "]";
}

std::vector<double> minus(std::vector<double> values, double b) {
  for (double& value : values) value -= b;
  return values;
}

std::vector<double> fitted(const Problem& problem, const Solution& s) {
  std::vector<double> f(problem.y);
  for (std::size_t i = 0; i < f.size(); ++i) f[i] -= s.residual[i];
  return f;
}

std::string class_of(double residual, double epsilon, double band) {
  const double excess = std::abs(residual) - epsilon;
  if (std::abs(excess) <= band) return residual > 0 ? "on_upper" : "on_lower";
  if (excess < 0) return "inside";
  return residual > 0 ? "above" : "below";
}

class Golden : public testing::Test {
 protected:
  static const rapidjson::Document& file() {
    static const rapidjson::Document document = golden::read("svr.json");
    return document;
  }
};

TEST_F(Golden, HasAllCases) { EXPECT_EQ(file()["cases"].Size(), 24u); }

/// By the patience of the fit: pair steps alone, in turns with active-set steps, these as soon as they are due, and as usual.
class GoldenFits : public Golden, public testing::WithParamInterface<long> {};
INSTANTIATE_TEST_SUITE_P(Methods, GoldenFits, testing::Values(kSmoAlone, kAlternate, 0L, kPatience));

TEST_P(GoldenFits, Fine) {
  const tolerance::Golden limit = tolerance::golden_fine();
  long active_set_steps = 0;
  for (const auto& golden : file()["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const auto [problem, S] = case_of(golden);
    const int n = problem.n();
    const double tau = limit.tau * S;
    const Solution s = fit(problem, {.tolerance = tau, .patience = GetParam()});
    EXPECT_TRUE(s.report.converged);
    EXPECT_LE(s.report.kkt_gap, tau);
    active_set_steps += s.report.active_set_steps;

    const double dual = golden["dual_objective"].GetDouble(), primal = golden["primal_objective"].GetDouble();
    EXPECT_NEAR(s.dual, dual, limit.dual * std::max(1.0, std::abs(dual)));
    EXPECT_NEAR(s.primal, primal,
                tolerance::scale() * problem.C * n * tau + limit.primal * std::max(1.0, std::abs(primal)));

    expect_near(minus(fitted(problem, s), s.b), golden["g_train"], limit.value * S, "g_train");
    const std::vector<double> f_test = predict(problem, s, golden::matrix_of(golden["X_test"]));
    expect_near(minus(f_test, s.b), golden["g_test"], limit.value * S, "g_test");
    expect_near(f_test, golden["f_test_mid"], limit.value * S, "f_test_mid");
    if (golden["w"].IsArray()) {
      expect_near(s.w, golden["w"], limit.value * S, "w");
    } else {
      EXPECT_TRUE(s.w.empty());
    }

    // The whole interval, not only a b inside it: both ends, where it is one and where it is a point.
    EXPECT_NEAR(s.b_lo, golden["b_lo"].GetDouble(), limit.b * S);
    EXPECT_NEAR(s.b_hi, golden["b_hi"].GetDouble(), limit.b * S);
    EXPECT_NEAR(s.b, golden["b_mid"].GetDouble(), limit.b * S);
    expect_near(s.xi, golden["xi_at_b_mid"], limit.value * S, "xi");
    double xi_sum = 0;
    for (double xi : s.xi) xi_sum += xi;
    EXPECT_NEAR(xi_sum, golden["xi_sum"].GetDouble(), n * limit.value * S);

    double largest = 1;
    for (int i = 0; i < n; ++i) largest = std::max(largest, std::abs(s.alpha[i] - s.alpha_star[i]));
    for (int i = 0; i < n; ++i) {
      const double delta = s.alpha[i] - s.alpha_star[i];
      const auto k = static_cast<rapidjson::SizeType>(i);
      if (golden["delta_unique"].GetBool()) {
        EXPECT_NEAR(delta, golden["delta"][k].GetDouble(), limit.delta * largest) << i;
      } else {
        EXPECT_GE(delta, golden["delta_range"][k][0].GetDouble() - limit.delta * largest) << i;
        EXPECT_LE(delta, golden["delta_range"][k][1].GetDouble() + limit.delta * largest) << i;
      }
      // All margin gaps are at least 5e-5.
      EXPECT_EQ(class_of(s.residual[i], problem.epsilon, 1e-6 * S), golden["class_at_b_mid"][k].GetString()) << i;
    }
  }
  EXPECT_EQ(active_set_steps > 0, GetParam() != kSmoAlone);
}

TEST_P(GoldenFits, Coarse) {
  const tolerance::Golden limit = tolerance::golden_coarse();
  for (const auto& golden : file()["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const auto [problem, S] = case_of(golden);
    const Solution s = fit(problem, {.tolerance = limit.tau, .patience = GetParam()});
    EXPECT_TRUE(s.report.converged);
    EXPECT_LE(s.report.kkt_gap, limit.tau);
    const double dual = golden["dual_objective"].GetDouble();
    EXPECT_NEAR(s.dual, dual, limit.dual * std::max(1.0, std::abs(dual)));
    expect_near(minus(fitted(problem, s), s.b), golden["g_train"], limit.value * S, "g_train");
    EXPECT_GE(s.b, golden["b_lo"].GetDouble() - limit.b * S);
    EXPECT_LE(s.b, golden["b_hi"].GetDouble() + limit.b * S);
    if (golden["w"].IsArray()) expect_near(s.w, golden["w"], limit.value * S, "w");
  }
}

}  // namespace
}  // namespace proofground::svr
