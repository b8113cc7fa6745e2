// The gradients by routes that share nothing with backward(): complex steps, central differences, exact values.
#include "vae/gradients.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "refused.h"
#include "tolerances.h"
#include "vae_drawn.h"

namespace proofground::vae {
namespace {

/// What the loss depends on, list by list, and their gradients in the same order.
template <class Scalar>
std::vector<std::vector<Scalar>*> inputs_of(VaeProblem<Scalar>& problem) {
  const auto params = problem.params.lists();
  std::vector<std::vector<Scalar>*> lists(params.begin(), params.end());
  lists.push_back(&problem.x);
  return lists;
}
std::vector<const std::vector<double>*> answers_of(const VaeGradients& gradients) {
  const auto params = gradients.params.lists();
  std::vector<const std::vector<double>*> lists(params.begin(), params.end());
  lists.push_back(&gradients.x);
  return lists;
}

double slope_at(VaeProblem<Complex>& problem, Complex& entry) {
  entry += Complex(0, kComplexStep);
  const double slope = forward(problem).loss.imag() / kComplexStep;
  entry = entry.real();
  return slope;
}

// Every number that the loss depends on, each by a complex step of its own.
RC_GTEST_PROP(VaeGradients, EveryGradientIsTheComplexStep, ()) {
  const VaeProblem<double> problem = any_vae();
  const VaeGradients gradients = backward(problem, forward(problem));
  VaeProblem<Complex> stepped = complexified(problem);
  const auto inputs = inputs_of(stepped);
  const auto answers = answers_of(gradients);
  for (std::size_t list = 0; list < inputs.size(); ++list) {
    RC_ASSERT(inputs[list]->size() == answers[list]->size());
    const double limit = tolerance::complex_step() * scale_of(*answers[list]);
    for (std::size_t i = 0; i < inputs[list]->size(); ++i)
      RC_ASSERT(std::abs((*answers[list])[i] - slope_at(stepped, (*inputs[list])[i])) <= limit);
  }
}

// The usual check, with its usual digits.
RC_GTEST_PROP(VaeGradients, EveryGradientIsTheCentralDifference, ()) {
  VaeProblem<double> problem = any_vae();
  if (problem.recon == Reconstruction::bernoulli)
    for (double& x : problem.x) x = 0.1 + 0.8 * x;
  const VaeGradients gradients = backward(problem, forward(problem));
  const auto inputs = inputs_of(problem);
  const auto answers = answers_of(gradients);
  constexpr double kStep = 1e-5;
  for (std::size_t list = 0; list < inputs.size(); ++list) {
    if (inputs[list]->empty()) continue;
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, inputs[list]->size());
    double& entry = (*inputs[list])[i];
    const double value = entry;
    entry = value + kStep;
    const double above = forward(problem).loss;
    entry = value - kStep;
    const double below = forward(problem).loss;
    entry = value;
    // The third derivative of weights of this size, and rounding of the loss over the step.
    const double size = scale_of(*answers[list]) + std::abs(above);
    RC_ASSERT(std::abs((*answers[list])[i] - (above - below) / (2 * kStep)) <=
              10 * tolerance::central_difference() * size);
  }
}

// The four that are no inputs: each node is moved by the bias that feeds it alone, or by eps.
RC_GTEST_PROP(VaeGradients, NodesAreMovedByWhatFeedsThem, ()) {
  VaeProblem<double> problem = any_vae();
  problem.sizes.batch = 1;
  problem.x.resize(problem.sizes.dx);
  problem.eps.resize(problem.sizes.dz);
  const VaeStates<double> states = forward(problem);
  const VaeGradients gradients = backward(problem, states);
  VaeProblem<Complex> stepped = complexified(problem);
  for (int j = 0; j < problem.sizes.dz; ++j) {
    const double limit = tolerance::complex_step() *
                         (1 + std::abs(gradients.z[j]) + std::abs(gradients.log_var[j]) + std::abs(gradients.mu[j]));
    RC_ASSERT(std::abs(gradients.mu[j] - slope_at(stepped, stepped.params.b_mu[j])) <= limit);
    RC_ASSERT(std::abs(gradients.log_var[j] - slope_at(stepped, stepped.params.b_lv[j])) <= limit);
    // dz / deps = exp(v / 2), and the divergence does not know eps.
    const double by_eps = slope_at(stepped, stepped.eps[j]);
    const double sigma = std::exp(0.5 * states.log_var[j]);
    RC_ASSERT(std::abs(gradients.z[j] * sigma - by_eps) <= limit * std::max(1.0, sigma));
  }
  for (int i = 0; i < problem.sizes.dx; ++i)
    RC_ASSERT(std::abs(gradients.x_out[i] - slope_at(stepped, stepped.params.b_x[i])) <=
              tolerance::complex_step() * (1 + std::abs(gradients.x_out[i])));
}

// The mean over the batch: of samples alone, the same loss and gradients.
RC_GTEST_PROP(VaeGradients, ABatchIsTheMeanOfItsSamples, ()) {
  const VaeProblem<double> problem = any_vae();
  const VaeSizes& s = problem.sizes;
  const VaeGradients whole = backward(problem, forward(problem));
  double loss = 0;
  std::vector<double> W_mu(whole.params.W_mu.size(), 0.0);
  for (int n = 0; n < s.batch; ++n) {
    VaeProblem<double> one = problem;
    one.sizes.batch = 1;
    one.x.assign(problem.x.begin() + n * s.dx, problem.x.begin() + (n + 1) * s.dx);
    one.eps.assign(problem.eps.begin() + n * s.dz, problem.eps.begin() + (n + 1) * s.dz);
    const VaeStates<double> states = forward(one);
    loss += states.loss / s.batch;
    const VaeGradients gradients = backward(one, states);
    for (std::size_t i = 0; i < W_mu.size(); ++i) W_mu[i] += gradients.params.W_mu[i] / s.batch;
    for (int i = 0; i < s.dx; ++i)
      RC_ASSERT(std::abs(whole.x[n * s.dx + i] - gradients.x[i] / s.batch) <=
                tolerance::complex_step() * scale_of(gradients.x));
  }
  RC_ASSERT(std::abs(loss - forward(problem).loss) <= tolerance::complex_step() * (1 + std::abs(loss)));
  for (std::size_t i = 0; i < W_mu.size(); ++i)
    RC_ASSERT(std::abs(W_mu[i] - whole.params.W_mu[i]) <= tolerance::complex_step() * scale_of(W_mu));
}

/// One coordinate of everything, weights 0: the logit is b_x.
VaeProblem<double> logit(double b_x, double x) {
  VaeProblem<double> problem;
  problem.recon = Reconstruction::bernoulli;
  problem.params = {{}, {}, {0}, {0}, {0}, {0}, {}, {}, {0}, {b_x}};
  problem.x = {x};
  problem.eps = {0};
  return problem;
}

// log(1 + exp(u)) overflows at 710, and log(sigmoid(u)) is log(0) at -746; the loss of a right answer is exp(-u), not 0.
TEST(VaeGradients, LogitsOfAnySizeKeepTheirDigits) {
  for (const double u : {-1e6, -800.0, -40.0, -1.0, 0.0, 1.0, 40.0, 800.0, 1e6}) {
    SCOPED_TRACE(u);
    const double right = std::log1p(std::exp(-std::abs(u))), wrong = std::abs(u) + right;
    for (const double x : {0.0, 1.0}) {
      const VaeProblem<double> problem = logit(u, x);
      const VaeStates<double> states = forward(problem);
      const VaeGradients gradients = backward(problem, states);
      const bool is_right = (u > 0) == (x == 1);
      EXPECT_DOUBLE_EQ(states.loss, is_right ? right : wrong);
      const double e = std::exp(-std::abs(u)), slope = is_right ? e / (1 + e) : 1 / (1 + e);
      EXPECT_DOUBLE_EQ(gradients.x_out[0], x == 1 ? -slope : slope);
      EXPECT_EQ(gradients.x[0], -u);
    }
  }
}

TEST(VaeGradients, RefusalsNameTheField) {
  Rng rng(1);
  const VaeProblem<double> good = drawn_vae({3, 2, 2, 2}, Reconstruction::bernoulli, 1, 0.5, rng);
  const auto field_of = [&](const auto& change) {
    VaeProblem<double> problem = good;
    change(problem);
    return test::refused_field([&] {
      require_valid(problem);
      backward(problem, forward(problem));
    });
  };
  EXPECT_EQ(field_of([](auto&) {}), "");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.dx = 0; }), "dx");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.dz = 0; }), "dz");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.hidden = -1; }), "hidden");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.batch = 0; }), "batch");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.batch = 1 << 20; }), "batch");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.hidden = 1 << 20, p.sizes.batch = 1; }), "hidden");
  EXPECT_EQ(field_of([](auto& p) { p.sizes = {1 << 20, 2, 0, 1}; }), "dx");
  EXPECT_EQ(field_of([](auto& p) { p.sizes.hidden = 0; }), "params.W_e");
  EXPECT_EQ(field_of([](auto& p) { p.beta_kl = -1; }), "betaKl");
  EXPECT_EQ(field_of([](auto& p) { p.params.W_d.pop_back(); }), "params.W_d");
  EXPECT_EQ(field_of([](auto& p) { p.params.b_x[1] = std::numeric_limits<double>::quiet_NaN(); }), "params.b_x[1]");
  EXPECT_EQ(field_of([](auto& p) { p.x.pop_back(); }), "x");
  EXPECT_EQ(field_of([](auto& p) { p.x[2] = 1.5; }), "x[2]");
  EXPECT_EQ(field_of([](auto& p) { p.x[2] = 1.5, p.recon = Reconstruction::gaussian; }), "");
  EXPECT_EQ(field_of([](auto& p) { p.eps.push_back(0); }), "eps");
  EXPECT_EQ(field_of([](auto& p) { p.params.b_lv[0] = 800; }), "params");
  Rng other(2);
  VaeProblem<double> large = drawn_vae({1, 1, 0, 1}, Reconstruction::gaussian, 1, 1, other);
  large.params.W_x = large.params.b_mu = {1e100};
  EXPECT_EQ(test::refused_field([&] { backward(large, forward(large)); }), "params");
}

}  // namespace
}  // namespace proofground::vae
