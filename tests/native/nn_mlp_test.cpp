// The perceptron against the formula in double, its gradients by parameters and input against the complex step and
// central differences, alone and with a second network behind it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>

#include "nn/panels.h"
#include "nn_reference.h"
#include "tolerances.h"

namespace proofground::nn {
namespace {

using test::half_square;
using test::Reference;
using Complex = std::complex<double>;

constexpr double kTiny = 1e-30, kSmall = 1e-5;  // steps of the complex step and of central differences

struct Problem {
  Problem(const MlpShape& shape, int count, std::uint64_t seed, InputGradient input = InputGradient::no)
      : mlp(shape), weights(mlp.size()), tape(mlp.tape(count, input)) {
    Rng rng(seed);
    for (const std::size_t place : Reference<double>(mlp, weights).places())
      weights[place] = static_cast<float>(rng.normal() / std::sqrt(shape.width));
    for (int i = 0; i < count; ++i) {
      xs.emplace_back();
      targets.emplace_back();
      for (int c = 0; c < shape.in; ++c) {
        tape.x[place(count, i, c)] = static_cast<float>(rng.normal());
        xs.back().push_back(tape.x[place(count, i, c)]);
      }
      for (int c = 0; c < shape.out; ++c) targets.back().push_back(static_cast<float>(rng.normal()));
    }
  }
  /// The gradient of half_square.
  std::vector<float> gradient() {
    mlp.forward(weights.data(), tape);
    const auto count = static_cast<int>(xs.size());
    for (int i = 0; i < count; ++i)
      for (int c = 0; c < mlp.shape().out; ++c) {
        const std::size_t at = place(count, i, c);
        tape.dy[at] = tape.y[at] - static_cast<float>(targets[i][c]);
      }
    std::vector<float> result(mlp.size());
    mlp.backward(weights.data(), tape, result.data());
    return result;
  }

