#include "vae/claims/toy_network.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "core/require.h"
#include "core/rng.h"
#include "vae/claims/latent_picture.h"
#include "vae/evidence.h"
#include "vae/trainer.h"

namespace proofground::vae {
namespace {

constexpr int kPoints = 48, kSteps = 300;
constexpr double kNoiseVar = 0.05, kJitter = 0.08;
constexpr double kFloat = 1e-5;
/// Even grids: to where the prior has no mass left. The finer one finds the posterior's constant once more.
constexpr double kReach = 6.5, kSpacing = 0.15, kFiner = 0.125;
/// Grids of q, in its deviations.
constexpr double kEncoderReach = 9, kEncoderSpacing = 0.5;
constexpr int kSide = 49;
constexpr double kShown = 4;  // deviations around both

/// Two half circles that reach into each other, in a little noise.
std::vector<double> moons(std::uint64_t seed) {
  Rng rng(seed);
  std::vector<double> out;
  for (int i = 0; i < kPoints; ++i) {
    const double first = rng.normal(), second = rng.normal(), length = std::sqrt(first * first + second * second);
    const double along = first / length, up = std::abs(second) / length, side = i % 2 == 0 ? 1 : -1;
    out.push_back(side * (along - 0.5) + kJitter * rng.normal());
    out.push_back(side * (up - 0.25) + kJitter * rng.normal());
  }
  return out;
}

TrainSettings settings_of(std::uint64_t seed) {
  TrainSettings out;
  out.shape = {2, 2, 16, 1, 0, Likelihood::gaussian, kNoiseVar};
  out.batch = 32;
  out.learning_rate = 1e-2;
  out.ema_decay = 0;
  out.seed = seed;
  return out;
}

/// log of a diagonal Gaussian.
double log_diagonal(const double* z, const Codes& codes) {
  double sum = 0;
  for (std::size_t j = 0; j < 2; ++j) {
    const double apart = z[j] - codes.mu[j];
    sum += std::log(2 * std::numbers::pi) + codes.log_var[j] + apart * apart * std::exp(-codes.log_var[j]);
  }
  return -sum / 2;
}

const Codes kPrior{{0, 0}, {0, 0}};

/// log p(x, z) at places, (m x 2).
std::vector<double> joint(const Network& network, const std::vector<double>& x, const std::vector<double>& z) {
  const std::vector<double> means = network.means(network.decode(z, {}));
  const double noise_var = network.shape().noise_var;
  std::vector<double> out;
  for (std::size_t i = 0; i < z.size(); i += 2) {
    const double first = x[0] - means[i], second = x[1] - means[i + 1];
    const double square = (first * first + second * second) / noise_var;
    out.push_back(log_diagonal(&z[i], kPrior) - 0.5 * square - std::log(2 * std::numbers::pi * noise_var));
  }
  return out;
}

/// (m x 2) columns x rows places from (x0, y0).
std::vector<double> square_of(double x0, double y0, double spacing, int side) {
  std::vector<double> out;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) out.insert(out.end(), {x0 + spacing * column, y0 + spacing * row});
  return out;
}

/// The integral of p(x, z), and the posterior's moments.
struct Posterior {
  double log_px = 0;
  std::vector<double> mean, covariance;
};

Posterior integrated(const Network& network, const std::vector<double>& x, double spacing) {
  const int half = static_cast<int>(kReach / spacing);
  const std::vector<double> z = square_of(-half * spacing, -half * spacing, spacing, 2 * half + 1);
  const std::vector<double> f = joint(network, x, z);
  const double top = *std::max_element(f.begin(), f.end());
  double mass = 0, m0 = 0, m1 = 0, s00 = 0, s01 = 0, s11 = 0;
  for (std::size_t i = 0; i < f.size(); ++i) {
    const double weight = std::exp(f[i] - top), first = z[2 * i], second = z[2 * i + 1];
    mass += weight;
    m0 += weight * first;
    m1 += weight * second;
    s00 += weight * first * first;
    s01 += weight * first * second;
    s11 += weight * second * second;
  }
  m0 /= mass;
  m1 /= mass;
  const double off = s01 / mass - m0 * m1;
  return {top + std::log(mass * spacing * spacing), {m0, m1}, {s00 / mass - m0 * m0, off, off, s11 / mass - m1 * m1}};
}

/// E_q[log p(x, z) - log q(z)]. @param shift of the grid, in spacings
double over_encoder(const Network& network, const std::vector<double>& x, const Codes& codes, double shift) {
  const int half = static_cast<int>(kEncoderReach / kEncoderSpacing);
  const double start = (shift - half) * kEncoderSpacing;
  std::vector<double> z = square_of(start, start, kEncoderSpacing, 2 * half + 1);
  for (std::size_t i = 0; i < z.size(); ++i) z[i] = codes.mu[i % 2] + std::exp(codes.log_var[i % 2] / 2) * z[i];
  const std::vector<double> f = joint(network, x, z);
  const double cell = kEncoderSpacing * kEncoderSpacing * std::exp((codes.log_var[0] + codes.log_var[1]) / 2);
  double sum = 0;
  for (std::size_t i = 0; i < f.size(); ++i) {
    const double log_q = log_diagonal(&z[2 * i], codes);
    sum += std::exp(log_q) * (f[i] - log_q);
  }
  return sum * cell;
}

void draw(NetworkPicture& picture, const Network& network, const Codes& codes, const Posterior& posterior) {
  const std::vector<double> var{std::exp(codes.log_var[0]), std::exp(codes.log_var[1])};
  picture.q = ellipse_of(codes.mu, {var[0], 0, 0, var[1]});
  double low[2], high[2];
  for (std::size_t j = 0; j < 2; ++j) {
    const double mean = posterior.mean[j], sd = kShown * std::sqrt(posterior.covariance[3 * j]);
    const double encoder = kShown * std::sqrt(var[j]);
    low[j] = std::min(mean - sd, codes.mu[j] - encoder);
    high[j] = std::max(mean + sd, codes.mu[j] + encoder);
  }
  picture.width = std::max(high[0] - low[0], high[1] - low[1]);
  picture.x0 = (low[0] + high[0] - picture.width) / 2;
  picture.y0 = (low[1] + high[1] - picture.width) / 2;
  picture.side = kSide;
  const std::vector<double> z = square_of(picture.x0, picture.y0, picture.width / (kSide - 1), kSide);
  const std::vector<double> f = joint(network, picture.x, z);
  for (std::size_t i = 0; i < f.size(); ++i) {
    picture.posterior.push_back(std::exp(f[i] - posterior.log_px));
    picture.encoder.push_back(std::exp(log_diagonal(&z[2 * i], codes)));
  }
}

}  // namespace

