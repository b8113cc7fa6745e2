// The ledger adds up, each of its parts is what it is said to be, and the memory horizon is the Jacobian.
#include "cifg/ledger.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "cifg/horizon.h"
#include "cifg/overflow.h"
#include "cifg/sigmoid.h"
#include "cifg/two_norm.h"
#include "cifg/updates.h"
#include "cifg_drawn.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

using proofground::test::refused_field;

/// Of a list (blocks x size): what block i % .. holds, added up, and the sizes of it.
struct Sum {
  double value = 0, size = 0;
  void add(double part) {
    value += part;
    size += std::abs(part);
  }
};

void assert_close(double value, double expected, double size, double limit) {
  RC_ASSERT(std::abs(value - expected) <= limit * size);
}

/// Sums of all blocks of a list are those entries.
void assert_adds_up(const std::vector<double>& parts, std::size_t blocks, const std::vector<double>& total) {
  RC_ASSERT(parts.size() == blocks * total.size());
  for (std::size_t i = 0; i < total.size(); ++i) {
    Sum sum;
    for (std::size_t block = 0; block < blocks; ++block) sum.add(parts[block * total.size() + i]);
    assert_close(sum.value, total[i], sum.size, tolerance::ledger());
  }
}

Problem<double> with_loss_at(Problem<double> problem, int s) {
  const int dh = problem.sizes.dh;
  for (int i = 0; i < static_cast<int>(problem.g.size()); ++i)
    if (i / dh != s) problem.g[i] = 0;
  return problem;
}

RC_GTEST_PROP(CifgLedger, AddsUpInEveryEntry, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Gradients<double> whole = backward(problem, states);
  const Ledger ledger = ledger_of(problem, states);
  const std::size_t T = problem.sizes.T;
  assert_adds_up(ledger.h, T * kPathsToH, whole.deltas.h);
  assert_adds_up(ledger.c, T * kPathsToC, whole.deltas.c);
  const auto parts = ledger.params.gates(), totals = whole.params.gates();
  for (std::size_t k = 0; k < 3; ++k) {
    assert_adds_up(parts[k]->W, T * kPathsToC, totals[k]->W);
    assert_adds_up(parts[k]->U, T * kPathsToC, totals[k]->U);
    assert_adds_up(parts[k]->b, T * kPathsToC, totals[k]->b);
  }
}

// The sums that are handed out, by another order of summing, and the whole against backward().
RC_GTEST_PROP(CifgLedger, SumsAreOverPathsSourcesAndBoth, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Ledger ledger = ledger_of(problem, states);
  const LedgerSums sums = sums_of(ledger, problem.sizes);
  const Gradients<double> whole = backward(problem, states);
  const std::size_t T = problem.sizes.T, size = states.h.size();
  RC_ASSERT(sums.total.c.size() == size);
  RC_ASSERT(sums.by_path.c.size() == kPathsToC * size);
  RC_ASSERT(sums.by_source.c.size() == T * size);
  assert_adds_up(sums.by_path.c, kPathsToC, sums.total.c);
  assert_adds_up(sums.by_source.c, T, sums.total.c);
  assert_adds_up(sums.by_path.h, kPathsToH, sums.total.h);
  assert_adds_up(sums.by_source.h, T, sums.total.h);
  assert_adds_up(sums.by_path.params.o.U, kPathsToC, sums.total.params.o.U);
  assert_adds_up(sums.by_source.params.c.W, T, sums.total.params.c.W);
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t s = *rc::gen::inRange<std::size_t>(0, T);
    Sum of_source, of_loss;
    for (std::size_t path = 0; path < kPathsToC; ++path) of_source.add(ledger.c[(s * kPathsToC + path) * size + i]);
    for (std::size_t from = 0; from < T; ++from) of_loss.add(ledger.c[from * kPathsToC * size + i]);
    assert_close(sums.by_source.c[s * size + i], of_source.value, of_source.size, tolerance::ledger());
    assert_close(sums.by_path.c[i], of_loss.value, of_loss.size, tolerance::ledger());
    Sum all;
    for (std::size_t k = i; k < ledger.c.size(); k += size) all.add(ledger.c[k]);
    assert_close(sums.total.c[i], whole.deltas.c[i], all.size, tolerance::ledger());
  }
}