  Mlp mlp;
  std::vector<float> weights;
  Tape tape;
  std::vector<std::vector<double>> xs, targets;
};

class NnMlp : public testing::TestWithParam<MlpShape> {};

TEST_P(NnMlp, ForwardIsTheFormula) {
  Problem problem(GetParam(), 21, 1);
  problem.mlp.forward(problem.weights.data(), problem.tape);
  const Reference<double> reference(problem.mlp, problem.weights);
  Scratch scratch = problem.mlp.scratch();
  std::copy(problem.tape.x.begin(), problem.tape.x.end(), scratch.x.begin());
  problem.mlp.predict(problem.weights.data(), scratch, 21);
  for (int i = 0; i < 21; ++i) {
    const std::vector<double> y = reference(problem.xs[i]);
    for (int c = 0; c < GetParam().out; ++c) {
      const std::size_t at = place(21, i, c);
      EXPECT_NEAR(problem.tape.y[at], y[c], tolerance::network_float() * (1 + std::abs(y[c])));
      EXPECT_EQ(scratch.y[at], problem.tape.y[at]);
    }
  }
}

TEST_P(NnMlp, SharedInputsMayBeTakenOutOfTheProduct) {
  Problem problem(GetParam(), 3, 2);
  const int varying = (GetParam().in + 1) / 2;
  std::vector<float> shared;
  for (int c = varying; c < GetParam().in; ++c) shared.push_back(0.25F * static_cast<float>(c) - 1);
  Scratch whole = problem.mlp.scratch(), split = problem.mlp.scratch();
  for (int i = 0; i < 3; ++i)
    for (int c = 0; c < GetParam().in; ++c) {
      whole.x[place(3, i, c)] = c < varying ? problem.tape.x[place(3, i, c)] : shared[c - varying];
      split.x[place(3, i, c)] = c < varying ? problem.tape.x[place(3, i, c)] : 0;
    }
  problem.mlp.predict(problem.weights.data(), whole, 3);
  problem.mlp.first_bias(problem.weights.data(), shared.data(), varying, split);
  problem.mlp.predict_varying(problem.weights.data(), split, 3, varying);
  for (int i = 0; i < 3; ++i)
    for (int c = 0; c < GetParam().out; ++c)
      EXPECT_NEAR(split.y[place(3, i, c)], whole.y[place(3, i, c)],
                  tolerance::network_float() * (1 + std::abs(whole.y[place(3, i, c)])));
}

// d f / d w = Im f(w + i h) / h without cancellation: h = 1e-30 leaves the derivative to the last digits.
TEST_P(NnMlp, GradientIsTheComplexStepsAndTheDifferences) {
  Problem problem(GetParam(), 5, 3);
  const std::vector<float> gradient = problem.gradient();
  Reference<Complex> complex(problem.mlp, problem.weights);
  Reference<double> real(problem.mlp, problem.weights);
  const std::vector<std::size_t> places = complex.places();
  double size = 1;
  for (const float g : gradient) size = std::max(size, static_cast<double>(std::abs(g)));
  // Large networks: every so many of the parameters, of all layers.
  const std::size_t stride = 1 + places.size() / 300;
  for (std::size_t k = 0; k < places.size(); k += stride) {
    const double w = real.parameters[k];
    complex.parameters[k] = {w, kTiny};
    const double exact = half_square<Complex>(complex, problem.xs, problem.targets).imag() / kTiny;
    complex.parameters[k] = w;
    real.parameters[k] = w + kSmall;
    const double above = half_square<double>(real, problem.xs, problem.targets);
    real.parameters[k] = w - kSmall;
    const double below = half_square<double>(real, problem.xs, problem.targets);
    real.parameters[k] = w;
    ASSERT_NEAR((above - below) / (2 * kSmall), exact, tolerance::central_difference() * (size + above)) << k;
    ASSERT_NEAR(gradient[places[k]], exact, tolerance::network_float() * size) << k;
  }
}

TEST_P(NnMlp, GradientOfTheInputIsTheComplexStepsAndTheDifferences) {
  const int count = 5;
  Problem problem(GetParam(), count, 6, InputGradient::yes), without(GetParam(), count, 6);
  EXPECT_EQ(problem.gradient(), without.gradient());  // the same bits, whether dx is computed or not
  EXPECT_TRUE(without.tape.dx.empty());
  const Reference<Complex> complex(problem.mlp, problem.weights);
  const Reference<double> real(problem.mlp, problem.weights);
  std::vector<std::vector<Complex>> moved;
  for (const std::vector<double>& x : problem.xs) moved.emplace_back(x.begin(), x.end());
  std::vector<std::vector<double>> xs = problem.xs;
  double size = 1;
  for (const float g : problem.tape.dx) size = std::max(size, static_cast<double>(std::abs(g)));
  for (int i = 0; i < count; ++i)
    for (int c = 0; c < GetParam().in; ++c) {
      const double x = xs[i][c];
      moved[i][c] = {x, kTiny};
      const double exact = half_square<Complex>(complex, moved, problem.targets).imag() / kTiny;
      moved[i][c] = x;
      xs[i][c] = x + kSmall;
      const double above = half_square<double>(real, xs, problem.targets);
      xs[i][c] = x - kSmall;
      const double below = half_square<double>(real, xs, problem.targets);
      xs[i][c] = x;
      ASSERT_NEAR((above - below) / (2 * kSmall), exact, tolerance::central_difference() * (size + above));
      ASSERT_NEAR(problem.tape.dx[place(count, i, c)], exact, tolerance::network_float() * size) << i << " " << c;
    }
  for (int c = GetParam().in; c < padded(GetParam().in); ++c)
    for (int i = 0; i < count; ++i) EXPECT_EQ(problem.tape.dx[place(count, i, c)], 0);
}

TEST_P(NnMlp, PaddingStaysZero) {
  Problem problem(GetParam(), 5, 4);
  std::vector<float> gradient = problem.gradient();
  for (const std::size_t place : Reference<double>(problem.mlp, problem.weights).places()) gradient[place] = 0;
  EXPECT_TRUE(std::all_of(gradient.begin(), gradient.end(), [](float g) { return g == 0; }));
}

INSTANTIATE_TEST_SUITE_P(Shapes, NnMlp,
                         testing::Values(MlpShape{1, 1, 1, 1}, MlpShape{3, 2, 5, 1}, MlpShape{10, 3, 17, 4},
                                         MlpShape{34, 2, 128, 3}, MlpShape{5, 16, 9, 8}));

TEST(NnMlpStart, PredictsZeroAndIsOfUnitScaleInside) {
  const Mlp mlp({34, 2, 128, 3});
  std::vector<float> weights(mlp.size(), 1);
  Rng rng(1);
  mlp.initialise(rng, weights.data());
  Tape tape = mlp.tape(50);
  for (int i = 0; i < 50; ++i)
    for (int c = 0; c < 34; ++c) tape.x[place(50, i, c)] = static_cast<float>(rng.normal());
  mlp.forward(weights.data(), tape);
  for (const float y : tape.y) EXPECT_EQ(y, 0);
  double square = 0;
  for (int i = 0; i < 34; ++i)
    for (int o = 0; o < 128; ++o) square += std::pow(weights[mlp.layers().front().weight_at(i, o)], 2);
  EXPECT_NEAR(square / 128, 1, 0.05);  // 34 weights of variance 1 / 34
}

// An encoder and a decoder in one array: the decoder's gradient of its input is what the encoder is trained by.
TEST(NnMlpChain, GradientGoesThroughTheSecondNetworkIntoTheFirst) {
  const int count = 7;
  const Mlp encoder({5, 3, 9, 2}), decoder({3, 4, 11, 1}, encoder.end());
  ASSERT_EQ(decoder.end(), encoder.size() + decoder.size());
  const auto chained = [](const auto& first, const auto& second) {
    return [&](const std::vector<double>& x) { return second(first(x)); };
  };
  Rng rng(11);
  std::vector<float> weights(decoder.end());
  for (const Mlp* mlp : {&encoder, &decoder})
    for (const std::size_t place : Reference<double>(*mlp, weights).places())
      weights[place] = static_cast<float>(rng.normal() / 3);
  std::vector<std::vector<double>> xs(count), targets(count);
  Tape first = encoder.tape(count), second = decoder.tape(count, InputGradient::yes);
  for (int i = 0; i < count; ++i) {
    for (int c = 0; c < 5; ++c) xs[i].push_back(first.x[place(count, i, c)] = static_cast<float>(rng.normal()));
    for (int c = 0; c < 4; ++c) targets[i].push_back(static_cast<float>(rng.normal()));
  }

  encoder.forward(weights.data(), first);
  second.x = first.y;
  decoder.forward(weights.data(), second);
  for (int i = 0; i < count; ++i)
    for (int c = 0; c < 4; ++c) {
      const std::size_t at = place(count, i, c);
      second.dy[at] = second.y[at] - static_cast<float>(targets[i][c]);
    }
  std::vector<float> gradient(weights.size());
  decoder.backward(weights.data(), second, gradient.data());
  first.dy = second.dx;
  encoder.backward(weights.data(), first, gradient.data());

  Reference<Complex> encode(encoder, weights), decode(decoder, weights);
  double size = 1;
  for (const float g : gradient) size = std::max(size, static_cast<double>(std::abs(g)));
  for (Reference<Complex>* network : {&encode, &decode}) {
    const std::vector<std::size_t> places = network->places();
    for (std::size_t k = 0; k < places.size(); ++k) {
      network->parameters[k] += Complex(0, kTiny);
      const double exact = half_square<Complex>(chained(encode, decode), xs, targets).imag() / kTiny;
      network->parameters[k] = network->parameters[k].real();
      ASSERT_NEAR(gradient[places[k]], exact, tolerance::network_float() * size) << k;
      gradient[places[k]] = 0;
    }
  }
  // Nothing was written beside the parameters.
  EXPECT_TRUE(std::all_of(gradient.begin(), gradient.end(), [](float g) { return g == 0; }));
}

TEST(NnMlpStart, StaysInItsPartOfTheArray) {
  const Mlp mlp({3, 2, 5, 1}, 16);
  std::vector<float> parameters(mlp.end() + 16, 7);
  Rng rng(1);
  mlp.initialise(rng, parameters.data());
  for (std::size_t k = 0; k < parameters.size(); ++k) EXPECT_EQ(parameters[k] == 7, k < 16 || k >= mlp.end()) << k;
  EXPECT_TRUE(mlp.is_padded_with_zeros(parameters));
  for (const Dense& layer : mlp.layers()) {
    // A number in the padding of any layer is found: beside the weights, below them, beside the bias.
    for (const std::size_t padding :
         {layer.weight_at(0, layer.out()), layer.weight_at(layer.in(), 0), layer.bias_at(layer.out())}) {
      std::vector<float> damaged = parameters;
      damaged[padding] = 1e-30F;
      EXPECT_FALSE(mlp.is_padded_with_zeros(damaged)) << padding;
    }
    std::vector<float> other = parameters;
    other[layer.weight_at(layer.in() - 1, layer.out() - 1)] = 2;
    EXPECT_TRUE(mlp.is_padded_with_zeros(other));
  }
}

}  // namespace
}  // namespace proofground::nn
