// The standard LSTM beside the CIFG-LSTM, and what goes back through both: norms against plain BPTT, against complex
// steps, and far beyond the range of doubles.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>

#include "cifg/cell.h"
#include "cifg/flow.h"
#include "cifg/horizon.h"
#include "cifg/lstm.h"
#include "cifg/two_norm.h"
#include "core/require.h"
#include "core/rng.h"
#include "core/symmetric.h"
#include "golden.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

using Complex = std::complex<double>;

std::vector<double> normals(Rng& rng, std::size_t count, double factor) {
  std::vector<double> values(count);
  for (double& value : values) value = factor * rng.normal();
  return values;
}

Problem<double> drawn_problem(std::uint64_t seed, const Sizes& sizes) {
  Rng rng(seed);
  Problem<double> problem{.sizes = sizes, .params = {}, .x = {}, .h0 = {}, .c0 = {}, .g = {}};
  for (auto* gate : problem.params.gates()) {
    gate->W = normals(rng, std::size_t(sizes.dh) * sizes.dx, 0.8);
    gate->U = normals(rng, std::size_t(sizes.dh) * sizes.dh, 0.8);
    gate->b = normals(rng, sizes.dh, 0.5);
  }
  problem.x = normals(rng, std::size_t(sizes.rows()) * sizes.dx, 1);
  problem.h0 = normals(rng, std::size_t(sizes.batch) * sizes.dh, 0.5);
  problem.c0 = normals(rng, std::size_t(sizes.batch) * sizes.dh, 1);
  problem.g = normals(rng, std::size_t(sizes.rows()) * sizes.dh, 1);
  return problem;
}

LstmProblem<double> drawn_lstm(std::uint64_t seed, const Sizes& sizes) {
  const Problem<double> p = drawn_problem(seed, sizes);
  Rng rng = stream(seed, 1);
  return {
      sizes,
      {p.params.f,
       {normals(rng, p.params.f.W.size(), 0.8), normals(rng, p.params.f.U.size(), 0.8), normals(rng, sizes.dh, 0.5)},
       p.params.o,
       p.params.c},
      p.x,
      p.h0,
      p.c0,
      p.g};
}

std::vector<double> negated(std::vector<double> values) {
  for (double& value : values) value = -value;
  return values;
}

/// The standard LSTM that is this CIFG-LSTM.
LstmProblem<double> as_lstm(const Problem<double>& p) {
  const Gate<double>& f = p.params.f;
  return {p.sizes, {f, {negated(f.W), negated(f.U), negated(f.b)}, p.params.o, p.params.c}, p.x, p.h0, p.c0, p.g};
}

double largest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

/// Equal to rounding, relative to the largest entry, or to `least` where that is larger.
void expect_near(const std::vector<double>& a, const std::vector<double>& b, double tolerance, const char* name,
                 double least = 0) {
  ASSERT_EQ(a.size(), b.size()) << name;
  const double size = std::max({largest(a), largest(b), least});
  for (std::size_t i = 0; i < a.size(); ++i) ASSERT_NEAR(a[i], b[i], tolerance * size) << name << " " << i;
}