// Every step's matrix has rank 1, and the last of the sums is the gradient, bit for bit.
RC_GTEST_PROP(CifgUpdates, AddUpToTheGradient, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Gradients<double> whole = backward(problem, states);
  const Updates updates = updates_of(problem, states, whole.deltas);
  const std::size_t T = problem.sizes.T;
  for (std::size_t k = 0; k < 3; ++k)
    for (const auto list : {&Gate<double>::W, &Gate<double>::U, &Gate<double>::b}) {
      const std::vector<double>& step = updates.step.gates()[k]->*list;
      const std::vector<double>& so_far = updates.so_far.gates()[k]->*list;
      const std::vector<double>& gradient = whole.params.gates()[k]->*list;
      RC_ASSERT(step.size() == T * gradient.size());
      RC_ASSERT(std::vector<double>(so_far.begin(), so_far.begin() + static_cast<std::ptrdiff_t>(gradient.size())) ==
                gradient);
      assert_adds_up(step, T, gradient);
      const std::size_t columns = gradient.size() / problem.sizes.dh;
      for (std::size_t t = 0; t < T; ++t)  // all 2 x 2 minors with the first row and column
        for (std::size_t i = columns; i < gradient.size(); ++i) {
          const double* m = step.data() + t * gradient.size();
          const double across = m[i] * m[0], crossed = m[i / columns * columns] * m[i % columns];
          assert_close(across, crossed, std::abs(crossed) + 1e-300, tolerance::ledger());
        }
    }
}

// The gradient is linear in g: a source alone is the gradient of the problem whose loss is at that step only.
RC_GTEST_PROP(CifgLedger, ASourceIsTheGradientOfItsStepOfTheLoss, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Ledger ledger = ledger_of(problem, states);
  const std::size_t size = states.h.size();
  const int s = *rc::gen::inRange(0, problem.sizes.T);
  const Gradients<double> alone = backward(with_loss_at(problem, s), states);
  const auto of_source = [&](const std::vector<double>& list, int paths, std::size_t each) {
    const auto from = list.begin() + static_cast<std::ptrdiff_t>(each) * paths * s;
    return std::vector<double>(from, from + static_cast<std::ptrdiff_t>(each) * paths);
  };
  assert_adds_up(of_source(ledger.h, kPathsToH, size), kPathsToH, alone.deltas.h);
  assert_adds_up(of_source(ledger.c, kPathsToC, size), kPathsToC, alone.deltas.c);
  const auto parts = ledger.params.gates(), totals = alone.params.gates();
  for (std::size_t k = 0; k < 3; ++k) {
    assert_adds_up(of_source(parts[k]->W, kPathsToC, totals[k]->W.size()), kPathsToC, totals[k]->W);
    assert_adds_up(of_source(parts[k]->U, kPathsToC, totals[k]->U.size()), kPathsToC, totals[k]->U);
    assert_adds_up(of_source(parts[k]->b, kPathsToC, totals[k]->b.size()), kPathsToC, totals[k]->b);
  }
}

/// U' dz, and the sizes of its terms.
Sum through(const std::vector<double>& U, const double* dz, std::size_t dh, std::size_t j) {
  Sum sum;
  for (std::size_t i = 0; i < dh; ++i) sum.add(U[i * dh + j] * dz[i]);
  return sum;
}

