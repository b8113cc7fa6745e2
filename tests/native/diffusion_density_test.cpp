// The heat map against the oracle, place by place, and against 1.
#include <gtest/gtest.h>

#include <cmath>

#include "core/require.h"
#include "diffusion/density.h"
#include "diffusion_claims_problems.h"

namespace proofground::diffusion::test {
namespace {

std::vector<double> axis(double from, double to, int count) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(from + (to - from) * i / (count - 1));
  return values;
}

std::vector<Mixture> planes() {
  Mixture cloud = points(40, 2, 1.5);
  cloud.spread = 0.05;
  Mixture uneven = cloud;
  for (std::size_t k = 0; k < uneven.weights.size(); ++k) uneven.weights[k] = 1 + static_cast<double>(k);
  return {points(40, 2, 1.5), cloud, uneven, plane()};
}

TEST(DiffusionDensity, IsTheOraclesEverywhere) {
  const Grid grid{axis(-3, 3.5, 31), axis(-2, 4, 17)};
  const Schedule schedule = text();
  for (const Mixture& data : planes()) {
    const Oracle oracle(data);
    for (const int t : {20, 300, 1000}) {
      const Step& step = schedule.at(t);
      const std::vector<double> map = density(oracle, step.alpha_bar, step.noise, grid);
      ASSERT_EQ(map.size(), grid.x.size() * grid.y.size());
      for (std::size_t r = 0; r < grid.y.size(); ++r) {
        for (std::size_t i = 0; i < grid.x.size(); ++i) {
          const double expected = std::exp(oracle.denoise(step, {grid.x[i], grid.y[r]}).log_density[0]);
          EXPECT_NEAR(map[r * grid.x.size() + i], expected, 1e-11 * expected + 1e-290);
        }
      }
    }
  }
}

TEST(DiffusionDensity, SumsToOne) {
  const Grid grid{axis(-9, 9, 361), axis(-9, 9, 301)};
  for (const Mixture& data : planes()) {
    const Step step = text().at(500);
    double sum = 0;
    for (const double value : density(Oracle(data), step.alpha_bar, step.noise, grid)) sum += value;
    EXPECT_NEAR(sum * (18.0 / 360) * (18.0 / 300), 1, 1e-12);
  }
}

TEST(DiffusionDensity, ReachesTheDataAndRefusesWhatHasNone) {
  const std::vector<double> map = density(Oracle(plane()), 1, 0, {{0.3, 0.4}, {-0.2}});
  EXPECT_NEAR(map[0], std::exp(Oracle(plane()).denoise(1, 0, {0.3, -0.2}).log_density[0]), 1e-14);
  const auto refused = [](const Mixture& data, const Grid& grid) {
    try {
      (void)density(Oracle(data), 1, 0, grid);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return std::string();
  };
  EXPECT_EQ(refused(points(3, 2, 1), {{0}, {0}}), "alphaBar");
  EXPECT_EQ(refused(modes(), {{0}, {0}}), "d");
  EXPECT_EQ(refused(plane(), {{0, HUGE_VAL}, {0}}), "x[1]");
  EXPECT_EQ(refused(plane(), {{0}, {std::nan("")}}), "y[0]");
}

}  // namespace
}  // namespace proofground::diffusion::test