std::vector<double> minus(std::vector<double> a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

// States to the last bit, and all gradients of what both have.
void expect_the_cifg(const Problem<double>& problem) {
  const LstmProblem<double> twin = as_lstm(problem);
  const States<double> own = forward(problem);
  const LstmStates<double> other = forward(twin);
  EXPECT_EQ(own.f, other.f);
  EXPECT_EQ(own.one_minus_f, other.i);
  EXPECT_EQ(own.c, other.c);
  EXPECT_EQ(own.h, other.h);
  EXPECT_EQ(loss_of(problem, own), loss_of(twin, other));
  const Gradients<double> a = backward(problem, own);
  const LstmGradients<double> b = backward(twin, other);
  const double tolerance = tolerance::closed_form();
  EXPECT_EQ(a.loss, b.loss);
  expect_near(a.params.f.W, minus(b.params.f.W, b.params.i.W), tolerance, "W_f");
  expect_near(a.params.f.U, minus(b.params.f.U, b.params.i.U), tolerance, "U_f");
  expect_near(a.params.f.b, minus(b.params.f.b, b.params.i.b), tolerance, "b_f");
  expect_near(a.params.o.W, b.params.o.W, tolerance, "W_o");
  expect_near(a.params.o.U, b.params.o.U, tolerance, "U_o");
  expect_near(a.params.c.U, b.params.c.U, tolerance, "U_c");
  expect_near(a.params.c.b, b.params.c.b, tolerance, "b_c");
  expect_near(a.x, b.x, tolerance, "x");
  expect_near(a.h0, b.h0, tolerance, "h0");
  expect_near(a.c0, b.c0, tolerance, "c0");
  expect_near(a.deltas.c, b.deltas.c, tolerance, "delta c");
  expect_near(a.deltas.h, b.deltas.h, tolerance, "delta h");
}

std::vector<double> flat(const rapidjson::Value& value) {
  if (value.IsNumber()) return {value.GetDouble()};
  std::vector<double> values;
  for (const auto& each : value.GetArray())
    for (const double number : flat(each)) values.push_back(number);
  return values;
}

Problem<double> golden_problem(const rapidjson::Value& entry) {
  Problem<double> p;
  p.sizes = {entry["d_x"].GetInt(), entry["d_h"].GetInt(), entry["T"].GetInt(), entry["batch"].GetInt()};
  const auto& params = entry["params"];
  p.params = {{flat(params["W_f"]), flat(params["U_f"]), flat(params["b_f"])},
              {flat(params["W_o"]), flat(params["U_o"]), flat(params["b_o"])},
              {flat(params["W_c"]), flat(params["U_c"]), flat(params["b_c"])}};
  p.x = flat(entry["x"]);
  p.h0 = flat(entry["h0"]);
  p.c0 = flat(entry["c0"]);
  p.g = flat(entry["g"]);
  return p;
}

TEST(CifgLstm, WithANegatedForgetGateForItsInputGateItIsTheCifgLstm) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    expect_the_cifg(drawn_problem(seed, {1 + int(seed % 4), 1 + int(seed % 5), 1 + int(seed % 7), 1 + int(seed % 3)}));
}

TEST(CifgLstm, SoItHasTheGoldenLossesAndGradients) {
  const rapidjson::Document file = golden::read("cifg_lstm.json");
  int cases = 0;
  for (const auto& entry : file["cases"].GetArray()) {
    SCOPED_TRACE(entry["id"].GetString());
    const Problem<double> problem = golden_problem(entry);
    expect_the_cifg(problem);
    const LstmProblem<double> twin = as_lstm(problem);
    const LstmGradients<double> b = backward(twin, forward(twin));
    const auto& grad = entry["grad"];
    // As the file says: saturated cases have gradients that double arithmetic elsewhere takes as 0.
    const double tolerance = 0.1 * tolerance::identity();
    EXPECT_NEAR(b.loss, entry["loss"].GetDouble(), tolerance * std::max(1.0, std::abs(b.loss)));
    expect_near(minus(b.params.f.W, b.params.i.W), flat(grad["W_f"]), tolerance, "W_f", 1);
    expect_near(minus(b.params.f.U, b.params.i.U), flat(grad["U_f"]), tolerance, "U_f", 1);
    expect_near(b.params.c.U, flat(grad["U_c"]), tolerance, "U_c", 1);
    expect_near(b.x, flat(grad["x"]), tolerance, "x", 1);
    expect_near(b.c0, flat(grad["c0"]), tolerance, "c0", 1);
    ++cases;
  }
  EXPECT_EQ(cases, 9);
}

std::vector<Complex> complexes(const std::vector<double>& values) { return {values.begin(), values.end()}; }

