// The recurrent network in float against the cell and a plain network in double: forward, every gradient, truncation, both cells.
#include "cifg/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "cifg/cell.h"
#include "cifg_network_reference.h"
#include "hashed.h"
#include "nn/adam.h"
#include "nn/clip.h"
#include "refused.h"
#include "tolerances.h"

namespace proofground::cifg {
namespace {

using proofground::test::hash_of, proofground::test::refused_field, test::Answer, test::drawn, test::flat, test::Pass,
    test::Reference;

struct Case {
  NetworkShape shape;
  int T, batch;
};

/// Sizes that fill no tile and no panel, one of everything, and some drawn ones.
std::vector<Case> cases() {
  std::vector<Case> all;
  Rng rng(3);
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    all.push_back({{cell, 1, 1}, 1, 1});
    all.push_back({{cell, 8, 16}, 6, 4});
    all.push_back({{cell, 9, 7}, 5, 1});
    all.push_back({{cell, 3, 33}, 1, 13});
    for (int k = 0; k < 12; ++k)
      all.push_back({{cell, 1 + rng.below(12), 1 + rng.below(30)}, 1 + rng.below(14), 1 + rng.below(11)});
  }
  return all;
}

std::string named(const Case& c) {
  return std::string(c.shape.cell == CellKind::cifg ? "CIFG" : "LSTM") + " dx " + std::to_string(c.shape.dx) + " dh " +
         std::to_string(c.shape.dh) + " T " + std::to_string(c.T) + " batch " + std::to_string(c.batch);
}

/// Relative to the largest entry.
template <class Values>
void expect_near(const Values& values, const std::vector<double>& exact, const std::string& what) {
  ASSERT_EQ(values.size(), exact.size()) << what;
  double size = 0;
  for (const double value : exact) size = std::max(size, std::abs(value));
  for (std::size_t k = 0; k < exact.size(); ++k)
    ASSERT_NEAR(values[k], exact[k], tolerance::network_float() * size) << what << " " << k;
}

std::vector<double> of(const Case& c, const NetworkTape& tape, Shown what) {
  std::vector<double> all;
  std::vector<float> one(c.shape.dh);
  for (int t = 0; t < c.T; ++t) {
    for (int i = 0; i < c.batch; ++i) {
      tape.copy(what, t, i, one.data());
      all.insert(all.end(), one.begin(), one.end());
    }
  }
  return all;
}

TEST(CifgNetwork, EqualsThePlainOneInDouble) {
  for (const Case& c : cases()) {
    Rng rng(5);
    const Sequences sequences = drawn(c.shape, c.T, c.batch, rng, c.T > 3);
    const Pass pass(c.shape, sequences, 7, 0, Keep::shown);
    const Answer exact = pass.reference()(sequences);
    expect_near(pass.tape.y(), exact.y, named(c) + " y");
    expect_near(of(c, pass.tape, Shown::f), exact.f, named(c) + " f");
    expect_near(of(c, pass.tape, Shown::i), exact.i, named(c) + " i");
    expect_near(of(c, pass.tape, Shown::o), exact.o, named(c) + " o");
    expect_near(of(c, pass.tape, Shown::c_tilde), exact.c_tilde, named(c) + " c~");
    expect_near(of(c, pass.tape, Shown::c), exact.c, named(c) + " c");
    expect_near(of(c, pass.tape, Shown::h), exact.h, named(c) + " h");
    EXPECT_NEAR(pass.loss, exact.loss, tolerance::network_float() * exact.loss) << named(c);
    expect_near(pass.flat_gradient(), exact.gradient, named(c) + " gradient");
    EXPECT_EQ(exact.gradient.size(), static_cast<std::size_t>(parameter_count(c.shape)));
    EXPECT_TRUE(pass.network.is_padded_with_zeros(pass.gradient.data())) << named(c);
  }
}

Gate<double> as_gate(const NetworkWeights::Gate& gate) {
  return {{gate.W.begin(), gate.W.end()}, {gate.U.begin(), gate.U.end()}, {gate.b.begin(), gate.b.end()}};
}

// The cell that claims are checked with, its loss weighed so that it is the network's to first order.
TEST(CifgNetwork, EqualsTheCheckedCell) {
  for (const Case& c : cases()) {
    if (c.shape.cell == CellKind::lstm) continue;
    Rng rng(6);
    const Sequences sequences = drawn(c.shape, c.T, c.batch, rng);
    const Pass pass(c.shape, sequences, 8);
    const NetworkWeights weights = pass.network.weights(pass.parameters.data());
    const std::vector<double> nothing(static_cast<std::size_t>(c.batch) * c.shape.dh);
    Problem<double> problem{{c.shape.dx, c.shape.dh, c.T, c.batch},
                            {as_gate(weights.f), as_gate(weights.o), as_gate(weights.c)},
                            {sequences.x.begin(), sequences.x.end()},
                            nothing,
                            nothing,
                            {}};
    const States<double> states = forward(problem);
    std::vector<double> y;
    for (int row = 0; row < c.T * c.batch; ++row) {
      double sum = weights.b_y;
      for (int j = 0; j < c.shape.dh; ++j) sum += weights.V[j] * states.h[row * c.shape.dh + j];
      y.push_back(sum);
      for (int j = 0; j < c.shape.dh; ++j)
        problem.g.push_back(2.0 * sequences.weight[row] * (sum - sequences.target[row]) * weights.V[j]);
    }
    expect_near(pass.tape.y(), y, named(c));
    const Gradients<double> exact = backward(problem, states);
    const NetworkWeights gradient = pass.network.weights(pass.gradient.data());
    const std::array ours{&gradient.f, &gradient.o, &gradient.c};
    const auto theirs = exact.params.gates();
    for (std::size_t k = 0; k < ours.size(); ++k) {
      expect_near(ours[k]->W, theirs[k]->W, named(c) + " W");
      expect_near(ours[k]->U, theirs[k]->U, named(c) + " U");
      expect_near(ours[k]->b, theirs[k]->b, named(c) + " b");
    }
  }
}

// The reference itself, which the network was compared with.
TEST(CifgNetwork, TheGradientIsThatOfTheLoss) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    const NetworkShape shape{cell, 2, 3};
    Rng rng(9);
    const Sequences sequences = drawn(shape, 7, 2, rng, true);
    const Pass pass(shape, sequences, 10);
    Reference reference = pass.reference();
    const std::vector<double> ours = pass.flat_gradient();
    std::vector<double> differences;
    for (double& value : reference.theta) {
      constexpr double kStep = 1e-5;
      const double at = value;
      value = at + kStep;
      const double above = reference(sequences).loss;
      value = at - kStep;
      const double below = reference(sequences).loss;
      value = at;
      differences.push_back((above - below) / (2 * kStep));
    }
    expect_near(ours, differences, "gradient");
    const std::vector<double> exact = reference(sequences).gradient;
    for (std::size_t k = 0; k < exact.size(); ++k)
      EXPECT_NEAR(differences[k], exact[k], tolerance::central_difference());
  }
}

