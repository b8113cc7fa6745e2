#include "cifg/two_norm.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace proofground::cifg {
namespace {

double dot(const double* u, const double* v, int n) {
  // Four sums: one alone waits for itself.
  double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  int i = 0;
  for (; i + 4 <= n; i += 4) {
    sum0 += u[i] * v[i];
    sum1 += u[i + 1] * v[i + 1];
    sum2 += u[i + 2] * v[i + 2];
    sum3 += u[i + 3] * v[i + 3];
  }
  for (; i < n; ++i) sum0 += u[i] * v[i];
  return (sum0 + sum1) + (sum2 + sum3);
}

void add(double factor, const double* v, double* to, int n) {
  for (int i = 0; i < n; ++i) to[i] += factor * v[i];
}

/// Whether the tridiagonal matrix has an eigenvalue above x. @param alpha (k) diagonal @param beta2 (k - 1) squares
/// beside it
bool has_above(const std::vector<double>& alpha, const std::vector<double>& beta2, double x) {
  double d = 1;
  for (std::size_t i = 0; i < alpha.size(); ++i) {
    d = alpha[i] - x - (i == 0 ? 0 : beta2[i - 1] / d);
    if (d > 0) return true;
    if (d == 0) d = -1e-300;
  }
  return false;
}

/// The largest eigenvalue. @param low at most that
double largest(const std::vector<double>& alpha, const std::vector<double>& beta2, double low) {
  double high = low;
  for (std::size_t i = 0; i < alpha.size(); ++i) {
    const double left = i == 0 ? 0 : std::sqrt(beta2[i - 1]);
    const double right = i == beta2.size() ? 0 : std::sqrt(beta2[i]);
    high = std::max(high, alpha[i] + left + right);
  }
  while (true) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (has_above(alpha, beta2, middle) ? low : high) = middle;
  }
  return high;
}

/// The row of A of the largest norm, and a little of everything: no direction is left out.
std::vector<double> start_of(const std::vector<double>& a, int n) {
  const double* row = a.data();
  double most = -1;
  for (int i = 0; i < n; ++i) {
    const double* each = a.data() + static_cast<std::ptrdiff_t>(i) * n;
    const double size = dot(each, each, n);
    if (size > most) {
      most = size;
      row = each;
    }
  }
  std::vector<double> v(row, row + n);
  const double little = 0.1 * std::sqrt(most / n);
  for (int i = 0; i < n; ++i) v[i] += (i % 2 == 0 ? 1 : -0.7) * little / (1 + 0.1 * i);
  return v;
}

/// v /= |v|. @returns |v|
double normalise(double* v, int n) {
  const double size = std::sqrt(dot(v, v, n));
  if (size > 0)
    for (int i = 0; i < n; ++i) v[i] /= size;
  return size;
}

/// w = A'A v.
void apply(const std::vector<double>& a, const double* v, double* w, int n) {
  std::fill(w, w + n, 0.0);
  const double* row = a.data();
  for (int i = 0; i < n; ++i, row += n) add(dot(row, v, n), row, w, n);
}

/// Of a matrix whose largest entry is 1.
double of_scaled(const std::vector<double>& a, int n) {
  constexpr double kGrowth = 1e-14;
  std::vector<double> basis = start_of(a, n), alpha, beta2, w(n);
  normalise(basis.data(), n);
  double value = 0;
  int still = 0;
  for (int k = 1; k <= n; ++k) {
    const double* v = basis.data() + static_cast<std::ptrdiff_t>(k - 1) * n;
    apply(a, v, w.data(), n);
    alpha.push_back(dot(v, w.data(), n));
    const double before = value;
    value = largest(alpha, beta2, std::max(value, alpha.back()) * (1 - 1e-12));
    still = value - before <= kGrowth * value ? still + 1 : 0;
    if (k == n || still == 2) break;
    for (int twice = 0; twice < 2; ++twice)
      for (int i = 0; i < k; ++i) {
        const double* u = basis.data() + static_cast<std::ptrdiff_t>(i) * n;
        add(-dot(u, w.data(), n), u, w.data(), n);
      }
    const double beta = normalise(w.data(), n);
    // What is left is rounding: the space is closed under A'A.
    if (beta <= 1e-14 * value) break;
    beta2.push_back(beta * beta);
    basis.insert(basis.end(), w.begin(), w.end());
  }
  return std::sqrt(value);
}

}  // namespace

double two_norm(const double* a, int n) {
  std::vector<double> scaled(a, a + static_cast<std::ptrdiff_t>(n) * n);
  double most = 0;
  for (const double entry : scaled) {
    if (!std::isfinite(entry)) return std::abs(entry);
    most = std::max(most, std::abs(entry));
  }
  if (most == 0) return 0;
  for (double& entry : scaled) entry /= most;
  return most * std::max(1.0, of_scaled(scaled, n));  // a norm is at least the largest entry, also after rounding
}

}  // namespace proofground::cifg