LstmProblem<Complex> complex_of(const LstmProblem<double>& p) {
  const auto gate = [](const Gate<double>& g) { return Gate<Complex>{complexes(g.W), complexes(g.U), complexes(g.b)}; };
  const auto& [f, i, o, c] = p.params;
  return {p.sizes,       {gate(f), gate(i), gate(o), gate(c)}, complexes(p.x), complexes(p.h0), complexes(p.c0),
          complexes(p.g)};
}

TEST(CifgLstm, EveryGradientIsTheComplexStep) {
  constexpr double kStep = 1e-100;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const LstmProblem<double> problem = drawn_lstm(seed, {2, 3, 5, 2});
    const LstmGradients<double> gradients = backward(problem, forward(problem));
    LstmProblem<Complex> moved = complex_of(problem);
    int compared = 0;
    const auto compare = [&](std::vector<Complex>& at, const std::vector<double>& gradient) {
      ASSERT_EQ(at.size(), gradient.size());
      for (std::size_t k = 0; k < at.size(); ++k, ++compared) {
        at[k] += Complex(0, kStep);
        const double exact = loss_of(moved, forward(moved)).imag() / kStep;
        at[k] = at[k].real();
        ASSERT_NEAR(gradient[k], exact, tolerance::closed_form() * std::max(1.0, largest(gradient)));
      }
    };
    const auto gates = moved.params.gates();
    const auto grads = gradients.params.gates();
    for (std::size_t k = 0; k < gates.size(); ++k) {
      compare(gates[k]->W, grads[k]->W);
      compare(gates[k]->U, grads[k]->U);
      compare(gates[k]->b, grads[k]->b);
    }
    compare(moved.x, gradients.x);
    compare(moved.h0, gradients.h0);
    compare(moved.c0, gradients.c0);
    EXPECT_EQ(compared, 4 * 3 * 6 + 20 + 12);
  }
}

TEST(CifgTwoNorm, IsTheRootOfTheLargestEigenvalue) {
  for (int n = 1; n <= 33; n += 4)
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      Rng rng(seed * 100 + n);
      std::vector<double> a = normals(rng, std::size_t(n) * n, 1);
      // Of all kinds: without a gap, of rank one and a little, in blocks the larger of which has the smaller rows.
      if (seed == 2)
        for (int i = 0; i < n; ++i)
          for (int j = 0; j < n; ++j) a[i * n + j] = i == j ? 1 - 1e-4 * i : 0;
      if (seed == 3)
        for (int i = 0; i < n; ++i)
          for (int j = 0; j < n; ++j) a[i * n + j] = (i + 1.0) * (j - 2.5) + 1e-9 * a[i * n + j];
      if (seed == 4)
        for (int i = 0; i < n; ++i)
          for (int j = 0; j < n; ++j) a[i * n + j] = i == 0 && j == 0 ? 2 : i > 0 && j > 0 ? 1 : 0;
      std::vector<double> gram(a.size());
      for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j)
          for (int k = 0; k < n; ++k) gram[i * n + j] += a[k * n + i] * a[k * n + j];
      const double expected = std::sqrt(eigenvalues(gram, n).back());
      EXPECT_NEAR(two_norm(a.data(), n), expected, tolerance::identity() * expected) << n << " " << seed;
    }
  EXPECT_EQ(two_norm(std::vector<double>(9).data(), 3), 0);
}

double log10_norm(const double* values, int n) {
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += values[i] * values[i];
  return std::log10(std::sqrt(sum));
}

// In decades: what a relative error is.
double decades() { return tolerance::identity(); }

FlowRequest drawn_request(std::uint64_t seed, bool every_step) {
  return {.dx = 1 + int(seed % 3),
          .dh = 1 + int(seed % 6),
          .T = 2 + int(seed % 11),
          .gain = 0.3 * double(seed % 9),
          .forget_bias = double(seed % 5) - 2,
          .every_step = every_step,
          .seed = seed};
}