ToyNetwork trained_toy(std::uint64_t seed) {
  ToyNetwork out;
  out.points = moons(seed);
  out.x = {out.points[0], out.points[1]};
  Trainer trainer({out.points, {}}, settings_of(seed));
  trainer.advance(kSteps);
  const Evidence said = evidence(trainer.averaged(), out.x, {});
  out.claimed = {said.log_px, said.elbo, said.gap};
  out.network = trainer.averaged().save();
  return out;
}

std::vector<Compared> judged_toy(const ToyNetwork& toy, NetworkPicture& picture) {
  const Network network = Network::load(toy.network, "solution.network");
  require(network.shape().dx == 2 && network.shape().dz == 2, "solution.network",
          "one of two coordinates on either side", network.shape().dz);
  require(network.shape().likelihood == Likelihood::gaussian, "solution.network", "one with Gaussian noise", "another");
  require(toy.x.size() == 2, "solution.x", "2 numbers", static_cast<double>(toy.x.size()));
  const Codes codes = network.encode(toy.x, {});
  const Posterior posterior = integrated(network, toy.x, kSpacing);
  Balance right;
  right.log_px = posterior.log_px;
  right.elbo = over_encoder(network, toy.x, codes, 0.5);
  right.gap = integrated(network, toy.x, kFiner).log_px - over_encoder(network, toy.x, codes, 0);
  picture.points = toy.points;
  picture.x = toy.x;
  picture.claimed = toy.claimed;
  picture.measured = right;
  draw(picture, network, codes, posterior);

  const Balance& claimed = toy.claimed;
  const auto within = [](const char* id, double value, double other) {
    return compared_within(id, value, other, kFloat, 1 + std::abs(other));
  };
  const auto apart = [](const Balance& of) { return std::abs(of.elbo + of.gap - of.log_px); };
  return {
      within("network-log-px", claimed.log_px, right.log_px),
      within("network-elbo", claimed.elbo, right.elbo),
      within("network-gap", claimed.gap, right.gap),
      compared_within("network-sum", worst(apart(claimed), apart(right)), 0, kFloat, 1 + std::abs(right.log_px)),
  };
}

}  // namespace proofground::vae
