#include "cifg/backflow.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "cifg/two_norm.h"

namespace proofground::cifg {
namespace {

constexpr double kNothing = -std::numeric_limits<double>::infinity();
/// Powers of two below which a number beside one near 1 counts as 0.
constexpr int kFar = 1000;

double largest(const double* values, std::size_t count) {
  double most = 0;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::abs(values[i]));
  return most;
}

double log10_of(double value, int exponent) {
  return value == 0 ? kNothing : std::log10(std::abs(value)) + exponent * std::log10(2.0);
}

/// Numbers times 2^exponent.
struct Scaled {
  std::vector<double> values;
  int exponent = 0;

  [[nodiscard]] bool nothing() const { return largest(values.data(), values.size()) == 0; }

  /// The same numbers with another exponent; what is far smaller than it becomes 0.
  void rescale(int to) {
    const int shift = exponent - to;
    exponent = to;
    if (shift == 0) return;
    // 2^1024 is no double: in two halves where denormal numbers are to grow.
    const double half = shift < -kFar ? 0 : std::ldexp(1.0, shift / 2);
    const double rest = shift < -kFar ? 0 : std::ldexp(1.0, shift - shift / 2);
    for (double& value : values) value = value * half * rest;
  }
  /// An exponent of at least this.
  void raise(int least) {
    if (nothing()) exponent = least;
    if (exponent < least) rescale(least);
  }
  /// The largest in [1, 2).
  void normalise() {
    const double most = largest(values.data(), values.size());
    if (most > 0) rescale(exponent + std::ilogb(most));
  }
};

/// log10 of the Euclidean norm.
double log10_norm(const double* values, int n, int exponent) {
  const double most = largest(values, n);
  if (most == 0) return kNothing;
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += (values[i] / most) * (values[i] / most);
  return log10_of(most * std::sqrt(sum), exponent);
}

/// dL/dc_t and then dL/dh_t, with one exponent.
class LossBack {
 public:
  explicit LossBack(const LinearCell& cell) : cell_(cell), both_{std::vector<double>(2 * std::size_t(cell.dh))} {}

  /// From t + 1 to t. @param g (dh) of t
  void step(int t, const double* g) {
    const int n = cell_.dh;
    std::vector<double> next(both_.values.size());
    if (t + 1 < cell_.T) {
      cell_.add_to_h_before(t + 1, c(), h(), next.data() + n, 1);
      for (int j = 0; j < n; ++j) next[j] = c()[j] * cell_.f[static_cast<std::size_t>(t + 1) * n + j];
    }
    both_.values = std::move(next);
    if (largest(g, n) > 0) both_.raise(0);
    double* dc = both_.values.data();
    double* dh = dc + n;
    for (int j = 0; j < n; ++j) {
      if (g[j] != 0) dh[j] += std::ldexp(g[j], -both_.exponent);
      dc[j] += dh[j] * cell_.s[static_cast<std::size_t>(t) * n + j];
    }
    both_.normalise();
  }
  [[nodiscard]] const double* c() const { return both_.values.data(); }
  [[nodiscard]] const double* h() const { return c() + cell_.dh; }
  [[nodiscard]] int exponent() const { return both_.exponent; }

 private:
  const LinearCell& cell_;
  Scaled both_;
};

/// |dL/dc_t| of the cell alone.
std::vector<double> through_cell(const LinearCell& cell, const std::vector<double>& g) {
  const int n = cell.dh;
  std::vector<double> out(cell.T);
  Scaled c{std::vector<double>(n)};
  for (int t = cell.T - 1; t >= 0; --t) {
    const std::size_t at = static_cast<std::size_t>(t) * n;
    if (t + 1 < cell.T)
      for (int j = 0; j < n; ++j) c.values[j] *= cell.f[at + n + j];
    if (largest(g.data() + at, n) > 0) c.raise(0);
    for (int j = 0; j < n; ++j) c.values[j] += std::ldexp(g[at + j] * cell.s[at + j], -c.exponent);
    c.normalise();
    out[t] = log10_norm(c.values.data(), n, c.exponent);
  }
  return out;
}

/// dc_T/dc_t, its parts, and dc_T/dh_t.
class MemoryBack {
 public:
  explicit MemoryBack(const LinearCell& cell)
      : cell_(cell),
        size_(std::size_t(cell.dh) * cell.dh),
        both_{std::vector<double>(2 * size_)},
        through_h_{std::vector<double>(size_)},
        p_(cell.dh, 1.0),
        p_exponent_(cell.dh, 0) {
    for (std::size_t i = 0; i < size_; i += cell.dh + 1) both_.values[i] = 1;
  }

