#include "vae/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/require.h"
#include "vae/kl.h"

namespace proofground::vae {
namespace {

/// Places that are decoded at once.
constexpr int kPlaces = 4096;
/// The reconstruction's grid, in standard deviations of q: lines on either side, and from one to the next.
constexpr int kSteps = 22;
constexpr double kStep = 0.32;
/// The gap's grid: most lines, standard deviations of q that it covers, and lines in one of them.
constexpr int kMostLines = 96;
constexpr double kCovered = 7, kLinesInSd = 2;

struct Line {
  double low = 0, step = 0;
  int count = 1;
};

/// Lines along one coordinate that cover the posterior and q, fine enough for the narrower of them.
Line line_over(const AdaptiveIntegral& posterior, const Codes& codes, int j) {
  const double sd = std::exp(0.5 * codes.log_var[j]);
  const double low = std::min(posterior.low[j], codes.mu[j] - kCovered * sd);
  const double high = std::max(posterior.high[j], codes.mu[j] + kCovered * sd);
  const double step = std::min(sd / kLinesInSd, 0.4 * posterior.finest);
  const int count = std::clamp(static_cast<int>(std::ceil((high - low) / step)) + 1, 2, kMostLines);
  return {low, (high - low) / (count - 1), count};
}

/// KL(q || posterior) on the grid.
double gap_on_grid(const LogFunction& joint, const AdaptiveIntegral& posterior, const Codes& codes) {
  const int dz = static_cast<int>(codes.mu.size());
  std::array<Line, 2> lines;
  for (int j = 0; j < dz; ++j) lines[j] = line_over(posterior, codes, j);
  std::vector<double> z;
  for (int b = 0; b < lines[1].count; ++b) {
    for (int a = 0; a < lines[0].count; ++a) {
      z.push_back(lines[0].low + a * lines[0].step);
      if (dz == 2) z.push_back(lines[1].low + b * lines[1].step);
    }
  }
  const std::vector<double> f = joint(z);
  const double top = *std::max_element(f.begin(), f.end());
  double mass = 0, of_q = 0, difference = 0;
  for (std::size_t k = 0; k < f.size(); ++k) {
    const double log_density = log_q(codes, &z[k * dz]), q = std::exp(log_density);
    mass += std::exp(f[k] - top);
    of_q += q;
    difference += q * (log_density - (f[k] - top));
  }
  const double cell = lines[0].step * (dz == 2 ? lines[1].step : 1);
  return cell * difference + cell * of_q * std::log(cell * mass);
}

/// E_q log p(x | z), on a grid of q's own.
double expected_log_likelihood(const Network& network, const std::vector<double>& x, const std::vector<int>& labels,
                               const Codes& codes) {
  const int dz = network.shape().dz, side = 2 * kSteps + 1;
  std::vector<double> z, weights;
  double all = 0;
  for (int k = 0; k < (dz == 1 ? side : side * side); ++k) {
    double square = 0;
    for (int j = 0; j < dz; ++j) {
      const double offset = ((j == 0 ? k % side : k / side) - kSteps) * kStep;
      z.push_back(codes.mu[j] + std::exp(0.5 * codes.log_var[j]) * offset);
      square += offset * offset;
    }
    weights.push_back(std::exp(-0.5 * square));
    all += weights.back();
  }
  const Outputs outputs = network.decode(z, labels.empty() ? labels : std::vector<int>(weights.size(), labels[0]));
  const LikelihoodTerms terms = network.likelihood();
  double sum = 0;
  for (std::size_t k = 0; k < weights.size(); ++k)
    sum += weights[k] * terms.log_density(x.data(), &outputs.natural[k * terms.dx], outputs.log_partition[k]);
  return sum / all;
}

}  // namespace

void require_one_point(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  require(network.shape().dz <= 2, "network", "one of at most two latent coordinates", network.shape().dz);
  require(static_cast<int>(x.size()) == network.shape().dx, "x", "one point", static_cast<double>(x.size()));
  require_points(network.shape(), x, labels);
}

LogFunction log_joint(const Network& network, const std::vector<double>& x, const std::vector<int>& labels) {
  return [&](const std::vector<double>& z) {
    const LikelihoodTerms terms = network.likelihood();
    const int dz = network.shape().dz, m = static_cast<int>(z.size()) / dz;
    std::vector<double> values(m);
    for (int done = 0; done < m; done += kPlaces) {
      const int some = std::min(kPlaces, m - done);
      const auto first = z.begin() + static_cast<std::ptrdiff_t>(done) * dz;
      const Outputs outputs = network.decode({first, first + static_cast<std::ptrdiff_t>(some) * dz},
                                             labels.empty() ? labels : std::vector<int>(some, labels[0]));
      for (int i = 0; i < some; ++i) {
        double square = 0;
        for (int j = 0; j < dz; ++j) square += first[i * dz + j] * first[i * dz + j];
        values[done + i] = terms.log_density(x.data(), &outputs.natural[static_cast<std::size_t>(i) * terms.dx],
                                             outputs.log_partition[i]) -
                           0.5 * (square + dz * std::log(2 * std::numbers::pi));
      }
    }
    return values;
  };
}

AdaptiveIntegral posterior_integral(const LogFunction& joint, const Codes& codes) {
  double half_width = 8;  // beyond it the prior has less than 1e-14
  for (std::size_t j = 0; j < codes.mu.size(); ++j)
    half_width = std::max(half_width, std::abs(codes.mu[j]) + kCovered * std::exp(0.5 * codes.log_var[j]));
  return integrate(joint, static_cast<int>(codes.mu.size()), half_width);
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
  const LogFunction joint = log_joint(network, x, labels);
  const AdaptiveIntegral posterior = posterior_integral(joint, codes);
  Evidence result;
  result.log_px = posterior.log_z;
  result.error = posterior.error;
  result.reconstruction = expected_log_likelihood(network, x, labels, codes);
  for (std::size_t j = 0; j < codes.mu.size(); ++j) result.kl += kl_term(codes.mu[j], codes.log_var[j]);
  result.elbo = result.reconstruction - result.kl;
  result.gap = gap_on_grid(joint, posterior, codes);
  result.posterior_mean = posterior.mean;
  result.posterior_cov = posterior.covariance;
  return result;
}

}  // namespace proofground::vae