TEST(CifgNetwork, TruncatedGradientsEndAtTheirSteps) {
  for (const CellKind cell : {CellKind::cifg, CellKind::lstm}) {
    const NetworkShape shape{cell, 3, 11};
    Rng rng(11);
    const Sequences sequences = drawn(shape, 9, 5, rng);
    const Pass whole(shape, sequences, 12);
    for (const int truncate : {1, 2, 4, 8}) {
      const Pass pass(shape, sequences, 12, truncate);
      expect_near(pass.flat_gradient(), pass.reference()(sequences, truncate).gradient, std::to_string(truncate));
      EXPECT_NE(pass.gradient, whole.gradient) << truncate;
      EXPECT_EQ(pass.loss, whole.loss);
    }
    for (const int truncate : {9, 100}) EXPECT_EQ(Pass(shape, sequences, 12, truncate).gradient, whole.gradient);
  }
}

// A loss at the last step alone goes back through exactly so many steps.
TEST(CifgNetwork, TruncationIsCountedFromTheEnd) {
  const NetworkShape shape{CellKind::cifg, 1, 4};
  Sequences sequences{6, 1, {0, 0, 0, 1, 0, 0}, std::vector<float>(6), {0, 0, 0, 0, 0, 1}};
  const auto by_input = [&](int truncate) {
    const Pass pass(shape, sequences, 13, truncate);
    const NetworkWeights gradient = pass.network.weights(pass.gradient.data());
    return std::any_of(gradient.c.W.begin(), gradient.c.W.end(), [](float value) { return value != 0; });
  };
  EXPECT_FALSE(by_input(2));  // steps 6 and 5
  EXPECT_TRUE(by_input(3));   // and 4, the only one with an input
  EXPECT_TRUE(by_input(0));
}