  /// From t + 1 to t.
  void step(int t) {
    const int n = cell_.dh;
    const double* f = cell_.f.data() + static_cast<std::ptrdiff_t>(t + 1) * n;
    const double* s = cell_.s.data() + static_cast<std::ptrdiff_t>(t) * n;
    std::vector<double> Q(size_);
    cell_.add_to_h_before(t + 1, both_.values.data(), both_.values.data() + size_, Q.data(), n);
    std::copy(Q.begin(), Q.end(), both_.values.begin() + static_cast<std::ptrdiff_t>(size_));
    if (largest(Q.data(), size_) > 0) through_h_.raise(both_.exponent);
    advance(both_.values, Q, f, s, 0);
    advance(through_h_.values, Q, f, s, both_.exponent - through_h_.exponent);
    both_.normalise();
    through_h_.normalise();
    for (int j = 0; j < n; ++j) {
      int shift = 0;
      p_[j] = std::frexp(p_[j] * f[j], &shift);
      p_exponent_[j] += shift;
    }
  }

  void record(int t, Memory& out) const {
    const int n = cell_.dh;
    out.through_h[t] = log10_of(two_norm(through_h_.values.data(), n), through_h_.exponent);
    out.norm[t] = log10_of(two_norm(both_.values.data(), n), both_.exponent);
    for (int j = 0; j < n; ++j) {
      const std::size_t at = static_cast<std::size_t>(t) * n + j;
      out.product[at] = log10_of(p_[j], p_exponent_[j]);
      out.diagonal[at] = log10_of(both_.values[static_cast<std::size_t>(j) * n + j], both_.exponent);
      out.through_cell[t] = std::max(out.through_cell[t], out.product[at]);
    }
  }

 private:
  /// A = A diag(f) + 2^shift Q diag(s). @param A (n x n), and perhaps more behind it
  void advance(std::vector<double>& A, const std::vector<double>& Q, const double* f, const double* s,
               int shift) const {
    const int n = cell_.dh;
    const double factor = shift < -kFar ? 0 : std::ldexp(1.0, shift);
    for (std::size_t row = 0; row < size_; row += n)
      for (int j = 0; j < n; ++j) A[row + j] = A[row + j] * f[j] + factor * Q[row + j] * s[j];
  }

  const LinearCell& cell_;
  std::size_t size_;
  Scaled both_;       ///< P and then Q
  Scaled through_h_;  ///< D
  std::vector<double> p_;
  std::vector<int> p_exponent_;
};

}  // namespace

LossFlow loss_flow(const LinearCell& cell, const std::vector<double>& g) {
  const int n = cell.dh;
  LossFlow out;
  out.dc.resize(cell.T);
  out.dh.resize(cell.T);
  out.dz_f.resize(cell.f.size());
  out.dc_through_cell = through_cell(cell, g);
  LossBack back(cell);
  for (int t = cell.T - 1; t >= 0; --t) {
    const std::size_t at = static_cast<std::size_t>(t) * n;
    back.step(t, g.data() + at);
    out.dc[t] = log10_norm(back.c(), n, back.exponent());
    out.dh[t] = log10_norm(back.h(), n, back.exponent());
    for (int j = 0; j < n; ++j) {
      const double slope = cell.into_c[0].slope[at + j];
      out.dz_f[at + j] = log10_of(back.c()[j], back.exponent()) + log10_of(slope, 0);
    }
  }
  return out;
}

Memory memory(const LinearCell& cell) {
  Memory out;
  out.norm.resize(cell.T);
  out.through_cell.assign(cell.T, kNothing);
  out.through_h.resize(cell.T);
  out.diagonal.resize(cell.f.size());
  out.product.resize(cell.f.size());
  MemoryBack back(cell);
  for (int t = cell.T - 1; t >= 0; --t) {
    if (t + 1 < cell.T) back.step(t);
    back.record(t, out);
  }
  return out;
}

}  // namespace proofground::cifg