template <class Deltas>
void expect_norms_of(const LossFlow& flow, const Deltas& deltas, int T, int dh) {
  for (int t = 0; t < T; ++t) {
    ASSERT_NEAR(flow.dc[t], log10_norm(deltas.c.data() + std::size_t(t) * dh, dh), decades()) << t;
    ASSERT_NEAR(flow.dh[t], log10_norm(deltas.h.data() + std::size_t(t) * dh, dh), decades()) << t;
    for (int j = 0; j < dh; ++j) {
      const double dz = std::abs(deltas.z_f[std::size_t(t) * dh + j]);
      const double log_dz = flow.dz_f[std::size_t(t) * dh + j];
      if (dz == 0)
        ASSERT_EQ(log_dz, -HUGE_VAL);
      else
        ASSERT_NEAR(log_dz, std::log10(dz), 1e3 * decades()) << t << " " << j;
    }
  }
}

TEST(CifgFlow, NormsAreThoseOfPlainBackpropagation) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    FlowRequest request = drawn_request(seed, seed % 2 == 0);
    if (request.gain == 0) request.gain = 1;
    const auto [cifg, lstm] = drawn_cells(request);
    const FlowAnswer answer = flow(request);
    expect_norms_of(answer.cifg.loss, backward(cifg, forward(cifg)).deltas, request.T, request.dh);
    expect_norms_of(answer.lstm.loss, backward(lstm, forward(lstm)).deltas, request.T, request.dh);
  }
}

/// dc_T/dc_t by differentiating the steps after t with complex numbers: c_t is moved, and h_t = o_t tanh(c_t) with it.
std::vector<double> jacobian(const LstmProblem<double>& p, const LstmStates<double>& s, int t) {
  constexpr double kStep = 1e-100;
  const int n = p.sizes.dh;
  std::vector<double> out(std::size_t(n) * n);
  LstmProblem<Complex> rest = complex_of(p);
  rest.sizes.T = p.sizes.T - 1 - t;
  rest.x.erase(rest.x.begin(), rest.x.begin() + std::ptrdiff_t(t + 1) * p.sizes.dx);
  for (int j = 0; j < n; ++j) {
    for (int k = 0; k < n; ++k) {
      const std::size_t at = std::size_t(t) * n + k;
      rest.c0[k] = Complex(s.c[at], k == j ? kStep : 0);
      rest.h0[k] = Complex(s.h[at], k == j ? kStep * s.o[at] * (1 - s.tanh_c[at] * s.tanh_c[at]) : 0);
    }
    const std::vector<Complex> c = rest.sizes.T == 0 ? rest.c0 : forward(rest).c;
    for (int i = 0; i < n; ++i) out[std::size_t(i) * n + j] = (c.end() - n + i)->imag() / kStep;
  }
  return out;
}

double log10_two_norm(const std::vector<double>& a, int n) {
  std::vector<double> gram(a.size());
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) gram[i * n + j] += a[k * n + i] * a[k * n + j];
  return std::log10(eigenvalues(gram, n).back()) / 2;
}

void expect_memory_of(const Memory& memory, const LstmProblem<double>& problem) {
  const int n = problem.sizes.dh, T = problem.sizes.T;
  const LstmStates<double> states = forward(problem);
  for (int t = 0; t < T; ++t) {
    std::vector<double> J = jacobian(problem, states, t), product(n, 1.0);
    for (int s = t + 1; s < T; ++s)
      for (int j = 0; j < n; ++j) product[j] *= states.f[std::size_t(s) * n + j];
    ASSERT_NEAR(memory.norm[t], log10_two_norm(J, n), 1e2 * decades()) << t;
    ASSERT_NEAR(memory.through_cell[t], std::log10(*std::max_element(product.begin(), product.end())), decades()) << t;
    for (int j = 0; j < n; ++j) {
      const std::size_t at = std::size_t(t) * n + j;
      ASSERT_NEAR(memory.product[at], std::log10(product[j]), decades());
      ASSERT_NEAR(std::pow(10, memory.diagonal[at]), std::abs(J[j * n + j]), decades() * std::pow(10, memory.norm[t]));
      J[j * n + j] -= product[j];
    }
    // The test takes a difference, which the program does not: of that the digits that it leaves are compared.
    const double size = std::max(std::pow(10, memory.norm[t]), std::pow(10, memory.through_cell[t]));
    if (t == T - 1)
      ASSERT_EQ(memory.through_h[t], -HUGE_VAL);
    else
      ASSERT_NEAR(std::pow(10, memory.through_h[t]), std::pow(10, log10_two_norm(J, n)), decades() * size) << t;
  }
}