// An LSTM whose input gate has the forget gate's weights with the other sign is a CIFG-LSTM: bit for bit on the way forward.
TEST(CifgNetwork, AnLstmWithOppositeInputGateIsACifg) {
  Rng rng(14);
  const NetworkShape shape{CellKind::cifg, 3, 13};
  const Sequences sequences = drawn(shape, 8, 6, rng);
  const Pass cifg(shape, sequences, 15);
  NetworkWeights weights = cifg.network.weights(cifg.parameters.data());
  weights.shape.cell = CellKind::lstm;
  weights.i = weights.f;
  for (auto* values : {&weights.i.W, &weights.i.U, &weights.i.b})
    for (float& value : *values) value = -value;
  Pass lstm(weights.shape, sequences, 1);
  lstm.network.set_weights(weights, lstm.parameters.data());
  lstm.run(sequences);
  EXPECT_EQ(lstm.tape.y(), cifg.tape.y());
  const Case c{shape, 8, 6};
  EXPECT_EQ(of(c, lstm.tape, Shown::h), of(c, cifg.tape, Shown::h));
  // What the LSTM gives to its two gates, the CIFG gives to its one.
  const NetworkWeights theirs = lstm.network.weights(lstm.gradient.data());
  std::vector<double> sum;
  sum.reserve(theirs.f.U.size());
  for (std::size_t k = 0; k < theirs.f.U.size(); ++k) sum.push_back(static_cast<double>(theirs.f.U[k]) - theirs.i.U[k]);
  expect_near(cifg.network.weights(cifg.gradient.data()).f.U, sum, "U_f");
}

TEST(CifgNetwork, WhatIsNotAskedForHasNoPart) {
  const NetworkShape shape{CellKind::lstm, 2, 10};
  Rng rng(16);
  Sequences sequences = drawn(shape, 7, 3, rng, true);
  const Pass pass(shape, sequences, 17);
  for (std::size_t k = 0; k < sequences.target.size(); ++k)
    if (sequences.weight[k] == 0) sequences.target[k] = 1e6F;
  const Pass other(shape, sequences, 17);
  EXPECT_EQ(other.loss, pass.loss);
  EXPECT_EQ(other.gradient, pass.gradient);
  std::fill(sequences.weight.begin(), sequences.weight.end(), 0.0F);
  const Pass none(shape, sequences, 17);
  EXPECT_EQ(none.loss, 0);
  EXPECT_TRUE(std::all_of(none.gradient.begin(), none.gradient.end(), [](float value) { return value == 0; }));
}

