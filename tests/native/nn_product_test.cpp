// The three products of a dense layer against plain loops in double, at sizes that fill no tile.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/rng.h"
#include "nn/panels.h"
#include "nn/product.h"
#include "tolerances.h"

namespace proofground::nn {
namespace {

/// A matrix in panels, its padding 0.
struct Matrix {
  Matrix(int r, int c) : rows(r), columns(c), data(panel_size(r, c)) {}
  Matrix(int r, int c, Rng& rng) : Matrix(r, c) {
    for (int i = 0; i < rows; ++i)
      for (int j = 0; j < columns; ++j) at(i, j) = static_cast<float>(rng.normal());
  }
  float& at(int i, int j) { return data[place(rows, i, j)]; }
  [[nodiscard]] float at(int i, int j) const { return data[place(rows, i, j)]; }
  int rows, columns;
  std::vector<float> data;
};

class NnProduct : public testing::TestWithParam<std::tuple<int, int, int>> {};

TEST_P(NnProduct, EqualsThePlainLoop) {
  const auto [rows, in, out] = GetParam();
  Rng rng(static_cast<std::uint64_t>(rows * 1000 + in * 10 + out));
  const Matrix x(rows, in, rng), dy(rows, out, rng);
  Matrix w(padded(in), out);
  std::vector<float> bias(padded(out));
  for (int o = 0; o < out; ++o) {
    bias[o] = static_cast<float>(rng.normal());
    for (int i = 0; i < in; ++i) w.at(i, o) = static_cast<float>(rng.normal());
  }

  Matrix y(rows, out), bare(rows, out), gradient(padded(in), out), turned(padded(out), in);
  product(x.data.data(), rows, {w.data.data(), padded(in), padded(out), padded(in)}, bias.data(), y.data.data());
  product(x.data.data(), rows, {w.data.data(), padded(in), padded(out), padded(in)}, nullptr, bare.data.data());
  product_of_columns(x.data.data(), dy.data.data(), rows, padded(in), padded(out), gradient.data.data());
  transpose(w.data.data(), padded(in), padded(out), turned.data.data());
  std::vector<float> sums(padded(out));
  column_sums(dy.data.data(), rows, padded(out), sums.data());

  for (int o = 0; o < out; ++o) {
    for (int r = 0; r < rows; ++r) {
      double sum = 0, size = 1;
      for (int i = 0; i < in; ++i) {
        sum += static_cast<double>(x.at(r, i)) * w.at(i, o);
        size += std::abs(static_cast<double>(x.at(r, i)) * w.at(i, o));
      }
      ASSERT_NEAR(bare.at(r, o), sum, tolerance::product_float() * size) << r << " " << o;
      ASSERT_NEAR(y.at(r, o), sum + bias[o], tolerance::product_float() * size) << r << " " << o;
    }
    for (int i = 0; i < in; ++i) {
      double sum = 0, size = 1;
      for (int r = 0; r < rows; ++r) {
        sum += static_cast<double>(x.at(r, i)) * dy.at(r, o);
        size += std::abs(static_cast<double>(x.at(r, i)) * dy.at(r, o));
      }
      ASSERT_NEAR(gradient.at(i, o), sum, tolerance::product_float() * size) << i << " " << o;
      ASSERT_EQ(turned.at(o, i), w.at(i, o));
    }
    double sum = 0, size = 1;
    for (int r = 0; r < rows; ++r) {
      sum += dy.at(r, o);
      size += std::abs(dy.at(r, o));
    }
    ASSERT_NEAR(sums[o], sum, tolerance::product_float() * size) << o;
  }
  // Padding stays 0.
  for (int o = out; o < padded(out); ++o)
    for (int r = 0; r < rows; ++r) ASSERT_EQ(y.data[place(rows, r, o)], 0);
}

INSTANTIATE_TEST_SUITE_P(Sizes, NnProduct,
                         testing::Values(std::tuple{1, 1, 1}, std::tuple{2, 3, 5}, std::tuple{7, 9, 17},
                                         std::tuple{33, 34, 128}, std::tuple{31, 128, 2}, std::tuple{65, 40, 24},
                                         std::tuple{130, 13, 63}));

// A row's answer does not depend on the rows beside it, however many: what makes one seed give one picture.
TEST(NnProductRows, ARowIsTheSameBitsInAnyBatch) {
  Rng rng(5);
  const Matrix x(67, 24, rng), w(24, 16, rng);
  Matrix y(67, 16);
  product(x.data.data(), 67, {w.data.data(), 24, 16, 24}, nullptr, y.data.data());
  for (int r = 0; r < 67; ++r) {
    Matrix alone(1, 24), answer(1, 16);
    for (int i = 0; i < 24; ++i) alone.at(0, i) = x.at(r, i);
    product(alone.data.data(), 1, {w.data.data(), 24, 16, 24}, nullptr, answer.data.data());
    for (int o = 0; o < 16; ++o) ASSERT_EQ(answer.at(0, o), y.at(r, o)) << r;
  }
}

// Batches one behind another, with gaps between them, are one long batch.
TEST(NnProductRows, OfManyBatchesAreTheBitsOfOne) {
  for (const auto& [count, rows] : {std::pair{1, 7}, std::pair{9, 1}, std::pair{5, 100}, std::pair{3, 300}}) {
    constexpr int kIn = 16, kOut = 24, kGap = 8;
    Rng rng(7);
    const Matrix x(count * rows, kIn, rng), dy(count * rows, kOut, rng);
    Matrix expected(kIn, kOut), gradient(kIn, kOut, rng);
    const std::size_t of_x = panel_size(rows, kIn) + kGap, of_dy = panel_size(rows, kOut) + kGap;
    std::vector<float> xs(count * of_x), dys(count * of_dy);
    for (int k = 0; k < count; ++k) {
      for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < kIn; ++c) xs[k * of_x + place(rows, r, c)] = x.at(k * rows + r, c);
        for (int c = 0; c < kOut; ++c) dys[k * of_dy + place(rows, r, c)] = dy.at(k * rows + r, c);
      }
    }
    product_of_columns(x.data.data(), dy.data.data(), count * rows, kIn, kOut, expected.data.data());
    product_of_columns({xs.data(), of_x}, {dys.data(), of_dy}, count, rows, kIn, kOut, gradient.data.data());
    EXPECT_EQ(gradient.data, expected.data) << count << " " << rows;
  }
}

// Leading rows of a matrix of weights alone.
TEST(NnProductRows, OfWeightsTheFirstOnesOnly) {
  Rng rng(6);
  const Matrix x(5, 8, rng), w(24, 16, rng);
  Matrix first(8, 16), y(5, 16), expected(5, 16);
  for (int i = 0; i < 8; ++i)
    for (int o = 0; o < 16; ++o) first.at(i, o) = w.at(i, o);
  product(x.data.data(), 5, {w.data.data(), 8, 16, 24}, nullptr, y.data.data());
  product(x.data.data(), 5, {first.data.data(), 8, 16, 8}, nullptr, expected.data.data());
  EXPECT_EQ(y.data, expected.data);
}

}  // namespace
}  // namespace proofground::nn
