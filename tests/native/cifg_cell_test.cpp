// The cell by routes that share nothing with backward(): complex steps, central differences, single sequences, exact values.
#include "cifg/cell.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "cifg/horizon.h"
#include "cifg/ledger.h"
#include "cifg/overflow.h"
#include "cifg/sigmoid.h"
#include "cifg_drawn.h"
#include "core/require.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

double loss_of(const Problem<double>& problem) { return loss_of(problem, forward(problem)); }

// Every number that the loss depends on, each by a complex step of its own: the imaginary part has no difference to lose digits in.
RC_GTEST_PROP(CifgCell, EveryGradientIsTheComplexStep, ()) {
  const Problem<double> problem = any_problem(3);
  Gradients<double> gradients = backward(problem, forward(problem));
  Problem<Complex> stepped = complexified(problem);
  const auto inputs = lists_of(stepped);
  const auto answers = lists_of(gradients);
  for (std::size_t list = 0; list < inputs.size(); ++list) {
    RC_ASSERT(inputs[list]->size() == answers[list]->size());
    const double scale = scale_of(*answers[list]);
    // A few of each list, other ones in every problem.
    const std::size_t stride = 1 + inputs[list]->size() / 4;
    for (std::size_t i = *rc::gen::inRange<std::size_t>(0, stride); i < inputs[list]->size(); i += stride) {
      Complex& entry = (*inputs[list])[i];
      entry += Complex(0, kComplexStep);
      const double slope = loss_of(stepped, forward(stepped)).imag() / kComplexStep;
      entry = entry.real();
      RC_ASSERT(std::abs((*answers[list])[i] - slope) <= tolerance::complex_step() * scale);
    }
  }
}

// The usual check, with its usual digits: h^2 and rounding over h.
RC_GTEST_PROP(CifgCell, EveryGradientIsTheCentralDifference, ()) {
  Problem<double> problem = drawn_problem(drawn_sizes(3), 0.7, *rc::gen::inRange<std::uint64_t>(1, 1u << 30));
  Gradients<double> gradients = backward(problem, forward(problem));
  const auto inputs = lists_of(problem);
  const auto answers = lists_of(gradients);
  constexpr double kStep = 1e-5;
  for (std::size_t list = 0; list < inputs.size(); ++list) {
    const double scale = scale_of(*answers[list]);
    const std::size_t i = *rc::gen::inRange<std::size_t>(0, inputs[list]->size());
    double& entry = (*inputs[list])[i];
    const double value = entry;
    entry = value + kStep;
    const double above = loss_of(problem);
    entry = value - kStep;
    const double below = loss_of(problem);
    entry = value;
    RC_ASSERT(std::abs((*answers[list])[i] - (above - below) / (2 * kStep)) <=
              2 * tolerance::central_difference() * scale);
  }
}

/// One step at t with some of its nodes moved, and the loss from there on.
class Moved {
 public:
  Moved(const Problem<double>& problem, const States<double>& states, int t, int unit)
      : problem_(complexified(problem)), s_(states), t_(t), unit_(unit) {}

  enum class Node { h, c, f, o, c_tilde, z_f, z_o, z_c };

  /// dL/d(node), what depends on the node moving with it.
  [[nodiscard]] double slope(Node node) const {
    const std::size_t dh = problem_.sizes.dh, at = t_ * dh;
    std::vector<Complex> c(dh), h(dh);
    for (std::size_t j = 0; j < dh; ++j) {
      const bool here = static_cast<int>(j) == unit_;
      const auto moved = [&](Complex value, Node which) {
        return here && node == which ? value + Complex(0, kComplexStep) : value;
      };
      const Sigmoids<Complex> f = sigmoids(moved(s_.z_f[at + j], Node::z_f));
      const bool f_alone = here && node == Node::f;  // 1 - f moves with it
      const Complex forget = moved(f.of_z, Node::f),
                    write = f_alone ? f.of_minus_z - Complex(0, kComplexStep) : f.of_minus_z;
      const Complex candidate = moved(tanh_of(moved(s_.z_c[at + j], Node::z_c)), Node::c_tilde);
      const Complex before = t_ == 0 ? problem_.c0[j] : Complex(s_.c[at - dh + j]);
      const Complex gate = moved(sigmoids(moved(s_.z_o[at + j], Node::z_o)).of_z, Node::o);
      c[j] = moved(forget * before + write * candidate, Node::c);
      h[j] = moved(gate * tanh_of(c[j]), Node::h);
    }
    return loss_from(c, h).imag() / kComplexStep;
  }

