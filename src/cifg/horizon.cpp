#include "cifg/horizon.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "cifg/linear_cell.h"
#include "cifg/two_norm.h"

namespace proofground::cifg {
namespace {

std::size_t square(std::size_t m) { return m * m; }

}  // namespace

Horizon horizon_of(const Problem<double>& problem, const States<double>& s) {
  const std::size_t dh = problem.sizes.dh, T = problem.sizes.T;
  const LinearCell cell = linearised(problem, s);
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
      std::vector<double> to_h_before(square(dh));
      cell.add_to_h_before(static_cast<int>(t) + 1, jacobian.data(), to_h.data(), to_h_before.data(), cell.dh);
      to_h = std::move(to_h_before);
      for (std::size_t j = 0; j < dh; ++j) {
        out.product[at + j] = out.product[after + j] * cell.f[after + j];
        for (std::size_t row = 0; row < dh; ++row)
          rest[row * dh + j] = rest[row * dh + j] * cell.f[after + j] + to_h[row * dh + j] * cell.s[at + j];
      }
    }
    jacobian = rest;
    for (std::size_t j = 0; j < dh; ++j) jacobian[j * dh + j] += out.product[at + j];
    std::copy(jacobian.begin(), jacobian.end(), out.jacobian.begin() + static_cast<std::ptrdiff_t>(t * square(dh)));
    out.norm[t] = two_norm(jacobian.data(), cell.dh);
    out.through_h[t] = two_norm(rest.data(), cell.dh);
    const auto products = out.product.begin() + static_cast<std::ptrdiff_t>(at);
    out.product_norm[t] = *std::max_element(products, products + static_cast<std::ptrdiff_t>(dh));
    const double both = out.product_norm[t] + out.through_h[t];
    out.share[t] = both > 0 ? out.through_h[t] / both : 0;
  }
  return out;
}

}  // namespace proofground::cifg