TEST(CifgNetwork, ASequenceIsTheSameBitsInAnyBatch) {
  const NetworkShape shape{CellKind::cifg, 5, 21};
  Rng rng(18);
  const Sequences sequences = drawn(shape, 6, 7, rng);
  const Pass all(shape, sequences, 19);
  for (int i = 0; i < 7; ++i) {
    Sequences one{6, 1, {}, {}, {}};
    for (int t = 0; t < 6; ++t) {
      const int row = t * 7 + i;
      one.x.insert(one.x.end(), sequences.x.begin() + row * 5, sequences.x.begin() + (row + 1) * 5);
      one.target.push_back(sequences.target[row]);
      one.weight.push_back(sequences.weight[row]);
    }
    const Pass alone(shape, one, 19);
    for (int t = 0; t < 6; ++t) EXPECT_EQ(alone.tape.y()[t], all.tape.y()[t * 7 + i]) << i << " " << t;
  }
}

TEST(CifgNetwork, ATapeThatShowsComputesTheSame) {
  const NetworkShape shape{CellKind::lstm, 2, 9};
  Rng rng(20);
  const Sequences sequences = drawn(shape, 5, 3, rng);
  const Pass plain(shape, sequences, 21);
  Pass shown(shape, sequences, 21, 0, Keep::shown);
  EXPECT_EQ(shown.gradient, plain.gradient);
  const std::vector<float> first = shown.gradient;
  shown.run(sequences);  // nothing is left of the first time
  EXPECT_EQ(shown.gradient, first);
}

// Gradients that vanish over many steps end in 0, not in denormal numbers, which are slow.
TEST(CifgNetwork, VanishingGradientsAreNotDenormal) {
  const NetworkShape shape{CellKind::cifg, 1, 8};
  int vanished = 0;
  for (int T = 40; T < 200; T += 3) {
    const auto steps = static_cast<std::size_t>(T);
    Sequences sequences{T, 1, std::vector<float>(steps), std::vector<float>(steps), std::vector<float>(steps)};
    sequences.x[0] = 1;  // W gets what has come back to the first step, and nothing else
    sequences.weight[steps - 1] = 1;
    Pass pass(shape, sequences, 23);
    NetworkWeights weights = pass.network.weights(pass.parameters.data());
    for (auto* gate : {&weights.f, &weights.o, &weights.c})
      for (float& value : gate->U) value *= 0.1F;
    weights.f.b.assign(8, -0.5F);
    pass.network.set_weights(weights, pass.parameters.data());
    pass.run(sequences);
    for (const float value : pass.gradient) ASSERT_NE(std::fpclassify(value), FP_SUBNORMAL) << T;
    const NetworkWeights gradient = pass.network.weights(pass.gradient.data());
    vanished += std::count(gradient.c.W.begin(), gradient.c.W.end(), 0.0F) > 0 ? 1 : 0;
  }
  EXPECT_GT(vanished, 10);
  EXPECT_LT(vanished, 50);
}

TEST(CifgNetwork, WeightsThereAndBack) {
  for (const Case& c : cases()) {
    const Network network(c.shape);
    EXPECT_EQ(network.size() % 8, 0U);
    std::vector<float> parameters(network.size(), 9.0F), again(network.size(), 9.0F);
    Rng rng(24);
    network.initialise(rng, 1.5, parameters.data());
    EXPECT_TRUE(network.is_padded_with_zeros(parameters.data()));
    const NetworkWeights weights = network.weights(parameters.data());
    network.set_weights(weights, again.data());
    EXPECT_EQ(again, parameters);
    EXPECT_EQ(network.weights(again.data()), weights);
    EXPECT_EQ(flat(weights).size(), static_cast<std::size_t>(parameter_count(c.shape)));
    // Every place outside the weights is padding, and is watched.
    const auto used = [&](std::size_t at) {
      std::vector<float> marked = parameters;
      marked[at] += 1;
      return network.weights(marked.data()) != weights;
    };
    for (std::size_t at = 0; at < parameters.size(); at += 1 + parameters.size() / 400) {
      std::vector<float> marked = parameters;
      marked[at] += 1;
      EXPECT_EQ(network.is_padded_with_zeros(marked.data()), used(at)) << at;
    }
  }
}