TEST(CifgFlow, TheMemoryHorizonIsTheJacobianByComplexSteps) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    FlowRequest request = drawn_request(seed, false);
    if (request.gain == 0) request.gain = 0.7;
    const auto [cifg, lstm] = drawn_cells(request);
    const FlowAnswer answer = flow(request);
    expect_memory_of(answer.cifg.memory, as_lstm(cifg));
    expect_memory_of(answer.lstm.memory, lstm);
  }
}

// Two programs, one with plain doubles and the steps' (2 dh x 2 dh) matrices.
TEST(CifgFlow, TheMemoryHorizonIsThatOfTheCell) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    FlowRequest request = drawn_request(seed, false);
    request.gain += 0.5;
    const Problem<double> problem = drawn_cells(request).cifg;
    const Horizon horizon = horizon_of(problem, forward(problem));
    const Memory memory = flow(request).cifg.memory;
    for (int t = 0; t + 1 < request.T; ++t) {
      ASSERT_NEAR(memory.norm[t], std::log10(horizon.norm[t]), 10 * decades());
      ASSERT_NEAR(memory.through_h[t], std::log10(horizon.through_h[t]), 10 * decades());
      ASSERT_NEAR(memory.through_cell[t], std::log10(horizon.product_norm[t]), decades());
    }
  }
}

TEST(CifgFlow, WhatGoesThroughHMayTakeTheMemoryAwayAndTheRestStillHasItsDigits) {
  const FlowRequest request{.dx = 2, .dh = 1, .T = 60, .gain = 8, .forget_bias = 4, .seed = 142};
  const auto [cifg, lstm] = drawn_cells(request);
  const Memory memory = flow(request).cifg.memory;
  EXPECT_GT(memory.product[0], -1);
  EXPECT_LT(memory.norm[0], -10);
  EXPECT_NEAR(memory.through_h[0], memory.product[0], 1e-8);
  const LstmProblem<double> twin = as_lstm(cifg);
  EXPECT_NEAR(memory.norm[0], std::log10(std::abs(jacobian(twin, forward(twin), 0)[0])), decades());
}

TEST(CifgFlow, WithoutRecurrentWeightsTheClaimIsExact) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const FlowAnswer answer = flow({.dx = 3, .dh = 4, .T = 30, .gain = 0, .forget_bias = 1, .seed = seed});
    for (const FlowOf* cell : {&answer.cifg, &answer.lstm}) {
      EXPECT_EQ(cell->memory.norm.size(), 30U);
      for (int t = 0; t < 30; ++t) {
        EXPECT_NEAR(cell->loss.dc[t], cell->loss.dc_through_cell[t], decades());
        EXPECT_NEAR(cell->memory.norm[t], cell->memory.through_cell[t], decades());
        EXPECT_EQ(cell->memory.through_h[t], -HUGE_VAL);
      }
    }
  }
}

TEST(CifgFlow, TheCellAloneIsTheBackpropagationWithoutU) {
  const FlowRequest request{.dx = 2, .dh = 3, .T = 9, .gain = 1.5, .every_step = true, .seed = 8};
  const auto [cifg, lstm] = drawn_cells(request);
  const States<double> s = forward(cifg);
  std::vector<double> dc(3);
  const FlowAnswer answer = flow(request);
  for (int t = 8; t >= 0; --t) {
    for (int j = 0; j < 3; ++j) {
      const std::size_t at = std::size_t(t) * 3 + j;
      const double slope = s.o[at] * (1 - s.tanh_c[at] * s.tanh_c[at]);
      dc[j] = cifg.g[at] * slope + (t == 8 ? 0 : dc[j] * s.f[at + 3]);
    }
    EXPECT_NEAR(answer.cifg.loss.dc_through_cell[t], log10_norm(dc.data(), 3), decades()) << t;
  }
}

