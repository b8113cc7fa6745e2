// The data sets: standardised as distributions, seeded, and of the shapes that their names say.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/require.h"
#include "diffusion/datasets.h"
#include "diffusion/letters.h"
#include "diffusion/strokes.h"

namespace proofground::diffusion::test {
namespace {

const std::vector<std::string> kNames{"moons", "roll", "spirals", "gaussians", "board", "letters"};

struct Spread {
  double mean_x = 0, mean_y = 0, variance = 0, fourth = 0;
};

Spread spread_of(const std::vector<double>& x) {
  Spread s;
  const double n = static_cast<double>(x.size()) / 2;
  for (std::size_t i = 0; i < x.size(); i += 2) {
    s.mean_x += x[i] / n;
    s.mean_y += x[i + 1] / n;
    const double half = (x[i] * x[i] + x[i + 1] * x[i + 1]) / 2;
    s.variance += half / n;
    s.fourth += half * half / n;
  }
  return s;
}

void expect_standardised(const std::vector<double>& x, const std::string& name) {
  const double n = static_cast<double>(x.size()) / 2;
  const Spread s = spread_of(x);
  EXPECT_NEAR(s.mean_x, 0, 5 * std::sqrt(2 / n)) << name;
  EXPECT_NEAR(s.mean_y, 0, 5 * std::sqrt(2 / n)) << name;
  EXPECT_NEAR(s.variance, 1, 5 * std::sqrt((s.fourth - 1) / n)) << name;
}

TEST(DiffusionDatasets, HaveMeanZeroAndVarianceOne) {
  for (const std::string& name : kNames) expect_standardised(dataset(name, 20'000, 3, "DDPM"), name);
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    const std::string text(1, letter);
    expect_standardised(dataset("letters", 4000, 4, text), text);
  }
}

TEST(DiffusionDatasets, AreSeededAndASmallerSampleIsTheFirstPart) {
  for (const std::string& name : kNames) {
    const std::vector<double> all = dataset(name, 100, 3, "AZ");
    EXPECT_EQ(dataset(name, 100, 3, "AZ"), all) << name;
    EXPECT_NE(dataset(name, 100, 4, "AZ"), all) << name;
    const std::vector<double> some = dataset(name, 40, 3, "AZ");
    EXPECT_EQ(some, std::vector<double>(all.begin(), all.begin() + 80)) << name;
    EXPECT_EQ(dataset(name, 1, 3, "AZ").size(), 2U) << name;
  }
}

TEST(DiffusionDatasets, TheBoardHasEightDarkSquares) {
  const double side = std::sqrt(3.0) / 2;  // of a square, in standard deviations: one side is 1 of 4/3 variance
  std::set<int> squares;
  const std::vector<double> x = dataset("board", 4000, 5, "");
  for (std::size_t i = 0; i < x.size(); i += 2) {
    const int column = static_cast<int>(std::floor(x[i] / side)) + 2;
    const int row = static_cast<int>(std::floor(x[i + 1] / side)) + 2;
    EXPECT_EQ((column + row) % 2, 0);
    squares.insert(4 * row + column);
  }
  EXPECT_EQ(squares.size(), 8U);
}

TEST(DiffusionDatasets, TheRingHasEightHeaps) {
  const double radius = 1 / std::sqrt(0.51);
  int heaps[8] = {};
  const std::vector<double> x = dataset("gaussians", 4000, 5, "");
  for (std::size_t i = 0; i < x.size(); i += 2) {
    const double turn = std::atan2(x[i + 1], x[i]) / (2 * M_PI) * 8;
    ++heaps[(static_cast<int>(std::lround(turn)) + 8) % 8];
    EXPECT_NEAR(std::hypot(x[i], x[i + 1]), radius, 6 * 0.1 * radius);
  }
  for (const int count : heaps) EXPECT_NEAR(count, 500, 5 * std::sqrt(4000.0 / 8 * 7 / 8));
}

// Half a turn maps one arm onto the other and one moon onto the other; either side has as many points.
TEST(DiffusionDatasets, SpiralsAndMoonsAreSymmetric) {
  for (const std::string name : {"spirals", "moons"}) {
    double third_x = 0, third_y = 0, size = 0;
    const std::vector<double> x = dataset(name, 20'000, 6, "");
    for (std::size_t i = 0; i < x.size(); i += 2) {
      third_x += std::pow(x[i], 3);
      third_y += std::pow(x[i + 1], 3);
      size += std::pow(x[i], 6) + std::pow(x[i + 1], 6);
    }
    EXPECT_LE(std::abs(third_x), 5 * std::sqrt(size)) << name;
    EXPECT_LE(std::abs(third_y), 5 * std::sqrt(size)) << name;
  }
}

TEST(DiffusionLetters, EveryOneIsAnotherAndStandsOnItsLine) {
  std::set<double> lengths;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    const Strokes pen = written_word(std::string(1, letter), 0);
    Rng rng(1);
    double least = 9, most = -9;
    for (int i = 0; i < 3000; ++i) {
      const Place place = pen.draw(rng);
      EXPECT_GE(place.x, -1e-12) << letter;
      EXPECT_LE(place.x, 7 + 1e-12) << letter;
      least = std::min(least, place.y);
      most = std::max(most, place.y);
    }
    EXPECT_NEAR(least, letter == 'Q' ? -0.5 : 0, 0.1) << letter;
    EXPECT_NEAR(most, 7, 0.1) << letter;
    lengths.insert(pen.variance());
  }
  // V upside down is no letter, and M is no W: only mirror images could share a variance.
  EXPECT_GE(lengths.size(), 24U);
  const Strokes word = written_word("II", 0);
  EXPECT_EQ(word.right_end(), 2);
  EXPECT_EQ(word.mean().x, 1);
}

TEST(Strokes, KnowTheirMoments) {
  Strokes pen(0.3);
  pen.line({0, 0}, {3, 4});
  pen.arc({1, 1}, 2, 1, 30, -200);
  pen.line({5, -1}, {5, 2});
  Strokes both(0.3);
  both.add(pen, 0);
  both.add(pen, 10);
  Rng rng(2);
  const int n = 40'000;
  double x = 0, y = 0, square = 0;
  for (int i = 0; i < n; ++i) {
    const Place place = both.draw(rng);
    x += place.x / n;
    y += place.y / n;
    square += (place.x * place.x + place.y * place.y) / n;
  }
  const double variance = both.variance();
  EXPECT_NEAR(x, both.mean().x, 5 * std::sqrt(2 * variance / n));
  EXPECT_NEAR(y, both.mean().y, 5 * std::sqrt(2 * variance / n));
  EXPECT_NEAR((square - x * x - y * y) / 2, variance, 0.03 * variance);
  // One segment: uniform.
  Strokes one(0);
  one.line({0, 0}, {6, 0});
  EXPECT_NEAR(one.variance(), 36.0 / 12 / 2, 1e-15);
}

TEST(DiffusionDatasets, RefuseByName) {
  const auto refused = [](const std::string& name, int n, const std::string& text) {
    try {
      (void)dataset(name, n, 1, text);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  EXPECT_EQ(refused("moon", 1, ""), "name");
  EXPECT_EQ(refused("moons", 0, ""), "n");
  for (const std::string text : {"", "a", "ABCDE", "A1", "A B", "\xc3\x84"})
    EXPECT_EQ(refused("letters", 1, text), "text") << text;
}

}  // namespace
}  // namespace proofground::diffusion::test