// Each path by its definition, from the deltas of the source alone.
RC_GTEST_PROP(CifgLedger, APathIsItsLastEdge, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Ledger ledger = ledger_of(problem, states);
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh;
  const std::size_t s = *rc::gen::inRange<std::size_t>(0, T), t = *rc::gen::inRange<std::size_t>(0, T);
  const Deltas<double> alone = backward(with_loss_at(problem, static_cast<int>(s)), states).deltas;
  const std::vector<double>* const dzs[] = {&alone.z_f, &alone.z_o, &alone.z_c};
  const auto h_at = [&](int path, std::size_t j) { return ledger.h[((s * kPathsToH + path) * T + t) * dh + j]; };
  const auto c_at = [&](int path, std::size_t j) { return ledger.c[((s * kPathsToC + path) * T + t) * dh + j]; };
  for (std::size_t j = 0; j < dh; ++j) {
    const std::size_t at = t * dh + j;
    RC_ASSERT(h_at(0, j) == (s == t ? problem.g[at] : 0.0));
    const double slope = states.o[at] * tanh_slope(states.c[at]);
    for (int k = 0; k < 3; ++k) {
      const Sum expected =
          t + 1 < T ? through(problem.params.gates()[k]->U, dzs[k]->data() + at - j + dh, dh, j) : Sum{};
      assert_close(h_at(k + 1, j), expected.value, expected.size, tolerance::ledger());
    }
    for (int path = 0; path < kPathsToH; ++path)
      assert_close(c_at(path, j), h_at(path, j) * slope, std::abs(c_at(path, j)), tolerance::ledger());
    const double cell = t + 1 < T ? alone.c[at + dh] * states.f[at + dh] : 0.0;
    assert_close(c_at(kPathsToH, j), cell, std::abs(cell), tolerance::ledger());
  }
}

// The parameters' paths are those of the deltas: the bias's, which is the sum of delta z, by hand.
RC_GTEST_PROP(CifgLedger, ParametersAreSplitByThePathOfTheirDelta, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> s = forward(problem);
  const Ledger ledger = ledger_of(problem, s);
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh;
  const std::size_t source = *rc::gen::inRange<std::size_t>(0, T);
  const std::size_t path = *rc::gen::inRange<std::size_t>(0, kPathsToC);
  for (std::size_t j = 0; j < dh; ++j) {
    Sum f, o, c;
    for (std::size_t t = 0; t < T; ++t) {
      const std::size_t at = t * dh + j;
      const double before = t == 0 ? problem.c0[j] : s.c[at - dh];
      const double delta_c = ledger.c[((source * kPathsToC + path) * T + t) * dh + j];
      f.add(delta_c * (before - s.c_tilde[at]) * s.f[at] * s.one_minus_f[at]);
      c.add(delta_c * s.one_minus_f[at] * tanh_slope(s.z_c[at]));
      if (path == kPathsToH) continue;
      const double delta_h = ledger.h[((source * kPathsToH + path) * T + t) * dh + j];
      o.add(delta_h * s.tanh_c[at] * s.o[at] * s.one_minus_o[at]);
    }
    const std::size_t entry = (source * kPathsToC + path) * dh + j;
    assert_close(ledger.params.f.b[entry], f.value, f.size, tolerance::ledger());
    assert_close(ledger.params.o.b[entry], o.value, o.size, tolerance::ledger());
    assert_close(ledger.params.c.b[entry], c.value, c.size, tolerance::ledger());
  }
}

/// dc_T/dc_t by complex steps through the way forward from t on.
std::vector<double> stepped_jacobian(const Problem<double>& problem, const States<double>& s, std::size_t t) {
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh, dx = problem.sizes.dx;
  std::vector<double> jacobian(dh * dh);
  for (std::size_t j = 0; j < dh; ++j) {
    Problem<Complex> tail = complexified(problem);
    tail.sizes.T = static_cast<int>(T - t - 1);
    tail.x.erase(tail.x.begin(), tail.x.begin() + static_cast<std::ptrdiff_t>((t + 1) * dx));
    tail.g.erase(tail.g.begin(), tail.g.begin() + static_cast<std::ptrdiff_t>((t + 1) * dh));
    for (std::size_t i = 0; i < dh; ++i) {
      tail.c0[i] = s.c[t * dh + i] + Complex(0, i == j ? kComplexStep : 0);
      tail.h0[i] = s.o[t * dh + i] * tanh_of(tail.c0[i]);
    }
    const std::vector<Complex> c_T = t + 1 < T ? forward(tail).c : tail.c0;
    for (std::size_t i = 0; i < dh; ++i) jacobian[i * dh + j] = c_T[c_T.size() - dh + i].imag() / kComplexStep;
  }
  return jacobian;
}