/// Neither NaN nor +infinity; finite where it must not be 0.
void expect_numbers(const std::vector<double>& values, const char* name) {
  for (const double value : values) {
    ASSERT_FALSE(std::isnan(value)) << name;
    ASSERT_LT(value, std::numeric_limits<double>::infinity()) << name;
  }
}

TEST(CifgFlow, BeyondTheRangeOfDoublesSizesAreStillNumbers) {
  // Each f is sigma(-60): after 200 steps the product is 10^-5185.
  const FlowAnswer vanishing =
      flow({.dx = 2, .dh = 5, .T = 200, .input_gain = 0, .gain = 0, .forget_bias = -60, .seed = 2});
  const double expected = -199 * 60 / std::log(10.0);
  EXPECT_NEAR(vanishing.cifg.memory.norm[0], expected, 1e-6);
  EXPECT_NEAR(vanishing.cifg.memory.product[0], expected, 1e-6);
  EXPECT_NEAR(vanishing.cifg.loss.dc[0] - vanishing.cifg.loss.dc[199], expected, 1e-6);
  // Each f (1 - f) is sigma(-60), and so is f: the gradient of the last step's gate is a float, that of the step before
  // is none.
  FlowRequest moved{.dx = 2, .dh = 5, .T = 200, .gain = 0, .forget_bias = -60, .input_scale = 1e-3, .seed = 2};
  EXPECT_EQ(flow(moved).cifg.dead[0], 199.0 / 200);
  // A standard LSTM made to explode: nothing saturates, and U is large.
  LstmProblem<double> large = drawn_cells({.dx = 1, .dh = 16, .T = 400, .seed = 3}).lstm;
  for (double& u : large.params.c.U) u *= 40;
  for (double& x : large.x) x = 0;
  for (auto* gate : large.params.gates()) std::fill(gate->b.begin(), gate->b.end(), 0.0);
  const LinearCell exploding = linearised(large, forward(large));
  const LossFlow loss = loss_flow(exploding, large.g);
  const Memory memory = cifg::memory(exploding);
  EXPECT_GT(loss.dc[0], 308);
  EXPECT_GT(memory.norm[0], 308);
  EXPECT_NEAR(memory.norm[0], memory.through_h[0], 1e-9);
  for (int t = 0; t + 1 < 400; ++t) ASSERT_GT(loss.dc[t], loss.dc[t + 1]) << t;
  // The rate is that of a window that doubles hold.
  const double rate = (loss.dc[0] - loss.dc[399]) / 399;
  EXPECT_NEAR((loss.dc[300] - loss.dc[399]) / 99, rate, 0.05 * rate);
  for (const double gain : {0.0, 1.0, 20.0, 1000.0})
    for (const double bias : {-1000.0, -40.0, 0.0, 40.0, 1000.0}) {
      const FlowAnswer answer = flow({.dx = 3,
                                      .dh = 4,
                                      .T = 100,
                                      .input_gain = gain,
                                      .gain = gain,
                                      .forget_bias = bias,
                                      .input_scale = gain,
                                      .every_step = true,
                                      .seed = 5});
      for (const FlowOf* cell : {&answer.cifg, &answer.lstm}) {
        expect_numbers(cell->loss.dc, "dc");
        expect_numbers(cell->loss.dh, "dh");
        expect_numbers(cell->loss.dz_f, "dz_f");
        expect_numbers(cell->loss.dc_through_cell, "through the cell");
        expect_numbers(cell->memory.norm, "norm");
        expect_numbers(cell->memory.diagonal, "diagonal");
        expect_numbers(cell->memory.through_h, "through h");
        expect_numbers(cell->c, "c");
      }
    }
}

