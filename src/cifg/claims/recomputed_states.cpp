#include <array>
#include <cmath>
#include <cstddef>

#include "cifg/claims/moved_numbers.h"
#include "cifg/claims/recomputed.h"
#include "core/check.h"

namespace proofground::cifg {
namespace {

/// |a - right|, relative to size.
double relative(double a, double right, double size) { return std::abs(a - right) / (size + kUnderflow); }

}  // namespace

double states_error(const Problem<double>& problem, const States<double>& s) {
  const auto& [dx, dh, T, batch] = problem.sizes;
  const auto gates = problem.params.gates();
  const std::array zs{&s.z_f, &s.z_o, &s.z_c};
  double most = 0;
  for (std::size_t i = 0; i < s.h.size(); ++i) {
    const std::size_t row = i / dh, j = i % dh, before = row < static_cast<std::size_t>(batch) ? row : row - batch;
    const bool first = row < static_cast<std::size_t>(batch);
    const double* h = (first ? problem.h0.data() : s.h.data()) + before * dh;
    const double c_before = (first ? problem.c0 : s.c)[before * dh + j];
    for (std::size_t k = 0; k < 3; ++k) {
      double z = gates[k]->b[j], size = std::abs(z);
      const auto add = [&](double w, double v) {
        z += w * v;
        size += std::abs(w * v);
      };
      for (int m = 0; m < dx; ++m) add(gates[k]->W[j * dx + m], problem.x[row * dx + m]);
      for (int m = 0; m < dh; ++m) add(gates[k]->U[j * dh + m], h[m]);
      most = worst(most, relative((*zs[k])[i], z, size));
    }
    const auto same = [&](double a, double right) { most = worst(most, relative(a, right, std::abs(right))); };
    same(s.f[i], sigma(s.z_f[i]));
    same(s.one_minus_f[i], sigma(-s.z_f[i]));
    same(s.o[i], sigma(s.z_o[i]));
    same(s.one_minus_o[i], sigma(-s.z_o[i]));
    same(s.c_tilde[i], std::tanh(s.z_c[i]));
    const double kept = s.f[i] * c_before, written = s.one_minus_f[i] * s.c_tilde[i];
    most = worst(most, relative(s.c[i], kept + written, std::abs(kept) + std::abs(written)));
    same(s.tanh_c[i], std::tanh(s.c[i]));
    same(s.h[i], s.o[i] * s.tanh_c[i]);
  }
  return most;
}

Derivative summed_loss(const Problem<double>& problem, const States<double>& states) {
  Derivative sum;
  for (std::size_t i = states.h.size(); i-- > 0;) {
    sum.value += problem.g[i] * states.h[i];
    sum.size += std::abs(problem.g[i] * states.h[i]);
  }
  return sum;
}

}  // namespace proofground::cifg
