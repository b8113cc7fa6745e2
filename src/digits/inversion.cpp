// Compiled for speed: every pixel in every step.
#include "digits/inversion.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/require.h"
#include "digits/guided.h"

namespace proofground::digits {
namespace {

/// How often v is taken at the x_t found so far, at most.
constexpr int kCorrections = 4;
constexpr std::size_t kMostPixels = 1 << 22;

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// x_t from x_s. An image whose corrections do not shrink keeps the last one that did.
void step_up(GuidedSource& source, int t, double cosine, double sine, std::vector<double>& x) {
  const std::size_t d = source.d(), m = source.count();
  const std::vector<double> below = x;
  std::vector<double> last(m, std::numeric_limits<double>::infinity());
  for (int round = 0; round <= kCorrections; ++round) {
    const std::vector<double>& v = source.v(x, t);
    for (std::size_t i = 0; i < m; ++i) {
      double change = 0;
      for (std::size_t c = i * d; c < (i + 1) * d; ++c) change += std::pow((below[c] + sine * v[c]) / cosine - x[c], 2);
      if (!(change < last[i])) change = 0;  // from now on nothing is less
      for (std::size_t c = i * d; c < (i + 1) * d && change > 0; ++c) x[c] = (below[c] + sine * v[c]) / cosine;
      last[i] = change;
    }
  }
}

}  // namespace

std::vector<double> inverted(const Denoiser& network, const diffusion::Schedule& schedule,
                             const std::vector<double>& images, const std::vector<int>& classes, double guidance,
                             int steps) {
  const std::size_t all = classes.size() * network.shape().d;
  require(all <= kMostPixels, "classes", "at most 4194304 pixels in all", static_cast<double>(all));
  require(images.size() == all, "images", "d numbers for each class", static_cast<double>(images.size()));
  for (const double pixel : images) require(pixel >= 0 && pixel <= 1, "images", "pixels from 0 to 1", pixel);
  require(steps >= 1 && steps <= schedule.T(), "steps", "a whole number from 1 to T", steps);
  GuidedSource source(network, schedule, classes, guidance);
  const diffusion::Schedule chain = diffusion::thinned(schedule, steps);
  std::vector<double> x(all);
  for (std::size_t i = 0; i < all; ++i) x[i] = 2 * images[i] - 1;
  for (int k = 1; k <= steps; ++k) {
    const diffusion::Step& step = chain.at(k);
    const int t = static_cast<int>(static_cast<long long>(k) * schedule.T() / steps);
    const double signal = std::sqrt(step.alpha_bar), noise = std::sqrt(step.noise);
    const double signal_below = std::sqrt(step.alpha_bar_prev), noise_below = std::sqrt(step.noise_prev);
    const double cosine = signal * signal_below + noise * noise_below;
    const double sine = noise * signal_below - signal * noise_below;
    step_up(source, t, cosine, sine, x);
  }
  return x;
}

std::vector<double> arc(const std::vector<double>& from, const std::vector<double>& to, int count) {
  require(!from.empty(), "from", "1 or more numbers", 0);
  require(to.size() == from.size(), "to", "as many numbers as from", static_cast<double>(to.size()));
  require_finite(from.data(), static_cast<int>(from.size()), "from");
  require_finite(to.data(), static_cast<int>(to.size()), "to");
  require(count >= 2 && count <= 1000, "count", "a whole number from 2 to 1000", count);
  const double a = std::sqrt(dot(from, from)), b = std::sqrt(dot(to, to));
  require(a > 0 && std::isfinite(a), "from", "a length above 0", a);
  require(b > 0 && std::isfinite(b), "to", "a length above 0", b);
  double sum = 0, difference = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    sum += std::pow(from[i] / a + to[i] / b, 2);
    difference += std::pow(from[i] / a - to[i] / b, 2);
  }
  // Accurate for small angles and for those near pi, where the arc cosine of the product is not.
  const double angle = 2 * std::atan2(std::sqrt(difference), std::sqrt(sum));
  require(sum > 1e-12, "to", "another direction than opposite to from", angle);
  std::vector<double> points;
  points.reserve(from.size() * count);
  for (int k = 0; k < count; ++k) {
    const double u = static_cast<double>(k) / (count - 1), length = (1 - u) * a + u * b;
    const bool straight = angle < 1e-6;
    const double first = straight ? 1 - u : std::sin((1 - u) * angle) / std::sin(angle);
    const double second = straight ? u : std::sin(u * angle) / std::sin(angle);
    for (std::size_t i = 0; i < from.size(); ++i) {
      const bool end = k == 0 || k == count - 1;
      points.push_back(end ? (k == 0 ? from[i] : to[i]) : length * (first * from[i] / a + second * to[i] / b));
    }
  }
  return points;
}

}  // namespace proofground::digits