TEST(CifgFlow, MarksAreWhatTheyCount) {
  const FlowAnswer answer = flow({.dx = 2, .dh = 6, .T = 40, .input_gain = 5, .gain = 2, .forget_bias = 2, .seed = 4});
  for (const FlowOf* cell : {&answer.cifg, &answer.lstm}) {
    std::vector<double> open(6), closed(6), flat(6), dead(6);
    for (std::size_t i = 0; i < cell->f.size(); ++i) {
      const double f = cell->f[i];
      EXPECT_EQ((cell->forget_marks[i] & kIsOpen) != 0, f > 0.99);
      EXPECT_EQ((cell->forget_marks[i] & kIsClosed) != 0, f < 0.01);
      EXPECT_EQ((cell->input_marks[i] & kIsOpen) != 0, cell->i[i] > 0.99);
      open[i % 6] += f > 0.99 ? 1 : 0;
      closed[i % 6] += f < 0.01 ? 1 : 0;
      flat[i % 6] += f * (1 - f) < 1e-3 ? 1 : 0;
      dead[i % 6] += cell->loss.dz_f[i] < std::log10(1.4e-45 / 2) ? 1 : 0;
    }
    for (int j = 0; j < 6; ++j) {
      EXPECT_DOUBLE_EQ(cell->open[j], open[j] / 40);
      EXPECT_DOUBLE_EQ(cell->closed[j], closed[j] / 40);
      EXPECT_DOUBLE_EQ(cell->flat[j], flat[j] / 40);
      EXPECT_DOUBLE_EQ(cell->dead[j], dead[j] / 40);
    }
    EXPECT_GT(largest(open) + largest(closed), 0);
    EXPECT_GT(largest(flat), 0);
  }
}

TEST(CifgFlow, OneSeedGivesTheSameNumbersForAllGainsAndLengths) {
  const FlowRequest request{.dx = 2, .dh = 3, .T = 8, .gain = 1, .seed = 11};
  FlowRequest other = request;
  other.gain = 2;
  other.T = 12;
  other.forget_bias = 3;
  const DrawnCells a = drawn_cells(request), b = drawn_cells(other);
  EXPECT_EQ(a.cifg.params.f.W, b.cifg.params.f.W);
  for (std::size_t i = 0; i < a.cifg.params.f.U.size(); ++i) EXPECT_EQ(2 * a.cifg.params.o.U[i], b.cifg.params.o.U[i]);
  EXPECT_TRUE(std::equal(a.cifg.x.begin(), a.cifg.x.end(), b.cifg.x.begin()));
  EXPECT_TRUE(std::equal(a.cifg.g.rbegin(), a.cifg.g.rbegin() + 3, b.cifg.g.rbegin()));
  EXPECT_EQ(a.cifg.x, a.lstm.x);
  EXPECT_EQ(a.cifg.params.c.U, a.lstm.params.c.U);
  EXPECT_NE(a.lstm.params.i.U, a.lstm.params.f.U);
  EXPECT_EQ(b.lstm.params.i.b[0], -3);
  EXPECT_EQ(flow(request).cifg.parameters * 4, flow(request).lstm.parameters * 3);
}

TEST(CifgFlow, RefusesWhatItCannotDraw) {
  const auto field_of = [](FlowRequest request) -> std::string {
    try {
      flow(request);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return "";
  };
  EXPECT_EQ(field_of({.dx = 0}), "dx");
  EXPECT_EQ(field_of({.dh = 65}), "dh");
  EXPECT_EQ(field_of({.T = 1}), "T");
  EXPECT_EQ(field_of({.T = 1001}), "T");
  EXPECT_EQ(field_of({.input_gain = -1}), "inputGain");
  EXPECT_EQ(field_of({.gain = std::nan("")}), "gain");
  EXPECT_EQ(field_of({.forget_bias = HUGE_VAL}), "forgetBias");
  EXPECT_EQ(field_of({.input_scale = 1e308}), "inputScale");
}

}  // namespace
}  // namespace proofground::cifg
