// The 27 golden cases of problem 4, at the file's tolerances.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <set>

#include "core/gaussian.h"
#include "diffusion/mixture.h"
#include "diffusion/process.h"
#include "diffusion/quadrature.h"
#include "golden.h"
#include "tolerances.h"

namespace proofground::diffusion {
namespace {

/// A number, or a string of 25 digits.
double number(const rapidjson::Value& value) {
  return value.IsString() ? std::strtod(value.GetString(), nullptr) : value.GetDouble();
}

std::vector<double> numbers(const rapidjson::Value& array) {
  std::vector<double> values;
  for (const auto& value : array.GetArray()) {
    if (value.IsArray()) {
      const std::vector<double> inner = numbers(value);
      values.insert(values.end(), inner.begin(), inner.end());
    } else {
      values.push_back(number(value));
    }
  }
  return values;
}

Schedule schedule_in(const rapidjson::Value& golden) {
  const auto& object = golden["schedule"];
  const std::string kind = object["kind"].GetString();
  const int T = object["T"].GetInt();
  if (kind == "linear") return linear_schedule(T, number(object["beta_1"]), number(object["beta_T"]));
  if (kind == "cosine") return cosine_schedule(T, number(object["s"]), number(object["max_beta"]));
  EXPECT_EQ(kind, "constant");
  return constant_schedule(T, number(object["beta"]));
}

void expect_relative(double value, double expected, double limit, const char* what) {
  EXPECT_NEAR(value, expected, limit * std::abs(expected)) << what;
}

/// The file's norm: |a - b| <= limit max(1, max |b|).
void expect_vector(const std::vector<double>& value, const std::vector<double>& expected, const char* what) {
  ASSERT_EQ(value.size(), expected.size()) << what;
  double size = 1;
  for (const double b : expected) size = std::max(size, std::abs(b));
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[i], tolerance::golden_diffusion().vector * size) << what << "[" << i << "]";
}

class DiffusionGolden : public testing::Test {
 protected:
  static const rapidjson::Document& file() {
    static const rapidjson::Document document = golden::read("ddpm.json");
    return document;
  }
  /// Calls test(case) for every case of a type. @return how many there were
  template <class Test>
  static int each(const std::string& type, const Test& test) {
    int count = 0;
    for (const auto& golden : file()["cases"].GetArray()) {
      if (golden["type"].GetString() != type) continue;
      SCOPED_TRACE(golden["id"].GetString());
      test(golden);
      ++count;
    }
    return count;
  }
};

TEST_F(DiffusionGolden, HasAllCases) { EXPECT_EQ(file()["cases"].Size(), 27u); }

TEST_F(DiffusionGolden, Schedules) {
  const int count = each("schedule", [](const rapidjson::Value& golden) {
    const Schedule schedule = schedule_in(golden);
    // Both ends to 1e-12, for the cosine as well, where the file would allow 1e-9.
    const double limit = tolerance::golden_diffusion().schedule;
    for (const auto& row : golden["rows"].GetArray()) {
      SCOPED_TRACE(row["t"].GetInt());
      const Step& step = schedule.at(row["t"].GetInt());
      expect_relative(step.beta, number(row["beta"]), limit, "beta");
      expect_relative(step.alpha, number(row["alpha"]), limit, "alpha");
      expect_relative(step.alpha_bar, number(row["alpha_bar"]), limit, "alpha_bar");
      expect_relative(step.alpha_bar_prev, number(row["alpha_bar_prev"]), limit, "alpha_bar_prev");
      expect_relative(step.noise, number(row["one_minus_alpha_bar"]), limit, "one_minus_alpha_bar");
      expect_relative(std::sqrt(step.alpha_bar), number(row["sqrt_alpha_bar"]), limit, "sqrt_alpha_bar");
      expect_relative(std::sqrt(step.noise), number(row["sqrt_one_minus_alpha_bar"]), limit, "sqrt");
      expect_relative(step.mean_xt, number(row["coef_xt"]), limit, "coef_xt");
      expect_relative(step.mean_x0, number(row["coef_x0"]), limit, "coef_x0");
      expect_relative(step.variance, number(row["beta_tilde"]), limit, "beta_tilde");
      expect_relative(step.alpha_bar / step.noise, number(row["snr"]), limit, "snr");
      if (row["elbo_weight"].IsNull()) {
        EXPECT_TRUE(std::isinf(step.weight));
      } else {
        expect_relative(step.weight, number(row["elbo_weight"]), limit, "elbo_weight");
      }
    }
    const Step& last = schedule.steps.back();
    expect_relative(last.alpha_bar, number(golden["alpha_bar_T"]), limit, "alpha_bar_T");
    expect_relative(prior_kl(last.alpha_bar, last.noise, 1, 1), number(golden["prior_kl_x0_1"]), limit, "prior_kl");
    if (golden.HasMember("clipped_t")) {
      std::set<double> clipped;
      for (int t = 1; t <= schedule.T(); ++t)
        if (schedule.at(t).beta == number(golden["schedule"]["max_beta"])) clipped.insert(t);
      const std::vector<double> expected = numbers(golden["clipped_t"]);
      EXPECT_EQ(clipped, std::set<double>(expected.begin(), expected.end()));
    }
  });
  EXPECT_EQ(count, 5);
}

TEST_F(DiffusionGolden, GaussianKl) {
  const int count = each("gaussian_kl", [](const rapidjson::Value& golden) {
    const double kl = gaussian_kl({numbers(golden["mu1"]), numbers(golden["Sigma1"])},
                                  {numbers(golden["mu2"]), numbers(golden["Sigma2"])});
    expect_vector({kl}, {number(golden["kl"])}, "kl");
  });
  EXPECT_EQ(count, 4);
}

TEST_F(DiffusionGolden, BothMeans) {
  const int count = each("mean_identity", [](const rapidjson::Value& golden) {
    const Schedule schedule = schedule_in(golden);
    const Step& step = schedule.at(golden["t"].GetInt());
    const std::vector<double> x0 = numbers(golden["x0"]), eps = numbers(golden["eps"]);
    const std::vector<double> guess = numbers(golden["eps_theta"]);
    const std::vector<double> xt = noised(step, x0, eps), x0_hat = predicted_x0(step, xt, guess);
    expect_vector(xt, numbers(golden["x_t"]), "x_t");
    expect_vector(x0_hat, numbers(golden["x0_hat"]), "x0_hat");
    const std::vector<double> mu_theta = mean_of_noise(step, xt, guess), mu_tilde = posterior_mean(step, xt, x0);
    expect_vector(mu_theta, numbers(golden["mu_theta"]), "mu_theta, noise form");
    expect_vector(posterior_mean(step, xt, x0_hat), numbers(golden["mu_theta"]), "mu_theta, posterior form");
    expect_vector(mu_tilde, numbers(golden["mu_tilde"]), "mu_tilde");
    const double limit = tolerance::golden_diffusion().kl;
    expect_relative(step.variance, number(golden["beta_tilde"]), limit, "beta_tilde");
    if (golden["kl"].IsNull()) {
      EXPECT_EQ(step.variance, 0);
      return;
    }
    const std::size_t d = x0.size();
    std::vector<double> covariance(d * d, 0.0);
    double error = 0;
    for (std::size_t i = 0; i < d; ++i) {
      covariance[i * d + i] = step.variance;
      error += (eps[i] - guess[i]) * (eps[i] - guess[i]);
    }
    expect_relative(step.weight, number(golden["elbo_weight"]), limit, "elbo_weight");
    expect_relative(step.weight * error, number(golden["kl"]), limit, "kl, from the noise");
    expect_relative(gaussian_kl({mu_tilde, covariance}, {mu_theta, covariance}), number(golden["kl"]), limit, "kl");
  });
  EXPECT_EQ(count, 8);
}

TEST_F(DiffusionGolden, ExactDenoisers) {
  const int count = each("optimal_denoiser", [](const rapidjson::Value& golden) {
    const Oracle oracle(
        {numbers(golden["weights"]), numbers(golden["means"]), numbers(golden["covariances"]), golden["d"].GetInt()});
    Step step;
    step.alpha_bar = number(golden["alpha_bar"]);
    step.noise = 1 - step.alpha_bar;
    const Moments data = oracle.moments(1, 0), marginal = oracle.moments(step.alpha_bar, step.noise);
    expect_vector(data.mean, numbers(golden["data_mean"]), "data_mean");
    expect_vector(data.covariance, numbers(golden["data_cov"]), "data_cov");
    expect_vector(marginal.mean, numbers(golden["marginal_mean"]), "marginal_mean");
    expect_vector(marginal.covariance, numbers(golden["marginal_cov"]), "marginal_cov");
    for (const auto& query : golden["queries"].GetArray()) {
      const Denoised at = oracle.denoise(step, numbers(query["x_t"]));
      expect_vector(at.x0, numbers(query["E_x0"]), "E_x0");
      expect_vector(at.eps, numbers(query["eps_star"]), "eps_star");
      expect_vector(at.score, numbers(query["score"]), "score");
      expect_vector(at.log_density, {number(query["log_density"])}, "log_density");
    }
    EXPECT_NEAR(bayes_error(oracle, step), number(golden["min_eps_mse"]), tolerance::golden_diffusion().bayes_error);
  });
  EXPECT_EQ(count, 6);
}

// Mean and variance of the sampler's x_t: the denoiser of Gaussian data is affine, so that two points give its slope.
TEST_F(DiffusionGolden, AncestralSamplingOfAGaussian) {
  const int count = each("ancestral_gaussian", [](const rapidjson::Value& golden) {
    const Schedule schedule = schedule_in(golden);
    const Oracle oracle({{1}, {number(golden["data_mean"])}, {number(golden["data_var"])}, 1});
    for (const bool posterior : {true, false}) {
      double mean = 0, variance = 1;
      int seen = 0;
      const auto& rows = golden[posterior ? "x_t_moments_beta_tilde" : "x_t_moments_beta"];
      for (int t = schedule.T(); t >= 0; --t) {
        for (const auto& row : rows.GetArray()) {
          if (row["t"].GetInt() != t) continue;
          EXPECT_NEAR(mean, number(row["mean"]), tolerance::golden_diffusion().moment) << t;
          EXPECT_NEAR(variance, number(row["var"]), tolerance::golden_diffusion().moment) << t;
          ++seen;
        }
        if (t == 0) break;
        const Step& step = schedule.at(t);
        const auto down = [&](double x) { return posterior_mean(step, {x}, oracle.denoise(step, {x}).x0).front(); };
        const double slope = down(1) - down(0);
        mean = down(mean);
        variance = slope * slope * variance + (t == 1 ? 0 : posterior ? step.variance : step.beta);
      }
      EXPECT_EQ(seen, 4);
    }
  });
  EXPECT_EQ(count, 4);
}

}  // namespace
}  // namespace proofground::diffusion
