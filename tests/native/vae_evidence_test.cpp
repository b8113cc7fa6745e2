// Quadrature over z against closed forms: integrals, evidence and gap of linear networks, the posterior, the aggregate posterior.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "refused.h"
#include "tolerances.h"
#include "vae/evaluate.h"
#include "vae/evidence.h"
#include "vae/linear_gaussian.h"
#include "vae/overlap.h"
#include "vae/posterior.h"
#include "vae/trainer.h"

namespace proofground::vae {
namespace {

using proofground::test::refused_field;

TEST(VaeEvidence, NormalRuleIsExactForPolynomials) {
  for (const int count : {1, 2, 5, 8, 24}) {
    const NormalRule rule = normal_rule(count);
    double moment = 1;  // (2k - 1)!!
    for (int k = 0; k < std::min(count, 9); ++k) {
      double even = 0, odd = 0;
      for (int i = 0; i < count; ++i) {
        even += rule.weights[i] * std::pow(rule.nodes[i], 2 * k);
        odd += rule.weights[i] * std::pow(rule.nodes[i], 2 * k + 1);
      }
      EXPECT_NEAR(even / moment, 1, 1e-12) << count << ' ' << k;
      EXPECT_NEAR(odd / moment, 0, 1e-10);
      moment *= 2 * k + 1;
    }
  }
}

/// log N(z; mean, covariance [[1, r], [r, 1]] sd^2).
double log_normal(double x, double y, double sd, double r) {
  const double square = (x * x - 2 * r * x * y + y * y) / (sd * sd * (1 - r * r));
  return -0.5 * square - std::log(2 * std::numbers::pi * sd * sd) - 0.5 * std::log(1 - r * r);
}

// Two narrow correlated peaks of weights 3 and 1, far apart, times e^-3000.
TEST(VaeEvidence, AdaptiveIntegralFindsNarrowPeaks) {
  const double sd = 0.03, r = 0.6;
  const AdaptiveIntegral found = integrate(
      [&](const std::vector<double>& z) {
        std::vector<double> values;
        for (std::size_t k = 0; k < z.size(); k += 2) {
          const double a = log_normal(z[k] - 1.1, z[k + 1] + 0.7, sd, r) + std::log(0.75);
          const double b = log_normal(z[k] + 2.3, z[k + 1] - 1.9, sd, r) + std::log(0.25);
          values.push_back(std::max(a, b) + std::log1p(std::exp(-std::abs(a - b))) - 3000);
        }
        return values;
      },
      2, 8);
  EXPECT_NEAR(found.log_z, -3000, 1e-6);
  EXPECT_LT(found.error, 1e-5);
  EXPECT_NEAR(found.mean[0], 0.75 * 1.1 - 0.25 * 2.3, 1e-6);
  EXPECT_NEAR(found.mean[1], -0.75 * 0.7 + 0.25 * 1.9, 1e-6);
  const double between = 0.75 * 0.25;
  EXPECT_NEAR(found.covariance[0], sd * sd + between * 3.4 * 3.4, 1e-6);
  EXPECT_NEAR(found.covariance[1], r * sd * sd - between * 3.4 * 2.6, 1e-6);
  EXPECT_EQ(found.covariance[1], found.covariance[2]);
  EXPECT_LT(found.places, 40'000);

  const AdaptiveIntegral line = integrate(
      [](const std::vector<double>& z) {
        std::vector<double> values;
        for (const double x : z) values.push_back(-std::abs(x - 0.3));  // a kink
        return values;
      },
      1, 40);
  EXPECT_NEAR(line.log_z, std::log(2), 1e-5);
  EXPECT_NEAR(line.mean[0], 0.3, 1e-5);
  EXPECT_NEAR(line.covariance[0], 2, 1e-4);
}

/// A linear network: its weights are the model and the encoder of linear_gaussian.h.
struct Linear {
  Linear(int dx, int dz, double noise_var, Rng& rng)
      : network({dx, dz, 4, 0, 0, Likelihood::gaussian, noise_var}, rng), model{dx, dz, {}, {}, noise_var} {
    const nn::Dense &encoder = network.encoder().layers()[0], &decoder = network.decoder().layers()[0];
    for (int k = 0; k < dx; ++k) {
      for (int j = 0; j < dz; ++j) {
        network.weights()[decoder.weight_at(j, k)] = static_cast<float>(rng.normal());
        model.D.push_back(network.weights()[decoder.weight_at(j, k)]);
      }
      network.weights()[decoder.bias_at(k)] = static_cast<float>(rng.normal());
      model.b.push_back(network.weights()[decoder.bias_at(k)]);
    }
    for (int j = 0; j < dz; ++j) network.weights()[encoder.bias_at(dz + j)] = -1.5F;
  }
  Network network;
  LinearGaussian model;
};

TEST(VaeEvidence, OfALinearNetworkIsTheClosedForm) {
  Rng rng(11);
  for (const auto& [dz, noise_var] : {std::pair(1, 0.5), std::pair(2, 1.0), std::pair(2, 0.02)}) {
    const Linear linear(4, dz, noise_var, rng);
    std::vector<double> x;
    for (int k = 0; k < 4; ++k) x.push_back(static_cast<float>(rng.normal()));
    const Codes codes = linear.network.encode(x, {});
    DiagonalGaussian q{codes.mu, {}};
    for (const double v : codes.log_var) q.var.push_back(std::exp(v));
    const Elbo exact = linear_gaussian_elbo(linear.model, x, q);
    const Evidence found = evidence(linear.network, x, {});
    const double scale = 1e-5 * (1 + std::abs(exact.elbo));  // the decoder is float
    EXPECT_NEAR(found.log_px, exact.log_px, scale);
    EXPECT_NEAR(found.elbo, exact.elbo, scale);
    EXPECT_NEAR(found.reconstruction, exact.expected_log_lik, scale);
    EXPECT_NEAR(found.kl, exact.kl, 1e-9 * (1 + exact.kl));
    EXPECT_NEAR(found.gap, exact.gap, scale);
    EXPECT_NEAR(found.log_px, found.elbo + found.gap, scale);
    for (int j = 0; j < dz; ++j) EXPECT_NEAR(found.posterior_mean[j], exact.posterior_mean[j], 1e-5);
    for (int j = 0; j < dz * dz; ++j) EXPECT_NEAR(found.posterior_cov[j], exact.posterior_cov[j], 1e-5);
    EXPECT_LT(found.error, 1e-4);
  }
}

// Encoders that are much narrower than the posterior, and beside it.
TEST(VaeEvidence, OfAnEncoderThatIsTooSureIsTheClosedForm) {
  Rng rng(17);
  for (const int dz : {1, 2}) {
    for (const float log_var : {-6.0F, -12.0F}) {
      Linear linear(4, dz, 0.05, rng);
      const nn::Dense& encoder = linear.network.encoder().layers()[0];
      for (int j = 0; j < dz; ++j) linear.network.weights()[encoder.bias_at(dz + j)] = log_var;
      const std::vector<double> x{0.5, -0.25, 1, 0.125};
      const Codes codes = linear.network.encode(x, {});
      DiagonalGaussian q{codes.mu, {}};
      for (const double v : codes.log_var) q.var.push_back(std::exp(v));
      const Elbo exact = linear_gaussian_elbo(linear.model, x, q);
      const Evidence found = evidence(linear.network, x, {});
      EXPECT_NEAR(found.gap, exact.gap, 1e-5 * (1 + std::abs(exact.elbo))) << dz << ' ' << log_var;
      EXPECT_NEAR(found.log_px, found.elbo + found.gap, found.error + 1e-6 * (1 + std::abs(found.log_px)));
      EXPECT_LT(found.error, 1e-3);
    }
  }
}

// Points that a network with little noise was trained on, and some that it was not.
TEST(VaeEvidence, IdentityHoldsToItsErrorWhereTheNoiseIsSmall) {
  Rng rng(18);
  std::vector<double> x;
  for (int i = 0; i < 60; ++i) {
    const double angle = rng.uniform(0, 2 * std::numbers::pi), radius = i % 2 == 0 ? 0.7 : 1.4;
    x.insert(x.end(), {radius * std::cos(angle), radius * std::sin(angle)});
  }
  TrainSettings settings;
  settings.shape = {2, 2, 16, 1, 0, Likelihood::gaussian, 1e-3};
  settings.batch = 32;
  settings.learning_rate = 1e-2;
  Trainer trainer({x, {}}, settings);
  trainer.advance(1000);
  for (int i = 0; i < 4; ++i) {
    const double far = i == 3 ? 3 : 1;
    const Evidence found = evidence(trainer.averaged(), {far * x[2 * i], far * x[2 * i + 1]}, {});
    EXPECT_NEAR(found.log_px, found.elbo + found.gap, found.error + 1e-6 * (1 + std::abs(found.log_px))) << i;
    EXPECT_LT(found.error, 1e-2) << i;
    EXPECT_GT(found.gap, 0) << i;
  }
}

// An x so far away that its z is where the prior has nothing left.
TEST(VaeEvidence, FindsThePosteriorWhereverItIs) {
  Rng rng(20);
  for (const int dz : {1, 2}) {
    Linear linear(2, dz, 0.01, rng);
    std::vector<double> x(2);
    for (int k = 0; k < 2; ++k) x[k] = linear.model.b[k] + 16 * linear.model.D[k * dz];
    const Codes codes = linear.network.encode(x, {});
    DiagonalGaussian q{codes.mu, {}};
    for (const double v : codes.log_var) q.var.push_back(std::exp(v));
    const Elbo exact = linear_gaussian_elbo(linear.model, x, q);
    EXPECT_GT(std::abs(exact.posterior_mean[0]), 8);
    const Evidence found = evidence(linear.network, x, {});
    EXPECT_NEAR(found.log_px, exact.log_px, 1e-5 * (1 + std::abs(exact.elbo)));
    EXPECT_NEAR(found.gap, exact.gap, 1e-5 * (1 + std::abs(exact.elbo)));
  }
}

/// A network of one hidden layer whose decoder bends: weights larger than drawn ones.
Network bent(Likelihood likelihood, int classes, Rng& rng) {
  Network network({6, 2, 8, 1, classes, likelihood, likelihood == Likelihood::gaussian ? 0.3 : 1}, rng);
  for (const nn::Dense& layer : network.decoder().layers())
    for (int i = 0; i < layer.in(); ++i)
      for (int o = 0; o < layer.out(); ++o) network.weights()[layer.weight_at(i, o)] *= 3;
  return network;
}

TEST(VaeEvidence, IdentityHoldsInABentNetwork) {
  Rng rng(12);
  for (const Likelihood likelihood : {Likelihood::bernoulli, Likelihood::gaussian}) {
    for (const int classes : {0, 3}) {
      const Network network = bent(likelihood, classes, rng);
      const std::vector<double> x{0.9, 0.1, 0.5, 1, 0, 0.7};
      const std::vector<int> labels = classes == 0 ? std::vector<int>() : std::vector<int>{1};
      const Evidence found = evidence(network, x, labels);
      EXPECT_NEAR(found.log_px, found.elbo + found.gap, 1e-5 * (1 + std::abs(found.elbo)));
      EXPECT_GT(found.gap, 1e-3);
      // The ELBO of evaluate() is the same, by a rule of few nodes, which this wide q is hard for, and by draws.
      const Evaluation same = evaluate(network, x, labels, 4000, 1);
      EXPECT_NEAR(same.exact.value_or(Terms{}).elbo, found.elbo, 1e-2 * std::abs(found.elbo));
      EXPECT_NEAR(same.sampled.elbo, found.elbo, tolerance::standard_errors() * same.error);
      EXPECT_GT(same.error, 0);
      // A window over the whole posterior holds all of it, and the same moments.
      const Window window{-7, -7, 14, 14, 200, 200};
      const Posterior map = posterior(network, x, labels, window);
      const double cell = window.width / window.columns * window.height / window.rows;
      double mass = 0, of_q = 0, mean = 0;
      for (int row = 0; row < window.rows; ++row) {
        for (int column = 0; column < window.columns; ++column) {
          const double density = map.density[row * window.columns + column];
          mass += cell * density;
          mean += cell * density * window.y(row);
          of_q += cell * map.q[row * window.columns + column];
        }
      }
      EXPECT_NEAR(mass, 1, 1e-4);
      EXPECT_NEAR(of_q, 1, 1e-4);
      EXPECT_NEAR(mean, found.posterior_mean[1], 1e-3);
      EXPECT_EQ(map.log_px, found.log_px);
    }
  }
}

/// n points, all with q = N(mean, sd^2 I).
Codes same_codes(int n, double mean, double sd) {
  return {std::vector<double>(2 * n, mean), std::vector<double>(2 * n, 2 * std::log(sd))};
}

TEST(VaeEvidence, OverlapIsOneWhereQIsThePrior) {
  const Overlap found = overlap_of(same_codes(5, 0, 1), {-4, -4, 8, 8, 33, 17});
  EXPECT_NEAR(found.overlap, 1, 1e-6);
  EXPECT_NEAR(found.divergence, 0, 1e-9);
  EXPECT_NEAR(found.information, 0, 1e-9);
  EXPECT_EQ(found.kl_mean, 0);
  ASSERT_EQ(found.aggregate.size(), 33u * 17);
  EXPECT_NEAR(found.aggregate[8 * 33 + 16], 1 / (2 * std::numbers::pi), 1e-12);
}

// Two clouds so far apart that they share nothing: the information is log 2. One of them beside the prior: Gaussians.
TEST(VaeEvidence, OverlapOfCloudsThatAreFarApart) {
  Codes codes = same_codes(2, 0, 0.25);
  codes.mu = {5, 0, -5, 0};
  const Overlap two = overlap_of(codes, {});
  EXPECT_NEAR(two.information, std::log(2), 1e-6);
  EXPECT_NEAR(two.divergence + two.information, two.kl_mean, 1e-6);
  EXPECT_LT(two.error, 1e-3);

  // Equal variances: min(p, q) integrates to 2 Phi(-distance / 2).
  const Overlap shifted = overlap_of(same_codes(3, 1, 1), {});
  EXPECT_NEAR(shifted.overlap, std::erfc(std::sqrt(2.0) / 2 / std::sqrt(2.0)), shifted.error);
  EXPECT_LT(shifted.error, 2e-3);
  EXPECT_NEAR(shifted.divergence, 1, 1e-6);
  EXPECT_NEAR(shifted.information, 0, 1e-6);
}

TEST(VaeEvidence, DivergenceAndInformationAddUp) {
  Rng rng(13);
  Codes codes;
  for (int i = 0; i < 100; ++i) {
    codes.mu.push_back(2 * rng.normal());
    codes.log_var.push_back(rng.uniform(-4, 0));
  }
  const Overlap found = overlap_of(codes, {});
  EXPECT_NEAR(found.divergence + found.information, found.kl_mean, 1e-5);
  EXPECT_GT(found.information, 1);
  EXPECT_LT(found.information, std::log(50));
  EXPECT_LT(found.error, 1e-2);
  EXPECT_GT(found.overlap, 0.1);
  EXPECT_LT(found.overlap, 0.9);
}

// A q that no grid of this size resolves: the error says so, and is none less than what is seen to be missing.
TEST(VaeEvidence, OverlapSaysWhatItDoesNotResolve) {
  Codes codes = same_codes(40, 0, 1e-5);
  Rng rng(19);
  for (double& mean : codes.mu) mean = rng.normal();
  const Overlap found = overlap_of(codes, {});
  EXPECT_GT(found.error, 1);
  EXPECT_LE(std::abs(found.divergence + found.information - found.kl_mean), found.error);
}

TEST(VaeEvidence, Refusals) {
  Rng rng(14);
  const Network plane({2, 2, 4, 1, 0, Likelihood::gaussian, 1}, rng),
      line({2, 1, 4, 1, 0, Likelihood::gaussian, 1}, rng), deep({2, 3, 4, 1, 0, Likelihood::gaussian, 1}, rng);
  const std::vector<double> x{0.1, 0.2}, two{0.1, 0.2, 0.3, 0.4};
  const auto of_evidence = [](const Network& network, const std::vector<double>& points) {
    return refused_field([&] { (void)evidence(network, points, {}); });
  };
  EXPECT_EQ(of_evidence(plane, x), "");
  EXPECT_EQ(of_evidence(line, x), "");
  EXPECT_EQ(of_evidence(deep, x), "network");
  EXPECT_EQ(of_evidence(plane, two), "x");
  EXPECT_EQ(refused_field([&] { (void)posterior(line, x, {}, {}); }), "network");
  EXPECT_EQ(refused_field([&] { (void)overlap(line, two, {}, {}); }), "network");
  const auto window = [&](const Window& given) { return refused_field([&] { (void)overlap(plane, two, {}, given); }); };
  EXPECT_EQ(window({}), "");
  EXPECT_EQ(window({std::nan("")}), "x0");
  EXPECT_EQ(window({0, 1e7}), "y0");
  EXPECT_EQ(window({0, 0, 0}), "width");
  EXPECT_EQ(window({0, 0, 1, -1}), "height");
  EXPECT_EQ(window({0, 0, 1, 1, 0}), "columns");
  EXPECT_EQ(window({0, 0, 1, 1, 4, 513}), "rows");
  EXPECT_FALSE(evaluate(deep, x, {}, 2, 1).exact.has_value());
  EXPECT_EQ(refused_field([&] { (void)evaluate(deep, x, {}, 1, 1); }), "draws");
}

}  // namespace
}  // namespace proofground::vae