 private:
  [[nodiscard]] Complex loss_from(const std::vector<Complex>& c, const std::vector<Complex>& h) const {
    const std::size_t dh = problem_.sizes.dh;
    Complex loss;
    for (std::size_t j = 0; j < dh; ++j) loss += problem_.g[t_ * dh + j] * h[j];
    if (t_ + 1 == problem_.sizes.T) return loss;
    Problem<Complex> tail = problem_;
    tail.sizes.T -= t_ + 1;
    tail.x.erase(tail.x.begin(), tail.x.begin() + static_cast<std::ptrdiff_t>(t_ + 1) * problem_.sizes.dx);
    tail.g.erase(tail.g.begin(), tail.g.begin() + static_cast<std::ptrdiff_t>(t_ + 1) * problem_.sizes.dh);
    tail.c0 = c;
    tail.h0 = h;
    return loss + proofground::cifg::loss_of(tail, forward(tail));
  }

  Problem<Complex> problem_;
  const States<double>& s_;
  int t_, unit_;
};

// Each delta by a complex step at its own node: the loss as a function of that node, with everything after it.
RC_GTEST_PROP(CifgCell, EveryDeltaIsTheComplexStepAtItsNode, ()) {
  const Problem<double> problem = any_problem(1);
  const States<double> states = forward(problem);
  const Deltas<double> d = backward(problem, states).deltas;
  const int t = *rc::gen::inRange(0, problem.sizes.T), unit = *rc::gen::inRange(0, problem.sizes.dh);
  const Moved moved(problem, states, t, unit);
  using Node = Moved::Node;
  const std::pair<Node, const std::vector<double>*> nodes[] = {
      {Node::h, &d.h},     {Node::c, &d.c},     {Node::f, &d.f},    {Node::o, &d.o}, {Node::c_tilde, &d.c_tilde},
      {Node::z_f, &d.z_f}, {Node::z_o, &d.z_o}, {Node::z_c, &d.z_c}};
  const std::size_t at = static_cast<std::size_t>(t) * problem.sizes.dh + unit;
  for (const auto& [node, list] : nodes)
    RC_ASSERT(std::abs((*list)[at] - moved.slope(node)) <= tolerance::complex_step() * scale_of(*list));
}

/// Of a batch the sequence i: row (t, i) of its lists.
std::vector<double> sequence_of(const std::vector<double>& list, std::size_t batch, std::size_t width, std::size_t i) {
  std::vector<double> out;
  for (std::size_t row = i; row < list.size() / width; row += batch)
    out.insert(out.end(), list.begin() + static_cast<std::ptrdiff_t>(row * width),
               list.begin() + static_cast<std::ptrdiff_t>((row + 1) * width));
  return out;
}

