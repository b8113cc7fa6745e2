// Compiled for speed: a factorisation, and the deletion of many rows from it.
#include "svm/active_set.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "svm/packed.h"

namespace proofground {

namespace {

using Matrix = Eigen::MatrixXd;

/// r, relative to the largest K_kk and the number of points: above the rounding of a factorisation.
constexpr double kProximal = 4 * std::numeric_limits<double>::epsilon();

/// A point that ends this near to the bound it moves to, relative to its change, is at it.
constexpr double kSnap = 1e-14;

// The loops over columns are written with svm/packed.h: Eigen's expressions for them are three times the code, and a
// first visit waits for every byte.

/// y += a x
void add(int count, double a, const double* x, double* y) {
  int k = 0;
  for (; k + packed::kLanes <= count; k += packed::kLanes)
    packed::store(y + k, packed::load(y + k) + packed::both(a) * packed::load(x + k));
  if (k < count) y[k] += a * x[k];
}

double dot(int count, const double* x, const double* y) {
  packed::f64x2 sum{};
  int k = 0;
  for (; k + packed::kLanes <= count; k += packed::kLanes) sum += packed::load(x + k) * packed::load(y + k);
  return sum[0] + sum[1] + (k < count ? x[k] * y[k] : 0);
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

void subtract_mean(std::vector<double>& values) {
  const double mean = sum_of(values) / static_cast<double>(values.size());
  for (double& value : values) value -= mean;
}

/// K becomes one with the same c'Kc for all c of sum 0, which is positive semi-definite if any such matrix is: rows and
/// columns of mean 0, plus a constant.
void centre(std::vector<double>& K, std::size_t m) {
  std::vector<double> mean(m, 0.0);
  double trace = 0;
  for (std::size_t k = 0; k < m; ++k) {
    add(static_cast<int>(m), 1 / static_cast<double>(m), &K[k * m], mean.data());
    trace += std::abs(K[k * (m + 1)]);
  }
  const double shift = (sum_of(mean) + trace) / static_cast<double>(m) / 2;
  for (double& value : mean) value = shift - value;
  for (std::size_t k = 0; k < m; ++k)
    for (std::size_t l = 0; l < m; ++l) K[k * m + l] += mean[k] + mean[l];
}

/// A = L D L' in the order of the pivots, from which rows and columns can be deleted.
class Factor {
 public:
  /// @param A (m x m) is overwritten: L below the diagonal, D on it
  Factor(std::vector<double>& A, int m) : LD_(A.data()), stride_(m), size_(m), order_(m) {
    Eigen::Map<Matrix> matrix(LD_, m, m);
    const Eigen::LDLT<Eigen::Ref<Matrix>> in_place(matrix);
    positive_definite_ = in_place.info() == Eigen::Success;
    for (int k = 0; k < m; ++k) {
      order_[k] = k;
      positive_definite_ = positive_definite_ && *column(k) > 0;
    }
    const auto& swaps = in_place.transpositionsP().indices();
    for (int k = 0; k < m; ++k) std::swap(order_[k], order_[swaps[k]]);
  }

  [[nodiscard]] bool positive_definite() const { return positive_definite_; }
  /// (size) which row of A is at place k of the factor.
  [[nodiscard]] const std::vector<int>& order() const { return order_; }

  /// (size) x becomes A^-1 x, both in that order.
  void solve(std::vector<double>& x) const {
    for (int j = 0; j < size_; ++j) add(size_ - 1 - j, -x[j], column(j) + 1, &x[j] + 1);
    for (int j = size_; j-- > 0;) x[j] = x[j] / *column(j) - dot(size_ - 1 - j, column(j) + 1, &x[j] + 1);
  }

  /// Place k is no more. What column k of L has below the diagonal goes into the factor of what is below and right of it:
  /// a change by a positive square, which is stable.
  void erase(int k) {
    const int rows = size_ - k - 1;
    double alpha = *column(k);
    std::vector<double> w(column(k) + 1, column(k) + 1 + rows);
    for (int j = 0; j < k; ++j) std::copy_n(column(j) + (k - j) + 1, rows, column(j) + (k - j));
    for (int j = k; j < size_ - 1; ++j) std::copy_n(column(j + 1), size_ - 1 - j, column(j));
    order_.erase(order_.begin() + k);
    --size_;
    for (int j = 0; j < rows; ++j) {
      double* d = column(k + j);
      const double p = w[j], now = *d + alpha * p * p;
      add(rows - 1 - j, -p, d + 1, &w[j] + 1);
      add(rows - 1 - j, p * alpha / now, &w[j] + 1, d + 1);
      alpha *= *d / now;
      *d = now;
    }
  }

 private:
  /// Column j from the diagonal on.
  [[nodiscard]] double* column(int j) const { return LD_ + static_cast<std::size_t>(j) * (stride_ + 1); }

  double* LD_;
  std::size_t stride_;
  int size_;
  std::vector<int> order_;
  bool positive_definite_;
};

}  // namespace

FreeStep minimise(FreePoints points) {
  const std::size_t m = points.slope.size();
  FreeStep step{std::vector<double>(m, 0.0), std::vector<bool>(m, false)};
  if (m < 2) return step;
  double largest = 0;
  for (std::size_t k = 0; k < m; ++k) largest = std::max(largest, std::abs(points.K[k * (m + 1)]));
  const double r = kProximal * static_cast<double>(m) * largest;
  centre(points.K, m);
  for (std::size_t k = 0; k < m; ++k) points.K[k * (m + 1)] += r;
  Factor factor(points.K, static_cast<int>(m));
  if (!factor.positive_definite()) return step;

  std::vector<double> slope;
  for (const int k : factor.order()) slope.push_back(points.slope[k]);
  while (slope.size() >= 2) {
    subtract_mean(slope);  // a constant is part of lambda
    std::vector<double> d = slope, ones(slope.size(), 1.0);
    factor.solve(d);
    factor.solve(ones);
    const int size = static_cast<int>(d.size());
    add(size, -sum_of(d) / sum_of(ones), ones.data(), d.data());
    subtract_mean(d);
    const double descent = dot(size, slope.data(), d.data());
    if (!(descent > 0)) break;
    ++step.solves;

    const auto room = [&](int i) {
      const int k = factor.order()[i];
      return d[i] > 0 ? points.up[k] - step.c[k] : points.down[k] + step.c[k];
    };
    double t = 1;
    for (int i = 0; i < size; ++i)
      if (std::abs(d[i]) * t > room(i)) t = room(i) / std::abs(d[i]);
    step.fall += t * descent - t * t / 2 * (descent - r * dot(size, d.data(), d.data()));
    bool any = false;
    for (int i = size; i-- > 0;) {
      const int k = factor.order()[i];
      slope[i] += t * (r * d[i] - slope[i]);
      const double c = step.c[k] + t * d[i];
      if (room(i) - t * std::abs(d[i]) > points.band + kSnap * std::abs(c)) {
        step.c[k] = c;
        continue;
      }
      step.c[k] = d[i] > 0 ? points.up[k] : -points.down[k];
      step.held[k] = any = true;
      factor.erase(i);
      slope.erase(slope.begin() + i);
    }
    if (!any) break;
  }
  return step;
}

}  // namespace proofground
