// The VAE's network: its gradient against the formula in complex numbers, what it says against the formula in double, the
// same bits everywhere, saved bytes, and what is refused.
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <cstring>
#include <functional>
#include <limits>

#include "hashed.h"
#include "nn_reference.h"
#include "refused.h"
#include "tolerances.h"
#include "vae/network.h"
#include "vae/pass.h"

namespace proofground::vae {
namespace {

using proofground::test::hash_of, proofground::test::refused_field;

struct Case {
  NetworkShape shape;
  LossRule rule;
};

std::vector<Case> cases() {
  const auto bernoulli = Likelihood::bernoulli, gaussian = Likelihood::gaussian;
  return {{{11, 2, 9, 1, 0, bernoulli, 1}, {}},
          {{8, 3, 8, 2, 0, gaussian, 0.25}, {1.5F, 4, 0.5F}},
          {{5, 1, 7, 0, 3, bernoulli, 1}, {0.25F, 1, 0.5F}},
          {{3, 5, 4, 1, 2, gaussian, 2}, {-1, 0.5F, 1}}};
}

/// A batch for a network: points, classes and eps.
struct Batch {
  std::vector<std::vector<double>> x, eps;
  std::vector<int> labels;
};

Batch drawn_batch(const NetworkShape& shape, int rows, Rng& rng) {
  Batch batch;
  for (int i = 0; i < rows; ++i) {
    batch.x.emplace_back();
    batch.eps.emplace_back();
    for (int k = 0; k < shape.dx; ++k) batch.x.back().push_back(static_cast<float>(rng.uniform()));
    for (int j = 0; j < shape.dz; ++j) batch.eps.back().push_back(static_cast<float>(rng.normal()));
    batch.labels.push_back(shape.classes == 0 ? 0 : rng.below(shape.classes));
  }
  return batch;
}

void set(Pass& pass, const Batch& batch) {
  for (int i = 0; i < pass.rows(); ++i) {
    const std::vector<float> x(batch.x[i].begin(), batch.x[i].end());
    pass.set_example(i, x.data(), batch.labels[i]);
    for (std::size_t j = 0; j < batch.eps[i].size(); ++j)
      pass.eps()[i * batch.eps[i].size() + j] = static_cast<float>(batch.eps[i][j]);
  }
}

/// The loss of one batch as pass.h has it, in any number type.
template <class T>
struct Formula {
  Formula(const Network& network, const LossRule& of_rule)
      : shape(network.shape()),
        rule(of_rule),
        encoder(network.encoder(), network.weights()),
        decoder(network.decoder(), network.weights()) {}

  [[nodiscard]] std::vector<T> with_class(std::vector<T> values, int label) const {
    for (int c = 0; c < shape.classes; ++c) values.push_back(T(c == label ? 1 : 0));
    return values;
  }
  /// -log p(x | z) times rule.reconstruction, without constants.
  [[nodiscard]] T reconstruction(const std::vector<double>& x, const std::vector<T>& o) const {
    T sum(0);
    for (int k = 0; k < shape.dx; ++k) {
      if (shape.likelihood == Likelihood::bernoulli) {
        sum += std::log(T(1) + std::exp(o[k])) - x[k] * o[k];
      } else {
        sum += T(rule.reconstruction / 2) * (x[k] - o[k]) * (x[k] - o[k]);
      }
    }
    return sum;
  }
  [[nodiscard]] T loss(const Batch& batch) const {
    T total(0);
    for (std::size_t i = 0; i < batch.x.size(); ++i) {
      const std::vector<T> q = encoder(with_class({batch.x[i].begin(), batch.x[i].end()}, batch.labels[i]));
      std::vector<T> z;
      T kl(0);
      for (int j = 0; j < shape.dz; ++j) {
        const T mu = q[j], v = 20.0 * std::tanh(q[shape.dz + j] / 20.0);
        z.push_back(mu + std::exp(T(rule.log_sd) * v) * batch.eps[i][j]);
        kl += 0.5 * (mu * mu + std::exp(v) - 1.0 - v);
      }
      total += reconstruction(batch.x[i], decoder(with_class(z, batch.labels[i]))) + T(rule.kl_weight) * kl;
    }
    return total / static_cast<double>(batch.x.size());
  }

