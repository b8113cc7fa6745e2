// The requests of the labs' fingerprints (web/labs/*/fingerprint.ts), made of the C++ itself: what is said to be the same bits
// everywhere is those that Node has stored, whatever the compiler, and the rest agrees to its tolerance.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cifg/cell.h"
#include "cifg/trainer.h"
#include "core/bytes.h"
#include "diffusion/noise_source.h"
#include "diffusion/samplers.h"
#include "diffusion/trainer.h"
#include "digits/sampler.h"
#include "digits/trainer.h"
#include "svdd/svdd.h"
#include "svr/svr.h"
#include "vae/gradients.h"
#include "vae/linear_gaussian.h"
#include "vae/trainer.h"

namespace proofground {
namespace {

/// As web/host/fingerprint/answers.ts.
std::vector<double> spread(int count, int k) {
  std::vector<double> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(((i * 37 + k * 61) % 127 - 63) / 64.0);
  return numbers;
}

std::vector<double> joined(std::initializer_list<std::vector<double>> lists) {
  std::vector<double> all;
  for (const std::vector<double>& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::vector<double> widened(const std::vector<float>& values) { return {values.begin(), values.end()}; }

struct Near {
  std::string name;
  std::vector<double> numbers;
};

/// Compares with what is stored of a lab.
class Answers {
 public:
  explicit Answers(std::string lab) : lab_(std::move(lab)) {}
  void bits(const std::vector<double>& numbers) { hash_.take(numbers.data(), numbers.size() * sizeof(double)); }
  void near(std::string name, std::vector<double> numbers) { near_.push_back({std::move(name), std::move(numbers)}); }

  void expect_stored() const {
    std::ifstream file(std::string(PROOFGROUND_GOLDEN_DIR) + "/../../web/host/fingerprint/stored.json");
    std::stringstream text;
    text << file.rdbuf();
    rapidjson::Document all;
    all.Parse(text.str().c_str());
    ASSERT_TRUE(all.IsObject() && all.HasMember(lab_.c_str())) << lab_;
    const auto& stored = all[lab_.c_str()];
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(hash_.get()));
    EXPECT_STREQ(hash, stored["hash"].GetString()) << lab_;
    const auto& near = stored["near"];
    ASSERT_EQ(near_.size(), near.Size());
    for (rapidjson::SizeType k = 0; k < near.Size(); ++k) {
      const auto& wanted = near[k]["numbers"];
      EXPECT_EQ(near_[k].name, near[k]["name"].GetString());
      ASSERT_EQ(near_[k].numbers.size(), wanted.Size()) << near_[k].name;
      double unit = 0, apart = 0;
      for (rapidjson::SizeType i = 0; i < wanted.Size(); ++i) {
        unit = std::max(unit, std::abs(wanted[i].GetDouble()));
        apart = std::max(apart, std::abs(near_[k].numbers[i] - wanted[i].GetDouble()));
      }
      EXPECT_LE(apart, near[k]["tolerance"].GetDouble() * unit) << lab_ << ", " << near_[k].name;
    }
  }

 private:
  std::string lab_;
  Fingerprint hash_;
  std::vector<Near> near_;
};

TEST(FingerprintOf, SupportVectorRegression) {
  const int n = 40;
  svr::Problem problem{spread(2 * n, 1), 2, spread(n, 2), {}, 8, 0.125};
  for (int i = 0; i < n; ++i) problem.y[i] = problem.x[2 * i] * problem.x[2 * i + 1] + problem.y[i] / 4;
  const auto all = [](const svr::Solution& s) {
    return joined({s.alpha,
                   s.alpha_star,
                   {s.b, s.b_lo, s.b_hi},
                   s.residual,
                   s.xi,
                   {s.primal, s.dual, static_cast<double>(s.report.iterations)}});
  };
  Answers answers("svr");
  problem.kernel = {.type = KernelType::linear};
  const svr::Solution line = svr::fit(problem);
  answers.bits(joined({all(line), svr::predict(problem, line, spread(16, 3))}));
  problem.kernel = {.type = KernelType::poly, .gamma = 0.5, .coef0 = 1, .degree = 3};
  answers.bits(all(svr::fit(problem)));
  problem.kernel = {.type = KernelType::rbf, .gamma = 2};
  const svr::Solution rbf = svr::fit(problem, {.tolerance = 1e-9});
  answers.near("RBF kernel", joined({{rbf.b, rbf.b_lo, rbf.b_hi}, rbf.residual}));
  answers.expect_stored();
}

TEST(FingerprintOf, SupportVectorDataDescription) {
  const int n = 48;
  svdd::Problem problem{spread(2 * n, 4), 2, std::vector<double>(n, 1.0 / n), 0.25, {.type = KernelType::linear}};
  const auto ball = [](const svdd::Solution& s) {
    return joined({{s.rho, s.rho_lo, s.rho_hi, s.center_norm2}, s.distance2});
  };
  const auto all = [&](const svdd::Solution& s) {
    return joined({s.alpha, ball(s), s.xi, {s.primal, s.dual, static_cast<double>(s.report.iterations)}});
  };
  Answers answers("svdd");
  const svdd::Solution line = svdd::fit(problem);
  answers.bits(joined({all(line), line.center}));
  problem.kernel = {.type = KernelType::poly, .gamma = 1, .coef0 = 0.5, .degree = 2};
  answers.bits(all(svdd::fit(problem)));
  problem.kernel = {.type = KernelType::rbf, .gamma = 4};
  answers.near("RBF kernel", ball(svdd::fit(problem, {.tolerance = 1e-9})));
  answers.expect_stored();
}

std::vector<double> trained(cifg::CellKind cell, int truncate) {
  cifg::TrainSettings settings;
  settings.cell = cell;
  settings.dh = 8;
  settings.batch = 16;
  settings.learning_rate = 0.015625;
  settings.truncate = truncate;
  settings.seed = 7;
  cifg::Trainer trainer(cifg::make_task(cifg::Adding{10}, settings.seed), settings);
  std::vector<double> numbers = trainer.advance(20);
  const cifg::NetworkWeights w = trainer.weights();
  for (const auto* gate : {&w.f, &w.o, &w.c}) {
    for (const auto* list : {&gate->W, &gate->U, &gate->b}) numbers.insert(numbers.end(), list->begin(), list->end());
  }
  return joined({numbers, widened(w.V), {w.b_y}});
}

TEST(FingerprintOf, CoupledGates) {
  const int dx = 2, dh = 3, T = 4;
  const auto gate = [&](int k) {
    return cifg::Gate<double>{spread(dh * dx, k), spread(dh * dh, k + 1), spread(dh, k + 2)};
  };
  const cifg::Problem<double> cell{{dx, dh, T, 1},     {gate(5), gate(8), gate(11)},
                                   spread(T * dx, 14), spread(dh, 15),
                                   spread(dh, 16),     spread(T * dh, 17)};
  const cifg::Gradients<double> gradients = cifg::backward(cell, cifg::forward(cell));
  Answers answers("cifg");
  const auto& params = gradients.params;
  answers.near("gradients",
               joined({{gradients.loss}, params.f.W, params.c.U, params.o.b, gradients.h0, gradients.deltas.c}));
  answers.bits(trained(cifg::CellKind::cifg, 0));
  answers.bits(trained(cifg::CellKind::lstm, 4));
  answers.expect_stored();
}

TEST(FingerprintOf, Diffusion) {
  using namespace diffusion;
  const Mixture data{{1, 2}, {-1, 0.5, 1, -0.5}, {0.125, 0, 0, 0.125, 0.25, 0.0625, 0.0625, 0.25}, 2};
  const Schedule line = linear_schedule(20, 0.0078125, 0.25), cosine = cosine_schedule(20, 0.0078125, 0.984375);
  const auto column = [](const Schedule& schedule, double Step::* field) {
    std::vector<double> numbers;
    for (const Step& step : schedule.steps) numbers.push_back(step.*field);
    return numbers;
  };
  Answers answers("diffusion");
  answers.bits(joined({column(line, &Step::beta), column(line, &Step::alpha), column(line, &Step::alpha_bar)}));
  answers.near("what follows from it", joined({column(line, &Step::noise), column(line, &Step::variance),
                                               column(line, &Step::mean_xt), column(line, &Step::mean_x0)}));
  answers.near("cosine schedule", column(cosine, &Step::alpha_bar));
  const Denoised exact = Oracle(data).denoise(line.at(10), spread(8, 18));
  answers.near("exact denoiser", joined({exact.x0, exact.eps, exact.score, exact.log_density}));
  TrainSettings settings;
  settings.shape = {2, Embedding::sinusoidal, 8, 24, 2};
  settings.batch = 32;
  settings.learning_rate = 0.015625;
  settings.ema_decay = 0.875;
  settings.seed = 7;
  Trainer trainer(data, line, settings);
  const std::vector<double> losses = trainer.advance(20);
  answers.bits(joined({losses, trainer.eps(spread(8, 18), 10)}));
  const auto sampled = [&](std::unique_ptr<NoiseSource> source, SampleMethod method, int steps) {
    SampleSettings sampling;
    sampling.method = method;
    sampling.steps = steps;
    sampling.count = 8;
    sampling.seed = 9;
    Sampler sampler(line, std::move(source), sampling);
    (void)sampler.advance(20);
    return sampler.x();
  };
  answers.bits(sampled(network_source(trainer.averaged(), line), SampleMethod::ddim, 10));
  answers.near("ancestral, of the exact denoiser",
               sampled(oracle_source(data, line, 1000, 10), SampleMethod::ancestral, 1));
  answers.expect_stored();
}

TEST(FingerprintOf, VaeAndDigits) {
  const int dx = 3, dz = 2, hidden = 4, batch = 2;
  vae::VaeProblem<double> toy;
  toy.sizes = {dx, dz, hidden, batch};
  toy.params = {spread(hidden * dx, 20), spread(hidden, 21), spread(dz * hidden, 22), spread(dz, 23),
                spread(dz * hidden, 24), spread(dz, 25),     spread(hidden * dz, 26), spread(hidden, 27),
                spread(dx * hidden, 28), spread(dx, 29)};
  toy.x = spread(batch * dx, 32);
  toy.eps = spread(batch * dz, 33);
  const vae::VaeStates<double> states = vae::forward(toy);
  const vae::VaeGradients gradients = vae::backward(toy, states);
  const auto& p = gradients.params;
  Answers answers("vae");
  answers.near("gradients", joined({{states.loss}, states.kl, p.W_e, p.W_lv, p.b_d, p.W_x, gradients.x}));
  const vae::Elbo e = vae::linear_gaussian_elbo({2, 1, {2, 0.5}, {1, -1}, 0.5}, {2.5, 0.25}, {{0.5}, {0.5}});
  answers.near("linear-Gaussian model", {e.elbo, e.expected_log_lik, e.kl, e.log_px, e.gap, e.best_diag_elbo});

  vae::TrainSettings settings;
  settings.shape = {2, 2, 16, 1, 0, vae::Likelihood::gaussian, 0.0625};
  settings.held_out = 16;
  settings.batch = 16;
  settings.learning_rate = 0.015625;
  settings.ema_decay = 0.875;
  settings.seed = 7;
  const std::vector<double> points = spread(2 * 64, 30);
  vae::Trainer trainer({points, {}}, settings);
  const std::vector<double> losses = trainer.advance(20);
  const vae::Network& network = trainer.averaged();
  const vae::Codes codes = network.encode({points.begin(), points.begin() + 16}, {});
  answers.bits(joined({losses, codes.mu, codes.log_var}));
  Rng rng(9);
  std::vector<double> z(16);
  for (double& value : z) value = rng.normal();
  answers.bits(network.means(network.decode(z, {})));

  digits::Images images{spread(16 * 24, 31), {}};
  for (double& value : images.pixels) value = (value + 1) / 2;
  for (int i = 0; i < 24; ++i) images.labels.push_back(i % 3);
  const diffusion::Schedule schedule = diffusion::linear_schedule(16, 0.0078125, 0.25);
  digits::TrainSettings training;
  training.shape = {16, 3, 8, 16, 2};
  training.label_dropout = 0.125;
  training.batch = 16;
  training.learning_rate = 0.015625;
  training.ema_decay = 0.875;
  training.seed = 7;
  digits::Trainer denoiser(images, schedule, training);
  answers.bits(denoiser.advance(20));
  digits::SampleSettings sampling;
  sampling.steps = 8;
  sampling.classes = {0, 1, 2};
  sampling.guidance = 1.5;
  sampling.seed = 9;
  digits::Sampler sampler(denoiser.averaged(), schedule, sampling);
  (void)sampler.advance(8);
  answers.bits(sampler.x());
  answers.expect_stored();
}

}  // namespace
}  // namespace proofground
