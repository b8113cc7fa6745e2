// svm/packed, svm/kernel, svm/kernel_rows, svm/row_cache.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/require.h"
#include "core/rng.h"
#include "svm/kernel.h"
#include "svm/kernel_rows.h"
#include "svm/packed.h"
#include "svm/row_cache.h"
#include "tolerances.h"

namespace proofground {
namespace {

const std::vector<Kernel> kKernels{
    {.type = KernelType::linear, .gamma = 1, .coef0 = 0, .degree = 3},
    {.type = KernelType::rbf, .gamma = 0.7, .coef0 = 0, .degree = 3},
    {.type = KernelType::poly, .gamma = 0.5, .coef0 = 1, .degree = 1},
    {.type = KernelType::poly, .gamma = 0.5, .coef0 = -0.3, .degree = 7},
    {.type = KernelType::sigmoid, .gamma = 0.3, .coef0 = -0.5, .degree = 3},
};

std::vector<double> random_points(int n, int d, double centre = 0) {
  Rng rng(static_cast<std::uint64_t>(1000 * n + d));
  std::vector<double> x(static_cast<std::size_t>(n) * d);
  for (double& value : x) value = centre + rng.normal();
  return x;
}

TEST(Packed, ExpIsAccurate) {
  for (int i = 0; i <= 700'000; ++i) {
    const double x = -i * 0.00101;
    const double value = packed::exp_nonpositive(packed::both(x))[0];
    const double exact = std::exp(x);
    ASSERT_NEAR(value, exact, tolerance::exp() * exact) << x;
  }
  EXPECT_EQ(packed::exp_nonpositive(packed::both(0.0))[1], 1.0);
  EXPECT_EQ(packed::exp_nonpositive(packed::both(-0.0))[0], 1.0);
  EXPECT_NEAR(packed::exp_nonpositive(packed::both(-1e308))[0], 0, 1e-307);
  EXPECT_NEAR(packed::exp_nonpositive(packed::both(-HUGE_VAL))[0], 0, 1e-307);
}

TEST(Packed, TanhIsAccurate) {
  for (int i = -400'000; i <= 400'000; ++i) {
    const double x = i * 0.000101;
    ASSERT_NEAR(packed::tanh(packed::both(x))[1], std::tanh(x), tolerance::tanh() * std::abs(std::tanh(x))) << x;
  }
  for (double x : {1e-300, 1e-20, 1e-9, 1e-5, 40.0, 1e300})
    EXPECT_NEAR(packed::tanh(packed::both(x))[0], std::tanh(x), tolerance::tanh() * std::tanh(x)) << x;
}

TEST(KernelRows, MatchTheFormula) {
  for (const Kernel& kernel : kKernels) {
    for (int d : {1, 2, 3, 8, 70}) {
      for (int n : {1, 2, 7, 8, 9, 33}) {
        const std::vector<double> x = random_points(n, d);
        const Points points{x.data(), n, d};
        const KernelRows rows(kernel, points);
        std::vector<double> row(packed::padded(n));
        for (int i = 0; i < n; ++i) {
          rows.row(i, row.data());
          for (int j = 0; j < n; ++j) {
            const double exact = evaluate(kernel, points.row(i), points.row(j), d);
            ASSERT_NEAR(row[j], exact, tolerance::kernel() * std::max(1.0, std::abs(exact)))
                << static_cast<int>(kernel.type) << " d " << d << " n " << n;
          }
          for (int j = n; j < packed::padded(n); ++j) ASSERT_TRUE(std::isfinite(row[j]));
          ASSERT_EQ(rows.diagonal(i), row[i]);
        }
      }
    }
  }
}

TEST(KernelRows, AreSymmetricAndUnchangedByRestriction) {
  constexpr int n = 21, d = 3;
  const std::vector<double> x = random_points(n, d);
  const std::vector<int> chosen{17, 3, 4, 20, 0, 9, 11, 1, 2};
  for (const Kernel& kernel : kKernels) {
    const KernelRows rows(kernel, {x.data(), n, d});
    std::vector<std::vector<double>> K(n, std::vector<double>(packed::padded(n)));
    for (int i = 0; i < n; ++i) rows.row(i, K[i].data());
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j) ASSERT_EQ(K[i][j], K[j][i]);
    const auto part = rows.restrict_to(chosen);
    ASSERT_EQ(part->size(), static_cast<int>(chosen.size()));
    std::vector<double> row(packed::padded(part->size()));
    for (int i = 0; i < part->size(); ++i) {
      part->row(i, row.data());
      EXPECT_EQ(part->diagonal(i), rows.diagonal(chosen[i]));
      for (int j = 0; j < part->size(); ++j) ASSERT_EQ(row[j], K[chosen[i]][chosen[j]]);
    }
  }
}

// |x|^2 + |z|^2 - 2 x.z would have no correct digit at this distance from the origin.
TEST(KernelRows, RbfKeepsItsDigitsFarFromTheOrigin) {
  constexpr int n = 12, d = 2;
  std::vector<double> near(n * d), far(n * d);
  Rng rng(5);
  for (int i = 0; i < n * d; ++i) {
    near[i] = rng.below(1024) / 256.0;
    far[i] = near[i] + 1e9;
  }
  const Kernel kernel{.type = KernelType::rbf, .gamma = 0.5, .coef0 = 0, .degree = 3};
  const KernelRows a(kernel, {near.data(), n, d}), b(kernel, {far.data(), n, d});
  std::vector<double> row_a(packed::padded(n)), row_b(packed::padded(n));
  for (int i = 0; i < n; ++i) {
    a.row(i, row_a.data());
    b.row(i, row_b.data());
    for (int j = 0; j < n; ++j) EXPECT_EQ(row_a[j], row_b[j]);
  }
}

TEST(Kernel, RefusesParameters) {
  const auto refused = [](Kernel kernel) -> std::string {
    try {
      require_valid(kernel);
    } catch (const InvalidArgument& error) {
      return error.field();
    }
    return "";
  };
  EXPECT_EQ(refused({.type = KernelType::linear, .gamma = -1, .coef0 = 0, .degree = 99}), "");
  for (double gamma : {0.0, -1.0, 5e-324, HUGE_VAL, std::nan("")})
    EXPECT_EQ(refused({.type = KernelType::rbf, .gamma = gamma, .coef0 = 0, .degree = 3}), "kernel.gamma");
  for (double coef0 : {HUGE_VAL, std::nan(""), 1e308})
    EXPECT_EQ(refused({.type = KernelType::sigmoid, .gamma = 1, .coef0 = coef0, .degree = 3}), "kernel.coef0");
  for (int degree : {0, -1, 17, 40})
    EXPECT_EQ(refused({.type = KernelType::poly, .gamma = 1, .coef0 = 0, .degree = degree}), "kernel.degree");
  EXPECT_EQ(refused({.type = KernelType::poly, .gamma = 1, .coef0 = 0, .degree = 16}), "");
}

/// A matrix whose row i is i everywhere, and that counts how often a row is computed.
class CountingMatrix final : public KernelMatrix {
 public:
  explicit CountingMatrix(int n) : n_(n) {}
  [[nodiscard]] int size() const override { return n_; }
  [[nodiscard]] double diagonal(int i) const override { return i; }
  void row(int i, double* out) const override {
    ++asked;
    for (int j = 0; j < packed::padded(n_); ++j) out[j] = i;
  }
  [[nodiscard]] std::unique_ptr<KernelMatrix> restrict_to(const std::vector<int>& points) const override {
    return std::make_unique<CountingMatrix>(static_cast<int>(points.size()));
  }
  mutable int asked = 0;

