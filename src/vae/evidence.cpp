#include "vae/evidence.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/require.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// Places that are decoded at once.
constexpr int kPlaces = 4096;
/// Grids over q, in its standard deviations: how far, and from one line to the next before they are refined.
constexpr double kCovered = 7.1, kStep = 0.32, kOtherStep = 0.4;
/// They are refined until every second line says the same, relative, or as long as there are no more places than these. What is left is
/// much less than that difference: it falls faster than any power of the spacing.
constexpr double kAgreed = 1e-5;
constexpr int kMostPlaces = 40'000;
/// The second box, in units of the first: its cells are others.
constexpr double kOtherBox = 1.19;
/// The two integrals differ by more than this where one of them has missed a peak, or has not reached it.
constexpr double kSamePeaks = 1e-3, kWider = 1.5;
constexpr int kMostRounds = 4;

struct Mean {
  double value = 0, error = 0;
};

/// Places in standard deviations of q around its mean: (k + shift) step, k = -half..half, along both coordinates.
struct Grid {
  int dz, half;
  double step, shift;
  [[nodiscard]] int side() const { return 2 * half + 1; }
  [[nodiscard]] int count() const { return dz == 1 ? side() : side() * side(); }
  [[nodiscard]] int line(int place, int j) const { return j == 0 ? place % side() : place / side(); }
  [[nodiscard]] double at(int place, int j) const { return (line(place, j) - half + shift) * step; }
  /// Whether it is on every second line.
  [[nodiscard]] bool coarse(int place) const { return line(place, 0) % 2 == 0 && (dz == 1 || line(place, 1) % 2 == 0); }
};

/// E_q g over one grid, beside the same over every second line.
Mean expected_on(const Codes& codes, const Grid& grid, const LogFunction& g) {
  std::vector<double> z, weights;
  for (int k = 0; k < grid.count(); ++k) {
    double square = 0;
    for (int j = 0; j < grid.dz; ++j) {
      const double offset = grid.at(k, j);
      z.push_back(codes.mu[j] + std::exp(0.5 * codes.log_var[j]) * offset);
      square += offset * offset;
    }
    weights.push_back(std::exp(-0.5 * square));
  }
  const std::vector<double> values = g(z);
  double sum = 0, mass = 0, coarse = 0, coarse_mass = 0;
  for (int k = 0; k < grid.count(); ++k) {
    sum += weights[k] * values[k];
    mass += weights[k];
    if (!grid.coarse(k)) continue;
    coarse += weights[k] * values[k];
    coarse_mass += weights[k];
  }
  return {sum / mass, std::abs(sum / mass - coarse / coarse_mass)};
}

/// E_q g: what q calls wide may be wide to the decoder, too.
Mean expected(const Codes& codes, const LogFunction& g, double step, double shift) {
  Grid grid{static_cast<int>(codes.mu.size()), static_cast<int>(std::ceil(kCovered / step)), step, shift};
  Mean mean = expected_on(codes, grid, g);
  while (!(mean.error <= kAgreed * (1 + std::abs(mean.value)))) {
    grid.half *= 2;
    grid.step *= 0.5;
    if (grid.count() > kMostPlaces) break;
    mean = expected_on(codes, grid, g);
  }
  return mean;
}

/// Half the width of a box around 0 that holds the prior, beyond which it has less than 1e-14, and q.
double half_width_of(const Codes& codes) {
  double half_width = 8;
  for (std::size_t j = 0; j < codes.mu.size(); ++j)
    half_width = std::max(half_width, std::abs(codes.mu[j]) + kCovered * std::exp(0.5 * codes.log_var[j]));
  return half_width;
}

double log_prior(const double* z, int dz) {
  double square = 0;
  for (int j = 0; j < dz; ++j) square += z[j] * z[j];
  return -0.5 * (square + dz * std::log(2 * std::numbers::pi));
}

/// log p(x | z) as a function of z. Places are decoded some at a time.
LogFunction log_likelihood(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  return [&](const std::vector<double>& z) {
    const LikelihoodTerms terms = network.likelihood();
    const int dz = network.shape().dz, m = static_cast<int>(z.size()) / dz;
    std::vector<double> values(m);
    for (int done = 0; done < m; done += kPlaces) {
      const int some = std::min(kPlaces, m - done);
      const auto first = z.begin() + static_cast<std::ptrdiff_t>(done) * dz;
      const Outputs outputs = network.decode({first, first + static_cast<std::ptrdiff_t>(some) * dz},
                                             labels.empty() ? labels : std::vector<int>(some, labels[0]));
      for (int i = 0; i < some; ++i)
        values[done + i] = terms.log_density(x.data(), &outputs.natural[static_cast<std::size_t>(i) * terms.dx],
                                             outputs.log_partition[i]);
    }
    return values;
  };
}

}  // namespace

void require_one_point(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  require(network.shape().dz <= 2, "network", "one of at most two latent coordinates", network.shape().dz);
  require(static_cast<int>(x.size()) == network.shape().dx, "x", "one point", static_cast<double>(x.size()));
  require_points(network.shape(), x, labels);
}

LogFunction log_joint(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  return [likelihood = log_likelihood(network, x, labels), dz = network.shape().dz](const std::vector<double>& z) {
    std::vector<double> values = likelihood(z);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += log_prior(&z[i * dz], dz);
    return values;
  };
}

PosteriorIntegrals posterior_integrals(const LogFunction& joint, const Codes& codes) {
  const int dz = static_cast<int>(codes.mu.size());
  double half_width = half_width_of(codes);
  const auto both = [&](int finer) {
    return PosteriorIntegrals{integrate(joint, dz, half_width, finer),
                              integrate(joint, dz, kOtherBox * half_width, finer)};
  };
  PosteriorIntegrals found = both(1);
  for (int round = 1; round < kMostRounds; ++round) {
    if (std::abs(found.first.log_z - found.again.log_z) <= kSamePeaks) break;
    half_width *= kWider;
    found = both(dz == 1 ? 1 << round : 2);
  }
  return found;
}

double log_q(const Codes& codes, const double* z) {
  double sum = 0;
  for (std::size_t j = 0; j < codes.mu.size(); ++j) {
    const double offset = z[j] - codes.mu[j];
    sum -= 0.5 * (offset * offset * std::exp(-codes.log_var[j]) + codes.log_var[j] + std::log(2 * std::numbers::pi));
  }
  return sum;
}

Evidence evidence(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  require_one_point(network, x, labels);
  const Codes codes = network.encode(x, labels);
  const int dz = network.shape().dz;
  const LogFunction joint = log_joint(network, x, labels);
  const auto [posterior, again] = posterior_integrals(joint, codes);
  const Mean reconstruction = expected(codes, log_likelihood(network, x, labels), kStep, 0);
  const auto log_ratio = [&](const std::vector<double>& z) {
    std::vector<double> values = joint(z);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = log_q(codes, &z[i * dz]) - values[i];
    return values;
  };
  const Mean ratio = expected(codes, log_ratio, kOtherStep, 0.5);
  Evidence result;
  result.log_px = posterior.log_z;
  result.error =
      posterior.error + again.error + std::abs(posterior.log_z - again.log_z) + reconstruction.error + ratio.error;
  result.reconstruction = reconstruction.value;
  for (std::size_t j = 0; j < codes.mu.size(); ++j) result.kl += kl_term(codes.mu[j], codes.log_var[j]);
  result.elbo = result.reconstruction - result.kl;
  result.gap = ratio.value + again.log_z;
  result.posterior_mean = posterior.mean;
  result.posterior_cov = posterior.covariance;
  return result;
}

}  // namespace proofground::vae
