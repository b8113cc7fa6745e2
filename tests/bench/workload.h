// The problems that the benchmarks solve, as functions of (n, d, seed) and nothing else. A regression:
//
//   rng = Rng(seed); for i in 0..n-1:  x_i1, ..., x_id ~ U[-3, 3), in this order, then
//   y_i = sin(x_i1 + ... + x_id) + noise normal()
//
// a cloud of standard normal points, row by row; and a regression whose columns are in different units, as in a table that
// nobody has standardised:
//
//   v_i1, ..., v_id ~ U[-1, 1), then  y_i = (v_i1 + ... + v_id) / sqrt(d) + noise normal()  and  x_ik = 10^(k mod 6) v_ik
//
// sin is portable_sin below, so that a twin in another language that follows core/rng.h step by step
// (64-bit integer arithmetic; doubles; + - * / sqrt only) gets the same bits. JavaScript: BigInt for Rng::bits, Number
// for the rest.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/rng.h"

namespace proofground::bench {

struct Workload {
  int n = 0, d = 0;
  std::vector<double> x;  ///< (n x d) row-major
  std::vector<double> y;  ///< (n)
};

/// sin(x) for |x| < 1e4: reduced to [-pi/2, pi/2] by subtracting the nearest multiple k of pi (sign (-1)^k), then its
/// Taylor series in Horner form up to x^19, innermost factor first: s = 1; for k = 9..1: s = 1 - s x^2 / ((2k)(2k+1)).
inline double portable_sin(double x) {
  constexpr double kPi = 3.141592653589793;
  const double k = std::floor(x / kPi + 0.5);
  const double r = x - k * kPi;
  const double q = r * r;
  double s = 1;
  for (int m = 9; m >= 1; --m) s = 1 - s * q / ((2 * m) * (2 * m + 1));
  const bool odd = std::fmod(std::abs(k), 2) == 1;
  return odd ? -(r * s) : r * s;
}

inline Workload make_workload(int n, int d, std::uint64_t seed = 1, double noise = 0.1) {
  Workload work{.n = n, .d = d, .x = {}, .y = {}};
  work.x.reserve(static_cast<std::size_t>(n) * d);
  work.y.reserve(n);
  Rng rng(seed);
  for (int i = 0; i < n; ++i) {
    double sum = 0;
    for (int k = 0; k < d; ++k) {
      work.x.push_back(rng.uniform(-3, 3));
      sum += work.x.back();
    }
    work.y.push_back(portable_sin(sum) + noise * rng.normal());
  }
  return work;
}

/// (n x d) row-major
inline std::vector<double> make_cloud(int n, int d, std::uint64_t seed) {
  std::vector<double> x;
  Rng rng(seed);
  for (long i = 0; i < static_cast<long>(n) * d; ++i) x.push_back(rng.normal());
  return x;
}

/// Multiplies column k (0-based) by 10^(k mod 6). @param x (n x d) row-major
inline void unscale(std::vector<double>& x, int d) {
  constexpr std::array<double, 6> kUnits{1, 10, 1e2, 1e3, 1e4, 1e5};
  for (std::size_t at = 0; at < x.size(); ++at) x[at] *= kUnits[at % d % kUnits.size()];
}

inline Workload make_unscaled(int n, int d, std::uint64_t seed = 1, double noise = 0.1) {
  Workload work{.n = n, .d = d, .x = {}, .y = {}};
  Rng rng(seed);
  for (int i = 0; i < n; ++i) {
    double sum = 0;
    for (int k = 0; k < d; ++k) {
      work.x.push_back(rng.uniform(-1, 1));
      sum += work.x.back();
    }
    work.y.push_back(sum / std::sqrt(d) + noise * rng.normal());
  }
  unscale(work.x, d);
  return work;
}

}  // namespace proofground::bench