  NetworkShape shape;
  LossRule rule;
  nn::test::Reference<T> encoder, decoder;
};

// One imaginary step of each weight: the imaginary part of the loss is its derivative, to rounding.
TEST(VaeNetwork, LossAndGradientAreThoseOfTheFormula) {
  Rng rng(3);
  for (const auto& [shape, rule] : cases()) {
    Network network(shape, rng);
    const Batch batch = drawn_batch(shape, 6, rng);
    Pass pass(network, 6);
    set(pass, batch);
    const BatchLoss loss = pass.forward(network, rule);
    std::vector<float> gradient(network.weights().size(), 7);
    pass.backward(network, rule, gradient.data());

    using C = std::complex<double>;
    Formula<C> formula(network, rule);
    const double expected = formula.loss(batch).real();
    EXPECT_NEAR(loss.reconstruction + rule.kl_weight * loss.kl, expected,
                tolerance::network_float() * (1 + std::abs(expected)));
    EXPECT_TRUE(network.is_padded_with_zeros(gradient));
    for (nn::test::Reference<C>* half : {&formula.encoder, &formula.decoder}) {
      const std::vector<std::size_t> places = half->places();
      for (std::size_t k = 0; k < places.size(); ++k) {
        const C kept = half->parameters[k];
        half->parameters[k] += C(0, 1e-20);
        const double slope = formula.loss(batch).imag() / 1e-20;
        half->parameters[k] = kept;
        ASSERT_NEAR(gradient[places[k]], slope, tolerance::network_float() * (1 + std::abs(slope))) << k;
      }
    }
  }
}

// Where the bound of the log variance is felt its slope is in the gradient, and nothing is infinite.
TEST(VaeNetwork, TheLogVarianceIsHeldSmoothly) {
  Rng rng(4);
  const NetworkShape shape{3, 1, 4, 0, 0, Likelihood::gaussian, 1};
  Network network(shape, rng);
  const std::size_t bias = network.encoder().layers()[0].bias_at(1);
  for (const float r : {-1e6F, -30.0F, -5.0F, 0.5F, 18.0F, 1e6F}) {
    network.weights()[bias] = r;
    const Batch batch = drawn_batch(shape, 4, rng);
    Pass pass(network, 4);
    set(pass, batch);
    (void)pass.forward(network, {});
    std::vector<float> gradient(network.weights().size());
    pass.backward(network, {}, gradient.data());
    Formula<std::complex<double>> formula(network, {});
    const std::vector<std::size_t> places = formula.encoder.places();
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (places[k] != bias) continue;
      formula.encoder.parameters[k] += std::complex<double>(0, 1e-20);
      const double slope = formula.loss(batch).imag() / 1e-20;
      EXPECT_NEAR(gradient[bias], slope, 1e2 * tolerance::network_float() * (1 + std::abs(slope))) << r;
    }
    for (const float v : pass.log_var()) EXPECT_LE(std::abs(v), kLogVarBound);
  }
}

TEST(VaeNetwork, SaysWhatTheFormulaSays) {
  Rng rng(5);
  for (const auto& [shape, rule] : cases()) {
    const Network network(shape, rng);
    const Batch batch = drawn_batch(shape, 70, rng);
    const Formula<double> formula(network, rule);
    std::vector<double> x, z;
    for (const std::vector<double>& each : batch.x) x.insert(x.end(), each.begin(), each.end());
    for (const std::vector<double>& each : batch.eps) z.insert(z.end(), each.begin(), each.end());
    const std::vector<int> labels = shape.classes == 0 ? std::vector<int>() : batch.labels;
    const Codes codes = network.encode(x, labels);
    const Outputs outputs = network.decode(z, labels);
    const std::vector<double> means = network.means(outputs);
    ASSERT_EQ(codes.mu.size(), z.size());
    ASSERT_EQ(outputs.natural.size(), x.size());
    for (int i = 0; i < 70; ++i) {
      const std::vector<double> q = formula.encoder(formula.with_class(batch.x[i], batch.labels[i]));
      for (int j = 0; j < shape.dz; ++j) {
        EXPECT_NEAR(codes.mu[i * shape.dz + j], q[j], tolerance::network_float() * (1 + std::abs(q[j])));
        EXPECT_NEAR(codes.log_var[i * shape.dz + j], 20 * std::tanh(q[shape.dz + j] / 20),
                    tolerance::network_float() * 3);
      }
      const std::vector<double> o = formula.decoder(formula.with_class(batch.eps[i], batch.labels[i]));
      const LikelihoodTerms terms = network.likelihood();
      double log_density = 0;
      for (int k = 0; k < shape.dx; ++k) {
        const bool bernoulli = shape.likelihood == Likelihood::bernoulli;
        const double mean = bernoulli ? 1 / (1 + std::exp(-o[k])) : o[k], value = batch.x[i][k];
        EXPECT_NEAR(means[i * shape.dx + k], mean, tolerance::network_float() * (1 + std::abs(mean)));
        log_density +=
            bernoulli ? value * std::log(mean) + (1 - value) * std::log1p(-mean)
                      : -0.5 * (std::log(2 * M_PI * shape.noise_var) + std::pow(value - mean, 2) / shape.noise_var);
      }
      EXPECT_NEAR(terms.log_density(batch.x[i].data(), &outputs.natural[i * shape.dx], outputs.log_partition[i]),
                  log_density, tolerance::network_float() * (1 + std::abs(log_density)));
    }
  }
}

// Logits far out: no overflow, no log of 0.
TEST(VaeNetwork, BernoulliOfExtremeLogits) {
  const LikelihoodTerms terms{Likelihood::bernoulli, 3, 1};
  const std::vector<double> logits{1000, -1000, 50}, x{1, 0, 0.5};
  const double partition = terms.log_partition(logits.data());
  EXPECT_NEAR(partition, 1050, 1e-9);
  EXPECT_NEAR(terms.log_density(x.data(), logits.data(), partition), -25, 1e-9);
  EXPECT_EQ(terms.means(logits)[0], 1);
  EXPECT_EQ(terms.means(logits)[1], 0);
}

// The same bits natively, under the sanitizers and in WebAssembly: all of them run this test.
TEST(VaeNetwork, OnePassIsTheSameBitsEverywhere) {
  Rng rng(6);
  std::uint64_t hash = 0;
  for (const auto& [shape, rule] : cases()) {
    const Network network(shape, rng);
    const Batch batch = drawn_batch(shape, 77, rng);
    Pass pass(network, 77);
    set(pass, batch);
    const BatchLoss loss = pass.forward(network, rule);
    std::vector<float> gradient(network.weights().size());
    pass.backward(network, rule, gradient.data());
    hash = hash * 31 + hash_of(gradient);
    hash = hash * 31 + hash_of(std::vector<double>{loss.reconstruction, loss.kl});
  }
  EXPECT_EQ(hash, 8834725454240111506u);
}

/// The bytes after a change, with the right checksum.
std::vector<std::uint8_t> forged(std::vector<std::uint8_t> bytes, int offset, const void* value, std::size_t size) {
  std::memcpy(bytes.data() + offset, value, size);
  Fingerprint sum;
  sum.take(bytes.data(), bytes.size() - 8);
  const std::uint64_t check = sum.get();
  std::memcpy(bytes.data() + bytes.size() - 8, &check, 8);
  return bytes;
}

TEST(VaeNetwork, SavedBytesComeBackAndHostileOnesAreRefused) {
  Rng rng(8);
  for (const auto& [shape, rule] : cases()) {
    const Network network(shape, rng), loaded = Network::load(network.save(), "network");
    EXPECT_EQ(loaded.shape(), shape);
    EXPECT_EQ(loaded.weights(), network.weights());
  }
  const std::vector<std::uint8_t> bytes = Network({5, 2, 5, 1, 0, Likelihood::bernoulli, 1}, rng).save();
  const auto field = [](const std::vector<std::uint8_t>& given) {
    return refused_field([&] { (void)Network::load(given, "network"); });
  };
  const auto with = [&](int offset, auto value) { return field(forged(bytes, offset, &value, sizeof value)); };
  ASSERT_EQ(field(bytes), "");
  EXPECT_EQ(with(0, 'X'), "network");
  EXPECT_EQ(with(4, 99), "network");
  EXPECT_EQ(with(8, 0), "network.dx");
  EXPECT_EQ(with(12, 65), "network.dz");
  EXPECT_EQ(with(16, 1 << 30), "network.width");
  EXPECT_EQ(with(16, 4), "network");  // fewer weights than the bytes have
  EXPECT_EQ(with(16, 512), "network");
  EXPECT_EQ(with(20, -1), "network.depth");
  EXPECT_EQ(with(24, 1), "network.classes");
  EXPECT_EQ(with(28, 2), "network");
  EXPECT_EQ(with(32, 0.5), "network.noiseVar");
  EXPECT_EQ(with(32, std::numeric_limits<double>::quiet_NaN()), "network.noiseVar");
  EXPECT_EQ(with(40, std::numeric_limits<float>::infinity()), "network");
  EXPECT_EQ(with(40 + 5 * 4, 1.0F), "network");  // padding
  for (std::size_t size = 0; size < bytes.size(); size += 29)
    EXPECT_EQ(field({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)}), "network");
}