/// Whether |M v| < bound |v| for every v: whether bound^2 - M'M has a Cholesky factor.
bool is_below(const std::vector<double>& m, std::size_t dh, double bound) {
  std::vector<double> a(dh * dh);
  for (std::size_t i = 0; i < dh; ++i)
    for (std::size_t j = 0; j < dh; ++j) {
      a[i * dh + j] = i == j ? bound * bound : 0;
      for (std::size_t k = 0; k < dh; ++k) a[i * dh + j] -= m[k * dh + i] * m[k * dh + j];
    }
  for (std::size_t k = 0; k < dh; ++k) {
    if (a[k * dh + k] <= 0) return false;
    for (std::size_t i = k + 1; i < dh; ++i)
      for (std::size_t j = k + 1; j < dh; ++j) a[i * dh + j] -= a[i * dh + k] * a[k * dh + j] / a[k * dh + k];
  }
  return true;
}

/// The largest singular value, without computing one. @param slack error of the entries of m
void assert_norm(double norm, const std::vector<double>& m, std::size_t dh, double slack) {
  RC_ASSERT(is_below(m, dh, norm * (1 + 1e-9) + slack));
  RC_ASSERT(norm <= slack || !is_below(m, dh, norm * (1 - 1e-9) - slack));
}

RC_GTEST_PROP(CifgHorizon, IsTheJacobianByComplexSteps, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Horizon horizon = horizon_of(problem, states);
  const std::size_t T = problem.sizes.T, dh = problem.sizes.dh;
  const std::size_t t = *rc::gen::inRange<std::size_t>(0, T);
  const std::vector<double> expected = stepped_jacobian(problem, states, t);
  const double scale = scale_of(expected);
  std::vector<double> rest = expected;
  for (std::size_t j = 0; j < dh; ++j) {
    double product = 1;
    for (std::size_t s = T - 1; s > t; --s) product *= states.f[s * dh + j];
    assert_close(horizon.product[t * dh + j], product, product, tolerance::ledger());
    rest[j * dh + j] -= product;
  }
  for (std::size_t i = 0; i < dh * dh; ++i)
    assert_close(horizon.jacobian[t * dh * dh + i], expected[i], scale, tolerance::complex_step());
  assert_norm(horizon.norm[t], expected, dh, 1e-10 * scale);
  assert_norm(horizon.through_h[t], rest, dh, 1e-10 * scale);
  const auto products = horizon.product.begin() + static_cast<std::ptrdiff_t>(t * dh);
  RC_ASSERT(horizon.product_norm[t] == *std::max_element(products, products + static_cast<std::ptrdiff_t>(dh)));
  RC_ASSERT(horizon.norm[t] <= (horizon.product_norm[t] + horizon.through_h[t]) * (1 + 1e-12));
  assert_close(horizon.share[t] * (horizon.product_norm[t] + horizon.through_h[t]), horizon.through_h[t],
               horizon.through_h[t], tolerance::ledger());
}

// Where nothing goes through h, only the cell is left: U = 0.
RC_GTEST_PROP(CifgHorizon, IsTheProductOfGatesWithoutRecurrentWeights, ()) {
  Problem<double> problem = any_problem(1);
  for (auto* gate : problem.params.gates()) std::fill(gate->U.begin(), gate->U.end(), 0.0);
  const Horizon horizon = horizon_of(problem, forward(problem));
  const std::size_t dh = problem.sizes.dh;
  for (std::size_t t = 0; t < horizon.norm.size(); ++t) {
    const double* product = horizon.product.data() + t * dh;
    RC_ASSERT(horizon.through_h[t] == 0.0);
    for (std::size_t i = 0; i < dh * dh; ++i)
      RC_ASSERT(horizon.jacobian[t * dh * dh + i] == (i % (dh + 1) == 0 ? product[i / (dh + 1)] : 0.0));
    const double largest = *std::max_element(product, product + dh);
    assert_close(horizon.norm[t], largest, largest, 10 * tolerance::ledger());
  }
}