// Sequences do not know of each other: states and deltas are those of each alone, bit for bit; losses and weights add up.
RC_GTEST_PROP(CifgCell, ABatchIsItsSequences, ()) {
  const Problem<double> problem = any_problem(3);
  const std::size_t batch = problem.sizes.batch, dx = problem.sizes.dx, dh = problem.sizes.dh;
  const States<double> all_states = forward(problem);
  Gradients<double> all = backward(problem, all_states);
  std::vector<std::vector<double>> sums(9), sizes(9);
  double loss = 0, loss_size = 0;
  for (std::size_t i = 0; i < batch; ++i) {
    Problem<double> one = problem;
    one.sizes.batch = 1;
    one.x = sequence_of(problem.x, batch, dx, i);
    one.g = sequence_of(problem.g, batch, dh, i);
    one.h0 = sequence_of(problem.h0, batch, dh, i);
    one.c0 = sequence_of(problem.c0, batch, dh, i);
    const States<double> states = forward(one);
    Gradients<double> alone = backward(one, states);
    RC_ASSERT(states.h == sequence_of(all_states.h, batch, dh, i));
    RC_ASSERT(alone.deltas.c == sequence_of(all.deltas.c, batch, dh, i));
    RC_ASSERT(alone.deltas.z_o == sequence_of(all.deltas.z_o, batch, dh, i));
    RC_ASSERT(alone.x == sequence_of(all.x, batch, dx, i));
    RC_ASSERT(alone.h0 == sequence_of(all.h0, batch, dh, i));
    RC_ASSERT(alone.c0 == sequence_of(all.c0, batch, dh, i));
    loss += alone.loss;
    loss_size += 1 + std::abs(alone.loss);
    const auto lists = lists_of(alone);
    for (std::size_t list = 0; list < 9; ++list) {
      sums[list].resize(lists[list]->size());
      sizes[list].resize(lists[list]->size(), 1.0);
      for (std::size_t k = 0; k < lists[list]->size(); ++k) {
        sums[list][k] += (*lists[list])[k];
        sizes[list][k] += std::abs((*lists[list])[k]);
      }
    }
  }
  RC_ASSERT(std::abs(loss - all.loss) <= tolerance::complex_step() * loss_size);
  const auto lists = lists_of(all);
  for (std::size_t list = 0; list < 9; ++list)
    for (std::size_t k = 0; k < sums[list].size(); ++k)
      RC_ASSERT(std::abs(sums[list][k] - (*lists[list])[k]) <= tolerance::complex_step() * sizes[list][k]);
}

// c_t lies between c_{t-1} and c~_t, so that it never leaves [-max(|c_0|, 1), max(|c_0|, 1)]. One rounding of two products.
RC_GTEST_PROP(CifgCell, TheCellStaysBetweenItsStartAndOne, ()) {
  const Problem<double> problem = any_problem(3);
  const States<double> s = forward(problem);
  const std::size_t width = problem.h0.size();
  for (std::size_t i = 0; i < s.c.size(); ++i) {
    const double before = i < width ? problem.c0[i] : s.c[i - width];
    const double slack = 4e-16 * std::max(std::abs(before), 1.0);
    RC_ASSERT(s.c[i] >= std::min(before, s.c_tilde[i]) - slack);
    RC_ASSERT(s.c[i] <= std::max(before, s.c_tilde[i]) + slack);
    RC_ASSERT(std::abs(s.c[i]) <= std::max(std::abs(problem.c0[i % width]), 1.0) * (1 + 1e-15 * problem.sizes.T));
    RC_ASSERT(std::abs(s.h[i]) <= 1.0);
    RC_ASSERT(std::abs(s.f[i] + s.one_minus_f[i] - 1) <= 2.3e-16);  // the last bit of 1
    RC_ASSERT(std::abs(s.o[i] + s.one_minus_o[i] - 1) <= 2.3e-16);
  }
}

RC_GTEST_PROP(CifgSigmoid, AComplementHasItsDigits, ()) {
  const double z = *rc::gen::inRange(-8000, 8001) / 10.0;
  const Sigmoids<double> s = sigmoids(z), mirrored = sigmoids(-z);
  RC_ASSERT(s.of_z == mirrored.of_minus_z);
  RC_ASSERT(s.of_minus_z == mirrored.of_z);
  RC_ASSERT(std::abs(s.of_z + s.of_minus_z - 1) <= 2.3e-16);
  // sigma(-z) / sigma(z) = exp(-z), relative, however small.
  const double ratio = s.of_minus_z / s.of_z, expected = std::exp(-z);
  if (std::abs(z) < 700) RC_ASSERT(std::abs(ratio - expected) <= 1e-15 * expected);
  // The slope sigma'(z) = sigma(z) sigma(-z) by a complex step; where it is a normal number.
  const double slope = sigmoids(Complex(z, kComplexStep)).of_z.imag() / kComplexStep;
  if (std::abs(z) < 500) RC_ASSERT(std::abs(slope - s.of_z * s.of_minus_z) <= 1e-14 * slope);
}