TEST(VaeNetwork, RefusesWhatItCannotSay) {
  Rng rng(9);
  const Network plain({2, 2, 4, 1, 0, Likelihood::bernoulli, 1}, rng),
      told({2, 1, 4, 1, 3, Likelihood::gaussian, 1}, rng);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto encode = [](const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
    return refused_field([&] { (void)network.encode(x, labels); });
  };
  const auto decode = [](const Network& network, const std::vector<double>& z, const std::vector<int>& labels) {
    return refused_field([&] { (void)network.decode(z, labels); });
  };
  EXPECT_EQ(encode(plain, {0, 1}, {}), "");
  EXPECT_EQ(encode(plain, {}, {}), "x");
  EXPECT_EQ(encode(plain, {0}, {}), "x");
  EXPECT_EQ(encode(plain, {0, 1.01}, {}), "x");
  EXPECT_EQ(encode(plain, {0, nan}, {}), "x[1]");
  EXPECT_EQ(encode(plain, {0, 1}, {0}), "labels");
  EXPECT_EQ(encode(told, {0, -7}, {2}), "");
  EXPECT_EQ(encode(told, {0, -7}, {}), "labels");
  EXPECT_EQ(encode(told, {0, -7}, {3}), "labels");
  EXPECT_EQ(encode(told, {0, 1e7}, {1}), "x");
  EXPECT_EQ(decode(plain, {0, 1, 2}, {}), "z");
  EXPECT_EQ(decode(plain, {}, {}), "z");
  EXPECT_EQ(decode(told, {nan}, {0}), "z[0]");
  EXPECT_EQ(decode(told, {0, 1}, {0}), "labels");
  const auto shape = [&](const NetworkShape& given) {
    return refused_field([&] { const Network network(given, rng); });
  };
  EXPECT_EQ(shape({0}), "dx");
  EXPECT_EQ(shape({2, 0}), "dz");
  EXPECT_EQ(shape({2, 2, 513}), "width");
  EXPECT_EQ(shape({2, 2, 4, 9}), "depth");
  EXPECT_EQ(shape({2, 2, 4, 1, 1}), "classes");
  EXPECT_EQ(shape({2, 2, 4, 1, 0, Likelihood::gaussian, 0}), "noiseVar");
}

}  // namespace
}  // namespace proofground::vae
