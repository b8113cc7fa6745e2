#include "diffusion/datasets.h"

#include <cmath>
#include <numbers>

#include "core/require.h"
#include "core/rng.h"
#include "diffusion/letters.h"
#include "diffusion/strokes.h"

namespace proofground::diffusion {
namespace {

using std::numbers::pi;

constexpr double kMoonWidth = 0.08, kRollWidth = 0.35, kSpiralWidth = 0.12, kLetterWidth = 0.12;
constexpr int kPerTurn = 72;

// (n x 2) n draws of points(rng), centred and divided by the standard deviation.
template <class Points>
std::vector<double> sampled(int n, std::uint64_t seed, Place mean, double variance, const Points& points) {
  Rng rng(seed);
  const double scale = 1 / std::sqrt(variance);
  std::vector<double> x;
  x.reserve(2 * static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) {
    const Place place = points(rng);
    x.push_back((place.x - mean.x) * scale);
    x.push_back((place.y - mean.y) * scale);
  }
  return x;
}

std::vector<double> sampled(int n, std::uint64_t seed, const Strokes& pen) {
  return sampled(n, seed, pen.mean(), pen.variance(), [&](Rng& rng) { return pen.draw(rng); });
}

Strokes moons() {
  Strokes pen(kMoonWidth);
  pen.arc({0, 0}, 1, 1, 0, 180);
  pen.arc({1, 0.5}, 1, 1, 180, 360);
  return pen;
}

// The Archimedean spiral: at the angle a the distance from the centre is a. All of it is rotated by `turn`.
void wind(Strokes& pen, double from, double to, double turn) {
  const int count = static_cast<int>(std::ceil((to - from) / (2 * pi) * kPerTurn));
  const auto at = [&](int i) {
    const double a = std::lerp(from, to, static_cast<double>(i) / count);
    return Place{a * std::cos(a + turn), a * std::sin(a + turn)};
  };
  for (int i = 0; i < count; ++i) pen.line(at(i), at(i + 1));
}

Strokes roll() {
  Strokes pen(kRollWidth);
  wind(pen, 1.5 * pi, 4.5 * pi, 0);
  return pen;
}

Strokes spirals() {
  Strokes pen(kSpiralWidth);
  wind(pen, 0.5, 3 * pi, 0);
  wind(pen, 0.5, 3 * pi, pi);
  return pen;
}

// On the ring of radius 1 each coordinate has variance 1/2.
std::vector<double> gaussians(int n, std::uint64_t seed) {
  constexpr double kWidth = 0.1;
  return sampled(n, seed, {}, 0.5 + kWidth * kWidth, [](Rng& rng) {
    const double angle = rng.below(8) * pi / 4, across = rng.normal();
    return Place{std::cos(angle) + kWidth * across, std::sin(angle) + kWidth * rng.normal()};
  });
}

// Each coordinate is uniform on [-2, 2], which has variance 4/3, whatever the other one is.
std::vector<double> board(int n, std::uint64_t seed) {
  return sampled(n, seed, {}, 4.0 / 3, [](Rng& rng) {
    const int column = rng.below(4), row = 2 * rng.below(2) + column % 2;
    const double x = rng.uniform(), y = rng.uniform();
    return Place{column - 2 + x, row - 2 + y};
  });
}

}  // namespace

std::vector<double> dataset(const std::string& name, int n, std::uint64_t seed, const std::string& text) {
  require(n >= 1, "n", "at least 1", n);
  if (name == "moons") return sampled(n, seed, moons());
  if (name == "roll") return sampled(n, seed, roll());
  if (name == "spirals") return sampled(n, seed, spirals());
  if (name == "gaussians") return gaussians(n, seed);
  if (name == "board") return board(n, seed);
  if (name == "letters") return sampled(n, seed, written_word(text, kLetterWidth));
  throw InvalidArgument("name", "moons, roll, spirals, gaussians, board or letters", '"' + name.substr(0, 40) + '"');
}

}  // namespace proofground::diffusion
