// Starts of svm/start.h: feasible, on the farthest points, and no other optimum than from the first points.
#include "svm/start.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "core/require.h"
#include "core/rng.h"
#include "svm/qp.h"
#include "svm/smo.h"

namespace proofground {
namespace {

struct Drawn {
  std::vector<double> x, weights;
  int n, d;
  [[nodiscard]] KernelRows matrix(const Kernel& kernel) const { return {kernel, {x.data(), n, d}}; }
};

Drawn draw(Rng& rng, int n, int d, bool weighted) {
  Drawn out{{}, {}, n, d};
  for (int i = 0; i < n * d; ++i) out.x.push_back(rng.normal());
  for (int i = 0; i < n; ++i) out.weights.push_back(weighted ? rng.uniform(0.1, 2) : 1);
  return out;
}

/// The dual of a sphere: half of it, negated. @param C boxes
Qp sphere(const KernelMatrix& matrix, const std::vector<double>& C, std::vector<double> a) {
  Qp qp;
  qp.point.resize(C.size());
  std::iota(qp.point.begin(), qp.point.end(), 0);
  qp.y.assign(C.size(), 1);
  for (int i = 0; i < matrix.size(); ++i) qp.p.push_back(-matrix.diagonal(i) / 2);
  qp.C = C;
  qp.a = std::move(a);
  return qp;
}

double objective(const KernelMatrix& matrix, const Qp& qp, const SmoOptions& options) {
  Smo smo(matrix, qp, options);
  while (!smo.advance(100)) {
  }
  if (options.max_iterations > 0) EXPECT_LE(smo.kkt_gap(), options.tolerance);
  const std::vector<double>&u = smo.u(), F = smo.gradient();
  double value = 0;
  for (std::size_t i = 0; i < u.size(); ++i) value += u[i] * (F[i] / 2 + qp.p[i]);
  return value;
}

TEST(SvmStart, GivesTheSumToTheFarthest) {
  EXPECT_EQ(fill_farthest_first({1, 3, 2}, {1, 1, 1}, 1.5), (std::vector<double>{0, 1, 0.5}));
  EXPECT_EQ(fill_farthest_first({1, 3, 2}, {1, 0.25, 1}, 1), (std::vector<double>{0, 0.25, 0.75}));
  EXPECT_EQ(fill_farthest_first({2, 2, 2}, {1, 1, 1}, 1.5), (std::vector<double>{1, 0.5, 0})) << "ties: in order";
  EXPECT_EQ(fill_farthest_first({2}, {1}, 1), std::vector<double>{1});
  EXPECT_EQ(fill_farthest_first({1, 2}, {1, 1}, 0), (std::vector<double>{0, 0}));
  EXPECT_EQ(fill_farthest_first({1, 2}, {1, 1}, 2), (std::vector<double>{1, 1}));
  EXPECT_THROW(fill_farthest_first({1, 2}, {1, 1}, 2.1), InvalidArgument);
  EXPECT_THROW(fill_farthest_first({1, 2}, {1, 1}, -0.1), InvalidArgument);
}

TEST(SvmStart, DistancesAreThoseFromTheWeightedMean) {
  Rng rng(1);
  const Drawn drawn = draw(rng, kMeanSample, 3, true);  // as many points as the sample holds: no estimate
  const KernelRows matrix = drawn.matrix({.type = KernelType::linear});
  const double sum = std::accumulate(drawn.weights.begin(), drawn.weights.end(), 0.0);
  std::vector<double> mean(3, 0.0);
  double norm2 = 0;
  for (int k = 0; k < 3; ++k) {
    for (int i = 0; i < drawn.n; ++i) mean[k] += drawn.weights[i] * drawn.x[3 * i + k] / sum;
    norm2 += mean[k] * mean[k];
  }
  const std::vector<double> distance = distances_from_mean(matrix, drawn.weights);
  ASSERT_EQ(distance.size(), static_cast<std::size_t>(drawn.n));
  for (int i = 0; i < drawn.n; ++i) {
    double expected = -norm2;
    for (int k = 0; k < 3; ++k) expected += (drawn.x[3 * i + k] - mean[k]) * (drawn.x[3 * i + k] - mean[k]);
    EXPECT_NEAR(distance[i], expected, 1e-13);
  }
}

TEST(SvmStart, EqualPointsAreEquallyFar) {
  for (const int n : {1, 2, 40, 200}) {
    const Drawn drawn{std::vector<double>(2 * n, 0.75), std::vector<double>(n, 1), n, 2};
    const std::vector<double> distance = distances_from_mean(drawn.matrix({}), drawn.weights);
    EXPECT_EQ(std::count(distance.begin(), distance.end(), distance[0]), n);
  }
}

TEST(SvmStart, SameOptimumAsFromTheFirstPoints) {
  Rng rng(2);
  double near = 0, first = 0;  // how far above the optimum the two starts are, over all rounds
  for (int round = 0; round < 24; ++round) {
    const int n = round < 4 ? round + 1 : 20 + 20 * round;
    Drawn drawn = draw(rng, n, 2, round % 2 == 1);
    if (round % 3 == 2) std::copy_n(drawn.x.begin(), 2 * (n / 2), drawn.x.end() - 2 * (n / 2));  // points twice
    const KernelRows matrix = drawn.matrix({.type = round % 4 < 2 ? KernelType::rbf : KernelType::linear});
    const double sum = std::accumulate(drawn.weights.begin(), drawn.weights.end(), 0.0);
    std::vector<double> C;
    for (const double weight : drawn.weights) C.push_back(std::min(weight / (0.15 * sum), 1.0));
    const std::vector<double> a = fill_farthest_first(distances_from_mean(matrix, drawn.weights), C, 1);
    EXPECT_NEAR(std::accumulate(a.begin(), a.end(), 0.0), 1, 1e-13);
    for (int i = 0; i < n; ++i) EXPECT_TRUE(a[i] >= 0 && a[i] <= C[i]) << a[i];
    const Qp far = sphere(matrix, C, a), plain = sphere(matrix, C, fill_to_sum(C, 1));
    const SmoOptions options{.tolerance = 1e-9, .shrinking = round % 5 != 0}, none{.max_iterations = 0};
    const double optimum = objective(matrix, far, options);
    EXPECT_NEAR(optimum, objective(matrix, plain, options), 1e-8);
    near += objective(matrix, far, none) - optimum;
    first += objective(matrix, plain, none) - optimum;
  }
  EXPECT_LT(near, first / 2);
}

}  // namespace
}  // namespace proofground