TEST(CifgSigmoid, AtTheEnds) {
  // From 37 on sigma is 1 to rounding, and 1 - sigma would be 0.
  EXPECT_EQ(sigmoids(37.0).of_z, 1.0);
  EXPECT_NEAR(sigmoids(37.0).of_minus_z / std::exp(-37.0), 1, 1e-15);
  EXPECT_EQ(sigmoids(40.0).of_z, 1.0);
  EXPECT_NEAR(sigmoids(40.0).of_minus_z / std::exp(-40.0), 1, 1e-15);
  EXPECT_EQ(sigmoids(800.0).of_z, 1.0);
  EXPECT_EQ(sigmoids(800.0).of_minus_z, 0.0);  // exp(-800) is below the least double
  EXPECT_EQ(sigmoids(-800.0).of_z, 0.0);
  EXPECT_EQ(sigmoids(-800.0).of_minus_z, 1.0);
  EXPECT_EQ(sigmoids(0.0).of_z, 0.5);
  for (const double z : {37.0, 40.0, 800.0, -800.0}) {
    const Complex stepped(z, kComplexStep);
    EXPECT_EQ(sigmoids(stepped).of_z.real(), sigmoids(z).of_z);
    EXPECT_EQ(sigmoids(stepped).of_minus_z.real(), sigmoids(z).of_minus_z);
    EXPECT_EQ(tanh_of(stepped).real(), std::tanh(z));
    EXPECT_TRUE(std::isfinite(tanh_slope(stepped).imag()));
    EXPECT_GE(tanh_slope(z), 0);
  }
  EXPECT_EQ(tanh_slope(0.0), 1.0);
  EXPECT_NEAR(tanh_slope(20.0) / (4 * std::exp(-40.0)), 1, 1e-15);  // 1 - tanh(20)^2 would be 0
}

/// All that a problem of one sequence comes to is finite, and its ledger adds up.
void expect_sound(const Problem<double>& problem) {
  ASSERT_NO_THROW(require_valid(problem));
  const States<double> states = forward(problem);
  const Gradients<double> gradients = backward(problem, states);
  EXPECT_NO_THROW(require_finite(gradients));
  const Ledger ledger = ledger_of(problem, states);
  EXPECT_NO_THROW(require_finite(ledger));
  EXPECT_NO_THROW(require_finite(horizon_of(problem, states)));
  const std::size_t size = states.h.size();
  for (std::size_t i = 0; i < size; ++i) {
    double sum = 0, sizes = 0;
    for (std::size_t k = i; k < ledger.c.size(); k += size) {
      sum += ledger.c[k];
      sizes += std::abs(ledger.c[k]);
    }
    constexpr double kUnderflow = 1e-320;  // below the normal numbers a rounding has a size of its own
    EXPECT_NEAR(sum, gradients.deltas.c[i], tolerance::ledger() * sizes + kUnderflow);
  }
}

void fill_weights(Problem<double>& problem, double value) {
  for (auto* gate : problem.params.gates())
    for (auto* list : {&gate->W, &gate->U, &gate->b}) std::fill(list->begin(), list->end(), value);
}

TEST(CifgCell, ExtremeInputs) {
  for (const Sizes& sizes : {Sizes{1, 1, 1, 1}, Sizes{3, 1, 5, 1}, Sizes{1, 4, 1, 1}, Sizes{2, 3, 12, 1}}) {
    for (const double extreme : {0.0, -0.0, 1e-300, -1e-300, 5e-324, 1e100, -1e100}) {
      SCOPED_TRACE(testing::Message() << sizes.dx << " " << sizes.dh << " " << sizes.T << ": " << extreme);
      Problem<double> problem = drawn_problem(sizes, 0.8, 5);
      fill_weights(problem, extreme);
      expect_sound(problem);
      problem = drawn_problem(sizes, 0.8, 6);
      std::fill(problem.x.begin(), problem.x.end(), extreme);
      expect_sound(problem);
      problem = drawn_problem(sizes, 0.8, 7);
      std::fill(problem.h0.begin(), problem.h0.end(), extreme);
      std::fill(problem.c0.begin(), problem.c0.end(), extreme);
      expect_sound(problem);
      problem = drawn_problem(sizes, 0.8, 8);
      std::fill(problem.g.begin(), problem.g.end(), extreme);
      expect_sound(problem);
    }
  }
}