TEST(CifgHorizon, NormsOfKnownMatrices) {
  const auto norm = [](const std::vector<double>& m) {
    return two_norm(m.data(), static_cast<int>(std::lround(std::sqrt(m.size()))));
  };
  EXPECT_EQ(norm({0, 0, 0, 0}), 0);
  EXPECT_DOUBLE_EQ(norm({-3}), 3);
  EXPECT_NEAR(norm({3, 0, 4, 5}), std::sqrt(45.0), tolerance::ledger() * 7);  // singular values sqrt(45), sqrt(5)
  EXPECT_NEAR(norm({3e200, 0, 4e200, 5e200}) / 1e200, std::sqrt(45.0), tolerance::ledger() * 7);
  EXPECT_NEAR(norm({3e-200, 0, 4e-200, 5e-200}) / 1e-200, std::sqrt(45.0), tolerance::ledger() * 7);
  EXPECT_EQ(norm({0, 1, 0, 0}), 1);
  for (int n = 1; n <= 8; ++n) {
    std::vector<double> identity(n * n);
    for (int i = 0; i < n; ++i) identity[i * n + i] = 1;
    EXPECT_DOUBLE_EQ(norm(identity), 1) << n;
    EXPECT_GE(norm(identity), 1) << n;
  }
  EXPECT_TRUE(std::isnan(norm({std::numeric_limits<double>::quiet_NaN()})));
}

TEST(CifgLedger, RefusesWhatIsTooLarge) {
  EXPECT_EQ(refused_field([] { require_ledger_size({4, 4, 12, 1}); }), "");
  EXPECT_EQ(refused_field([] { require_ledger_size({4, 4, 12, 2}); }), "batch");
  EXPECT_EQ(refused_field([] { require_ledger_size({1, 1, 457, 1}); }), "");
  EXPECT_EQ(refused_field([] { require_ledger_size({1, 1, 458, 1}); }), "T");
  EXPECT_EQ(refused_field([] { require_ledger_size({1, 300, 1, 1}); }), "dh");
  EXPECT_EQ(refused_field([] { require_ledger_size({kMostNumbers, 1, 1, 1}); }), "dh");
}

// Weights far beyond what saturates: finite where a gate that is shut stops it, refused by name where it overflows.
TEST(CifgOverflow, NamesTheWeights) {
  Problem<double> problem = drawn_problem({2, 2, 8, 1}, 0.5, 3);
  for (auto* gate : problem.params.gates())
    for (double& u : gate->U) u *= 1e99;
  ASSERT_NO_THROW(require_valid(problem));
  const States<double> saturated = forward(problem);
  for (const double h : saturated.h) EXPECT_TRUE(std::isfinite(h));
  EXPECT_EQ(refused_field([&] { require_finite(backward(problem, saturated)); }), "") << "every gate is shut or open";

  // z = 0 at every step, so that every slope is its largest, and U is as large as it may be.
  problem = drawn_problem({1, 1, 8, 1}, 0, 1);
  problem.h0 = {0};
  problem.c0 = {0};
  problem.params.c.U = {1e100};
  const States<double> open = forward(problem);
  EXPECT_EQ(refused_field([&] { require_finite(backward(problem, open)); }), "params");
  EXPECT_EQ(refused_field([&] { require_finite(ledger_of(problem, open)); }), "params");
  EXPECT_EQ(refused_field([&] { require_finite(horizon_of(problem, open)); }), "params");
  std::fill(problem.g.begin(), problem.g.end(), 0.0);
  EXPECT_EQ(refused_field([&] { require_finite(backward(problem, open)); }), "") << "no loss, no gradient";
  EXPECT_EQ(refused_field([&] { require_finite(horizon_of(problem, open)); }), "params")
      << "but the Jacobian is the same";
}

}  // namespace
}  // namespace proofground::cifg
