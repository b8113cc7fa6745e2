#include "cifg/horizon.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "cifg/sigmoid.h"
#include "core/symmetric.h"

namespace proofground::cifg {
namespace {

std::size_t square(std::size_t m) { return m * m; }

/// dc_T/dh_t of the step before the one that `i` begins: from R, P and dc_T/dh of that step.
std::vector<double> to_h_before(const Problem<double>& problem, const States<double>& s, std::size_t i,
                                const std::vector<double>& jacobian, const std::vector<double>& to_h) {
  const std::size_t dh = problem.sizes.dh;
  std::vector<double> before(square(dh));
  for (std::size_t k = 0; k < dh; ++k) {
    const std::size_t at = i + k;  // c_{t-1}: a step up from at; there is one, since h_{t-1} of t = 1 is not asked for
    const double through_f = (s.c[at - dh] - s.c_tilde[at]) * s.f[at] * s.one_minus_f[at];
    const double through_c = s.one_minus_f[at] * tanh_slope(s.z_c[at]);
    const double through_o = s.tanh_c[at] * s.o[at] * s.one_minus_o[at];
    const double* U_f = problem.params.f.U.data() + k * dh;
    const double* U_o = problem.params.o.U.data() + k * dh;
    const double* U_c = problem.params.c.U.data() + k * dh;
    for (std::size_t row = 0; row < dh; ++row) {
      const double by_c = jacobian[row * dh + k], by_h = to_h[row * dh + k];
      for (std::size_t j = 0; j < dh; ++j)
        before[row * dh + j] += by_c * (through_f * U_f[j] + through_c * U_c[j]) + by_h * through_o * U_o[j];
    }
  }
  return before;
}

}  // namespace

double spectral_norm(const double* matrix, int m) {
  const std::size_t size = m;
  double largest = 0;
  for (std::size_t k = 0; k < square(size); ++k) {
    if (!std::isfinite(matrix[k])) return std::abs(matrix[k]);
    largest = std::max(largest, std::abs(matrix[k]));
  }
  if (largest == 0) return 0;
  std::vector<double> squared(square(size));  // of the matrix over its largest entry: neither overflow nor underflow
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < size; ++k) sum += matrix[i * size + k] / largest * (matrix[j * size + k] / largest);
      squared[i * size + j] = squared[j * size + i] = sum;
    }
  return largest * std::sqrt(std::max(0.0, eigenvalues(squared, m).back()));
}

Horizon horizon_of(const Problem<double>& problem, const States<double>& s) {
  const std::size_t dh = problem.sizes.dh, T = problem.sizes.T;
  Horizon out;
  out.product.assign(T * dh, 1.0);
  out.jacobian.resize(T * square(dh));
  out.norm.resize(T);
  out.through_h.resize(T);
  out.product_norm.resize(T);
  out.share.resize(T);
  std::vector<double> rest(square(dh)), to_h(square(dh)), jacobian(square(dh));  // at t = T: R = 0, dc_T/dh_T = 0
  for (std::size_t t = T; t-- > 0;) {
    const std::size_t at = t * dh, after = at + dh;
    if (t + 1 < T) {
      to_h = to_h_before(problem, s, after, jacobian, to_h);
      for (std::size_t j = 0; j < dh; ++j) {
        out.product[at + j] = out.product[after + j] * s.f[after + j];
        const double h_by_c = s.o[at + j] * tanh_slope(s.c[at + j]);
        for (std::size_t row = 0; row < dh; ++row)
          rest[row * dh + j] = rest[row * dh + j] * s.f[after + j] + to_h[row * dh + j] * h_by_c;
      }
    }
    jacobian = rest;
    for (std::size_t j = 0; j < dh; ++j) jacobian[j * dh + j] += out.product[at + j];
    std::copy(jacobian.begin(), jacobian.end(), out.jacobian.begin() + static_cast<std::ptrdiff_t>(t * square(dh)));
    out.norm[t] = spectral_norm(jacobian.data(), problem.sizes.dh);
    out.through_h[t] = spectral_norm(rest.data(), problem.sizes.dh);
    const auto products = out.product.begin() + static_cast<std::ptrdiff_t>(at);
    out.product_norm[t] = *std::max_element(products, products + static_cast<std::ptrdiff_t>(dh));
    const double both = out.product_norm[t] + out.through_h[t];
    out.share[t] = both > 0 ? out.through_h[t] / both : 0;
  }
  return out;
}

}  // namespace proofground::cifg