TEST(CifgNetwork, StartsAsPromised) {
  const Network cifg({CellKind::cifg, 4, 40}), lstm({CellKind::lstm, 4, 40});
  std::vector<float> a(cifg.size()), b(lstm.size());
  Rng first(25), second(25);
  cifg.initialise(first, 2, a.data());
  lstm.initialise(second, 2, b.data());
  const NetworkWeights of_cifg = cifg.weights(a.data()), of_lstm = lstm.weights(b.data());
  EXPECT_EQ(of_cifg.f, of_lstm.f);
  EXPECT_EQ(of_cifg.o, of_lstm.o);
  EXPECT_EQ(of_cifg.c, of_lstm.c);
  EXPECT_EQ(of_cifg.V, of_lstm.V);
  EXPECT_EQ(of_cifg.f.b, std::vector<float>(40, 2));
  EXPECT_EQ(of_lstm.i.b, std::vector<float>(40, -2));
  EXPECT_EQ(of_cifg.o.b, std::vector<float>(40, 0));
  EXPECT_EQ(of_cifg.c.b, std::vector<float>(40, 0));
  const auto variance = [](const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values) sum += static_cast<double>(value) * value;
    return sum / static_cast<double>(values.size());
  };
  // The variance of a uniform sample's square is 4/5 of its own square.
  const auto near = [&](const std::vector<float>& values, double expected) {
    EXPECT_NEAR(variance(values), expected,
                expected * tolerance::standard_errors() * std::sqrt(0.8 / static_cast<double>(values.size())));
  };
  near(of_lstm.i.W, 1.0 / 4);
  near(of_cifg.f.U, 1.0 / 40);
  near(of_cifg.V, 1.0 / 40);
}

TEST(CifgNetwork, RefusesByName) {
  EXPECT_EQ(refused_field([] { const Network network({CellKind::cifg, 0, 4}); }), "dx");
  EXPECT_EQ(refused_field([] { const Network network({CellKind::cifg, 65, 4}); }), "dx");
  EXPECT_EQ(refused_field([] { const Network network({CellKind::cifg, 1, 0}); }), "dh");
  EXPECT_EQ(refused_field([] { const Network network({CellKind::lstm, 1, 513}); }), "dh");
  const Network network({CellKind::cifg, 2, 3});
  EXPECT_EQ(refused_field([&] { const NetworkTape tape(network, 0, 1); }), "T");
  EXPECT_EQ(refused_field([&] { const NetworkTape tape(network, 1, 0); }), "batch");
  std::vector<float> parameters(network.size());
  Rng rng(26);
  network.initialise(rng, 1, parameters.data());
  const auto with = [&](const std::function<void(NetworkWeights&)>& change) {
    NetworkWeights weights = network.weights(parameters.data());
    change(weights);
    return refused_field([&] { network.set_weights(weights, parameters.data()); });
  };
  EXPECT_EQ(with([](NetworkWeights&) {}), "");
  EXPECT_EQ(with([](NetworkWeights& w) { w.shape.cell = CellKind::lstm; }), "cell");
  EXPECT_EQ(with([](NetworkWeights& w) { w.shape.dx = 3; }), "dx");
  EXPECT_EQ(with([](NetworkWeights& w) { w.shape.dh = 2; }), "dh");
  EXPECT_EQ(with([](NetworkWeights& w) { w.o.U.pop_back(); }), "U_o");
  EXPECT_EQ(with([](NetworkWeights& w) { w.i.b.push_back(0); }), "b_i");
  EXPECT_EQ(with([](NetworkWeights& w) { w.V.push_back(0); }), "V");
  EXPECT_EQ(with([](NetworkWeights& w) { w.c.W[1] = std::numeric_limits<float>::quiet_NaN(); }), "W_c");
  EXPECT_EQ(with([](NetworkWeights& w) { w.b_y = std::numeric_limits<float>::infinity(); }), "b_y");
  NetworkTape tape(network, 3, 2);
  const auto setting = [&](const std::function<void(Sequences&)>& change) {
    Sequences sequences = drawn(network.shape(), 3, 2, rng);
    change(sequences);
    return refused_field([&] { tape.set(sequences); });
  };
  EXPECT_EQ(setting([](Sequences&) {}), "");
  EXPECT_EQ(setting([](Sequences& s) { s.T = 4; }), "T");
  EXPECT_EQ(setting([](Sequences& s) { s.batch = 3; }), "batch");
  EXPECT_EQ(setting([](Sequences& s) { s.x.pop_back(); }), "x");
  EXPECT_EQ(setting([](Sequences& s) { s.target.pop_back(); }), "target");
  EXPECT_EQ(setting([](Sequences& s) { s.weight.push_back(1); }), "weight");
  std::vector<float> to(3);
  EXPECT_EQ(refused_field([&] { tape.copy(Shown::c, 0, 0, to.data()); }), "what");
  EXPECT_EQ(refused_field([&] { tape.copy(Shown::h, 3, 0, to.data()); }), "t");
  EXPECT_EQ(refused_field([&] { tape.copy(Shown::h, 0, 2, to.data()); }), "sequence");
}

