// The 11 golden cases of the VAE, at the file's tolerances.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numeric>

#include "golden.h"
#include "tolerances.h"
#include "vae/gradients.h"
#include "vae/kl.h"
#include "vae/linear_gaussian.h"

namespace proofground::vae {
namespace {

/// Every number below value, in order; closed forms are strings of 25 digits.
std::vector<double> flat(const rapidjson::Value& value) {
  if (value.IsString()) return {std::strtod(value.GetString(), nullptr)};
  if (!value.IsArray()) return {value.GetDouble()};
  std::vector<double> values;
  for (const auto& entry : value.GetArray()) {
    const std::vector<double> inner = flat(entry);
    values.insert(values.end(), inner.begin(), inner.end());
  }
  return values;
}

std::vector<double> list_of(const rapidjson::Value& object, const std::string& name) {
  return object.HasMember(name) ? flat(object[name]) : std::vector<double>{};
}

/// The file's norm: |a - b| <= limit max(1, max |b|).
void expect_array(const std::vector<double>& value, const rapidjson::Value& golden, const std::string& what) {
  const std::vector<double> expected = flat(golden);
  ASSERT_EQ(value.size(), expected.size()) << what;
  double size = 1;
  for (const double b : expected) size = std::max(size, std::abs(b));
  for (std::size_t i = 0; i < value.size(); ++i)
    EXPECT_NEAR(value[i], expected[i], tolerance::golden_vae().array * size) << what << "[" << i << "]";
}

/// 1e-10 relative, and next to 0 what the file grants each dimension.
void expect_divergence(double value, double expected, std::size_t dimensions, const std::string& what) {
  const double limit = tolerance::golden_vae().kl * std::abs(expected) +
                       tolerance::golden_vae().kl_per_dimension * static_cast<double>(dimensions);
  EXPECT_NEAR(value, expected, limit) << what;
}

void expect_kl(const rapidjson::Value& golden) {
  const std::vector<double> mu = flat(golden["mu"]), log_var = flat(golden["logvar"]);
  const std::vector<double> terms = kl_standard_normal(mu, log_var), expected = flat(golden["kl_per_dim"]);
  ASSERT_EQ(terms.size(), expected.size());
  for (std::size_t j = 0; j < terms.size(); ++j) expect_divergence(terms[j], expected[j], 1, "kl_per_dim");
  expect_divergence(std::accumulate(terms.begin(), terms.end(), 0.0), flat(golden["kl"]).front(), terms.size(), "kl");

  // Its slopes, as backward() adds them to a loss that does not depend on z: a decoder of zeros.
  VaeProblem<double> problem;
  const int dz = static_cast<int>(mu.size());
  problem.sizes = {1, dz, 0, 1};
  const std::vector<double> zeros(mu.size(), 0.0);
  problem.params = {{}, {}, zeros, mu, zeros, log_var, {}, {}, zeros, {0}};
  problem.x = {0};
  problem.eps = zeros;
  const VaeGradients gradients = backward(problem, forward(problem));
  expect_array(gradients.mu, golden["dkl_dmu"], "dkl_dmu");
  const std::vector<double> slopes = flat(golden["dkl_dlogvar"]);
  for (std::size_t j = 0; j < mu.size(); ++j) expect_divergence(gradients.log_var[j], slopes[j], 1, "dkl_dlogvar");
}

VaeProblem<double> problem_of(const rapidjson::Value& golden) {
  VaeProblem<double> problem;
  problem.sizes = {golden["d_x"].GetInt(), golden["d_z"].GetInt(), golden["hidden"].GetInt(), golden["batch"].GetInt()};
  problem.recon =
      std::string(golden["recon"].GetString()) == "bernoulli" ? Reconstruction::bernoulli : Reconstruction::gaussian;
  problem.beta_kl = golden["beta_kl"].GetDouble();
  const auto& p = golden["params"];
  problem.params = {list_of(p, "W_e"),  list_of(p, "b_e"), list_of(p, "W_mu"), list_of(p, "b_mu"), list_of(p, "W_lv"),
                    list_of(p, "b_lv"), list_of(p, "W_d"), list_of(p, "b_d"),  list_of(p, "W_x"),  list_of(p, "b_x")};
  problem.x = flat(golden["x"]);
  problem.eps = flat(golden["eps"]);
  return problem;
}

void expect_gradients(const rapidjson::Value& golden) {
  const VaeProblem<double> problem = problem_of(golden);
  ASSERT_NO_THROW(require_valid(problem));
  const VaeStates<double> states = forward(problem);
  const VaeGradients gradients = backward(problem, states);
  const auto& there = golden["forward"];
  expect_array(states.mu, there["mu"], "mu");
  expect_array(states.log_var, there["logvar"], "logvar");
  expect_array(states.z, there["z"], "z");
  expect_array(states.x_out, there["x_out"], "x_out");
  expect_array(states.recon, there["recon"], "recon");
  expect_array(states.kl, there["kl"], "kl");
  expect_array({states.loss}, there["loss"], "loss");
  const auto& back = golden["grad"];
  const auto& p = gradients.params;
  const char* names[] = {"W_e", "b_e", "W_mu", "b_mu", "W_lv", "b_lv", "W_d", "b_d", "W_x", "b_x"};
  for (std::size_t k = 0; k < 10; ++k) {
    ASSERT_EQ(back.HasMember(names[k]), !p.lists()[k]->empty()) << names[k];
    if (back.HasMember(names[k])) expect_array(*p.lists()[k], back[names[k]], names[k]);
  }
  expect_array(gradients.x, back["x"], "x");
  expect_array(gradients.mu, back["mu"], "grad mu");
  expect_array(gradients.log_var, back["logvar"], "grad logvar");
  expect_array(gradients.z, back["z"], "grad z");
  expect_array(gradients.x_out, back["x_out"], "grad x_out");
}

void expect_elbo(const rapidjson::Value& golden) {
  LinearGaussian model;
  model.D = flat(golden["D"]);
  model.b = flat(golden["b"]);
  model.noise_var = golden["noise_var"].GetDouble();
  const DiagonalGaussian q{flat(golden["q_mean"]), flat(golden["q_var"])};
  model.dx = static_cast<int>(model.b.size());
  model.dz = static_cast<int>(q.mean.size());
  const Elbo answer = linear_gaussian_elbo(model, flat(golden["x"]), q);
  const auto near = [&](const std::vector<double>& values, const char* field) {
    const std::vector<double> expected = flat(golden[field]);
    ASSERT_EQ(values.size(), expected.size()) << field;
    for (std::size_t i = 0; i < values.size(); ++i)
      EXPECT_NEAR(values[i], expected[i], tolerance::golden_vae().elbo * std::max(1.0, std::abs(expected[i]))) << field;
  };
  near({answer.log_px}, "log_px");
  near({answer.elbo}, "elbo");
  near({answer.expected_log_lik}, "expected_log_lik");
  near({answer.kl}, "kl");
  near({answer.gap}, "gap");
  near(answer.posterior_mean, "posterior_mean");
  near(answer.posterior_cov, "posterior_cov");
  near(answer.best_diag_var, "best_diag_var");
  near({answer.best_diag_elbo}, "best_diag_elbo");
}

TEST(VaeGolden, AllElevenCases) {
  const rapidjson::Document file = golden::read("vae.json");
  int divergences = 0, gradients = 0, bounds = 0;
  for (const auto& golden : file["cases"].GetArray()) {
    SCOPED_TRACE(golden["id"].GetString());
    const std::string type = golden["type"].GetString();
    if (type == "kl_diag_std_normal") {
      expect_kl(golden);
      ++divergences;
    } else if (type == "reparam_grad") {
      expect_gradients(golden);
      ++gradients;
    } else if (type == "elbo_linear_gaussian") {
      expect_elbo(golden);
      ++bounds;
    }
  }
  EXPECT_EQ(divergences, 4);
  EXPECT_EQ(gradients, 5);
  EXPECT_EQ(bounds, 2);
}

}  // namespace
}  // namespace proofground::vae