TEST(CifgCell, ZeroWeightsHalveTheCell) {
  Problem<double> problem = drawn_problem({2, 3, 6, 1}, 1, 9);
  fill_weights(problem, 0);
  const States<double> s = forward(problem);
  const Horizon horizon = horizon_of(problem, s);
  for (std::size_t t = 0; t < 6; ++t)
    for (std::size_t j = 0; j < 3; ++j) {
      EXPECT_EQ(s.c[t * 3 + j], std::ldexp(problem.c0[j], -static_cast<int>(t) - 1));
      EXPECT_EQ(horizon.product[t * 3 + j], std::ldexp(1.0, static_cast<int>(t) - 5));
    }
}

// b_f = 40: f is 1 to rounding and the cell keeps c_0, but what it writes is small, not nothing.
TEST(CifgCell, AnOpenForgetGateStillWrites) {
  Problem<double> problem = drawn_problem({1, 1, 1, 1}, 0, 1);
  problem.params.f.b = {40};
  problem.params.c.b = {1};
  problem.c0 = {0};
  const States<double> s = forward(problem);
  EXPECT_EQ(s.f[0], 1.0);
  EXPECT_NEAR(s.c[0] / (std::exp(-40.0) * std::tanh(1.0)), 1, 1e-15);
  EXPECT_NE(backward(problem, s).params.f.b[0], 0.0);
}

/// The field that a problem is refused for.
std::string refused(const std::function<void(Problem<double>&)>& spoil) {
  Problem<double> problem = drawn_problem({2, 3, 4, 2}, 1, 1);
  spoil(problem);
  try {
    require_valid(problem);
  } catch (const InvalidArgument& error) {
    return error.field();
  }
  return "accepted";
}

TEST(CifgCell, Refusals) {
  using P = Problem<double>;
  EXPECT_EQ(refused([](P&) {}), "accepted");
  EXPECT_EQ(refused([](P& p) { p.sizes.dx = 0; }), "dx");
  EXPECT_EQ(refused([](P& p) { p.sizes.dh = -1; }), "dh");
  EXPECT_EQ(refused([](P& p) { p.sizes.T = 0; }), "T");
  EXPECT_EQ(refused([](P& p) { p.sizes.batch = 0; }), "batch");
  EXPECT_EQ(refused([](P& p) { p.sizes = {1 << 20, 1 << 20, 1, 1}; }), "dx");
  EXPECT_EQ(refused([](P& p) { p.sizes = {1, 1025, 1, 1}; }), "dh");
  EXPECT_EQ(refused([](P& p) { p.sizes = {1, 1, 1 << 20, 2}; }), "T");
  EXPECT_EQ(refused([](P& p) { p.params.f.W.pop_back(); }), "params.W_f");
  EXPECT_EQ(refused([](P& p) { p.params.o.U.push_back(0); }), "params.U_o");
  EXPECT_EQ(refused([](P& p) { p.params.c.b.clear(); }), "params.b_c");
  EXPECT_EQ(refused([](P& p) { p.params.c.U[4] = std::nan(""); }), "params.U_c[4]");
  EXPECT_EQ(refused([](P& p) { p.x.pop_back(); }), "x");
  EXPECT_EQ(refused([](P& p) { p.x[3] = 1e308; }), "x[3]");
  EXPECT_EQ(refused([](P& p) { p.h0.push_back(0); }), "h0");
  EXPECT_EQ(refused([](P& p) { p.c0[0] = HUGE_VAL; }), "c0[0]");
  EXPECT_EQ(refused([](P& p) { p.g.clear(); }), "g");
}

}  // namespace
}  // namespace proofground::cifg