 private:
  int n_;
};

TEST(RowCache, ComputesEachRowOnceWhenAllFit) {
  const CountingMatrix matrix(10);
  RowCache cache(matrix, 1e6);
  Rng rng(1);
  for (int k = 0; k < 200; ++k) {
    const int i = rng.below(10);
    EXPECT_EQ(cache.row(i)[3], i);
  }
  EXPECT_EQ(matrix.asked, 10);
}

TEST(RowCache, DropsTheLeastRecentlyUsedAndKeepsItsLimit) {
  const CountingMatrix matrix(10);
  const double bytes_of_row = packed::padded(10) * sizeof(double);
  RowCache cache(matrix, 3 * bytes_of_row);
  cache.row(0);
  cache.row(1);
  cache.row(2);
  cache.row(0);  // now 1 is the oldest
  cache.row(3);
  EXPECT_TRUE(cache.serves(0));
  EXPECT_FALSE(cache.serves(1));
  EXPECT_TRUE(cache.serves(2));
  EXPECT_TRUE(cache.serves(3));
  EXPECT_EQ(matrix.asked, 4);
  EXPECT_LE(cache.bytes(), 3 * bytes_of_row);
}

TEST(RowCache, CutsTheRowsOfAPartFromThoseOfTheWhole) {
  Rng rng(3);
  std::vector<double> x;
  for (int k = 0; k < 3 * 40; ++k) x.push_back(rng.normal());
  const std::vector<int> chosen = {3, 4, 11, 17, 18, 19, 20, 25, 38};
  for (const Kernel& kernel : kKernels) {
    const KernelRows matrix(kernel, {x.data(), 40, 3});
    const auto part = matrix.restrict_to(chosen);
    RowCache alone(*part, 1e6), whole(matrix, 1e6), cut(*part, 1e6, whole, chosen);
    for (int i = 0; i < part->size(); ++i) {
      const double *expected = alone.row(i), *row = cut.row(i);
      for (int j = 0; j < part->size(); ++j) ASSERT_EQ(row[j], expected[j]) << i << " " << j;
      for (int j = part->size(); j < packed::padded(part->size()); ++j) ASSERT_TRUE(std::isfinite(row[j]));
    }
    EXPECT_EQ(whole.misses(), part->size());
  }
}

TEST(RowCache, ComputesTheRowsOfAPartWhereTheWholeIsFull) {
  const CountingMatrix matrix(10), part(3);
  RowCache whole(matrix, 2.0 * packed::padded(10) * sizeof(double));
  whole.row(7);
  RowCache cut(part, 1e6, whole, {2, 5, 7});
  EXPECT_EQ(cut.row(0)[0], 2);  // there was room for one more
  EXPECT_EQ(cut.row(1)[0], 1);  // now there is none: the part's own
  EXPECT_EQ(cut.row(2)[0], 7);
  EXPECT_EQ(matrix.asked, 2);
  EXPECT_EQ(part.asked, 1);
}

TEST(RowCache, HoldsTwoRowsWhateverTheLimit) {
  const CountingMatrix matrix(50);
  RowCache cache(matrix, 0);
  Rng rng(2);
  for (int k = 0; k < 500; ++k) {
    const int i = rng.below(50), j = rng.below(50);
    const double* row_i = cache.row(i);
    const double* row_j = cache.row(j);
    ASSERT_EQ(row_i[0], i);
    ASSERT_EQ(row_j[49], j);
  }
  EXPECT_LE(cache.bytes(), 2.0 * packed::padded(50) * sizeof(double));
}

}  // namespace
}  // namespace proofground
