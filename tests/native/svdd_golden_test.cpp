// The 30 golden problems, at the fine and at the coarse tolerances of the file, by either method.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "golden.h"
#include "svdd/distance.h"
#include "svdd/svdd.h"
#include "tolerances.h"

namespace proofground::svdd {
namespace {

struct Case {
  Problem problem;
  double S = 1;  ///< max(1, max dist2_train): the unit of the file's tolerances
};

Case case_of(const rapidjson::Value& golden) {
  Case c;
  c.problem.d = golden["d"].GetInt();
  c.problem.x = golden::matrix_of(golden["X"]);
  c.problem.weights = golden::vector_of(golden["C"]);
  c.problem.nu = golden["nu"].GetDouble();
  c.problem.kernel = golden::kernel_of(golden["kernel"]);
  for (double d2 : golden::vector_of(golden["dist2_train"])) c.S = std::max(c.S, d2);
  return c;
}

/// Each value within limit times the larger of S and what is expected.
void expect_near(const std::vector<double>& value, const rapidjson::Value& golden, double limit, double S,
                 const char* what) {
  const std::vector<double> expected = golden::vector_of(golden);
  ASSERT_EQ(value.size(), expected.size()) << what;
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[i], limit * std::max(S, std::abs(expected[i]))) << what << "[" << i << "]";
}

std::string class_of(double distance2, double rho, double band) {
  if (std::abs(distance2 - rho) <= band) return "boundary";
  return distance2 > rho ? "outside" : "inside";
}

class SvddGolden : public testing::Test {
 protected:
  static const rapidjson::Document& file() {
    static const rapidjson::Document document = golden::read("svdd.json");
    return document;
  }
};

TEST_F(SvddGolden, HasAllCases) { EXPECT_EQ(file()["cases"].Size(), 30u); }

/// By the patience of the fit: pair steps alone, and in turns with active-set steps. Else none of these problems is so hard
/// that one comes.
class SvddGoldenFits : public SvddGolden, public testing::WithParamInterface<long> {};
INSTANTIATE_TEST_SUITE_P(Methods, SvddGoldenFits, testing::Values(kSmoAlone, kAlternate));

TEST_P(SvddGoldenFits, Fine) {
  const tolerance::GoldenBall limit = tolerance::golden_ball_fine();
  long active_set_steps = 0;
  for (const auto& golden : file()["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const auto [problem, S] = case_of(golden);
    const Solution s = fit(problem, {.tolerance = limit.tau * S, .patience = GetParam()});
    EXPECT_TRUE(s.report.converged);
    EXPECT_LE(s.report.kkt_gap, limit.tau * S);
    active_set_steps += s.report.active_set_steps;

    const double optimum = golden["primal_objective"].GetDouble();
    EXPECT_NEAR(s.primal, optimum, limit.objective * std::max(1.0, optimum));
    EXPECT_NEAR(s.dual, golden["dual_objective"].GetDouble(), limit.objective * std::max(1.0, optimum));

    expect_near(s.distance2, golden["dist2_train"], limit.distance2, S, "dist2_train");
    expect_near(distance2(problem, s, golden::matrix_of(golden["X_test"])), golden["dist2_test"], limit.distance2, S,
                "dist2_test");
    if (golden["mu"].IsArray()) {
      expect_near(s.center, golden["mu"], limit.mu, std::sqrt(S), "mu");
    } else {
      EXPECT_TRUE(s.center.empty());
    }
    const double norm2 = golden["mu_norm2"].GetDouble();
    EXPECT_NEAR(s.center_norm2, norm2, limit.mu * std::max(S, norm2));

    // The whole interval, not only a rho inside it: both ends, where it is one and where it is a point.
    EXPECT_NEAR(s.rho_lo, golden["rho_lo"].GetDouble(), limit.rho * S);
    EXPECT_NEAR(s.rho_hi, golden["rho_hi"].GetDouble(), limit.rho * S);
    EXPECT_NEAR(s.rho, golden["rho_mid"].GetDouble(), limit.rho * S);
    expect_near(s.xi, golden["xi_at_rho_mid"], limit.distance2, S, "xi");
    // All margin gaps are at least 3.7e-5.
    for (int i = 0; i < problem.n(); ++i)
      EXPECT_EQ(class_of(s.distance2[i], s.rho, 1e-6 * S),
                golden["class_at_rho_mid"][static_cast<rapidjson::SizeType>(i)].GetString())
          << i;

    double sum = 0;
    for (int i = 0; i < problem.n(); ++i) {
      const auto k = static_cast<rapidjson::SizeType>(i);
      sum += s.alpha[i];
      if (golden["alpha_unique"].GetBool()) {
        EXPECT_NEAR(s.alpha[i], golden["alpha"][k].GetDouble(), limit.alpha) << i;
      } else {
        EXPECT_GE(s.alpha[i], golden["alpha_range"][k][0].GetDouble() - limit.alpha) << i;
        EXPECT_LE(s.alpha[i], golden["alpha_range"][k][1].GetDouble() + limit.alpha) << i;
      }
    }
    EXPECT_NEAR(sum, 1, limit.alpha_sum);
    EXPECT_NEAR(s.alpha_sum_lo, golden["alpha_sum_range"][0].GetDouble(), limit.alpha_sum);
    EXPECT_EQ(golden["alpha_sum_range"][1].GetDouble(), 1);
  }
  EXPECT_EQ(active_set_steps > 0, GetParam() != kSmoAlone);
}

TEST_P(SvddGoldenFits, Coarse) {
  const tolerance::GoldenBall limit = tolerance::golden_ball_coarse();
  for (const auto& golden : file()["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const auto [problem, S] = case_of(golden);
    const Solution s = fit(problem, {.tolerance = limit.tau * S, .patience = GetParam()});
    EXPECT_TRUE(s.report.converged);
    EXPECT_LE(s.report.kkt_gap, limit.tau * S);
    const double optimum = golden["dual_objective"].GetDouble();
    EXPECT_NEAR(s.dual, optimum, limit.objective * std::max(1.0, optimum));
    expect_near(s.distance2, golden["dist2_train"], limit.distance2, S, "dist2_train");
    expect_near(distance2(problem, s, golden::matrix_of(golden["X_test"])), golden["dist2_test"], limit.distance2, S,
                "dist2_test");
    if (golden["mu"].IsArray()) expect_near(s.center, golden["mu"], limit.mu, std::sqrt(S), "mu");
  }
}

TEST_F(SvddGolden, EquivalentProblemsHaveOneBall) {
  int pairs = 0;
  for (const auto& golden : file()["cases"].GetArray()) {
    if (!golden.HasMember("equivalent_to") || !golden["equivalent_to"].IsString()) continue;
    for (const auto& other : file()["cases"].GetArray()) {
      if (std::string(other["id"].GetString()) != golden["equivalent_to"].GetString()) continue;
      const tolerance::GoldenBall limit = tolerance::golden_ball_fine();
      const auto [problem, S] = case_of(golden);
      const Solution a = fit(problem, {.tolerance = limit.tau * S});
      const Solution b = fit(case_of(other).problem, {.tolerance = limit.tau * S});
      EXPECT_NEAR(a.rho, b.rho, limit.rho * S);
      EXPECT_NEAR(a.dual, b.dual, limit.objective * std::max(1.0, a.dual));
      for (int k = 0; k < problem.d; ++k) EXPECT_NEAR(a.center[k], b.center[k], limit.mu * std::sqrt(S));
      ++pairs;
    }
  }
  EXPECT_EQ(pairs, 2);
}

}  // namespace
}  // namespace proofground::svdd