TEST(CifgNetwork, WhatHasGoneWrongIsNotHidden) {
  const NetworkShape shape{CellKind::cifg, 2, 5};
  Rng rng(27);
  Sequences sequences = drawn(shape, 4, 2, rng);
  sequences.x[0] = std::numeric_limits<float>::quiet_NaN();
  const Pass pass(shape, sequences, 28);
  EXPECT_TRUE(std::isnan(pass.loss));
  EXPECT_TRUE(std::isnan(nn::norm(pass.gradient.data(), pass.gradient.size())));
}

TEST(CifgNetwork, ClipsByTheNorm) {
  std::vector<float> gradient{3, 0, -4, 0};
  EXPECT_EQ(nn::clip(gradient.data(), 4, 0), 5);
  EXPECT_EQ(nn::clip(gradient.data(), 4, 6), 5);
  EXPECT_EQ(gradient, (std::vector<float>{3, 0, -4, 0}));
  EXPECT_EQ(nn::clip(gradient.data(), 4, 2.5), 5);
  EXPECT_EQ(gradient, (std::vector<float>{1.5F, 0, -2, 0}));
  gradient[1] = std::numeric_limits<float>::infinity();
  EXPECT_FALSE(std::isfinite(nn::clip(gradient.data(), 4, 1)));
  EXPECT_EQ(gradient[0], 1.5F);
}

/// Parameters after some steps of Adam.
std::vector<float> trained(const NetworkShape& shape, int truncate) {
  Rng rng(29);
  const Sequences sequences = drawn(shape, 12, 10, rng, true);
  Pass pass(shape, sequences, 30);
  nn::Adam adam(pass.network.size());
  const double before = pass.loss;
  for (int k = 0; k < 40; ++k) {
    pass.run(sequences, truncate);
    (void)nn::clip(pass.gradient.data(), pass.gradient.size(), 0.1);
    adam.step(0.01, pass.gradient.data(), pass.parameters.data());
  }
  EXPECT_LT(pass.loss, 0.7 * before);
  EXPECT_TRUE(pass.network.is_padded_with_zeros(pass.parameters.data()));
  return pass.parameters;
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(CifgNetwork, OneSeedIsOneNetworkEverywhere) {
  EXPECT_EQ(hash_of(trained({CellKind::cifg, 3, 19}, 0)), 15039886090687250600u);
  EXPECT_EQ(hash_of(trained({CellKind::lstm, 3, 19}, 5)), 5085063011621912295u);
}

}  // namespace
}  // namespace proofground::cifg
